//! The bytes of a workbook in, its sheets as rows of texts out, whatever a spreadsheet program made of the cells.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::cell::settled;
use super::layout::{ABOUT, HEAD, OWN};

/// A workbook, read.
#[derive(Debug)]
pub struct Book {
    /// What it says of itself: list, languages, what it was made of.
    pub about: BTreeMap<String, String>,
    /// Its sheets that can be seen or filled in.
    pub sheets: Vec<Page>,
}

/// A sheet, read.
#[derive(Debug)]
pub struct Page {
    /// Its name.
    pub title: String,
    /// Columns with a heading, by their place.
    pub headings: BTreeMap<u32, String>,
    /// The number of the line of headings, from 1.
    pub head: u32,
    /// Its other lines that hold something, by their number, each with its cells by place.
    pub rows: Vec<(u32, BTreeMap<u32, String>)>,
    /// Cells whose value cannot be known, by line and place.
    pub unread: Vec<(u32, u32, Unread)>,
}

/// Why the value of a cell cannot be known.
#[derive(Debug)]
pub enum Unread {
    /// A formula without a saved value.
    Unsaved(String),
    /// A number of more digits than a spreadsheet keeps.
    Rounded(String),
}

/// From here on a number has more than the 15 digits that spreadsheets keep.
const MOST: f64 = 1e15;

/// Reads a workbook; `None` where it is none.
pub(super) fn book(bytes: &[u8]) -> Option<Book> {
    let mut file = Xlsx::new(Cursor::new(bytes)).ok()?;
    let mut book = Book { about: BTreeMap::new(), sheets: Vec::new() };
    for name in file.sheet_names() {
        let range = file.worksheet_range(&name).ok()?;
        let (above, left) = range.start().unwrap_or((0, 0));
        let mut unread = Vec::new();
        if let Ok(formulas) = file.worksheet_formula(&name) {
            let (top, first) = formulas.start().unwrap_or((0, 0));
            for (row, column, formula) in formulas.used_cells().filter(|(.., formula)| !formula.is_empty()) {
                let at = (top + row as u32, first + column as u32);
                if matches!(range.get_value(at), None | Some(Data::Empty)) {
                    unread.push((at.0 + 1, at.1, Unread::Unsaved(format!("={formula}"))));
                }
            }
        }
        for (row, column, cell) in range.used_cells() {
            let is_long = match cell {
                Data::Float(number) => number.abs() >= MOST,
                Data::Int(number) => number.unsigned_abs() as f64 >= MOST,
                _ => false,
            };
            if is_long {
                unread.push((above + row as u32 + 1, left + column as u32, Unread::Rounded(text(cell))));
            }
        }
        let mut lines: Vec<(u32, BTreeMap<u32, String>)> = Vec::new();
        for (row, cells) in range.rows().enumerate() {
            let texts = cells.iter().enumerate().map(|(place, cell)| (left + place as u32, settled(&text(cell))));
            let texts: BTreeMap<u32, String> = texts.filter(|(_, text)| !text.is_empty()).collect();
            if !texts.is_empty() {
                lines.push((above + row as u32 + 1, texts));
            }
        }
        if name == ABOUT {
            let pairs =
                lines.into_iter().filter_map(|(_, cells)| Some((cells.get(&0)?.clone(), cells.get(&1)?.clone())));
            book.about = pairs.collect();
            continue;
        }
        // Somebody may have put a title above the headings.
        let is_head = |(_, cells): &(u32, BTreeMap<u32, String>)| {
            cells.values().any(|text| folded(text) == OWN || folded(text) == HEAD[0])
        };
        let head = lines.iter().take(10).position(is_head).unwrap_or(0);
        let mut lines = lines.into_iter().skip(head);
        let (head, headings) = lines.next().unwrap_or((1, BTreeMap::new()));
        let headings = headings.into_iter().map(|(place, text)| (place, folded(&text))).collect();
        book.sheets.push(Page { title: name, headings, head, rows: lines.collect(), unread });
    }
    Some(book)
}

/// Whether a file that is no workbook for us is an .ods.
pub(super) fn is_ods(bytes: &[u8]) -> bool {
    // Its kind stands uncompressed at its beginning.
    bytes.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
}

/// The id of the list that a workbook of `qingdan sheet` is of; `None` of any other bytes.
///
/// Only the hidden sheet is read, so this is quick on a large workbook of somebody else's.
pub fn is_own(bytes: &[u8]) -> Option<String> {
    let mut file = Xlsx::new(Cursor::new(bytes)).ok()?;
    if !file.sheet_names().iter().any(|name| name == ABOUT) {
        return None;
    }
    let range = file.worksheet_range(ABOUT).ok()?;
    let fact = |name: &str| {
        range.rows().find(|row| row.first().is_some_and(|cell| text(cell) == name)).and_then(|row| row.get(1)).map(text)
    };
    fact("qingdan")?;
    fact("list")
}

/// A heading as it counts: without blanks and line ends.
pub(super) fn folded(heading: &str) -> String {
    heading.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What a cell shows: a number as it was typed, a date as the lists write it.
fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Float(number) => format!("{number}"),
        Data::Int(number) => number.to_string(),
        Data::Bool(yes) => (if *yes { "是" } else { "否" }).to_owned(),
        Data::DateTime(date) => {
            let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
            let day = format!("{year:04}-{month:02}-{day:02}");
            if hour + minute + second == 0 { day } else { format!("{day} {hour:02}:{minute:02}:{second:02}") }
        }
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
        #[allow(unreachable_patterns, reason = "kinds of cells that the library may add")]
        other => other.to_string(),
    }
}
