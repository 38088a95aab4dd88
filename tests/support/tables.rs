//! A site in, the tables of its data out: rows of a record, what its cells say in words, its citations as papers print them.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use super::folder::Tree;
use super::paper::Target;
use super::repository;

/// A row of a table, by its columns.
pub type Row = BTreeMap<String, String>;

/// The tables of the site, with the words of the interface.
pub struct Tables {
    /// The rows of each table.
    pub tables: BTreeMap<String, Vec<Row>>,
    /// The first column of each.
    pub keys: BTreeMap<String, String>,
    /// The words of the interface in Chinese.
    pub strings: Value,
}

impl Tables {
    /// Reads every CSV table of a site.
    pub fn read(site: &Tree) -> Tables {
        let mut tables = Tables { tables: BTreeMap::new(), keys: BTreeMap::new(), strings: Value::Null };
        for (path, bytes) in site {
            let Some(name) = path.strip_prefix("data/").and_then(|path| path.strip_suffix(".csv")) else { continue };
            let mut reader = csv::Reader::from_reader(&bytes[..]);
            let header: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
            let row = |row: Result<csv::StringRecord, _>| {
                header.iter().cloned().zip(row.expect("a row").iter().map(str::to_owned)).collect()
            };
            tables.keys.insert(name.to_owned(), header[0].clone());
            tables.tables.insert(name.to_owned(), reader.records().map(row).collect());
        }
        let strings = fs::read_to_string(repository("themes/default/strings/zh.yaml")).expect("the strings");
        tables.strings = serde_yaml::from_str(&strings).expect("strings");
        tables
    }

    /// A word of the interface: `item.fee`.
    pub fn word(&self, way: &str) -> String {
        let word = way.split('.').fold(&self.strings, |value, step| &value[step]);
        word.as_str().unwrap_or_else(|| panic!("no word {way}")).to_owned()
    }

    /// The cell of a row; empty where there is none.
    pub fn cell<'a>(row: &'a Row, column: &str) -> &'a str {
        row.get(column).or_else(|| row.get(&format!("{column}_zh"))).unwrap_or_else(|| panic!("no {column}"))
    }

    /// The rows of a table that belong to a record; those of the list itself do not include those of its records.
    pub fn of<'a>(&'a self, table: &str, record: &'a str) -> impl Iterator<Item = &'a Row> {
        let rows = self.tables.get(table).unwrap_or_else(|| panic!("no table {table}"));
        let key = &self.keys[table];
        let below = format!("{record}/");
        let whole = record.contains('/');
        rows.iter().filter(move |row| row[key] == *record || whole && row[key].starts_with(&below))
    }

    /// A cell of the row with an id.
    pub fn named(&self, table: &str, id: &str, column: &str) -> String {
        let key = &self.keys[table];
        let row = self.tables[table].iter().find(|row| row[key] == id).unwrap_or_else(|| panic!("no {id} in {table}"));
        Tables::cell(row, column).to_owned()
    }

    /// What the tables hold of a record where the cells of a column belong.
    pub fn found(&self, record: &str, target: &Target) -> Vec<String> {
        let Some((table, column)) = target.column() else { return Vec::new() };
        let cells = self.of(table, record).map(|row| Tables::cell(row, column)).filter(|cell| !cell.is_empty());
        let said = |cell: &str| match target {
            Target::Word(_, _, words) => self.strings[words][cell].as_str().expect("a word").to_owned(),
            Target::Named(_, _, other, name) => self.named(other, cell, name),
            _ => cell.to_owned(),
        };
        cells.map(said).collect()
    }

    /// The citations of a record, or of a part of it, as a paper prints them.
    pub fn basis(&self, record: &str, part: &str) -> Vec<String> {
        let place = if part.is_empty() { format!("{record}/basis/") } else { format!("{record}/{part}") };
        let rows = self.tables["citations"].iter().filter(|row| row["id"].starts_with(&place));
        rows.map(|row| match &*row["as_printed"] {
            "" => format!("《{}》{}", self.named("laws", &row["law_id"], "title"), self.articles(&row["id"])),
            printed => printed.to_owned(),
        })
        .collect()
    }

    fn articles(&self, citation: &str) -> String {
        let rows = self.tables["citation_articles"].iter().filter(|row| row["citation_id"] == citation);
        let text = |row: &Row| {
            let cell = |column: &str| row.get(column).map_or("", String::as_str);
            let part = |column: &str, unit: &str| match cell(column) {
                "" => String::new(),
                figures if !cell("annex").is_empty() => format!("第{figures}{unit}"),
                figures => format!("第{}{unit}", numeral(figures)),
            };
            let inserted = |column: &str| match cell(column) {
                "" => String::new(),
                figures => format!("之{}", numeral(figures)),
            };
            let to = |column: &str| if cell(column).is_empty() { "" } else { "至" };
            [
                cell("annex").replace("annex", "附件"),
                part("article", "条") + &inserted("article_inserted"),
                to("article_to").to_owned(),
                part("article_to", "条") + &inserted("article_to_inserted"),
                part("paragraph", "款"),
                part("item", "项"),
                to("item_to").to_owned(),
                part("item_to", "项"),
            ]
            .concat()
        };
        rows.map(text).collect::<Vec<String>>().join("、")
    }
}

/// A number below a thousand in Chinese.
fn numeral(figures: &str) -> String {
    let digit = |at: usize| "〇一二三四五六七八九".chars().nth(at).expect("a digit").to_string();
    let number: usize = figures.parse().expect("a number");
    match (number / 100, number / 10 % 10, number % 10) {
        (0, 0, ones) => digit(ones),
        (0, 1, 0) => "十".to_owned(),
        (0, 1, ones) => format!("十{}", digit(ones)),
        (0, tens, 0) => format!("{}十", digit(tens)),
        (0, tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
        (hundreds, 0, 0) => format!("{}百", digit(hundreds)),
        (hundreds, 0, ones) => format!("{}百零{}", digit(hundreds), digit(ones)),
        (hundreds, tens, 0) => format!("{}百{}十", digit(hundreds), digit(tens)),
        (hundreds, tens, ones) => format!("{}百{}十{}", digit(hundreds), digit(tens), digit(ones)),
    }
}
