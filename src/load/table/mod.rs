//! The table of a list's items in, the items or all that is wrong with its cells out.
//!
//! The `csv` crate reads it, and says no places: cells are counted, and only for a fault are they looked up in the text.

mod cells;
mod column;
mod counterparts;
mod fault;
mod header;
mod item;
mod lines;
mod locate;
mod read;
mod row;
pub mod words;

use std::ops::Range;

use crate::diag::{FileId, Sink, Step};
use crate::model::Item;

use super::passage::first_line;
use fault::TableFault;
use locate::Places;

pub use cells::cells;
pub use column::{HEADINGS, Heading};
pub use read::delimiter;
pub(super) use words::limit;

/// The items of a table; `None` where something is wrong with it.
pub(super) fn items(text: &str, file: FileId, sink: &mut Sink) -> Option<Vec<Item>> {
    let (bare, before) = bare(text);
    let mut read = read::read(bare);
    if read.faults.is_empty() {
        return Some(read.items);
    }
    let faults = std::mem::take(&mut read.faults);
    let places = Places::new(bare, read);
    for fault in faults {
        let cell = places.cell(fault.record, fault.place);
        let is_quote = matches!(fault.what, TableFault::Quote(_));
        let span = if is_quote { cell } else { locate::inner(bare, cell) };
        let span = first_line(bare, span);
        sink.push(fault::diagnostic(file, span.start + before..span.end + before, &fault.what));
    }
    None
}

/// The items of a table that another part of the program has made; the first cell that is wrong, with its record and
/// place, where one is.
///
/// # Errors
///
/// Fails with the record and the place of the first fault, both counted from 0.
pub fn read_items(text: &str) -> Result<Vec<Item>, (u32, u32)> {
    let read = read::read(text);
    match read.faults.first() {
        Some(fault) => Err((fault.record, fault.place)),
        None => Ok(read.items),
    }
}

/// Where values of a table stand.
#[derive(Debug)]
pub(super) struct TablePlaces(Places);

impl TablePlaces {
    /// Reads a table for its places.
    pub fn new(text: &str) -> TablePlaces {
        let (bare, _) = bare(text);
        TablePlaces(Places::new(bare, read::read(bare)))
    }

    /// The bytes of the value at the end of the steps from the root of the file.
    pub fn value(&self, text: &str, steps: &[Step]) -> Range<usize> {
        let (bare, before) = bare(text);
        let span = self.0.value(bare, steps);
        span.start + before..span.end + before
    }
}

/// The text behind its byte order mark, and the length of that.
fn bare(text: &str) -> (&str, usize) {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    (bare, text.len() - bare.len())
}
