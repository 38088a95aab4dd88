//! What became of the cells and rows of a workbook, for the reader.

/// What changed.
#[derive(Debug)]
pub struct Change {
    /// The cell or row of the workbook: `职责!C17`.
    pub place: String,
    /// What became of it.
    pub what: What,
}

/// What became of a cell or a row.
#[derive(Debug)]
pub enum What {
    /// A cell says something else.
    Cell {
        /// Heading of its column.
        heading: String,
        /// What the list says.
        old: String,
        /// What the workbook says.
        new: String,
    },
    /// A row is new: its id or what it opens with.
    Added(String),
    /// A row is gone: what named it, and how many rows that belonged to it went with it.
    Removed(String, usize),
    /// A row has another place among its like.
    Moved(String),
}
