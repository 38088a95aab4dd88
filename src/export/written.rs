//! A table as it was written: its formats, where each file lies, and its entry in the catalogue.

use crate::dataset::{FileEntry, Survey, Table, TableEntry};

use super::formats::TableFormat;
use super::measure::Measure;

/// What was written of a table.
#[derive(Clone, Debug)]
pub struct Written<'t> {
    /// The table.
    pub table: &'t Table,
    /// What is known of it as a whole.
    pub survey: Survey,
    /// The formats it was written in, with the size and checksum of each file.
    pub files: Vec<(TableFormat, Measure)>,
}

impl Written<'_> {
    /// The entry of the table in the catalogue.
    pub fn entry(&self) -> TableEntry {
        let file = |(format, measure): &(TableFormat, Measure)| file(path(self.table, *format), format.name(), measure);
        TableEntry::new(self.table, &self.survey, self.files.iter().map(file).collect())
    }
}

/// The path of a table's file from the root of the site.
pub fn path(table: &Table, format: TableFormat) -> String {
    format!("data/{}.{}", table.name, format.ending())
}

/// The entry of a file in the catalogue.
pub fn file(path: String, format: &'static str, measure: &Measure) -> FileEntry {
    FileEntry { path, format, bytes: measure.bytes, sha256: measure.sha256.clone() }
}
