//! What was written in, the data catalogue out.

use crate::model::{Lang, Text};
use crate::plan::{Catalogue, ColumnEntry, FileEntry, TableEntry};

use super::column::{Both, Column};
use super::formats::Format;
use super::table::Table;

/// What was written of a table.
#[derive(Clone, Debug)]
pub struct Written<'t> {
    /// The table.
    pub table: &'t Table,
    /// How many rows it has.
    pub rows: u64,
    /// The formats it was written in, with the size of each file in bytes.
    pub files: Vec<(Format, u64)>,
}

/// The path of a table's file from the root of the site.
pub fn path(table: &Table, format: Format) -> String {
    format!("data/{}.{}", table.name, format.ending())
}

/// The catalogue of the tables written, in the same order.
pub fn catalogue(written: &[Written<'_>]) -> Catalogue {
    Catalogue { tables: written.iter().map(entry).collect() }
}

fn entry(written: &Written<'_>) -> TableEntry {
    let table = written.table;
    TableEntry {
        name: table.name,
        title: phrase(table.title),
        description: phrase(table.row),
        rows: written.rows,
        columns: table.columns.iter().map(column).collect(),
        files: written
            .files
            .iter()
            .map(|(format, bytes)| FileEntry { path: path(table, *format), format: format.name(), bytes: *bytes })
            .collect(),
    }
}

fn column(column: &Column) -> ColumnEntry {
    ColumnEntry {
        name: column.label(),
        title: phrase(column.title),
        meaning: phrase(column.meaning),
        kind: column.kind.as_str(),
    }
}

fn phrase([zh, en]: Both) -> Text {
    Text::zh(zh).with(Lang::EN, en)
}
