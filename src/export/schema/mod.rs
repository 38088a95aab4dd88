//! Types of the model and tables in, JSON Schemas (2020-12) out: for each kind of file of the content, and for each
//! JSON file that is published. Schemas of records and of the content are derived from the types that are read and
//! written; those of tables from the descriptions of their columns.

mod form;
mod record;
mod source;
mod table;

use std::io;

use serde_json::Value;

use crate::dataset::{Context, tables};
use crate::model::{DataFormat, Publishing};
use crate::plan::Plan;

use super::record::{self as records, RecordKind};
use super::written::Written;

pub use source::{SOURCES, SourceKind};

/// The folder of the schemas, from the root of the site. A change that refuses what was accepted before gets another.
pub const FOLDER: &str = "schema/v1";

/// The path of a schema from the root of the site, given its name.
pub fn path(name: &str) -> String {
    format!("{FOLDER}/{name}.schema.json")
}

/// The name of the schema of a table.
pub fn of_table(table: &str) -> String {
    format!("table-{table}")
}

/// The name of the schema of a kind of record.
pub fn of_record(record: &RecordKind) -> String {
    format!("record-{}", record.kind)
}

/// The paths of all schemas from the root of the site: those of JSON that it publishes, and where there is any, those of
/// the content it is made from.
pub fn paths(data: &Publishing) -> impl Iterator<Item = String> {
    let sources = SOURCES.iter().filter(|_| has_any(data)).map(|source| path(source.name));
    let records = records::KINDS.iter().filter(|_| data.pages).map(|record| path(&of_record(record)));
    let tables = tables().iter().filter(|_| has_tables(data)).map(|table| path(&of_table(table.name)));
    sources.chain(records).chain(tables)
}

fn has_any(data: &Publishing) -> bool {
    data.pages || has_tables(data)
}

fn has_tables(data: &Publishing) -> bool {
    data.of_site(DataFormat::Json) || data.of_site(DataFormat::Ndjson)
}

/// Every schema of the site: path from the root and bytes.
///
/// # Errors
///
/// Fails where a value cannot be written as JSON, which none of these can be.
pub fn schemas(context: Context<'_>, plan: &Plan<'_>, written: &[Written<'_>]) -> io::Result<Vec<(String, Vec<u8>)>> {
    let (base, data) = (&plan.base, &plan.data);
    let named = |name: String, schema: Value| {
        let path = path(&name);
        let id = base.is_known().then(|| base.absolute(&path));
        Ok((path, form::file(schema, id)?))
    };
    let sources = SOURCES.iter().filter(|_| has_any(data)).map(|source| named(source.name.to_owned(), source.value()));
    let records = records::KINDS.iter().filter(|_| data.pages);
    let records = records.map(|record| named(of_record(record), record::schema(record)));
    let tables = written.iter().filter(|_| has_tables(data));
    let tables = tables.map(|of| named(of_table(of.table.name), table::schema(context, of.table, &of.survey)));
    sources.chain(records).chain(tables).collect()
}
