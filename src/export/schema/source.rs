//! Kinds of files of the content in, a schema for each out, for editors and for checks without this program.

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

use crate::model::{
    Agency, Department, Duty, Item, Law, List, Matter, MechanismEntry, Regime, Region, Reorganisation, Service, Site,
    Term, Topic,
};

use super::form;

/// A kind of YAML file.
#[derive(Clone, Copy, Debug)]
pub struct SourceKind {
    /// Name of the kind, and of the file of its schema.
    pub name: &'static str,
    /// The files of this kind, from the content folder.
    pub files: &'static str,
    shape: fn(&mut SchemaGenerator) -> Value,
}

impl SourceKind {
    /// The schema of files of this kind, as it stands in `docs/schema/`.
    pub fn schema(&self) -> Vec<u8> {
        form::file(self.value(), None).unwrap_or_default()
    }

    pub(super) fn value(&self) -> Value {
        let mut generator = form::reading();
        let shape = (self.shape)(&mut generator);
        form::root(self.files, shape, generator)
    }
}

/// Every kind, in the order of the documentation.
pub static SOURCES: [SourceKind; 15] = [
    kind("site", "site.yaml", one::<Site>),
    kind("regions", "regions.yaml", many::<Region>),
    kind("departments", "departments.yaml", many::<Department>),
    kind("topics", "topics.yaml", many::<Topic>),
    kind("terms", "terms.yaml", many::<Term>),
    kind("agencies", "agencies.yaml", many::<Agency>),
    kind("reorganisations", "reorganisations.yaml", many::<Reorganisation>),
    kind("laws", "laws/*.yaml", many::<Law>),
    kind("list", "lists/*/list.yaml, lists/*.yaml", one::<List>),
    kind("items", "lists/*/items.yaml", |generator| part::<Item>("items", generator)),
    kind("duties", "lists/*/duties.yaml", |generator| part::<Duty>("duties", generator)),
    kind("boundaries", "lists/*/boundaries.yaml", |generator| part::<Matter>("boundaries", generator)),
    kind("services", "lists/*/services.yaml", |generator| part::<Service>("services", generator)),
    kind("regime", "lists/*/regimes/*.yaml", one::<Regime>),
    kind("accountability", "lists/*/accountability.yaml", |generator| part::<MechanismEntry>("mechanism", generator)),
];

const fn kind(name: &'static str, files: &'static str, shape: fn(&mut SchemaGenerator) -> Value) -> SourceKind {
    SourceKind { name, files, shape }
}

/// The file is the record.
fn one<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    T::json_schema(generator).to_value()
}

/// The file is a sequence of records.
fn many<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    <Vec<T>>::json_schema(generator).to_value()
}

/// The file has one key, with a sequence of records behind it.
fn part<T: JsonSchema>(key: &str, generator: &mut SchemaGenerator) -> Value {
    let records = <Vec<T>>::json_schema(generator).to_value();
    json!({"type": "object", "properties": {key: records}, "required": [key], "additionalProperties": false})
}
