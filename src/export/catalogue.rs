//! What was written in, the data catalogue out.

use std::io;

use crate::link::Graph;
use crate::model::{Lang, Text};
use crate::plan::{Catalogue, ColumnEntry, FileEntry, Plan, Sample, TableEntry};

use super::column::{Both, Column};
use super::formats::Format;
use super::row::Context;
use super::table::Table;

/// How many rows of a table the catalogue shows.
const SAMPLE: usize = 5;

/// What was written of a table.
#[derive(Clone, Debug)]
pub struct Written<'t> {
    /// The table.
    pub table: &'t Table,
    /// How many rows it has.
    pub rows: u64,
    /// The formats it was written in, with the size of each file in bytes.
    pub files: Vec<(Format, u64)>,
    /// Its first rows.
    pub sample: Sample,
}

/// The path of a table's file from the root of the site.
pub fn path(table: &Table, format: Format) -> String {
    format!("data/{}.{}", table.name, format.ending())
}

/// The first rows of a table.
pub fn sample(table: &Table, graph: &Graph<'_>, plan: &Plan<'_>) -> Sample {
    let languages = graph.model.languages();
    let names = |column: &Column| -> Vec<(String, Option<Lang>)> {
        let of = |lang: &Lang| (column.header(*lang), column.per_language.then_some(*lang));
        column.languages(languages).iter().map(of).collect()
    };
    let mut sample = Sample { header: table.columns.iter().flat_map(names).collect(), rows: Vec::new() };
    // The rows after those shown are not even made: an error is how a stream of rows is left.
    let _ = table.rows(Context { graph, plan }, &mut |cells| {
        if sample.rows.len() == SAMPLE {
            return Err(io::ErrorKind::Other.into());
        }
        sample.rows.push(cells.iter().map(|cell| cell.to_text().into_owned()).collect());
        Ok(())
    });
    sample
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
        sample: written.sample.clone(),
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
