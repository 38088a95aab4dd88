//! The catalogue of tables in; the views of the data page and of the page of each table out.

use serde::Serialize;

use crate::dataset::{ColumnEntry, FileEntry, Sample, TableEntry};
use crate::model::{Lang, Release};
use crate::plan::Target;

use super::super::atoms::{DateView, LinkView};
use super::super::citations::link_words;
use super::super::page::Page;
use super::super::text::{TextView, shorten};
use super::usage::{LineView, citation, lines};

/// How many characters of a cell are shown.
const SHOWN: usize = 40;

/// The tables of what lists say and of what they are sorted by; the others say more of a row of these.
const CORE: [&str; 20] = [
    "lists",
    "duties",
    "work_items",
    "accountability",
    "items",
    "matters",
    "participants",
    "services",
    "regimes",
    "frequencies",
    "deadlines",
    "thresholds",
    "penalties",
    "mechanism",
    "offices",
    "laws",
    "citations",
    "topics",
    "regions",
    "departments",
];

/// The data catalogue.
#[derive(Serialize)]
pub struct DataView<'a> {
    /// Tables with rows: those that most readers want, then the others.
    groups: Vec<TableGroup<'a>>,
    /// Tables that this site has no rows for; their files are there all the same.
    without_rows: Vec<LinkView<'a>>,
    /// Files that hold or describe all tables.
    files: Vec<FileView>,
    /// Whether the data of a page stand beside it as JSON.
    pages: bool,
    /// How to cite the data.
    cite: String,
    /// The releases of the data, the newest first; none where the site declares none.
    releases: Vec<ReleaseView<'a>>,
    /// Address of the page that says how complete they are.
    quality: String,
}

/// A release of the data.
#[derive(Serialize)]
struct ReleaseView<'a> {
    version: &'a str,
    /// Its anchor on the page.
    anchor: String,
    /// Whether the data on the site are this one.
    current: bool,
    date: DateView,
    changes: TextView<'a>,
    doi: Option<DoiView<'a>>,
}

/// An identifier, and where it leads.
#[derive(Serialize)]
struct DoiView<'a> {
    text: &'a str,
    url: String,
}

/// Tables under a heading.
#[derive(Serialize)]
struct TableGroup<'a> {
    anchor: &'static str,
    name: &'a str,
    note: Option<&'a str>,
    tables: Vec<TableView<'a>>,
}

/// One table: what a row is, and its files.
#[derive(Serialize)]
pub struct TableView<'a> {
    href: String,
    name: &'static str,
    title: TextView<'a>,
    description: TextView<'a>,
    rows: String,
    files: Vec<FileView>,
    /// What the columns mean; none in the catalogue.
    columns: Vec<ColumnView<'a>>,
    /// The first rows; none in the catalogue.
    header: Vec<&'a str>,
    sample: Vec<Vec<TextView<'a>>>,
    /// How to cite the table.
    cite: String,
    /// Lines to copy into the program that opens it; none in the catalogue.
    lines: Vec<LineView<'a>>,
    /// The workbook that has the table as a sheet, and the database.
    workbook: Option<FileView>,
    database: Option<FileView>,
    /// Path of the script that adds buttons to copy the lines.
    script: String,
}

/// A file to download.
#[derive(Serialize)]
pub struct FileView {
    href: String,
    format: &'static str,
    size: String,
    sha256: String,
}

#[derive(Serialize)]
struct ColumnView<'a> {
    name: &'a str,
    title: TextView<'a>,
    meaning: TextView<'a>,
    kind: &'static str,
    /// How many rows have something in it; by the names in the header, where it has several places there that differ.
    filled: Vec<(&'a str, String)>,
}

/// The view of the data page.
pub(in super::super) fn data<'a>(page: &Page<'a>) -> DataView<'a> {
    let catalogue = page.shared.catalogue;
    let all = || 0..catalogue.tables() as u32;
    let is_empty = |index: &u32| page.table(*index).rows == 0;
    let core = |index: &u32| CORE.contains(&page.table(*index).name);
    let group = |anchor: &'static str, note: Option<&'a str>, of: bool| TableGroup {
        anchor,
        name: page.t("data", anchor),
        note,
        tables: all().filter(|index| !is_empty(index) && core(index) == of).map(|index| entry(page, index)).collect(),
    };
    let groups = [group("core", None, true), group("further", Some(page.t("data", "further_note")), false)];
    DataView {
        groups: groups.into_iter().filter(|group| !group.tables.is_empty()).collect(),
        without_rows: all().filter(is_empty).map(|index| LinkView::to(page, Target::Table(index))).collect(),
        files: files(page, catalogue.files()),
        pages: page.shared.plan.data.pages,
        cite: citation(page, None),
        releases: releases(page),
        quality: page.href(Target::Quality, ""),
    }
}

