//! The file `component.yaml` of each component in; what it takes, with examples, out.

pub mod page;

use std::collections::BTreeMap;
use std::fs;

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::{Map, Value};

use super::folder;
use super::repository;

/// The folder of the components.
pub const FOLDER: &str = "themes/default/components";

/// A component as its file describes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// What it shows, in both languages.
    pub description: Both,
    /// How a layout uses it.
    pub kind: Kind,
    /// What it takes.
    #[serde(default)]
    pub parameters: Vec<Parameter>,
    /// What it makes of which data.
    #[serde(default)]
    pub examples: Vec<Example>,
}

/// A text in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// How a layout uses a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It is called with parameters.
    Component,
    /// It is included, and sees what the layout sees.
    Include,
    /// It is a style sheet, and the layouts write the mark-up.
    Style,
}

/// Something that a component takes, or a part of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Its name; in a pair its place, `"0"` or `"1"`.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub shape: Shape,
    /// Whether it may be left out.
    #[serde(default)]
    pub optional: bool,
    /// What it is.
    pub meaning: String,
    /// The parts of an object or a pair, or of each in a sequence of them.
    #[serde(default)]
    pub parameters: Vec<Parameter>,
}

/// The type of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A string: words for readers, an address, or a word for programs.
    Word(&'static str),
    /// HTML made by the program, which is printed as it is.
    Html,
    /// A number.
    Number,
    /// True or false.
    Boolean,
    /// An address with words for it, or a date with words for it.
    Known(&'static str, [&'static str; 2]),
    /// Named parts.
    Object,
    /// Two values side by side.
    Pair,
    /// The same as a parameter, or a part of one, of a component: `offices.offices`.
    Like(String),
    /// Any number of values.
    Sequence(Box<Shape>),
}

impl TryFrom<String> for Shape {
    type Error = String;

    fn try_from(name: String) -> Result<Shape, String> {
        if let Some(of) = name.strip_prefix("sequence of ") {
            return Ok(Shape::Sequence(Box::new(Shape::try_from(of.to_owned())?)));
        }
        Ok(match name.as_str() {
            "text" => Shape::Word("text"),
            "address" => Shape::Word("address"),
            "string" => Shape::Word("string"),
            "html" => Shape::Html,
            "number" => Shape::Number,
            "boolean" => Shape::Boolean,
            "link" => Shape::Known("link", ["href", "text"]),
            "date" => Shape::Known("date", ["iso", "text"]),
            "object" => Shape::Object,
            "pair" => Shape::Pair,
            like if like.contains('.') => Shape::Like(like.to_owned()),
            _ => return Err(format!("`{name}` is no type of a parameter")),
        })
    }
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Shape, D::Error> {
        Shape::try_from(String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// Data for a component.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// Language of the interface strings.
    #[serde(default = "english")]
    pub lang: String,
    /// The values of the parameters.
    pub data: Map<String, Value>,
}

fn english() -> String {
    "en".to_owned()
}

/// Every component by name.
#[derive(Debug)]
pub struct Components {
    /// Name of the folder, what is in its file, and the text of the file.
    pub all: BTreeMap<String, (Component, String)>,
    /// What an address or the words of a link are.
    plain: Parameter,
}

/// A value that is described: a parameter, and the type of it or of what it holds.
#[derive(Clone, Copy, Debug)]
pub struct Node<'c> {
    /// The parameter that describes it.
    pub parameter: &'c Parameter,
    /// Its type.
    pub shape: &'c Shape,
}

impl Node<'_> {
    /// Whether both are described in the same place.
    pub fn is(&self, other: &Node<'_>) -> bool {
        std::ptr::eq(self.parameter, other.parameter) && std::ptr::eq(self.shape, other.shape)
    }
}

impl<'c> From<&'c Parameter> for Node<'c> {
    fn from(parameter: &'c Parameter) -> Node<'c> {
        Node { parameter, shape: &parameter.shape }
    }
}

impl Components {
    /// Reads the file of every component.
    pub fn read() -> Components {
        let mut all = BTreeMap::new();
        for path in folder::children(&repository(FOLDER)) {
            let name = folder::name(&path);
            let text = fs::read_to_string(path.join("component.yaml"));
            let text = text.unwrap_or_else(|error| panic!("component.yaml of {name}: {error}"));
            let read: Component = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            all.insert(name, (read, text));
        }
        let plain = Parameter {
            name: String::new(),
            shape: Shape::Word("text"),
            optional: false,
            meaning: String::new(),
            parameters: Vec::new(),
        };
        Components { all, plain }
    }

    /// A component by the name of its folder.
    pub fn get(&self, name: &str) -> Option<&Component> {
        self.all.get(name).map(|(component, _)| component)
    }

