//! Rows of cells in, their XML out, with the numbers of the rows left open: the same text serves wherever the rows stand
//! in a sheet, such as those of a list in its own workbook and in that of the site.
//!
//! Every row and cell says where it is. The format would let that be left out, but programs that read such files do not
//! all bear it (exceljs takes no row without a number).

use crate::dataset::Cell;

use super::text::{WIDTHS, column, escape, fit, has_outer_space, width};

/// Where a row begins. XML cannot hold such a character, so no text does.
const ROW: u8 = 1;

/// Where the number of the row stands.
const NUMBER: u8 = 2;

/// How a cell looks: its place among the formats in `styles.xml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Bold on grey.
    Header = 1,
    /// Text, whatever somebody types there.
    Text = 2,
    /// Blue and underlined.
    Link = 3,
}

/// Rows that are being written.
#[derive(Clone, Debug)]
pub struct SheetRows {
    columns: Vec<String>,
    first: Look,
    part: SheetPart,
}

/// Rows of a sheet, wherever they will stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetPart {
    text: Vec<u8>,
    widths: Vec<usize>,
    rows: u32,
}

impl SheetRows {
    /// Begins rows of so many columns.
    pub fn new(columns: usize) -> SheetRows {
        let part = SheetPart { widths: vec![0; columns], ..SheetPart::default() };
        SheetRows { columns: (0..columns).map(column).collect(), first: Look::Text, part }
    }

    /// The same, with links in the first column.
    pub fn linked(self) -> SheetRows {
        SheetRows { first: Look::Link, ..self }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[Cell<'_>]) {
        let SheetPart { text: out, widths, rows } = &mut self.part;
        *rows += 1;
        out.push(ROW);
        out.extend(b"<row r=\"");
        out.push(NUMBER);
        out.extend(b"\">");
        let mut look = self.first;
        for ((cell, column), widest) in cells.iter().zip(&self.columns).zip(widths) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => text_cell(text, look, column, out),
                Cell::Integer(number) => number_cell(*number as f64, column, out),
                Cell::Number(number) => number_cell(*number, column, out),
                Cell::Boolean(yes) => {
                    begin(column, out);
                    out.extend(if *yes { b" t=\"b\"><v>1</v></c>" } else { b" t=\"b\"><v>0</v></c>" });
                }
            }
            if *cell != Cell::Empty && *widest < WIDTHS.1 {
                *widest = (*widest).max(width(&cell.to_text()));
            }
            look = Look::Text;
        }
        out.extend(b"</row>");
    }

    /// The rows.
    pub fn finish(self) -> SheetPart {
        self.part
    }
}

impl SheetPart {
    /// How many rows there are.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// How wide each column is, in characters of a Latin script.
    pub fn widths(&self) -> &[usize] {
        &self.widths
    }

    /// The rows, numbered from `first` on.
    pub fn numbered(&self, first: u32) -> Vec<u8> {
        let (mut next, mut out) = (first, Vec::new());
        number(&self.text, &mut next, u32::MAX, &mut out);
        out
    }

    /// The text, to be numbered.
    pub fn text(&self) -> &[u8] {
        &self.text
    }
}

/// Writes rows with their numbers, from `next` on and no further than `last`; gives what does not fit.
pub fn number<'t>(mut text: &'t [u8], next: &mut u32, last: u32, out: &mut Vec<u8>) -> &'t [u8] {
    let mut digits = String::new();
    out.reserve(text.len() + text.len() / 8);
    while let Some(at) = text.iter().position(|byte| *byte <= NUMBER) {
        out.extend(&text[..at]);
        if text[at] == NUMBER {
            out.extend(digits.as_bytes());
        } else if *next > last {
            return &text[at..];
        } else {
            digits = next.to_string();
            *next += 1;
        }
        text = &text[at + 1..];
    }
    out.extend(text);
    &[]
}

/// Writes the first row of a sheet.
pub fn header_row(names: &[String], out: &mut Vec<u8>) {
    let mut text = b"<row r=\"1\">".to_vec();
    for (at, name) in names.iter().enumerate() {
        text_cell(name, Look::Header, &column(at), &mut text);
    }
    text.extend(b"</row>");
    for byte in text {
        out.push(if byte == NUMBER { b'1' } else { byte });
    }
}

fn text_cell(text: &str, look: Look, column: &str, out: &mut Vec<u8>) {
    begin(column, out);
    out.extend(b" s=\"");
    out.push(b'0' + look as u8);
    if text.is_empty() {
        out.extend(b"\"/>");
        return;
    }
    let text = fit(text);
    out.extend(b"\" t=\"inlineStr\"><is><t");
    if has_outer_space(&text) {
        out.extend(b" xml:space=\"preserve\"");
    }
    out.push(b'>');
    escape(&text, out);
    out.extend(b"</t></is></c>");
}

fn number_cell(number: f64, column: &str, out: &mut Vec<u8>) {
    if number.is_finite() {
        begin(column, out);
        out.extend(format!("><v>{number}</v></c>").as_bytes());
    }
}

fn begin(column: &str, out: &mut Vec<u8>) {
    out.extend(b"<c r=\"");
    out.extend(column.as_bytes());
    out.push(NUMBER);
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use crate::dataset::Cell;

    use super::{SheetRows, number};

    #[test]
    fn rows_bear_the_numbers_of_the_place_where_they_stand() {
        let mut rows = SheetRows::new(3);
        rows.row(&["a".into(), Cell::Empty, Cell::Integer(7)]);
        rows.row(&[Cell::Empty, " b".into(), true.into()]);
        let part = rows.finish();
        let (mut next, mut out) = (9, Vec::new());
        assert_eq!(number(part.text(), &mut next, 100, &mut out), b"");
        assert_eq!(
            String::from_utf8(out).expect("UTF-8"),
            "<row r=\"9\"><c r=\"A9\" s=\"2\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"C9\"><v>7</v></c></row>\
             <row r=\"10\"><c r=\"B10\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> b</t></is></c>\
             <c r=\"C10\" t=\"b\"><v>1</v></c></row>"
        );
        assert_eq!((next, part.rows(), part.widths()), (11, 2, &[2, 3, 5][..]));
    }

    #[test]
    fn rows_that_do_not_fit_go_on_elsewhere() {
        let mut rows = SheetRows::new(1);
        ["a", "b", "c"].into_iter().for_each(|text| rows.row(&[text.into()]));
        let part = rows.finish();
        let (mut next, mut first, mut second) = (2, Vec::new(), Vec::new());
        let rest = number(part.text(), &mut next, 3, &mut first);
        next = 2;
        assert_eq!(number(rest, &mut next, 3, &mut second), b"");
        let second = String::from_utf8(second).expect("UTF-8");
        assert!(second.starts_with("<row r=\"2\"><c r=\"A2\"") && second.contains(">c<"), "{second}");
        assert_eq!(String::from_utf8(first).expect("UTF-8").matches("<row").count(), 2);
    }
}
