//! The catalogue of what is published: each table with its columns, its first rows and its files, the files that hold all
//! of them, and how complete the lists are. It is filled once while the data are written, or part by part when it is asked
//! for, and read by pages.

use crate::link::Quality;
use crate::model::{Date, IdMap, ListId, Text};

use super::bilingual::text;
use super::column::Column;
use super::survey::{Sample, Survey};
use super::table::Table;

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

/// Whoever knows what is published.
pub trait Published: Sync {
    /// How many tables there are.
    fn tables(&self) -> usize;
    /// A table, by its place among them.
    fn table(&self, at: usize) -> &TableEntry;
    /// The same with what is known before its files are written: what it is called and where they will lie.
    fn outline(&self, at: usize) -> &TableEntry;
    /// Files that hold or describe all tables.
    fn files(&self) -> &[FileEntry];
    /// The files that hold the data of a list.
    fn of_list(&self, list: ListId) -> &[FileEntry];
    /// How complete each list is.
    fn quality(&self) -> &IdMap<ListId, Quality>;
    /// The last day that the content says anything of itself.
    fn day(&self) -> Option<Date>;
}

impl Published for Catalogue {
    fn tables(&self) -> usize {
        self.tables.len()
    }

    fn table(&self, at: usize) -> &TableEntry {
        &self.tables[at]
    }

    fn outline(&self, at: usize) -> &TableEntry {
        &self.tables[at]
    }

    fn files(&self) -> &[FileEntry] {
        &self.files
    }

    fn of_list(&self, list: ListId) -> &[FileEntry] {
        &self.lists[list]
    }

    fn quality(&self) -> &IdMap<ListId, Quality> {
        &self.quality
    }

    fn day(&self) -> Option<Date> {
        self.day
    }
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
    /// The entry of a table that was written to these files.
    pub fn new(table: &Table, survey: &Survey, files: Vec<FileEntry>) -> TableEntry {
        TableEntry {
            name: table.name,
            title: text(table.title),
            description: text(table.row),
            rows: survey.rows,
            columns: table.columns.iter().map(|column| ColumnEntry::new(column, survey)).collect(),
            files,
            sample: survey.sample.clone(),
        }
    }

    /// The places of the header: the name of each, and how many rows have something there.
    pub fn filled(&self) -> impl Iterator<Item = (&str, u64)> {
        self.columns.iter().flat_map(|column| &column.filled).map(|(name, rows)| (name.as_str(), *rows))
    }
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

impl ColumnEntry {
    /// The entry of a column, with its own places of the header.
    fn new(column: &Column, survey: &Survey) -> ColumnEntry {
        let places = survey.sample.header.iter().zip(&survey.filled);
        let own =
            places.filter(|((name, lang), _)| *name == lang.map_or(column.name.into(), |lang| column.header(lang)));
        let filled = own.map(|((name, _), filled)| (name.clone(), *filled));
        ColumnEntry {
            filled: filled.collect(),
            name: column.label(),
            title: text(column.title),
            meaning: text(column.meaning),
            kind: column.kind.as_str(),
        }
    }
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
