//! What is read from a file of an office, whatever its format: paragraphs, and sheets of cells, in the order of the file.

/// A file of an office, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its paragraphs and sheets, in order. A workbook has sheets alone; a Word document has a sheet for each table.
    pub blocks: Vec<Block>,
    /// What the file holds and could not be read as text, such as a picture: where it is, and what.
    pub unread: Vec<Unread>,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph outside of every table.
    Paragraph(Paragraph),
    /// A sheet of a workbook, a table of a Word document, a CSV file.
    Sheet(Sheet),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Which paragraph of the document it is, from 1, as the reports name it.
    pub line: u32,
    /// Its text, with the number that Word shows before it.
    pub text: String,
    /// Comments and notes at the foot of the page that belong to it.
    pub comment: Option<String>,
}

/// A table as it lies in the file: titles, blank rows and repeated heads included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Name of the sheet; `表1`, `表2` … in a Word document; empty for a CSV file.
    pub name: String,
    /// Whether the program that made the file hides it.
    pub hidden: bool,
    /// Rows that hold anything, in order. Blank ones are left out, so that formats down to the last row cost nothing.
    pub rows: Vec<Row>,
    /// Columns that are hidden, from 0, as far as columns are used.
    pub hidden_columns: Vec<u32>,
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number as the program shows it, from 1.
    pub line: u32,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Cells that hold something or span several, and those that such a cell covers, from left to right. A row that holds
    /// nothing of its own is left out even where cells above cover it.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its column, from 0.
    pub column: u32,
    /// What it shows: rich text and phonetic hints settled, `_x000D_` and the like undone, line ends as `\n`, a number
    /// as typed where that is known, a date as `2024-03-01`, the cached value of a formula, or the formula where none is.
    /// White space around it is left out. A covered cell has text only where the file hides some under the merged cell.
    pub text: String,
    /// Columns that it spans; at least 1, and 0 where another cell covers it.
    pub columns: u32,
    /// Rows that it spans; at least 1, and 0 where another cell covers it.
    pub rows: u32,
    /// Where the text may not be what was typed.
    pub doubt: Option<Doubt>,
    /// Comments on it, and notes at the foot of the page that belong to it.
    pub comment: Option<String>,
}

/// Why the text of a cell may not be what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A number of more than 15 digits, the last of which a spreadsheet has replaced by zeros.
    Digits,
    /// A formula whose value was never saved, or is an error.
    Formula,
    /// Characters that the encoding could not give.
    Encoding,
    /// A date that the spreadsheet may have made of something else, such as `1-2`.
    Date,
    /// Text with changes that are not yet accepted: the text is as if they were.
    Change,
}

/// Something in a file that is no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Where it is: `sheet!cell`, a paragraph, or the name of a part of the file.
    pub place: String,
    /// What it is.
    pub what: UnreadKind,
}

/// What cannot be read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadKind {
    /// A picture, which may show a table.
    Picture,
    /// An object of another program.
    Object,
    /// A chart.
    Chart,
}

/// The name of a column as spreadsheets show it.
///
/// ```
/// use qingdan::import::document::column_name;
///
/// assert_eq!(column_name(0), "A");
/// assert_eq!(column_name(27), "AB");
/// ```
pub fn column_name(column: u32) -> String {
    let mut name = String::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        name.insert(0, char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    name
}

impl Document {
    /// Adds a paragraph after what there is.
    pub fn add_paragraph(&mut self, text: String, comment: Option<String>) {
        let last = self.blocks.iter().rev().find_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.line),
            Block::Sheet(_) => None,
        });
        let line = last.unwrap_or(0).saturating_add(1);
        self.blocks.push(Block::Paragraph(Paragraph { line, text, comment }));
    }
}

impl Sheet {
    /// A cell as the reports name it: `行政许可!C17`, or `C17` where the sheet has no name.
    pub fn place(&self, line: u32, column: u32) -> String {
        let cell = format!("{}{line}", column_name(column));
        if self.name.is_empty() { cell } else { format!("{}!{cell}", self.name) }
    }
}
