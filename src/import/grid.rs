//! A sheet in; its rows with what shows in every column, so that a merged cell shows wherever it reaches, out.

use std::collections::HashMap;

use super::document::{Cell, Sheet};

/// The number of a row among the rows of a grid, from 0.
pub type RowAt = usize;

/// A cell by the row and the place in the row where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Owner {
    /// Its row among the rows of the grid.
    pub row: RowAt,
    /// Its column.
    pub column: u32,
}

/// A sheet with merged cells spread out.
#[derive(Debug)]
pub struct Grid<'d> {
    /// The sheet.
    pub sheet: &'d Sheet,
    /// Columns that hold anything, from 0 to this, which is left out.
    pub width: u32,
    cells: HashMap<Owner, &'d Cell>,
    shown: Vec<Vec<Option<Owner>>>,
}

/// Columns looked at, at most; what lies further right is reported.
pub const WIDEST: u32 = 512;

impl<'d> Grid<'d> {
    /// Spreads out a sheet.
    pub fn new(sheet: &'d Sheet) -> Grid<'d> {
        let filled = |cell: &&Cell| cell.columns > 0 && cell.rows > 0 && !cell.text.is_empty();
        let ends = sheet.rows.iter().flat_map(|row| row.cells.iter()).filter(filled);
        let width = ends.map(|cell| cell.column.saturating_add(cell.columns)).max().unwrap_or_default().min(WIDEST);
        let mut cells = HashMap::new();
        let mut shown: Vec<Vec<Option<Owner>>> = vec![vec![None; width as usize]; sheet.rows.len()];
        for (at, row) in sheet.rows.iter().enumerate() {
            for cell in row.cells.iter().filter(filled) {
                let owner = Owner { row: at, column: cell.column };
                cells.insert(owner, cell);
                let last = row.line.saturating_add(cell.rows - 1);
                let below = sheet.rows[at..].iter().take_while(|below| below.line <= last).count();
                let end = cell.column.saturating_add(cell.columns).min(width);
                for line in &mut shown[at..at + below] {
                    for place in cell.column.min(width)..end {
                        line[place as usize].get_or_insert(owner);
                    }
                }
            }
        }
        Grid { sheet, width, cells, shown }
    }

    /// How many rows it has.
    pub fn height(&self) -> usize {
        self.shown.len()
    }

    /// The cell that shows in a place.
    pub fn owner(&self, row: RowAt, column: u32) -> Option<Owner> {
        *self.shown.get(row)?.get(column as usize)?
    }

    /// What shows in a place; empty where nothing does.
    pub fn text(&self, row: RowAt, column: u32) -> &'d str {
        self.owner(row, column).map_or("", |owner| self.of(owner))
    }

    /// The text of a cell.
    pub fn of(&self, owner: Owner) -> &'d str {
        self.cells.get(&owner).map_or("", |cell| cell.text.trim())
    }

    /// The cell itself.
    pub fn cell(&self, owner: Owner) -> Option<&'d Cell> {
        self.cells.get(&owner).copied()
    }

    /// What begins in a place; empty where a cell from above or from the left reaches into it.
    pub fn own(&self, row: RowAt, column: u32) -> &'d str {
        let owner = Owner { row, column };
        if self.owner(row, column) == Some(owner) { self.of(owner) } else { "" }
    }

    /// The cells that show in a row, from left to right, each once.
    pub fn owners(&self, row: RowAt, columns: std::ops::Range<u32>) -> Vec<Owner> {
        let mut owners: Vec<Owner> = columns.filter_map(|column| self.owner(row, column)).collect();
        owners.dedup();
        owners
    }

    /// The number of a row as the program that made it shows it.
    pub fn line(&self, row: RowAt) -> u32 {
        self.sheet.rows.get(row).map_or(0, |row| row.line)
    }

    /// Where a cell stands, as reports say it.
    pub fn place(&self, owner: Owner) -> String {
        self.sheet.place(self.line(owner.row), owner.column)
    }

    /// Every cell, row by row.
    pub fn all(&self) -> Vec<Owner> {
        let mut all: Vec<Owner> = self.cells.keys().copied().collect();
        all.sort_unstable();
        all
    }
}
