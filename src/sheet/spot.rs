//! The place of a cell in, its name as reports say it out.

use super::layout::column_name;

/// A cell of the workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Name of the sheet.
    pub sheet: String,
    /// Number of the row, from 1.
    pub line: u32,
    /// Place of the column, from 0.
    pub column: u32,
}

impl Spot {
    /// Of a cell.
    pub fn new(sheet: &str, line: u32, column: u32) -> Spot {
        Spot { sheet: sheet.to_owned(), line, column }
    }

    /// As the reports name it: `职责!C17`.
    pub fn name(&self) -> String {
        format!("{}!{}{}", self.sheet, column_name(self.column), self.line)
    }
}
