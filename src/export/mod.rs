//! Plan in, open data out: tables in every format, each column described once beside the code that fills it, and the
//! data file beside each page.

mod build;
mod catalogue;
mod cell;
mod column;
mod day;
mod describe;
mod dictionary;
mod formats;
mod formulas;
mod list;
mod measure;
mod phrase;
mod rdf;
mod record;
mod records;
mod row;
mod schema;
mod scope;
mod shared;
mod sums;
mod survey;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod whole;

use std::io::{self, Write};

use crate::diag::Code;

pub use catalogue::{ARCHIVE, SUMS, Written, catalogue, file, parts, path, paths};
pub use cell::{Cell, Kind};
pub use column::{Both, Column};
pub use day::{Day, day, latest};
pub use formats::{Archive, Format};
pub use formulas::formulas;
pub use list::{OfList, of_list};
pub use measure::{Measure, measured};
pub use rdf::{Catalogs, Part, catalogs};
pub use record::record;
pub use row::Context;
pub use schema::{SOURCES, SourceKind, schemas};
pub use scope::Scope;
pub use sums::sums;
pub use survey::{FormulaCell, Survey, survey};
pub use table::{Table, Take};
pub use tables::tables;
pub use whole::Whole;

/// Every fault that exporting finds.
pub static CODES: [&Code; 1] = [&formulas::FORMULA_CELL];

/// Writes one table in one format, row by row, and returns how many rows there were.
pub fn write(table: &Table, format: Format, context: Context<'_>, out: &mut dyn Write) -> io::Result<u64> {
    format.write(table, context, out)
}
