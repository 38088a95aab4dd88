//! What was read, before it is a list: rows under keys, headings over them, and what became of every cell.

use std::collections::BTreeMap;

use super::document::Doubt;
use super::kind::Kind;
use super::line::Heading;

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The key that it belongs under; empty where nobody knows, and `note` for a column that has no key of its own.
    pub key: String,
    /// The heading of its column.
    pub heading: String,
    /// The lowest of the headings, where there are several.
    pub lower: String,
    /// The cell, cleaned.
    pub text: String,
    /// Whether the cell begins in this row.
    pub fresh: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What the table is about.
    pub kind: Kind,
    /// Its values, from left to right.
    pub values: Vec<Value>,
    /// The heading that it stands under, among the headings of the list.
    pub section: Option<usize>,
    /// The part of the document: the sheet or the table.
    pub part: usize,
    /// Its number in that part.
    pub line: u32,
    /// Whether a form, not a table, holds it: every value begins anew.
    pub form: bool,
}

/// A heading over rows, in the order of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: Heading,
    /// The heading that it stands under.
    pub above: Option<usize>,
    /// The part of the document.
    pub part: usize,
    /// Where it stands among the traces; the heading of a matter is its name.
    pub trace: usize,
}

/// What became of a cell or a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is a value under this key.
    Key(String),
    /// It is kept, with its heading, in the notes of its row or of the list.
    Note,
    /// It is the heading of a column.
    Head,
    /// It is the title of the list, or says who publishes it and when.
    Title,
    /// It is a heading over rows.
    Section,
    /// It counts rows.
    Count,
    /// It says nothing: a page number, `续表`, the number of a column, a mark that nothing stands here.
    Filler,
}

/// A cell or a paragraph and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced {
    /// Where it stands: `sheet!cell`, or the paragraph.
    pub place: String,
    /// What it says.
    pub text: String,
    /// What became of it.
    pub fate: Fate,
    /// Why the text may not be what was typed.
    pub doubt: Option<Doubt>,
}

/// A part of a document: a sheet, a table, or the text of a Word document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The file that it is of, among the files.
    pub file: usize,
    /// Its heading: the name of the sheet, the title above the table.
    pub title: String,
}

/// All that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Lines of titles, in order.
    pub titles: Vec<String>,
    /// Parts of the documents.
    pub parts: Vec<Part>,
    /// Headings over rows.
    pub sections: Vec<Section>,
    /// Rows.
    pub rows: Vec<Row>,
    /// What is not written because it names people: where it stands and what it says.
    pub left_out: Vec<(String, String)>,
    /// Remarks on the list as a whole.
    pub notes: Vec<String>,
    /// What became of every cell.
    pub trace: Vec<Traced>,
    /// What columns were read as: where the heading stands, the heading, the key, and how many cells.
    pub columns: Vec<(String, String, String, usize)>,
    /// Columns that nobody knows: where their heading stands, and the heading.
    pub unknown: BTreeMap<String, String>,
}

impl Row {
    /// The texts under a key that begin in this row.
    pub fn fresh(&self, key: &str) -> impl Iterator<Item = &Value> {
        self.values.iter().filter(move |value| value.key == key && value.fresh && !value.text.is_empty())
    }

    /// The first text under a key, wherever its cell begins.
    pub fn shown(&self, key: &str) -> Option<&str> {
        self.values.iter().find(|value| value.key == key && !value.text.is_empty()).map(|value| &*value.text)
    }
}
