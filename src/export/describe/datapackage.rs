//! Tables in, `datapackage.json` out: a Data Package of version 2, in the part of it that both the published profile and
//! the programs at hand accept.
//!
//! Left out on purpose: the type `list` and `fieldsMatch`, which the profile gets wrong; dates as such, because papers
//! print years and months. A closed vocabulary is given as `constraints.enum`, which is enforced, and as `categories`.

use serde_json::{Map, Value, json};

use crate::export::cell::Kind;
use crate::export::column::Column;
use crate::export::phrase::{first, own};
use crate::export::row::Context;
use crate::export::table::Table;
use crate::model::{Lang, Model};

use super::{DATE, Described, file, forms, in_each, typed};

/// The description of CSV files that lie beside it.
pub fn datapackage(context: Context<'_>, tables: &[Described<'_>]) -> Vec<u8> {
    let model = context.graph.model;
    let site = &model.site;
    let list = context.scope.map(|scope| &model.lists[scope.list as usize]);
    let title = list.map_or(&site.title, |list| &list.title);
    let mut package = Map::new();
    let mut set = |key: &str, value: Value| package.insert(key.to_owned(), value);
    set("$schema", "https://datapackage.org/profiles/2.0/datapackage.json".into());
    set("name", list.map_or("qingdan", |list| &list.id).into());
    set("title", first(title, model).into());
    forms("title", title, model).into_iter().for_each(|(key, value)| drop(set(&key, value)));
    if list.is_none() {
        set("description", first(&site.description, model).into());
        forms("description", &site.description, model).into_iter().for_each(|(key, value)| drop(set(&key, value)));
    }
    if context.plan.base.is_known() {
        set("homepage", context.plan.base.absolute("").into());
    }
    set(
        "licenses",
        json!([{"name": site.licence.id, "path": site.licence.url, "title": first(&site.licence.name, model)}]),
    );
    let mut publisher = json!({"title": first(&site.publisher.name, model), "roles": ["publisher"]});
    if let Some(url) = &site.publisher.url {
        publisher["path"] = url.as_str().into();
    }
    set("contributors", json!([publisher]));
    let sources: Vec<Value> = list.map_or_else(Vec::new, |list| {
        let source = |title: &str, url: Option<&str>| match url {
            Some(url) => json!({"title": title, "path": url}),
            None => json!({"title": title}),
        };
        list.sources.iter().map(|of| source(first(&of.title, model), of.url.as_deref())).collect()
    });
    if !sources.is_empty() {
        set("sources", sources.into());
    }
    set("resources", tables.iter().map(|of| resource(of, model)).collect());
    file(&Value::Object(package))
}

fn resource(described: &Described<'_>, model: &Model) -> Value {
    let Described { table, survey, csv } = described;
    let places = table.places(model.languages());
    let fields: Vec<Value> = places
        .iter()
        .zip(&survey.examples)
        .map(|((column, lang), example)| field(table, column, *lang, example.as_deref(), model))
        .collect();
    let mut resource = json!({
        "name": table.name,
        "type": "table",
        "title": own(table.title, model),
        "description": own(table.row, model),
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": csv.bytes,
        "hash": format!("sha256:{}", csv.sha256),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": fields,
            "missingValues": [""],
            "primaryKey": table.key,
            "foreignKeys": references(table),
        },
    });
    for (key, value) in in_each("title", table.title).into_iter().chain(in_each("description", table.row)) {
        resource[key] = value;
    }
    resource
}

fn field(table: &Table, column: &Column, lang: Lang, example: Option<&str>, model: &Model) -> Value {
    let mut field = json!({
        "name": column.header(lang),
        "type": match column.kind {
            Kind::Date => "string",
            kind => kind.as_str(),
        },
        "title": own(column.title, model),
        "description": own(column.meaning, model),
    });
    for (key, value) in in_each("title", column.title).into_iter().chain(in_each("description", column.meaning)) {
        field[key] = value;
    }
    if let Some(unit) = column.unit {
        field["unit"] = own(unit, model).into();
        in_each("unit", unit).into_iter().for_each(|(key, value)| field[key] = value);
    }
    if let Some(example) = example {
        field["example"] = typed(column.kind, example);
    }
    let mut constraints = Map::new();
    if column.required_in(lang, model) {
        constraints.insert("required".into(), true.into());
    }
    if table.key == [column.name] {
        constraints.insert("unique".into(), true.into());
    }
    if column.kind == Kind::Date {
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
