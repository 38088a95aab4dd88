//! Plan in, `openapi.json` out: OpenAPI 3.1 of the JSON files, which need no server that knows of it.

use serde_json::{Map, Value, json};

use crate::dataset::{Context, Table, first};
use crate::export::record::{KINDS, RecordKind, record_files};
use crate::export::schema;
use crate::model::DataFormat;
use crate::plan::Plan;

use super::value::file;

/// The way from the folder of the file to the root of the site.
const UP: &str = "../";

/// The description of every kind of JSON file.
pub fn openapi(context: Context<'_>, plan: &Plan<'_>, tables: &[&Table]) -> Vec<u8> {
    let model = context.graph.model;
    let site = &model.site;
    let mut info = json!({
        "title": first(&site.title, model),
        "description": first(&site.description, model),
        "version": "v1",
        "license": {"name": first(&site.licence.name, model), "url": site.licence.url},
    });
    let mut contact = json!({"name": first(&site.publisher.name, model)});
    if let Some(email) = &site.contact.email {
        contact["email"] = email.as_str().into();
    }
    if let Some(url) = site.contact.url.as_ref().or(site.publisher.url.as_ref()) {
        contact["url"] = url.as_str().into();
    }
    info["contact"] = contact;
    let server = if plan.base.is_known() { plan.base.absolute("") } else { UP.to_owned() };
    let mut paths = Map::new();
    for table in tables.iter().filter(|_| plan.data.of_site(DataFormat::Json)) {
        paths.insert(format!("/data/{}.json", table.name), of_table(table));
    }
    for kind in &KINDS {
        // A kind that the site has no file of is not described.
        let example = plan.targets.iter().find(|target| plan.has_data(**target) && target.kind().name == kind.kind);
        if let Some(example) = example {
            let path = format!("{}index.json", example.kind().address);
            let parameters = parameters(&path, &plan.data_file(*example));
            paths.insert(format!("/{path}"), of_record(kind, parameters));
            let of_kind =
                plan.targets.iter().filter(|target| plan.has_data(**target) && target.kind().name == kind.kind);
            if let Some(long) = of_kind.into_iter().find(|target| record_files(**target, context.graph) > 1) {
                let path = format!("{}index-{{file}}.json", long.kind().address);
                paths.insert(format!("/{path}"), of_further(kind, &path, &plan.record_file(*long, 1)));
            }
        }
    }
    file(&json!({
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": server}],
        "tags": [
            {"name": "tables", "description": "每张表一个文件，是行的数组 · A file for each table, an array of rows"},
            {"name": "records", "description": "每个页面旁边的 index.json · index.json beside each page"},
        ],
        "paths": paths,
    }))
}

fn of_table(table: &Table) -> Value {
    let [title, row] = [table.title, table.row].map(both);
    operation(&format!("table_{}", table.name), "tables", &title, &row, &schema::of_table(table.name), Vec::new())
}

fn of_record(kind: &RecordKind, parameters: Vec<Value>) -> Value {
    let title = both(kind.title);
    operation(&format!("record_{}", kind.kind), "records", &title, &title, &schema::of_record(kind), parameters)
}

/// The files after the first, where what points to a subject is spread over several.
fn of_further(kind: &RecordKind, path: &str, example: &str) -> Value {
    let title = both(kind.title) + "（续）· continued";
    let number = json!({
        "name": "file", "in": "path", "required": true, "schema": {"type": "integer", "minimum": 2}, "example": 2,
    });
    let parameters = parameters(path, example).into_iter().chain([number]).collect();
    let about = "links.next 所指的文件 · The file that links.next of the one before leads to";
    operation(&format!("record_{}_further", kind.kind), "records", &title, about, &schema::of_record(kind), parameters)
}

fn operation(id: &str, tag: &str, title: &str, about: &str, schema: &str, parameters: Vec<Value>) -> Value {
    let reference = format!("{UP}{}", schema::path(schema));
    let answer = json!({"description": about, "content": {"application/json": {"schema": {"$ref": reference}}}});
    let mut get = json!({"operationId": id, "tags": [tag], "summary": title, "responses": {"200": answer}});
    if !parameters.is_empty() {
        get["parameters"] = parameters.into();
    }
    json!({"get": get})
}

/// The names in braces of a path, each with what stands for it in the path of one file.
fn parameters(template: &str, example: &str) -> Vec<Value> {
    let pieces = template.split('/').zip(example.split('/'));
    let named = pieces.filter_map(|(piece, id)| Some((piece.strip_prefix('{')?.strip_suffix('}')?, id)));
    let parameter = |(name, id): (&str, &str)| {
        json!({
            "name": name,
            "in": "path",
            "required": true,
            "schema": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
            "example": id,
        })
    };
    named.map(parameter).collect()
}

fn both([zh, en]: [&str; 2]) -> String {
    format!("{zh} · {en}")
}
