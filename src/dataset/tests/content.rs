//! Nothing of the content is missing from the tables.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::dataset::tables;
use crate::model::Model;
use crate::model::walk::walk;

use super::sample::{cells, model};

fn every_cell(model: &Model) -> BTreeSet<String> {
    tables().iter().flat_map(|table| cells(table, model).1).flatten().collect()
}

#[test]
fn every_text_string_and_phone_that_a_walk_meets_is_in_a_cell() {
    let model = model();
    let have = every_cell(&model);
    let mut met = 0;
    let mut missing = Vec::new();
    let mut look = |text: &str| {
        met += 1;
        if !have.contains(text) {
            missing.push(text.to_owned());
        }
    };
    walk(&model, &mut |node, _| {
        node.text().into_iter().flat_map(|text| text.forms()).for_each(|(_, form)| look(form));
        node.string().into_iter().for_each(&mut look);
    });
    assert_eq!(missing, Vec::<String>::new());
    assert!(met > 150, "the sample has lost texts: {met}");
}

#[test]
fn every_value_of_the_content_is_in_a_cell() {
    let model = model();
    let have = every_cell(&model);
    let last: BTreeSet<&str> = have.iter().filter_map(|cell| cell.rsplit('/').next()).collect();
    let mut missing = Vec::new();
    let values = [
        serde_json::to_value(&model.site),
        serde_json::to_value(&model.regions),
        serde_json::to_value(&model.departments),
        serde_json::to_value(&model.topics),
        serde_json::to_value(&model.terms),
        serde_json::to_value(&model.laws),
        serde_json::to_value(&model.agencies),
        serde_json::to_value(&model.reorganisations),
        serde_json::to_value(&model.lists),
    ];
    for value in values {
        leaves("", &value.expect("JSON"), &mut |key, leaf| {
            // Languages are columns; articles are taken apart.
            if !["languages", "articles"].contains(&key) && !have.contains(leaf) && !last.contains(leaf) {
                missing.push(format!("{key}: {leaf}"));
            }
        });
    }
    assert_eq!(missing, Vec::<String>::new());
}

fn leaves(key: &str, value: &Value, look: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::Null => {}
        Value::Bool(yes) => look(key, &yes.to_string()),
        Value::Number(number) => look(key, number.to_string().trim_end_matches(".0")),
        Value::String(text) => look(key, text),
        Value::Array(values) => values.iter().for_each(|value| leaves(key, value, look)),
        Value::Object(map) => map.iter().for_each(|(key, value)| leaves(key, value, look)),
    }
}

#[test]
fn the_sample_fills_every_column() {
    let model = model();
    for table in tables() {
        let (header, rows) = cells(table, &model);
        // A remark on the source is rare; the one of a work item shows that the column fills.
        let rare = |name: &String| name.starts_with("source_note") && table.name != "work_items";
        for (at, name) in header.iter().enumerate().filter(|(_, name)| !rare(name)) {
            assert!(rows.iter().any(|row| !row[at].is_empty()), "{}.{name} is always empty", table.name);
        }
    }
}
