//! The schemas of the content in; tables of keys and of the words of closed vocabularies, for people, out.

use std::collections::BTreeMap;
use std::fs;

use qingdan::pipeline::SOURCES;
use serde_json::Value;

use super::folder;
use super::repository;

/// Types that are one value, and what `docs/data-format.md` calls them.
const VALUES: [(&str, &str); 5] =
    [("Text", "text"), ("Id", "id"), ("Date", "date"), ("Articles", "article"), ("Lang", "language tag")];

/// Every type of the content by name, with its schema.
pub fn types() -> BTreeMap<String, Value> {
    let mut types = BTreeMap::new();
    for kind in &SOURCES {
        let mut schema: Value = serde_json::from_slice(&kind.schema()).expect("a schema");
        let definitions = schema["$defs"].take();
        types.extend(definitions.as_object().cloned().unwrap_or_default());
        // A file that is a record itself has no definition of it.
        if schema["description"].is_string() {
            let (first, rest) = kind.name.split_at(1);
            types.insert(first.to_uppercase() + rest, schema);
        }
    }
    types.retain(|name, _| !VALUES.iter().any(|(value, _)| value == name));
    types
}

/// Name, meaning and keys or words of a type.
pub fn table(name: &str, schema: &Value) -> String {
    let about = schema["description"].as_str().unwrap_or_else(|| panic!("{name} has no doc comment"));
    let mut about = about.split("\n\n");
    let mut text = format!("\n**`{name}`**: {}\n\n", line(about.next().unwrap_or_default()));
    // A value that may be written short or as a mapping.
    let mapping = schema["anyOf"].as_array().and_then(|forms| forms.iter().find(|form| form["properties"].is_object()));
    let schema = mapping.unwrap_or(schema);
    let Some(properties) = schema["properties"].as_object() else {
        text += "| word | meaning |\n|---|---|\n";
        let words = schema["enum"].as_array().unwrap_or_else(|| panic!("{name} is no vocabulary"));
        for (word, meaning) in words.iter().filter_map(Value::as_str).zip(about) {
            let meaning = meaning.strip_prefix(word).and_then(|rest| rest.strip_prefix(": "));
            text += &format!("| `{word}` | {} |\n", line(meaning.expect("a meaning")));
        }
        return text;
    };
    text += "| key | type | required | meaning |\n|---|---|---|---|\n";
    let order = order(name);
    assert_eq!(order.len(), properties.len(), "keys of {name}");
    for key in &order {
        let property = &properties[key];
        let required = schema["required"].as_array().is_some_and(|all| all.iter().any(|one| one == key));
        let meaning = property["description"].as_str().unwrap_or_else(|| panic!("{name}.{key} has no doc comment"));
        let default = property["default"].as_str().map(|word| format!(" `{word}` where left out.")).unwrap_or_default();
        let required = if required { "yes" } else { "" };
        text += &format!("| `{key}` | {} | {required} | {}{default} |\n", spelled(property), line(meaning));
    }
    text
}

/// A doc comment in one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The keys of a type as it declares them: a schema has them by name.
fn order(name: &str) -> Vec<String> {
    let files = folder::read_flat(&repository("src/model"));
    let texts = files.iter().map(|file| fs::read_to_string(repository("src/model").join(file)).expect("a text"));
    let start = format!("pub struct {name} {{\n");
    let body = texts.into_iter().find_map(|text| Some(text.split_once(&start)?.1.split_once("\n}")?.0.to_owned()));
    let body = body.unwrap_or_else(|| panic!("{name} is nowhere in src/model"));
    let mut keys = Vec::new();
    let (mut renamed, mut skipped) = (None, false);
    for line in body.lines().map(str::trim) {
        skipped |= line == "#[serde(skip)]";
        if let Some((_, rest)) = line.split_once("rename = \"") {
            renamed = rest.split_once('"').map(|(key, _)| key.to_owned());
        }
        if let Some((field, _)) = line.strip_prefix("pub ").and_then(|line| line.split_once(':')) {
            let key = renamed.take().unwrap_or_else(|| field.to_owned());
            if !std::mem::take(&mut skipped) {
                keys.push(key);
            }
        }
    }
    keys
}

/// A type as the page has it.
fn spelled(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        let value = VALUES.iter().find(|(value, _)| *value == name);
        return value.map_or_else(|| format!("`{name}`"), |(_, said)| (*said).to_owned());
    }
    if let Some([many, one]) = schema["anyOf"].as_array().map(Vec::as_slice)
        && many["type"] == "array"
    {
        return format!("{}, or a {}", spelled(one), spelled(many));
    }
    let bounds = (schema["minimum"].as_u64().unwrap_or(0), schema["maximum"].as_u64());
    match (schema["type"].as_str(), bounds) {
        (Some("array"), _) => format!("sequence of {}", spelled(&schema["items"])),
        (Some("string"), _) => "plain".to_owned(),
        (Some("boolean"), _) => "`true` or `false`".to_owned(),
        (Some("integer"), (least, Some(most))) => format!("whole number, {least} to {most}"),
        (Some("integer"), _) => "whole number".to_owned(),
        (Some("number"), _) => "number".to_owned(),
        (Some("object"), _) => format!("mapping to {}", spelled(&schema["additionalProperties"])),
        (other, _) => panic!("no word for {other:?}: {schema}"),
    }
}
