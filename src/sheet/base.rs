//! What a workbook says of the list that it was made of in; which rows were changed since, in it or in the list, out.

use std::collections::BTreeMap;

use crate::model::Id;

use super::cell::settled;
use super::grid::{File, Row};

/// What stands before the name of a row in the hidden sheet.
const ROW: &str = "row ";

/// The name of the fact that tells whether a table of items was changed.
pub(super) const TABLE_FACT: &str = "table";

/// The list as it was when the workbook was made: a hash for each row.
#[derive(Debug)]
pub(super) struct Base<'b> {
    facts: &'b BTreeMap<String, String>,
    /// Whether the list was changed since.
    pub stale: bool,
}

/// What a row is remembered by.
pub(super) fn fact(title: &str, key: &str) -> String {
    format!("{ROW}{title}!{key}")
}

/// What tells a row from the same row changed.
pub(super) fn digest<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    let settled: Vec<String> = cells.map(settled).collect();
    Id::hash(settled.join("\u{1f}").into_bytes().into_iter())
}

/// The same of a row of the list.
pub(super) fn of_row(row: &Row) -> String {
    digest(row.cells.iter().map(|(text, _)| text.as_str()))
}

impl<'b> Base<'b> {
    /// What the hidden sheet of a workbook says.
    pub fn new(facts: &'b BTreeMap<String, String>, stale: bool) -> Base<'b> {
        Base { facts, stale }
    }

    /// Whether the list had the row.
    pub fn has(&self, title: &str, key: &str) -> bool {
        self.facts.contains_key(&fact(title, key))
    }

    /// Whether the row of the workbook is as it was made.
    pub fn is_as_made<'c>(&self, title: &str, key: &str, cells: impl Iterator<Item = &'c str>) -> bool {
        self.facts.get(&fact(title, key)).is_some_and(|made| *made == digest(cells))
    }

    /// Whether the list says something else in the row than when the workbook was made.
    pub fn changed_since(&self, title: &str, row: &Row) -> bool {
        self.stale && self.facts.get(&fact(title, &row.key())).is_none_or(|made| *made != of_row(row))
    }

    /// Whether the row is new in the list since the workbook was made.
    pub fn added_since(&self, title: &str, row: &Row) -> bool {
        self.stale && !self.has(title, &row.key())
    }

    /// Whether a table of items is not what it was.
    pub fn table_changed(&self, file: &File) -> bool {
        self.stale && self.facts.get(TABLE_FACT).is_none_or(|made| *made != Id::hash(file.text.bytes()))
    }
}
