//! Graph in, the published tables out, in no format yet: each column described once beside the code that fills it, rows
//! that stream by, what is said of a table as a whole, and the catalogue of what was published.
//!
//! Who reads them: the plan lays out a page for each table, the pages show the catalogue, and the writers of formats
//! take the rows.

mod address;
mod bilingual;
mod build;
mod catalogue;
mod cell;
mod column;
mod day;
mod dictionary;
mod form;
mod formulas;
mod held;
pub mod records;
mod row;
mod scope;
mod shared;
mod survey;
mod table;
mod tables;
#[cfg(test)]
pub(crate) mod tests;

use crate::diag::Code;

pub use address::{PageUrls, Subject};
pub use bilingual::{Bilingual, first, own};
pub use catalogue::{Catalogue, ColumnEntry, FileEntry, Published, TableEntry};
pub use cell::{Cell, CellKind};
pub use column::Column;
pub use day::{Day, day, latest};
pub use dictionary::{HEADER, Head, dictionary};
pub use form::{FORM_HEADINGS, FormRow, form};
pub use formulas::formulas;
pub use held::HeldRows;
pub use row::{Context, Row, Rows};
pub use scope::Scope;
pub use survey::{FormulaCell, Sample, Survey, survey};
pub use table::{Table, Take};
pub use tables::tables;

/// Every fault that the tables show.
pub static CODES: [&Code; 1] = [&formulas::FORMULA_CELL];
