//! A schema as it is derived in, the schema as it is published out: nothing but what its draft knows, and no `null`,
//! which no record has.

use std::io;

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The draft.
const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// What derives the schemas of files that are read.
pub fn reading() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_deserialize().into_generator()
}

/// What derives the schemas of files that are written.
pub fn writing() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_serialize().into_generator()
}

/// The schema of a file: its title, what `shape` says, and the definitions that it refers to.
pub fn root(title: &str, mut shape: Value, mut generator: SchemaGenerator) -> Value {
    let definitions = generator.take_definitions(true);
    shape["title"] = title.into();
    if !definitions.is_empty() {
        shape["$defs"] = definitions.into();
    }
    clean(&mut shape);
    shape
}

/// The bytes of a schema, under the address where it is published.
pub fn file(schema: Value, id: Option<String>) -> io::Result<Vec<u8>> {
    let mut top = Map::new();
    top.insert("$schema".into(), DRAFT.into());
    top.extend(id.map(|id| ("$id".to_owned(), id.into())));
    if let Value::Object(schema) = schema {
        top.extend(schema);
    }
    let mut bytes = serde_json::to_vec_pretty(&top)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Takes away what a value that is left out would be, formats that no draft knows, and `null`: what may be left out is
/// not written as `null`.
fn clean(schema: &mut Value) {
    match schema {
        Value::Array(all) => all.iter_mut().for_each(clean),
        Value::Object(map) => {
            map.remove("format");
            if map.get("default").is_some_and(|value| !matches!(value, Value::Bool(_)) && !is_word(value)) {
                map.remove("default");
            }
            if let Some(Value::Array(types)) = map.get_mut("type") {
                types.retain(|name| name != "null");
                if let [one] = &types[..] {
                    map["type"] = one.clone();
                }
            }
            if let Some(Value::Array(any)) = map.get_mut("anyOf") {
                any.retain(|one| *one != json!({"type": "null"}));
                if let [Value::Object(one)] = &mut any[..] {
                    let one = std::mem::take(one);
                    map.remove("anyOf");
                    map.extend(one);
                }
            }
            map.values_mut().for_each(clean);
        }
        _ => {}
    }
}

fn is_word(value: &Value) -> bool {
    value.as_str().is_some_and(|word| !word.is_empty())
}
