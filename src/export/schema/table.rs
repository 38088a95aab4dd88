//! A table in, the schema of its JSON file out; a line of its NDJSON file is a row of it.

use serde_json::{Map, Value, json};

use crate::dataset::{CellKind, Column, Context, Survey, Table};
use crate::export::describe::{DATE, typed};
use crate::model::Lang;

/// The schema of a table.
pub fn schema(context: Context<'_>, table: &Table, survey: &Survey) -> Value {
    let model = context.graph.model;
    let mut properties = Map::new();
    for (column, lang, example) in survey.places(table, model.languages()) {
        let required = column.required_in(lang, model);
        properties.insert(column.header(lang), cell(column, lang, required, example));
    }
    let header: Vec<String> = table.header(model.languages());
    let [title, row] = [table.title, table.row].map(|[zh, en]| format!("{zh} · {en}"));
    json!({
        "title": title,
        "description": row,
        "type": "array",
        "items": {"$ref": "#/$defs/row"},
        "uniqueItems": true,
        "$defs": {
            "row": {
                "description": row,
                "type": "object",
                "properties": properties,
                "required": header,
                "additionalProperties": false,
            },
        },
    })
}

fn cell(column: &Column, lang: Lang, required: bool, example: Option<&str>) -> Value {
    let kind = match column.kind {
        CellKind::Date => CellKind::String.as_str(),
        kind => kind.as_str(),
    };
    let [title, meaning] = [column.title, column.meaning].map(|[zh, en]| format!("{zh} · {en}"));
    let title = if column.per_language { format!("{title} ({lang})") } else { title };
    let mut cell = json!({"title": title, "description": meaning});
    let words = || column.words.iter().map(|word| Value::from(*word));
    match (column.words.is_empty(), required) {
        (true, true) => cell["type"] = kind.into(),
        (true, false) => cell["type"] = json!([kind, "null"]),
        (false, true) => cell["enum"] = words().collect(),
        (false, false) => cell["enum"] = words().chain([Value::Null]).collect(),
    }
    if column.kind == CellKind::Date {
        cell["pattern"] = format!("^{DATE}$").into();
    }
    if let Some(example) = example {
        cell["examples"] = json!([typed(column.kind, example)]);
    }
    cell
}
