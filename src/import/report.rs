//! What was read in; what became of it, counted, out.

use std::collections::BTreeMap;

use super::document::{Doubt, Unread};
use super::record::{Fate, Read};

/// What became of the cells of a file.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Rows that are records or parts of records.
    pub rows: usize,
    /// Cells and paragraphs that hold anything.
    pub cells: usize,
    /// Those that are values of the list.
    pub values: usize,
    /// Those that are kept whole in notes.
    pub notes: usize,
    /// Headings, titles and counts.
    pub headings: usize,
    /// Those that say nothing.
    pub filler: usize,
    /// What columns were read as: where the heading stands, the heading, the key, and how many cells.
    pub columns: Vec<(String, String, String, usize)>,
    /// What is not written because it names people.
    pub left_out: Vec<(String, String)>,
    /// Columns that nobody knows: where their heading stands, and the heading.
    pub unknown: BTreeMap<String, String>,
    /// Cells whose text may not be what was typed: where, what, why.
    pub doubts: Vec<(String, String, Doubt)>,
    /// What the files hold and is no text.
    pub unread: Vec<Unread>,
    /// Sheets, rows and columns that are hidden, and were read.
    pub hidden: Vec<String>,
}

/// Counts what became of every cell.
pub fn report(read: &Read) -> Report {
    let mut report = Report {
        rows: read.rows.len(),
        cells: read.trace.len(),
        unknown: read.unknown.clone(),
        columns: read.columns.clone(),
        left_out: read.left_out.clone(),
        ..Report::default()
    };
    for traced in &read.trace {
        match traced.fate {
            Fate::Key(_) => report.values += 1,
            Fate::Note => report.notes += 1,
            Fate::Head | Fate::Title | Fate::Section | Fate::Count => report.headings += 1,
            Fate::Filler => report.filler += 1,
        }
        if let Some(doubt) = traced.doubt {
            report.doubts.push((traced.place.clone(), traced.text.clone(), doubt));
        }
    }
    report
}