fn releases<'a>(page: &Page<'a>) -> Vec<ReleaseView<'a>> {
    let view = |(at, release): (usize, &'a Release)| ReleaseView {
        version: &release.version,
        anchor: format!("release-{}", release.version),
        current: at == 0,
        date: DateView::new(page, release.date),
        changes: page.text(&release.changes),
        doi: release.doi.as_deref().zip(release.doi_url()).map(|(text, url)| DoiView { text, url }),
    };
    page.model().site.releases.iter().enumerate().map(view).collect()
}

/// The view of the page of a table.
pub(in super::super) fn table<'a>(page: &Page<'a>, index: u32) -> TableView<'a> {
    let table = page.table(index);
    let columns = table.columns.iter().map(|column| ColumnView {
        name: &column.name,
        title: page.text(&column.title),
        meaning: page.text(&column.meaning),
        kind: column.kind,
        filled: filled(page, column),
    });
    let shown = shown(page, &table.sample);
    TableView {
        columns: columns.collect(),
        header: shown.iter().map(|at| table.sample.header[*at].0.as_str()).collect(),
        sample: sample(page, &table.sample, &shown),
        cite: citation(page, Some(index)),
        lines: lines(page, table),
        workbook: whole(page, ".xlsx"),
        database: whole(page, ".db"),
        script: page.file(page.shared.theme.script("copy.js")),
        ..entry(page, index)
    }
}

fn entry<'a>(page: &Page<'a>, index: u32) -> TableView<'a> {
    let table: &'a TableEntry = page.table(index);
    TableView {
        href: page.href(Target::Table(index), ""),
        name: table.name,
        title: page.text(&table.title),
        description: page.text(&table.description),
        rows: page.count("rows", table.rows as usize),
        files: files(page, &table.files),
        columns: Vec::new(),
        header: Vec::new(),
        sample: Vec::new(),
        cite: String::new(),
        lines: Vec::new(),
        workbook: None,
        database: None,
        script: String::new(),
    }
}

fn filled<'a>(page: &Page<'a>, column: &'a ColumnEntry) -> Vec<(&'a str, String)> {
    let integer = |rows: &u64| page.strings().integer(*rows);
    match &column.filled[..] {
        [(_, first), others @ ..] if others.iter().all(|(_, rows)| rows == first) => vec![("", integer(first))],
        places => places.iter().map(|(name, rows)| (name.as_str(), integer(rows))).collect(),
    }
}

/// The file that holds all tables, by its ending.
fn whole(page: &Page<'_>, ending: &str) -> Option<FileView> {
    let file = page.shared.catalogue.files().iter().find(|file| file.path.ends_with(ending))?;
    files(page, std::slice::from_ref(file)).pop()
}

/// The views of files.
pub(super) fn files(page: &Page<'_>, files: &[FileEntry]) -> Vec<FileView> {
    let view = |file: &FileEntry| FileView {
        href: page.file(&file.path),
        format: file.format,
        size: page.strings().bytes(file.bytes),
        sha256: file.sha256.clone(),
    };
    files.iter().map(view).collect()
}

/// The columns of a sample that a reader learns something from: no id of the row, no address, no text in another language
/// than the page's where there is one in that; what only leads to other tables comes last.
fn shown(page: &Page<'_>, sample: &Sample) -> Vec<usize> {
    let header = &sample.header;
    let bare =
        |name: &str, lang: Lang| name.strip_suffix(lang.as_str()).map(|name| name.trim_end_matches('_').to_owned());
    let own = |name: &str, lang: Lang| {
        let base = bare(name, lang);
        header.iter().any(|(other, of)| *of == Some(page.lang) && bare(other, page.lang) == base)
    };
    let content = |at: &usize| {
        let (name, lang) = &header[*at];
        let foreign = lang.is_some_and(|lang| lang != page.lang && own(name, lang));
        name != "id" && !name.starts_with("url") && !foreign
    };
    let mut shown: Vec<usize> = (0..header.len()).filter(content).collect();
    let leads = |at: &usize| header[*at].0.ends_with("_id") || header[*at].0 == "position";
    shown.sort_by_key(leads);
    if shown.is_empty() { (0..header.len()).collect() } else { shown }
}

fn sample<'a>(page: &Page<'a>, sample: &'a Sample, shown: &[usize]) -> Vec<Vec<TextView<'a>>> {
    let cell = |(text, (_, lang)): (&'a String, &(String, Option<Lang>))| {
        // A cell is in the language of its column, or as the paper prints it.
        let printed = TextView { text: shorten(text, SHOWN), ..page.printed(text) };
        match lang {
            Some(lang) if !text.is_empty() => {
                link_words(page, *lang, TextView { lang: (*lang != page.lang).then_some(*lang), ..printed })
            }
            _ => link_words(page, Lang::ZH, printed),
        }
    };
    let row = |row: &'a Vec<String>| shown.iter().map(|at| cell((&row[*at], &sample.header[*at]))).collect();
    sample.rows.iter().map(row).collect()
}
