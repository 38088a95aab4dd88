//! Tables in, `datapackage.json` out: a Data Package of version 2, in the part of it that both the published profile and
//! the programs at hand accept.
//!
//! Left out on purpose: the type `list` and `fieldsMatch`, which the profile gets wrong; dates as such, because papers
//! print years and months. A closed vocabulary is given as `constraints.enum`, which is enforced, and as `categories`.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use crate::dataset::{CellKind, Column, Context, Table, first, own, tables};
use crate::model::{Lang, Model, SourceDocument};
use crate::plan::Base;

use super::form::{Form, hole, push, push_each};
use super::value::{DATE, Described, forms, in_each};

/// How deep a table stands in the file, and one of its columns.
const RESOURCE: usize = 2;
const FIELD: usize = 5;

/// What is said of all tables whatever their rows are, put into words once for the files of many lists.
#[derive(Debug)]
pub struct PackageForms(HashMap<&'static str, ResourceForm>);

/// What is said of a table but for its size and its checksum, and of each of its columns but for the example.
#[derive(Debug)]
struct ResourceForm {
    resource: Form,
    fields: Vec<FieldForm>,
}

#[derive(Debug)]
struct FieldForm {
    without: Form,
    with: Form,
}

impl PackageForms {
    /// The forms of every table of a site.
    pub fn new(model: &Model) -> PackageForms {
        let form = |table: &Table| {
            let field = |(column, lang): (&Column, Lang)| FieldForm {
                without: Form::of(&field(table, column, lang, None, model), FIELD),
                // The profile wants a text, whatever the type of the column.
                with: Form::of(&field(table, column, lang, Some(hole("example")), model), FIELD),
            };
            let fields = table.places(model.languages()).into_iter().map(field).collect();
            (table.name, ResourceForm { resource: Form::of(&resource(table, model), RESOURCE), fields })
        };
        PackageForms(tables().iter().map(form).collect())
    }
}

impl ResourceForm {
    fn write(&self, described: &Described<'_>, model: &Model, out: &mut String) {
        let Described { table, survey, csv } = described;
        self.resource.write(out, |hole, out| match hole {
            "bytes" => push(out, &csv.bytes.into()),
            "hash" => push(out, &format!("sha256:{}", csv.sha256).into()),
            _ => {
                let fields = self.fields.iter().zip(survey.places(table, model.languages()));
                push_each(out, FIELD - 1, fields, |(form, (.., example)), out| match example {
                    Some(example) => form.with.write(out, |_, out| push(out, &example.into())),
                    None => form.without.write(out, |_, _| {}),
                });
            }
        });
    }
}

/// The description of CSV files that lie beside it, one for each table.
pub fn datapackage(context: Context<'_>, base: &Base, tables: &[Described<'_>], alike: &PackageForms) -> Vec<u8> {
    let model = context.graph.model;
    let site = &model.site;
    let list = context.scope.map(|scope| &model[scope.list]);
    let title = list.map_or(&site.title, |list| &list.title);
    let mut publisher = json!({"title": first(&site.publisher.name, model), "roles": ["publisher"]});
    if let Some(url) = &site.publisher.url {
        publisher["path"] = url.as_str().into();
    }
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": list.map_or("qingdan", |list| &list.id),
        "title": first(title, model),
        "licenses": [{
            "name": site.licence.id,
            "path": site.licence.url,
            "title": first(&site.licence.name, model),
        }],
        "contributors": [publisher],
        "resources": hole("resources"),
    });
    set(&mut package, forms("title", title, model));
    match list {
        Some(list) => {
            let sources: Vec<Value> = list.sources.iter().map(|of| source(of, model)).collect();
            // The profile wants no list without an entry.
            set(&mut package, (!sources.is_empty()).then(|| ("sources".to_owned(), sources.into())));
        }
        None => {
            package["description"] = first(&site.description, model).into();
            set(&mut package, forms("description", &site.description, model));
        }
    }
    // Data of one list are a part of the release; its identifier is that of the whole.
    if let Some(release) = site.release() {
        package["version"] = release.version.as_str().into();
        if release.date.day.is_some() {
            package["created"] = format!("{}T00:00:00Z", release.date).into();
        }
        if let Some(url) = release.doi_url().filter(|_| list.is_none()) {
            package["id"] = url.into();
        }
    }
    if base.is_known() {
        package["homepage"] = base.absolute("").into();
    }
    let mut text = String::new();
    Form::of(&package, 0).write(&mut text, |_, out| {
        push_each(out, RESOURCE - 1, tables, |of, out| alike.0[of.table.name].write(of, model, out));
    });
    text.push('\n');
    text.into_bytes()
}

fn set(object: &mut Value, entries: impl IntoIterator<Item = (String, Value)>) {
    entries.into_iter().for_each(|(key, value)| object[key] = value);
}

fn source(document: &SourceDocument, model: &Model) -> Value {
    let mut source = json!({"title": first(&document.title, model)});
    set(&mut source, document.url.as_ref().map(|url| ("path".to_owned(), url.as_str().into())));
    source
}

fn resource(table: &Table, model: &Model) -> Value {
    let mut resource = json!({
        "name": table.name,
        "type": "table",
        "title": own(table.title, model),
        "description": own(table.row, model),
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": hole("bytes"),
        "hash": hole("hash"),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": hole("fields"),
            "missingValues": [""],
            "primaryKey": table.key,
        },
    });
    let references = references(table);
    if !references.is_empty() {
        resource["schema"]["foreignKeys"] = references.into();
    }
    set(&mut resource, in_each("title", table.title));
    set(&mut resource, in_each("description", table.row));
    resource
}

fn field(table: &Table, column: &Column, lang: Lang, example: Option<Value>, model: &Model) -> Value {
    let mut field = json!({
        "name": column.header(lang),
        "type": match column.kind {
            CellKind::Date => "string",
            kind => kind.as_str(),
        },
        "title": own(column.title, model),
        "description": own(column.meaning, model),
    });
    set(&mut field, in_each("title", column.title));
    set(&mut field, in_each("description", column.meaning));
    if let Some(unit) = column.unit {
        field["unit"] = own(unit, model).into();
        set(&mut field, in_each("unit", unit));
    }
    if let Some(example) = example {
        field["example"] = example;
    }
    let mut constraints = Map::new();
    if column.required_in(lang, model) {
        constraints.insert("required".into(), true.into());
    }
    if table.key == [column.name] {
        constraints.insert("unique".into(), true.into());
    }
    if column.kind == CellKind::Date {
        constraints.insert("pattern".into(), DATE.into());
    }
    if !column.words.is_empty() {
        field["categories"] = json!(column.words);
        constraints.insert("enum".into(), json!(column.words));
    }
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    field
}

fn references(table: &Table) -> Vec<Value> {
    let refers = table.columns.iter().filter_map(|column| Some((column.name, column.refers?)));
    let reference = |(name, target): (&str, &str)| {
        // A table that refers to itself is written as the empty name.
        let resource = if target == table.name { "" } else { target };
        json!({"fields": [name], "reference": {"resource": resource, "fields": ["id"]}})
    };
    refers.map(reference).collect()
}
