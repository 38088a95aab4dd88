//! The types of a list in, the sheets and columns of its workbook out: each value of each type has its column.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use crate::model::List;

use super::headings::{heading, sheet};
use super::keys::keys;

/// The sheets of a workbook.
#[derive(Debug)]
pub struct Form {
    /// In the order of the workbook; the first is the head of the list.
    pub sheets: Vec<SheetForm>,
}

/// A sheet: the records of one type, wherever in the list they stand.
#[derive(Debug)]
pub struct SheetForm {
    /// The type of its records.
    pub of: String,
    /// Its name.
    pub title: &'static str,
    /// Its name in English.
    pub english: &'static str,
    /// Its columns, without those that name the row.
    pub columns: Vec<Column>,
    /// Sequences of other records in it: the keys to them, their type, what they are called.
    pub children: Vec<Child>,
    /// The key that holds the id of a record; `None` where records have none.
    pub id: Option<&'static str>,
    /// Whether a record must have one.
    pub needs_id: bool,
}

/// A sequence of records in a record.
#[derive(Debug)]
pub struct Child {
    /// Keys from the record to the sequence.
    pub path: Vec<String>,
    /// Type of its records.
    pub of: String,
    /// What it is called in the names of rows.
    pub called: String,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Keys from the record to the value.
    pub path: Vec<String>,
    /// The language, of a text.
    pub lang: Option<String>,
    /// What stands in its cells.
    pub leaf: Leaf,
    /// Whether a cell holds several values, a line each.
    pub many: bool,
    /// Its heading.
    pub heading: String,
    /// What goes in, in Chinese.
    pub note: &'static str,
    /// What goes in, in English: what the schema says of the value.
    pub english: String,
}

/// What one value of a cell is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaf {
    /// A text in one of its languages.
    Text,
    /// A string.
    String,
    /// A name without blanks in it: an id, an article.
    Name,
    /// A date.
    Date,
    /// A number.
    Number,
    /// A word of a closed vocabulary, by the name of its type; `bool` for yes and no.
    Word(String),
}

/// What the schema says of a value.
enum Shape {
    Leaf(Leaf),
    Record(String),
    Many(Box<Shape>),
}

impl Form {
    /// The form of lists whose texts are in these languages.
    pub fn new(languages: &[String]) -> Form {
        let mut generator = SchemaSettings::draft2020_12().for_deserialize().into_generator();
        let mut root = generator.root_schema_for::<List>().to_value();
        let definitions = match root["$defs"].take() {
            Value::Object(definitions) => definitions,
            _ => Map::new(),
        };
        let types = Types { definitions, list: root, languages };
        let sheets = super::headings::SHEETS.iter().map(|(of, ..)| types.sheet(of)).collect();
        Form { sheets }
    }

    /// The place of the sheet of a type.
    pub fn find(&self, of: &str) -> usize {
        self.sheets.iter().position(|sheet| sheet.of == of).unwrap_or(0)
    }
}

/// The column that names the records of a sheet.
pub(super) fn naming(of: &SheetForm) -> Option<usize> {
    const NAMING: [&str; 7] = ["name", "title", "heading", "body", "statement", "text", "as_printed"];
    let is_chinese = |column: &Column| column.lang.as_deref().is_none_or(|lang| lang == "zh");
    let place = |key: &&str| {
        of.columns.iter().position(|column| column.path.len() == 1 && column.path[0] == **key && is_chinese(column))
    };
    NAMING.iter().find_map(place)
}

struct Types<'t> {
    definitions: Map<String, Value>,
    list: Value,
    languages: &'t [String],
}

