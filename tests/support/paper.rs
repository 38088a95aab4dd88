//! A paper in, as somebody copied it by hand from its printed form; its records with their cells out.
//!
//! A file opens with a line that says what is peculiar about the form. Then come the columns: `列 序号 items.number` is a
//! printed column and where its cells belong among the tables, `编` one that the paper does not print and an editor
//! adds. Then the records, each under its id, with a cell in each line: `序号：1`.

use std::collections::BTreeMap;

/// A paper.
#[derive(Debug)]
pub struct Paper {
    /// Id of its list.
    pub list: String,
    /// Its columns by heading.
    pub columns: BTreeMap<String, Column>,
    /// Its records in order.
    pub records: Vec<Record>,
}

/// A column of a paper.
#[derive(Debug)]
pub struct Column {
    /// Whether the paper prints it.
    pub printed: bool,
    /// Where its cells belong.
    pub target: Target,
}

/// Where the cells of a column belong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// On the page, in words of its own: `page`.
    Page,
    /// Among the citations of the record, or of a part of it: `basis`, `basis@duties`.
    Basis(String),
    /// In a column of a table: `items.name`.
    Cell(String, String),
    /// In a column of a table, as a word that the interface translates: `items.type~power_type`.
    Word(String, String, String),
    /// In a column of a table that leads to another table: `items.body_id>bodies.name`.
    Named(String, String, String, String),
}

/// A record of a paper.
#[derive(Debug)]
pub struct Record {
    /// Its id across all lists; the list itself has that of the list.
    pub id: String,
    /// Heading and text of each cell, in order.
    pub cells: Vec<(String, String)>,
}

impl Target {
    fn read(text: &str) -> Target {
        let cell = |text: &str| {
            let (table, column) = text.split_once('.').unwrap_or_else(|| panic!("{text} is no column"));
            (table.to_owned(), column.to_owned())
        };
        if text == "page" {
            return Target::Page;
        }
        if let Some(part) = text.strip_prefix("basis") {
            return Target::Basis(part.trim_start_matches('@').to_owned());
        }
        if let Some((from, to)) = text.split_once('>') {
            let ((table, column), (other, name)) = (cell(from), cell(to));
            return Target::Named(table, column, other, name);
        }
        if let Some((from, words)) = text.split_once('~') {
            let (table, column) = cell(from);
            return Target::Word(table, column, words.to_owned());
        }
        let (table, column) = cell(text);
        Target::Cell(table, column)
    }

    /// The table and the column that its cells stand in.
    pub fn column(&self) -> Option<(&str, &str)> {
        match self {
            Target::Page | Target::Basis(_) => None,
            Target::Cell(table, column) | Target::Word(table, column, _) | Target::Named(table, column, ..) => {
                Some((table, column))
            }
        }
    }
}

impl Paper {
    /// Reads the paper of a list.
    pub fn read(list: &str, text: &str) -> Paper {
        let mut paper = Paper { list: list.to_owned(), columns: BTreeMap::new(), records: Vec::new() };
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                [sign @ ("列" | "编"), heading, target] => {
                    let column = Column { printed: sign == "列", target: Target::read(target) };
                    assert!(paper.columns.insert(heading.to_owned(), column).is_none(), "{list}: {heading} twice");
                }
                _ => paper.line(line),
            }
        }
        paper
    }

    fn line(&mut self, line: &str) {
        let list = &self.list;
        if let Some(id) = line.strip_prefix('【').and_then(|rest| rest.strip_suffix('】')) {
            let id = if id == "list" { list.clone() } else { format!("{list}/{id}") };
            return self.records.push(Record { id, cells: Vec::new() });
        }
        let (heading, cell) = line.split_once('：').unwrap_or_else(|| panic!("{list}: “{line}” is no cell"));
        assert!(self.columns.contains_key(heading), "{list}: no column {heading}");
        let record = self.records.last_mut().unwrap_or_else(|| panic!("{list}: “{line}” stands under no record"));
        record.cells.push((heading.to_owned(), cell.to_owned()));
    }

    /// The column of a cell.
    pub fn column(&self, heading: &str) -> &Column {
        &self.columns[heading]
    }

    /// The headings over the cells that belong somewhere.
    pub fn heading(&self, target: &Target) -> String {
        let columns = self.columns.iter().filter(|(_, column)| column.target == *target);
        columns.map(|(heading, _)| heading.as_str()).collect::<Vec<&str>>().join("、")
    }
}
