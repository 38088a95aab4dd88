//! What was written in, the data catalogue out.

use crate::model::{Lang, Text};
use crate::plan::{Catalogue, ColumnEntry, FileEntry, Plan, TableEntry};

use super::column::{Both, Column};
use super::formats::Format;
use super::list::OfList;
use super::measure::Measure;
use super::rdf::{Catalogs, Part};
use super::schema;
use super::survey::Survey;
use super::table::Table;
use super::tables::tables;
use super::whole::Whole;

/// The zip of all other files of the data folder.
pub const ARCHIVE: &str = "data/qingdan.zip";

/// The checksums of all other files of the data folder.
pub const SUMS: &str = "data/SHA256SUMS";

/// What was written of a table.
#[derive(Clone, Debug)]
pub struct Written<'t> {
    /// The table.
    pub table: &'t Table,
    /// What is known of it as a whole.
    pub survey: Survey,
    /// The formats it was written in, with the size and checksum of each file.
    pub files: Vec<(Format, Measure)>,
}

/// The path of a table's file from the root of the site.
pub fn path(table: &Table, format: Format) -> String {
    format!("data/{}.{}", table.name, format.ending())
}

/// The paths of all data files that lie beside no page, from the root of the site.
pub fn paths(plan: &Plan<'_>) -> Vec<String> {
    let of_tables = tables().iter().flat_map(|table| Format::ALL.iter().map(|format| path(table, *format)));
    let whole = Whole::ALL.iter().map(|whole| whole.path()).chain(Catalogs::ALL.iter().map(|of| of.path()));
    let whole = whole.chain([ARCHIVE, SUMS]);
    let of_lists = plan.model.lists.iter().flat_map(|list| OfList::ALL.iter().map(|of| of.path(list)));
    of_tables.chain(whole.map(str::to_owned)).chain(of_lists).chain(schema::paths()).collect()
}

/// The files that hold the data of the whole site, for a catalogue that lies beside them: what the zip is cannot be said
/// there, because the catalogue is in it.
pub fn parts<'w>(written: &'w [Written<'_>], whole: &'w [Measure]) -> Vec<Part<'w>> {
    let of_tables = written.iter().flat_map(|of| {
        of.files.iter().map(|(format, measure)| Part {
            path: path(of.table, *format),
            format: format.name(),
            measure: Some(measure),
            title: Some(of.table.title),
        })
    });
    let of_all = Whole::ALL.iter().zip(whole).filter(|(of, _)| of.holds_data());
    let of_all = of_all.map(|(of, measure)| Part {
        path: of.path().to_owned(),
        format: of.name(),
        measure: Some(measure),
        title: None,
    });
    let archive = Part { path: ARCHIVE.to_owned(), format: "ZIP", measure: None, title: None };
    of_tables.chain(of_all).chain([archive]).collect()
}

/// The entry of a file.
pub fn file(path: String, format: &'static str, measure: &Measure) -> FileEntry {
    FileEntry { path, format, bytes: measure.bytes, sha256: measure.sha256.clone() }
}

/// The catalogue of the tables written, in the same order, of the files that hold all of them, and of those of each
/// list.
pub fn catalogue(written: &[Written<'_>], files: Vec<FileEntry>, lists: Vec<Vec<FileEntry>>) -> Catalogue {
    Catalogue { tables: written.iter().map(entry).collect(), files, lists: lists.into(), ..Catalogue::default() }
}

fn entry(written: &Written<'_>) -> TableEntry {
    let (table, survey) = (written.table, &written.survey);
    let files = written.files.iter().map(|(format, measure)| file(path(table, *format), format.name(), measure));
    TableEntry {
        name: table.name,
        title: phrase(table.title),
        description: phrase(table.row),
        rows: survey.rows,
        columns: table.columns.iter().map(|of| column(of, survey)).collect(),
        files: files.collect(),
        sample: survey.sample.clone(),
    }
}

/// The entry of a column, with its own places of the header.
fn column(column: &Column, survey: &Survey) -> ColumnEntry {
    let places = survey.sample.header.iter().zip(&survey.filled);
    let own = places.filter(|((name, lang), _)| *name == lang.map_or(column.name.into(), |lang| column.header(lang)));
    let filled = own.map(|((name, _), filled)| (name.clone(), *filled));
    ColumnEntry {
        filled: filled.collect(),
        name: column.label(),
        title: phrase(column.title),
        meaning: phrase(column.meaning),
        kind: column.kind.as_str(),
    }
}

fn phrase([zh, en]: Both) -> Text {
    Text::zh(zh).with(Lang::EN, en)
}