impl Types<'_> {
    fn sheet(&self, of: &str) -> SheetForm {
        let (title, english) = sheet(of).unwrap_or(("", ""));
        let id = keys(of).iter().find(|key| matches!(**key, "id" | "slug")).copied();
        // Of an account in an item alone the id is left out; it has columns there and no row.
        let mut form = SheetForm {
            of: of.to_owned(),
            title,
            english,
            columns: Vec::new(),
            children: Vec::new(),
            id,
            needs_id: self.needs(of, id),
        };
        self.fill(&mut form, of, &[], "");
        form
    }

    /// Adds the columns of a type under a path.
    fn fill(&self, form: &mut SheetForm, of: &str, path: &[String], above: &str) {
        let properties = self.properties(of);
        for key in keys(of) {
            let is_id = path.is_empty() && form.id == Some(*key) && of != "List";
            // The id of an account is left out inside an item.
            let is_inner_id = !path.is_empty() && of == "Account" && *key == "id";
            let Some(schema) = properties.get(*key).filter(|_| !is_id && !is_inner_id) else { continue };
            let path: Vec<String> = path.iter().cloned().chain([(*key).to_owned()]).collect();
            let (name, note) = heading(of, key).unwrap_or((key, ""));
            let called = if above.is_empty() { name.to_owned() } else { format!("{above}·{name}") };
            let english = schema["description"].as_str().unwrap_or_default().split("\n\n").next().unwrap_or_default();
            let mut column = |leaf: Leaf, many: bool| {
                let langs: Vec<Option<String>> = match leaf {
                    Leaf::Text => self.languages.iter().cloned().map(Some).collect(),
                    _ => vec![None],
                };
                for lang in langs {
                    let heading = match lang.as_deref() {
                        None | Some("zh") => called.clone(),
                        Some("en") => format!("{called}（英文）"),
                        Some(lang) => format!("{called}（{lang}）"),
                    };
                    let (leaf, english) = (leaf.clone(), english.to_owned());
                    form.columns.push(Column { path: path.clone(), lang, leaf, many, heading, note, english });
                }
            };
            match self.shape(schema) {
                Shape::Leaf(leaf) => column(leaf, false),
                Shape::Record(inner) => self.fill(form, &inner, &path, &called),
                Shape::Many(inner) => match *inner {
                    Shape::Leaf(leaf) => column(leaf, true),
                    Shape::Record(of) => form.children.push(Child { path, of, called }),
                    Shape::Many(_) => {}
                },
            }
        }
    }

    /// Whether a record of a type must have its id.
    fn needs(&self, of: &str, id: Option<&str>) -> bool {
        let required = self.definitions.get(of).and_then(|schema| schema["required"].as_array());
        required.is_some_and(|required| required.iter().any(|key| key.as_str() == id))
    }

    fn properties(&self, of: &str) -> &Map<String, Value> {
        static NONE: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);
        let schema = if of == "List" { &self.list } else { self.definitions.get(of).unwrap_or(&Value::Null) };
        let forms =
            schema["anyOf"].as_array().and_then(|forms| forms.iter().find(|form| form["properties"].is_object()));
        forms.unwrap_or(schema)["properties"].as_object().unwrap_or(&NONE)
    }

    fn shape(&self, schema: &Value) -> Shape {
        if let Some(name) = schema["$ref"].as_str().and_then(|name| name.rsplit('/').next()) {
            return match name {
                "Text" => Shape::Leaf(Leaf::Text),
                "Id" | "Articles" | "Lang" => Shape::Leaf(Leaf::Name),
                "Date" => Shape::Leaf(Leaf::Date),
                name if self.definitions.get(name).is_some_and(|schema| schema["enum"].is_array()) => {
                    Shape::Leaf(Leaf::Word(name.to_owned()))
                }
                name => Shape::Record(name.to_owned()),
            };
        }
        if let Some(forms) = schema["anyOf"].as_array() {
            let form = forms.iter().find(|form| form["type"] != "null");
            return form.map_or(Shape::Leaf(Leaf::String), |form| self.shape(form));
        }
        let types: Vec<&str> = match &schema["type"] {
            Value::String(one) => vec![one],
            Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        match types.first().copied() {
            Some("array") => Shape::Many(Box::new(self.shape(&schema["items"]))),
            Some("boolean") => Shape::Leaf(Leaf::Word("bool".to_owned())),
            Some("integer" | "number") => Shape::Leaf(Leaf::Number),
            _ => Shape::Leaf(Leaf::String),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use schemars::generate::SchemaSettings;

    use super::{Form, Leaf};
    use crate::model::List;
    use crate::sheet::headings::{heading, sheet};
    use crate::sheet::keys::keys;
    use crate::sheet::words::words;

    #[test]
    fn every_value_of_a_list_has_a_column_with_a_heading_and_a_note() {
        let mut generator = SchemaSettings::draft2020_12().for_deserialize().into_generator();
        let root = generator.root_schema_for::<List>().to_value();
        let mut types: Vec<(String, &serde_json::Value)> = vec![("List".to_owned(), &root)];
        let definitions = root["$defs"].as_object().expect("definitions");
        types.extend(definitions.iter().map(|(name, schema)| (name.clone(), schema)));
        for (name, schema) in types {
            if let Some(all) = schema["enum"].as_array() {
                let ours: BTreeSet<&str> = words(&name).iter().map(|(word, _)| *word).collect();
                let theirs: BTreeSet<&str> = all.iter().filter_map(|word| word.as_str()).collect();
                assert_eq!(ours, theirs, "words of {name}");
                let shown: BTreeSet<&str> = words(&name).iter().map(|(_, shown)| *shown).collect();
                assert_eq!(shown.len(), ours.len(), "two words of {name} look the same");
            }
            let mapping =
                schema["anyOf"].as_array().and_then(|forms| forms.iter().find(|form| form["properties"].is_object()));
            let schema = mapping.unwrap_or(schema);
            if let Some(properties) = schema["properties"].as_object().filter(|_| name != "Text") {
                let ours: BTreeSet<&str> = keys(&name).iter().copied().collect();
                let theirs: BTreeSet<&str> = properties.keys().map(String::as_str).collect();
                assert_eq!(ours, theirs, "keys of {name}");
                for key in ours {
                    let (heading, note) = heading(&name, key).unwrap_or_else(|| panic!("{name}.{key} has no heading"));
                    assert!(!heading.is_empty() && !note.is_empty(), "{name}.{key}");
                }
            }
        }
    }

    #[test]
    fn every_sheet_has_a_name_and_headings_of_its_own() {
        let form = Form::new(&["zh".into(), "en".into()]);
        let mut titles = BTreeSet::new();
        for one in &form.sheets {
            assert!(sheet(&one.of).is_some() && titles.insert(one.title), "{}", one.of);
            let headings: BTreeSet<&str> = one.columns.iter().map(|column| &*column.heading).collect();
            assert_eq!(
                headings.len(),
                one.columns.len(),
                "{}: two columns have the same heading {:?}",
                one.of,
                one.columns.iter().map(|column| &column.heading).collect::<Vec<_>>()
            );
            for child in &one.children {
                assert!(form.sheets.iter().any(|sheet| sheet.of == child.of), "{} has no sheet", child.of);
            }
            for column in &one.columns {
                assert!(!matches!(&column.leaf, Leaf::Word(name) if words(name).is_empty()), "{column:?}");
            }
        }
    }
}
