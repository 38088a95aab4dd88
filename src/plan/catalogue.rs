//! What the data catalogue says of each published table.

use crate::link::Quality;
use crate::model::{Date, IdMap, Lang, ListId, Text};

/// The tables of the site, in the order of the documentation, with what was written of each.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The tables.
    pub tables: Vec<TableEntry>,
    /// Files that hold or describe all tables.
    pub files: Vec<FileEntry>,
    /// For each list, the files that hold its data.
    pub lists: IdMap<ListId, Vec<FileEntry>>,
    /// How complete each list is.
    pub quality: IdMap<ListId, Quality>,
    /// The last day that the content says anything of itself.
    pub day: Option<Date>,
}

/// A published table.
#[derive(Clone, Debug)]
pub struct TableEntry {
    /// Name of the table, and of its files without their endings.
    pub name: &'static str,
    /// Title for readers.
    pub title: Text,
    /// What one row is.
    pub description: Text,
    /// How many rows were written.
    pub rows: u64,
    /// The columns, in order.
    pub columns: Vec<ColumnEntry>,
    /// The files written.
    pub files: Vec<FileEntry>,
    /// The first rows.
    pub sample: Sample,
}

impl TableEntry {
    /// The places of the header: the name of each, and how many rows have something there.
    pub fn filled(&self) -> impl Iterator<Item = (&str, u64)> {
        self.columns.iter().flat_map(|column| &column.filled).map(|(name, rows)| (name.as_str(), *rows))
    }
}

/// The first rows of a table, as they stand in its files.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    /// The header, with the language of the cells where a column is of one language.
    pub header: Vec<(String, Option<Lang>)>,
    /// The cells of each row, empty where nothing is known.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct ColumnEntry {
    /// Name in the header; a column that there is for each language ends in `_{lang}`.
    pub name: String,
    /// Title for readers.
    pub title: Text,
    /// What a cell means, with its unit.
    pub meaning: Text,
    /// Type of the cells: `string`, `integer`, `number`, `boolean`, `date`.
    pub kind: &'static str,
    /// For each place that the column has in the header, its name there and how many rows have something in it.
    pub filled: Vec<(String, u64)>,
}

/// A published file.
#[derive(Clone, Debug)]
pub struct FileEntry {
    /// Path from the root of the site.
    pub path: String,
    /// Format for readers, such as `CSV`.
    pub format: &'static str,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal digits; empty for a file that was not written.
    pub sha256: String,
}
