//! Rows in, a part of a sheet out, which can stand behind other parts.

use crate::dataset::{Cell, HeldRows};

/// Rows of a sheet that are being gathered.
#[derive(Debug, Default)]
pub struct SheetRows(HeldRows);

/// Rows of a sheet.
#[derive(Debug)]
pub struct SheetPart(pub(super) HeldRows);

impl SheetRows {
    /// No row yet of a sheet with so many columns.
    pub fn new(_columns: usize) -> SheetRows {
        SheetRows::default()
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[Cell<'_>]) {
        self.0.row(cells);
    }

    /// The rows.
    pub fn finish(self) -> SheetPart {
        SheetPart(self.0)
    }
}
