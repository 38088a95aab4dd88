//! Cells, merged ranges, hidden rows and columns in, in whatever order a file has them; a sheet out.

use std::collections::BTreeSet;

use super::encoding::clean;
use super::refusal::Refusal;
use crate::import::document::{Cell, Doubt, Row, Sheet};

/// Cells that a file may hold, at most.
pub(super) const MOST_CELLS: usize = 4_000_000;

/// Covered cells that are told from empty ones, at most: real merged cells are few and small.
const MOST_COVERED: usize = 1_000_000;

/// A range of cells that are one: first and last row, from 1, and column, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    /// First row and last.
    pub lines: (u32, u32),
    /// First column and last.
    pub columns: (u32, u32),
}

/// A sheet that is being read.
#[derive(Debug, Default)]
pub(super) struct Grid {
    cells: Vec<(u32, Cell)>,
    ranges: Vec<Range>,
    hidden_lines: BTreeSet<u32>,
    hidden_columns: Vec<(u32, u32)>,
}

impl Grid {
    /// Adds a cell. What holds nothing costs nothing.
    pub fn cell(&mut self, line: u32, column: u32, text: &str, doubt: Option<Doubt>) -> Result<(), Refusal> {
        let text = clean(text);
        if text.is_empty() && doubt.is_none() {
            return Ok(());
        }
        self.push(line, Cell { column, text, columns: 1, rows: 1, doubt, comment: None })
    }

    /// Adds a comment on a cell.
    pub fn comment(&mut self, line: u32, column: u32, text: &str) -> Result<(), Refusal> {
        let text = clean(text);
        if text.is_empty() {
            return Ok(());
        }
        self.push(line, Cell { column, columns: 1, rows: 1, comment: Some(text), ..Cell::default() })
    }

    /// Adds a cell as it is.
    pub fn push(&mut self, line: u32, cell: Cell) -> Result<(), Refusal> {
        if self.cells.len() >= MOST_CELLS {
            return Err(Refusal::TooLarge);
        }
        self.cells.push((line, cell));
        Ok(())
    }

    /// Adds a merged cell.
    pub fn merge(&mut self, range: Range) {
        if range.lines.0 < range.lines.1 || range.columns.0 < range.columns.1 {
            self.ranges.push(range);
        }
    }

    /// Says that a row is hidden.
    pub fn hide_line(&mut self, line: u32) {
        self.hidden_lines.insert(line);
    }

    /// Says that columns are hidden, from the first to the last.
    pub fn hide_columns(&mut self, first: u32, last: u32) {
        self.hidden_columns.push((first, last));
    }

    /// The sheet.
    pub fn finish(self, name: &str, hidden: bool) -> Sheet {
        let Grid { mut cells, ranges, hidden_lines, hidden_columns } = self;
        if !cells.is_sorted_by_key(|(line, cell)| (*line, cell.column)) {
            cells.sort_by_key(|(line, cell)| (*line, cell.column));
        }
        let mut rows: Vec<Row> = Vec::new();
        for (line, cell) in cells {
            match rows.last_mut() {
                Some(row) if row.line == line => join(&mut row.cells, cell),
                _ => rows.push(Row { line, hidden: hidden_lines.contains(&line), cells: vec![cell] }),
            }
        }
        let last = rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.column).max().unwrap_or_default();
        cover(&mut rows, &ranges, last);
        let mut columns = BTreeSet::new();
        for (first, end) in hidden_columns {
            columns.extend(first..=end.min(last));
        }
        Sheet { name: name.to_owned(), hidden, rows, hidden_columns: columns.into_iter().collect() }
    }
}

/// Adds a cell to a row; what is said twice of one place is one cell: its text, its comment.
fn join(cells: &mut Vec<Cell>, cell: Cell) {
    match cells.last_mut() {
        Some(last) if last.column == cell.column => {
            if last.text.is_empty() {
                last.text = cell.text;
            } else if !cell.text.is_empty() {
                last.text = format!("{}\n{}", last.text, cell.text);
            }
            last.doubt = last.doubt.or(cell.doubt);
            last.comment = match (last.comment.take(), cell.comment) {
                (Some(one), Some(other)) => Some(format!("{one}\n{other}")),
                (one, other) => one.or(other),
            };
        }
        _ => cells.push(cell),
    }
}

/// Marks merged cells and what they cover, as far as rows hold anything and columns are used.
fn cover(rows: &mut [Row], ranges: &[Range], last: u32) {
    // Row, column, and the columns and rows that the cell there spans.
    let mut marks: Vec<(usize, u32, u32, u32)> = Vec::new();
    for range in ranges {
        let start = rows.partition_point(|row| row.line < range.lines.0);
        // A merged cell in a row that holds nothing covers nothing.
        if rows.get(start).is_none_or(|row| row.line != range.lines.0) {
            continue;
        }
        let inside = rows.iter().enumerate().skip(start).take_while(|(_, row)| row.line <= range.lines.1);
        let end = range.columns.1.min(last.max(range.columns.0));
        let places = inside.flat_map(|(index, _)| (range.columns.0..=end).map(move |column| (index, column)));
        for (index, column) in places.take(MOST_COVERED.saturating_sub(marks.len())) {
            let (columns, lines) = if (index, column) == (start, range.columns.0) {
                (range.columns.1 - range.columns.0 + 1, range.lines.1 - range.lines.0 + 1)
            } else {
                (0, 0)
            };
            marks.push((index, column, columns, lines));
        }
    }
    marks.sort_unstable();
    marks.dedup_by_key(|(index, column, ..)| (*index, *column));
    for row in marks.chunk_by(|one, other| one.0 == other.0) {
        let cells = &mut rows[row[0].0].cells;
        let known = cells.len();
        for &(_, column, columns, rows) in row {
            match cells[..known].binary_search_by_key(&column, |cell| cell.column) {
                Ok(at) => (cells[at].columns, cells[at].rows) = (columns, rows),
                Err(_) => cells.push(Cell { column, columns, rows, ..Cell::default() }),
            }
        }
        cells.sort_by_key(|cell| cell.column);
    }
}
