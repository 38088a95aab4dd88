//! The description of a table in, the statements of SQL that make it, fill it and index it out.

use crate::dataset::{CellKind, Column, Head, Table};
use crate::model::{Lang, Model};

/// The statements for one table.
pub(super) struct Schema {
    /// Makes the table.
    pub table: String,
    /// Adds a row.
    pub insert: String,
    /// Makes an index for every reference to another table.
    pub indices: String,
    /// The index of words, for a table that holds text.
    pub words: Option<WordIndex>,
}

/// The statements for the index of words.
pub(super) struct WordIndex {
    /// Makes the index.
    pub table: String,
    /// Adds a page of words.
    pub page: String,
    /// Adds what leads to a page of words.
    pub entry: String,
    /// Puts a record about the index in the place of the one that the new index has.
    pub record: String,
    /// Places of the indexed columns in the header.
    pub columns: Vec<usize>,
}

impl Schema {
    /// The statements for a table.
    pub fn of(table: &Table, model: &Model) -> Schema {
        let places = table.places(model.languages());
        let mut lines: Vec<String> = places.iter().map(|(column, lang)| definition(column, *lang, model)).collect();
        lines.push(format!("PRIMARY KEY ({})", names(table.key)));
        let mut indices = String::new();
        for column in &table.columns {
            let Some(target) = column.refers else { continue };
            let name = quoted(column.name);
            lines.push(format!("FOREIGN KEY ({name}) REFERENCES {} (\"id\")", quoted(target)));
            // The key itself is an index of its first column.
            if table.key.first() != Some(&column.name) {
                let index = quoted(&format!("{}_{}", table.name, column.name));
                indices += &format!("CREATE INDEX {index} ON {} ({name});\n", quoted(table.name));
            }
        }
        Schema {
            table: format!("CREATE TABLE {} (\n  {}\n);", quoted(table.name), lines.join(",\n  ")),
            insert: insert(table.name, places.len()),
            indices,
            words: words(table, &places),
        }
    }
}

fn definition(column: &Column, lang: Lang, model: &Model) -> String {
    let name = quoted(&column.header(lang));
    let mut line = format!("{name} {}", affinity(column.kind));
    if column.required_in(lang, model) {
        line += " NOT NULL";
    }
    if column.kind == CellKind::Boolean {
        line += &format!(" CHECK ({name} IN (0, 1))");
    }
    if !column.words.is_empty() {
        let words: Vec<String> = column.words.iter().map(|word| format!("'{word}'")).collect();
        line += &format!(" CHECK ({name} IN ({}))", words.join(", "));
    }
    line
}

fn words(table: &Table, places: &[(&Column, Lang)]) -> Option<WordIndex> {
    let texts = places.iter().enumerate().filter(|(_, (column, _))| column.is_text());
    let (columns, names): (Vec<usize>, Vec<String>) =
        texts.map(|(at, (column, lang))| (at, quoted(&column.header(*lang)))).unzip();
    let names = names.join(", ");
    let index = quoted(&format!("{}_fts", table.name));
    let part = |part: &str| quoted(&format!("{}_fts_{part}", table.name));
    (!columns.is_empty()).then(|| WordIndex {
        // Datasette looks for the name of the table between double quotes.
        table: format!(
            "CREATE VIRTUAL TABLE {index} USING fts5({names}, content={}, columnsize=0);",
            quoted(table.name)
        ),
        page: format!("INSERT INTO {} (id, block) VALUES (?, ?)", part("data")),
        entry: format!("INSERT INTO {} (segid, term, pgno) VALUES (?, ?, ?)", part("idx")),
        record: format!("UPDATE {} SET block = ? WHERE id = ?", part("data")),
        columns,
    })
}

/// The statement that makes the data dictionary.
pub(super) fn dictionary(header: &[Head]) -> String {
    let columns: Vec<String> =
        header.iter().map(|(name, _, kind)| format!("{} {}", quoted(name), affinity(*kind))).collect();
    format!(
        "CREATE TABLE \"dictionary\" (\n  {},\n  PRIMARY KEY (\"table_name\", \"column_name\")\n);",
        columns.join(",\n  ")
    )
}

/// The statement that adds a row of so many cells.
pub(super) fn insert(table: &str, cells: usize) -> String {
    format!("INSERT INTO {} VALUES ({})", quoted(table), marks(cells))
}

/// A query of every table of records for a text of any length, `:text`, as Datasette and sqlite3 take it.
pub fn search_query(tables: &[&Table], model: &Model) -> String {
    let mut parts = Vec::new();
    for table in tables {
        let places = table.places(model.languages());
        let named = |name: &str| places.iter().find(|(column, _)| column.name == name);
        let texts: Vec<String> = places
            .iter()
            .filter(|(column, _)| column.is_text())
            .map(|(column, lang)| format!("coalesce({}, '')", quoted(&column.header(*lang))))
            .collect();
        let (Some(_), Some((url, lang)), false) = (named("id"), named("url"), texts.is_empty()) else { continue };
        parts.push(format!(
            "SELECT '{0}' AS \"table\", \"id\", {1} AS \"page\", {2} AS \"text\" FROM {0} WHERE instr({2}, :text)",
            table.name,
            quoted(&url.header(*lang)),
            texts.join(" || ' ' || "),
        ));
    }
    parts.join("\nUNION ALL ")
}

fn affinity(kind: CellKind) -> &'static str {
    match kind {
        CellKind::String | CellKind::Date => "TEXT",
        CellKind::Integer | CellKind::Boolean => "INTEGER",
        CellKind::Number => "REAL",
    }
}

fn names(names: &[&str]) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn marks(count: usize) -> String {
    vec!["?"; count].join(", ")
}
