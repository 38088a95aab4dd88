//! Rows as they stream by in; the same rows again, kept apart from what they were made of, out.

use super::cell::Cell;

/// Rows that are kept, in little room: their texts stand one behind the other.
#[derive(Clone, Debug, Default)]
pub struct HeldRows {
    texts: String,
    cells: Vec<HeldCell>,
    rows: usize,
}

/// A cell whose text stands elsewhere.
#[derive(Clone, Copy, Debug)]
enum HeldCell {
    Empty,
    /// Where the text ends; it begins where the one before it ends.
    Text(usize),
    Integer(i64),
    Number(f64),
    Boolean(bool),
}

impl HeldRows {
    /// Keeps a row. All have as many cells.
    pub fn row(&mut self, cells: &[Cell<'_>]) {
        self.rows += 1;
        self.cells.reserve(cells.len());
        for cell in cells {
            self.cells.push(match cell {
                Cell::Empty => HeldCell::Empty,
                Cell::Text(text) => {
                    self.texts.push_str(text);
                    HeldCell::Text(self.texts.len())
                }
                Cell::Integer(number) => HeldCell::Integer(*number),
                Cell::Number(number) => HeldCell::Number(*number),
                Cell::Boolean(yes) => HeldCell::Boolean(*yes),
            });
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The cells of all rows, row after row.
    pub fn cells(&self) -> Vec<Cell<'_>> {
        let mut start = 0;
        let mut text = |end: usize| {
            let text = self.texts.get(start..end).unwrap_or_default();
            start = end;
            Cell::from(text)
        };
        let cell = |held: &HeldCell| match *held {
            HeldCell::Empty => Cell::Empty,
            HeldCell::Text(end) => text(end),
            HeldCell::Integer(number) => Cell::Integer(number),
            HeldCell::Number(number) => Cell::Number(number),
            HeldCell::Boolean(yes) => Cell::Boolean(yes),
        };
        self.cells.iter().map(cell).collect()
    }

    /// The rows of `cells`, as `cells` gave them.
    pub fn rows<'r, 'c>(&self, cells: &'r [Cell<'c>]) -> impl Iterator<Item = &'r [Cell<'c>]> + use<'r, 'c> {
        cells.chunks(cells.len().checked_div(self.rows).unwrap_or_default().max(1))
    }
}
