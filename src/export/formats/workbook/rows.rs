//! Rows in, a part of a sheet out, which can stand behind other parts; parts in, the rows of a sheet out.

use crate::dataset::{Cell, HeldRows, Survey};

/// Rows of a sheet that are being gathered.
#[derive(Debug, Default)]
pub struct SheetRows(HeldRows);

/// Rows of a sheet.
#[derive(Debug)]
pub struct SheetPart(HeldRows);

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

/// The rows of a sheet.
#[derive(Debug, Default)]
pub struct Sheet(pub(super) Vec<HeldRows>);

impl Sheet {
    /// Adds rows. In which parts they come changes nothing.
    pub fn add(&mut self, part: &SheetPart) {
        self.0.push(part.0.clone());
    }
}

/// Begins the sheet of a table.
pub fn begun(_survey: &Survey) -> Sheet {
    Sheet::default()
}

/// What several workbooks of a site have in common.
#[derive(Debug, Default)]
pub struct Stock(());
