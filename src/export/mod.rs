//! Plan in, open data out: tables in every format, each column described once beside the code that fills it, and the
//! data file beside each page.

mod build;
mod catalogue;
mod cell;
mod column;
mod formats;
mod record;
mod records;
mod row;
mod shared;
mod table;
mod tables;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use crate::link::Graph;
use crate::plan::Plan;

pub use catalogue::{Written, catalogue, path, sample};
pub use cell::{Cell, Kind};
pub use column::{Both, Column};
pub use formats::Format;
pub use record::record;
pub use row::Context;
pub use table::{Table, Take};
pub use tables::tables;

/// Writes one table in one format, row by row, and returns how many rows there were.
pub fn write(
    table: &Table,
    format: Format,
    graph: &Graph<'_>,
    plan: &Plan<'_>,
    out: &mut dyn Write,
) -> io::Result<u64> {
    format.write(table, Context { graph, plan }, out)
}
