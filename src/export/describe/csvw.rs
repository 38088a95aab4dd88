//! Tables in, `csv-metadata.json` out: CSV on the Web (W3C, 2015), which a program finds by itself beside a CSV file.
//!
//! `titles` are what the header of a file says, so the titles for readers are `dc:title`. A reference that a row may lack
//! is not given: validators take an empty cell for a reference that leads nowhere.

use serde_json::{Value, json};

use crate::dataset::{Bilingual, CellKind, Column, Context, Table};
use crate::model::{Lang, Model, Text};

use super::value::{DATE, file};

/// The description of CSV files that lie beside it.
pub fn csvw(context: Context<'_>, tables: &[&Table]) -> Vec<u8> {
    let model = context.graph.model;
    let site = &model.site;
    let tables: Vec<Value> = tables.iter().map(|table| describe(table, model)).collect();
    file(&json!({
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": text(&site.title),
        "dc:description": text(&site.description),
        "dc:publisher": text(&site.publisher.name),
        "dc:license": {"@id": site.licence.url},
        "tables": tables,
    }))
}

fn describe(table: &Table, model: &Model) -> Value {
    let columns: Vec<Value> =
        table.places(model.languages()).iter().map(|(column, lang)| describe_column(column, *lang, model)).collect();
    let always = table.columns.iter().filter(|column| column.required);
    let refers = always.filter_map(|column| Some((column.name, column.refers?)));
    let references: Vec<Value> = refers
        .map(|(name, target)| {
            json!({
                "columnReference": name,
                "reference": {"resource": format!("{target}.csv"), "columnReference": "id"},
            })
        })
        .collect();
    let mut schema = json!({"columns": columns, "primaryKey": table.key});
    if !references.is_empty() {
        schema["foreignKeys"] = references.into();
    }
    json!({
        "url": format!("{}.csv", table.name),
        "dc:title": phrase(table.title),
        "dc:description": phrase(table.row),
        "tableSchema": schema,
    })
}

fn describe_column(column: &Column, lang: Lang, model: &Model) -> Value {
    let name = column.header(lang);
    let mut described = json!({
        // A name may hold no hyphen, which the tag of a language can.
        "name": name.replace('-', "_"),
        "titles": name,
        "dc:title": phrase(column.title),
        "dc:description": phrase(column.meaning),
        "datatype": datatype(column),
    });
    if column.per_language && column.name != "url" {
        described["lang"] = lang.as_str().into();
    }
    if column.required_in(lang, model) {
        described["required"] = true.into();
    }
    described
}

fn datatype(column: &Column) -> Value {
    match column.kind {
        CellKind::Date => json!({"base": "string", "format": format!("^{DATE}$")}),
        CellKind::String if column.words.is_empty() => "string".into(),
        CellKind::String => json!({"base": "string", "format": format!("^({})$", column.words.join("|"))}),
        CellKind::Integer => "integer".into(),
        CellKind::Number => "decimal".into(),
        CellKind::Boolean => "boolean".into(),
    }
}

fn phrase([zh, en]: Bilingual) -> Value {
    json!([{"@value": zh, "@language": "zh"}, {"@value": en, "@language": "en"}])
}

fn text(text: &Text) -> Value {
    text.forms().map(|(lang, form)| json!({"@value": form, "@language": lang.as_str()})).collect()
}