    /// A parameter of a component.
    pub fn parameter(&self, component: &str, name: &str) -> Option<Node<'_>> {
        let found = self.get(component)?.parameters.iter().find(|parameter| parameter.name == name)?;
        Some(self.resolve(Node::from(found)))
    }

    /// What a type that names another stands for.
    pub fn resolve<'c>(&'c self, node: Node<'c>) -> Node<'c> {
        let Shape::Like(path) = node.shape else { return node };
        let mut steps = path.split('.');
        let (component, name) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
        let mut found = self.parameter(component, name);
        for step in steps {
            found = found.and_then(|node| self.part(self.element(node).unwrap_or(node), step));
        }
        found.unwrap_or_else(|| panic!("there is no `{path}`"))
    }

    /// What a sequence holds.
    pub fn element<'c>(&'c self, node: Node<'c>) -> Option<Node<'c>> {
        match self.resolve(node) {
            Node { parameter, shape: Shape::Sequence(of) } => Some(self.resolve(Node { parameter, shape: of })),
            _ => None,
        }
    }

    /// A part of an object, a pair, a link or a date.
    pub fn part<'c>(&'c self, node: Node<'c>, name: &str) -> Option<Node<'c>> {
        let node = self.resolve(node);
        match node.shape {
            Shape::Object | Shape::Pair => {
                let found = node.parameter.parameters.iter().find(|parameter| parameter.name == name)?;
                Some(self.resolve(Node::from(found)))
            }
            Shape::Known(_, parts) if parts.contains(&name) => Some(Node::from(&self.plain)),
            _ => None,
        }
    }

    /// What is wrong with a value, each with the steps to it.
    pub fn faults(&self, node: Node<'_>, value: &Value, steps: &str, faults: &mut Vec<String>) {
        let node = self.resolve(node);
        let parts = &node.parameter.parameters;
        match (node.shape, value) {
            (Shape::Word(_) | Shape::Html, Value::String(_)) => {}
            (Shape::Number, Value::Number(_)) | (Shape::Boolean, Value::Bool(_)) => {}
            (Shape::Known(_, names), Value::Object(map)) => {
                let whole =
                    map.len() == names.len() && names.iter().all(|name| map.get(*name).is_some_and(Value::is_string));
                if !whole {
                    faults.push(format!("{steps} has not exactly {names:?}"));
                }
            }
            (Shape::Object, Value::Object(map)) => self.faults_in(parts, map, &format!("{steps}."), faults),
            (Shape::Pair, Value::Array(values)) if values.len() == parts.len() => {
                for (part, value) in parts.iter().zip(values).filter(|(part, value)| !part.optional || !value.is_null())
                {
                    self.faults(Node::from(part), value, &format!("{steps}[{}]", part.name), faults);
                }
            }
            (Shape::Sequence(of), Value::Array(values)) => {
                for (index, value) in values.iter().enumerate() {
                    let element = Node { parameter: node.parameter, shape: of };
                    self.faults(element, value, &format!("{steps}[{index}]"), faults);
                }
            }
            (shape, _) => faults.push(format!("{steps} is not {shape:?}: {value}")),
        }
    }

    /// What is wrong with values by name: unknown ones, missing ones, and what is wrong in each.
    pub fn faults_in(&self, parts: &[Parameter], map: &Map<String, Value>, steps: &str, faults: &mut Vec<String>) {
        let unknown = map.keys().filter(|key| !parts.iter().any(|part| part.name == **key));
        faults.extend(unknown.map(|key| format!("{steps}{key} is not described")));
        for part in parts {
            match map.get(&part.name) {
                None | Some(Value::Null) if part.optional => {}
                None => faults.push(format!("{steps}{} is missing", part.name)),
                Some(value) => self.faults(Node::from(part), value, &format!("{steps}{}", part.name), faults),
            }
        }
    }
}

/// A value as a template sees it: HTML as safe, and `null` for what may be left out and is.
pub struct Shaped<'c> {
    /// Where to look up what types stand for.
    pub all: &'c Components,
    /// What it is.
    pub node: Node<'c>,
    /// The value.
    pub value: &'c Value,
}

impl Serialize for Shaped<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let node = self.all.resolve(self.node);
        let parts = &node.parameter.parameters;
        let shaped = |node, value| Shaped { all: self.all, node, value };
        match (node.shape, self.value) {
            (Shape::Html, Value::String(text)) => tera::Value::safe_string(text).serialize(serializer),
            (Shape::Object, Value::Object(map)) => {
                let mut out = serializer.serialize_map(Some(parts.len()))?;
                for part in parts {
                    let value = map.get(&part.name).unwrap_or(&Value::Null);
                    out.serialize_entry(&part.name, &shaped(Node::from(part), value))?;
                }
                out.end()
            }
            (Shape::Pair, Value::Array(values)) => {
                serializer.collect_seq(parts.iter().zip(values).map(|(part, value)| shaped(Node::from(part), value)))
            }
            (Shape::Sequence(of), Value::Array(values)) => {
                let element = Node { parameter: node.parameter, shape: of };
                serializer.collect_seq(values.iter().map(|value| shaped(element, value)))
            }
            _ => self.value.serialize(serializer),
        }
    }
}
