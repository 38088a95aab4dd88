//! Cells, merged ranges, hidden rows and columns in, in whatever order a file has them; a sheet out.

use std::collections::BTreeSet;

use super::encoding::clean;
use super::refusal::Refusal;
use crate::import::document::{Cell, Doubt, Row, Sheet};

/// Cells that a file may hold, at most: a table of ten thousand items in twenty columns.
pub(super) const MOST_CELLS: usize = 200_000;

/// Bytes of text that a file may hold, at most: a text that is said once may be shown by a million cells.
const MOST_TEXT: usize = 48 << 20;

/// Merged cells, and cells that they cover, that are looked at, at most: real ones are few and small.
const MOST_COVERED: usize = 1_000_000;

/// A range of cells that are one: first and last row, from 1, and column, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    /// First row and last.
    pub lines: (u32, u32),
    /// First column and last.
    pub columns: (u32, u32),
}

/// What the sheets of a file have come to so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spent {
    cells: usize,
    text: usize,
}

/// A sheet that is being read.
#[derive(Debug, Default)]
pub(super) struct Grid {
    spent: Spent,
    cells: Vec<(u32, Cell)>,
    ranges: Vec<Range>,
    hidden_lines: BTreeSet<u32>,
    hidden_columns: Vec<(u32, u32)>,
}

impl Grid {
    /// A further sheet of a file.
    pub fn after(spent: Spent) -> Grid {
        Grid { spent, ..Grid::default() }
    }

    /// What the file has come to with this sheet.
    pub fn spent(&self) -> Spent {
        self.spent
    }

    /// Adds a cell. What holds nothing costs nothing.
    pub fn cell(&mut self, line: u32, column: u32, text: &str, doubt: Option<Doubt>) -> Result<(), Refusal> {
        let text = clean(text);
        if text.is_empty() && doubt.is_none() {
            return Ok(());
        }
        self.push(line, Cell { column, text, columns: 1, rows: 1, doubt, comment: None })
    }

    /// Adds a cell of a file that holds texts alone: a code that a spreadsheet has written by powers of ten is not whole.
    pub fn text_cell(&mut self, line: u32, column: u32, text: &str) -> Result<(), Refusal> {
        // By which programs keep Excel from counting with a code: `="370105198001011234"`.
        let text = text.trim().strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(text);
        let lost = text.contains('\u{fffd}').then_some(Doubt::Encoding);
        self.cell(line, column, text, lost.or(in_powers(text).then_some(Doubt::Digits)))
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
        self.spent.cells += 1;
        self.spent.text += cell.text.len() + cell.comment.as_ref().map_or(0, String::len);
        if self.spent.cells > MOST_CELLS || self.spent.text > MOST_TEXT {
            return Err(Refusal::TooLarge);
        }
        self.cells.push((line, cell));
        Ok(())
    }

    /// Adds a merged cell.
    pub fn merge(&mut self, range: Range) {
        let several = range.lines.0 < range.lines.1 || range.columns.0 < range.columns.1;
        if several && self.ranges.len() < MOST_COVERED {
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
        let Grid { mut cells, ranges, hidden_lines, hidden_columns, .. } = self;
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

/// Whether a text is a number by powers of ten, such as `3.70105E+17`.
pub(super) fn in_powers(text: &str) -> bool {
    let Some((figures, power)) = text.trim().split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let whole = figures.split_once('.').map_or(digits(figures), |(whole, rest)| digits(whole) && digits(rest));
    whole && power.strip_prefix('+').is_some_and(digits)
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

#[cfg(test)]
mod tests {
    use super::{Grid, Range};
    use crate::import::document::{Cell, Doubt, Row};

    fn shown(rows: &[Row]) -> Vec<String> {
        let cells = rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row.line, cell)));
        let shown = cells
            .map(|(line, Cell { column, text, rows, columns, .. })| format!("{line},{column} {text} {rows}x{columns}"));
        shown.collect()
    }

    #[test]
    fn cells_in_any_order_make_a_sheet() {
        let mut grid = Grid::default();
        grid.cell(3, 1, "丙", None).unwrap();
        grid.cell(1, 0, " 甲 ", None).unwrap();
        grid.cell(1, 1, "隐", None).unwrap();
        grid.cell(2, 5, "", None).unwrap();
        grid.comment(3, 1, "批注").unwrap();
        grid.merge(Range { lines: (1, 3), columns: (0, 1) });
        grid.merge(Range { lines: (2, 2), columns: (0, 16_383) });
        grid.hide_line(3);
        grid.hide_columns(1, 16_383);
        let sheet = grid.finish("表", false);
        assert_eq!(shown(&sheet.rows), ["1,0 甲 3x2", "1,1 隐 0x0", "3,0  0x0", "3,1 丙 0x0"]);
        assert!(sheet.rows[1].hidden && sheet.rows[1].cells[1].comment.as_deref() == Some("批注"));
        assert_eq!(sheet.hidden_columns, [1]);
    }

    #[test]
    fn merged_cells_of_the_whole_sheet_cost_little() {
        let mut grid = Grid::default();
        (1..2_000).for_each(|line| grid.cell(line, 3, "1", None).unwrap());
        (0..2_000_000).for_each(|_| grid.merge(Range { lines: (1, 1_048_576), columns: (0, 16_383) }));
        let sheet = grid.finish("", false);
        assert_eq!((sheet.rows.len(), sheet.rows[5].cells.len()), (1_999, 4));
        assert_eq!((sheet.rows[0].cells[0].rows, sheet.rows[0].cells[0].columns), (1_048_576, 16_384));
    }

    #[test]
    fn codes_by_powers_of_ten_are_known_to_be_damaged() {
        let mut grid = Grid::default();
        for (column, text) in (0..).zip(["3.70105E+17", "3E+5", "E+5", "3.E+5", "A3E+5", "1e5"]) {
            grid.text_cell(1, column, text).unwrap();
        }
        let sheet = grid.finish("", false);
        let doubts: Vec<bool> = sheet.rows[0].cells.iter().map(|cell| cell.doubt == Some(Doubt::Digits)).collect();
        assert_eq!(doubts, [true, true, false, false, false, false]);
    }
}
