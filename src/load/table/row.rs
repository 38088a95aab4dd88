//! A record of a table in; its cells by column, as texts, entries and lines, out.

use std::borrow::Cow;

use csv::StringRecord;

use crate::model::{Id, Lang, Text};
use crate::text::{Joint, fold, joint};

use super::column::Column;
use super::fault::{CellFault, TableFault};
use super::header::Header;
use super::lines::{entries, lines};

/// A record under the headings of its table.
pub(super) struct Row<'t> {
    /// The record.
    pub record: &'t StringRecord,
    /// The headings.
    pub header: &'t Header,
    /// The number of the record, counted from 0.
    pub index: u32,
    /// Where faults go.
    pub faults: &'t mut Vec<CellFault>,
}

impl<'t> Row<'t> {
    /// The Chinese, or only, cell of a column without blanks around it; empty where there is none.
    pub fn get(&self, column: Column) -> &'t str {
        self.header.place(column, Lang::ZH).and_then(|place| self.record.get(place)).unwrap_or_default().trim()
    }

    /// The cell of a column as one line.
    pub fn plain(&self, column: Column) -> Option<String> {
        Some(self.get(column)).filter(|cell| !cell.is_empty()).map(|cell| one_line(cell).into_owned())
    }

    /// The cell of a column as an id.
    pub fn id(&self, column: Column) -> Option<Id> {
        self.plain(column).map(|id| Id::new(&fold(&id)))
    }

    /// The entries of a cell as ids.
    pub fn ids(&self, column: Column) -> Vec<Id> {
        entries(self.get(column)).map(|entry| Id::new(&fold(entry))).collect()
    }

    /// Every language that has something in a column, with its place.
    pub fn forms(&self, column: Column) -> Vec<(Lang, usize, &'t str)> {
        let first = self.header.place(column, Lang::ZH).map(|place| (Lang::ZH, place));
        let record = self.record;
        let all = first.into_iter().chain(self.header.others(column));
        let cells = all.map(|(lang, place)| (lang, place, record.get(place).unwrap_or_default().trim()));
        cells.filter(|(.., cell)| !cell.is_empty()).collect()
    }

    /// A column as a text; its lines stay lines.
    pub fn text(&self, column: Column) -> Option<Text> {
        self.text_by(column, paragraphs)
    }

    /// A column as a text of one line.
    pub fn line(&self, column: Column) -> Option<Text> {
        self.text_by(column, one_line)
    }

    fn text_by(&self, column: Column, form: impl Fn(&'t str) -> Cow<'t, str>) -> Option<Text> {
        let mut text = None;
        let zh = self.get(column);
        if !zh.is_empty() {
            text = Some(Text::zh(&form(zh)));
        }
        for (lang, place) in self.header.others(column) {
            let record = self.record;
            let cell = record.get(place).unwrap_or_default().trim();
            if !cell.is_empty() {
                text = Some(text.unwrap_or_default().with(lang, &form(cell)));
            }
        }
        text
    }

    /// A column as texts, one for each part that `split` finds; every language must have as many.
    pub fn texts(&mut self, column: Column, split: impl Fn(&'t str) -> Vec<&'t str>) -> Vec<Text> {
        let mut texts: Vec<Text> = Vec::new();
        for (lang, place, cell) in self.forms(column) {
            let parts = split(cell);
            if texts.is_empty() {
                texts.resize(parts.len(), Text::default());
            }
            if parts.len() != texts.len() {
                self.fault(place, TableFault::Lines { are: parts.len(), wanted: texts.len(), by: column });
                continue;
            }
            for (text, part) in texts.iter_mut().zip(parts) {
                *text = std::mem::take(text).with(lang, part);
            }
        }
        texts
    }

    /// Reports a cell.
    pub fn fault(&mut self, place: usize, what: TableFault) {
        self.faults.push(CellFault { record: self.index, place: place as u32, what });
    }

    /// Reports the cell of a column.
    pub fn fault_of(&mut self, column: Column, what: TableFault) {
        self.fault(self.header.any(column).unwrap_or_default(), what);
    }
}

/// A cell of several lines without the blanks around them.
fn paragraphs(cell: &str) -> Cow<'_, str> {
    if !cell.contains(['\r', '\n']) {
        return cell.into();
    }
    lines(cell).collect::<Vec<_>>().join("\n").into()
}

/// A cell as one line: Chinese goes on without a blank where a line was broken.
fn one_line(cell: &str) -> Cow<'_, str> {
    if !cell.contains(['\r', '\n']) {
        return cell.into();
    }
    let mut line = String::with_capacity(cell.len());
    for part in lines(cell) {
        if let (Some(before), Some(after)) = (line.chars().next_back(), part.chars().next())
            && joint(before, after) == Joint::Blank
        {
            line.push(' ');
        }
        line.push_str(part);
    }
    line.into()
}
