//! The catalogue of tables in; the view of the data page out.

use serde::Serialize;

use super::super::pen::Pen;
use super::super::text::TextView;

/// The data catalogue.
#[derive(Serialize)]
pub struct DataView<'a> {
    tables: Vec<TableView<'a>>,
}

#[derive(Serialize)]
struct TableView<'a> {
    id: String,
    name: &'static str,
    title: TextView<'a>,
    description: TextView<'a>,
    rows: String,
    files: Vec<FileView>,
    columns: Vec<ColumnView<'a>>,
}

#[derive(Serialize)]
struct FileView {
    href: String,
    name: String,
    format: &'static str,
    size: String,
}

#[derive(Serialize)]
struct ColumnView<'a> {
    name: &'a str,
    title: TextView<'a>,
    meaning: TextView<'a>,
    kind: &'static str,
}

/// The view of the data page.
pub(in super::super) fn data<'a>(pen: &Pen<'a>) -> DataView<'a> {
    let tables = pen.shared.catalogue.tables.iter().map(|table| TableView {
        id: format!("table-{}", table.name),
        name: table.name,
        title: pen.text(&table.title),
        description: pen.text(&table.description),
        rows: pen.count("rows", table.rows as usize),
        files: table
            .files
            .iter()
            .map(|file| FileView {
                href: pen.file(&file.path),
                name: file.path.rsplit('/').next().unwrap_or_default().to_owned(),
                format: file.format,
                size: pen.strings().bytes(file.bytes),
            })
            .collect(),
        columns: table
            .columns
            .iter()
            .map(|column| ColumnView {
                name: &column.name,
                title: pen.text(&column.title),
                meaning: pen.text(&column.meaning),
                kind: column.kind,
            })
            .collect(),
    });
    DataView { tables: tables.collect() }
}
