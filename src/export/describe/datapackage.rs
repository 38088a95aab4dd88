//! Tables in, `datapackage.json` out: a Data Package of version 2, in the part of it that both the published profile and
//! the programs at hand accept.
//!
//! Left out on purpose: the type `list` and `fieldsMatch`, which the profile gets wrong; dates as such, because papers
//! print years and months. A closed vocabulary is given as `constraints.enum`, which is enforced, and as `categories`.

use serde_json::{Map, Value, json};

use crate::dataset::{CellKind, Column, Context, Table, first, own};
use crate::model::{Lang, Model, SourceDocument};
use crate::plan::Base;

use super::value::{DATE, Described, file, forms, in_each};

/// The description of CSV files that lie beside it.
pub fn datapackage(context: Context<'_>, base: &Base, tables: &[Described<'_>]) -> Vec<u8> {
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
        "resources": tables.iter().map(|of| resource(of, model)).collect::<Vec<_>>(),
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
    file(&package)
}

fn set(object: &mut Value, entries: impl IntoIterator<Item = (String, Value)>) {
    entries.into_iter().for_each(|(key, value)| object[key] = value);
}

fn source(document: &SourceDocument, model: &Model) -> Value {
    let mut source = json!({"title": first(&document.title, model)});
    set(&mut source, document.url.as_ref().map(|url| ("path".to_owned(), url.as_str().into())));
    source
}

fn resource(described: &Described<'_>, model: &Model) -> Value {
    let Described { table, survey, csv } = described;
    let places = survey.places(table, model.languages()).into_iter();
    let fields: Vec<Value> = places.map(|(column, lang, example)| field(table, column, lang, example, model)).collect();
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

fn field(table: &Table, column: &Column, lang: Lang, example: Option<&str>, model: &Model) -> Value {
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
        // The profile wants a text, whatever the type of the column.
        field["example"] = example.into();
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
