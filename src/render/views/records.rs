//! A record of any kind in; one line about it, with the record it is part of, out.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{Lang, Part, RecordRef, Text};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::text::{TextView, shorten};
use super::atoms::LinkView;

/// How many characters of a text stand in a list of records: of Chinese, and of a script with letters.
const BRIEF_HAN: usize = 60;
const BRIEF: usize = 150;

/// A record in a list of records.
#[derive(Serialize)]
pub struct RecordView<'a> {
    /// Kind of the record in words.
    pub kind: &'a str,
    /// Number as printed.
    pub number: Option<TextView<'a>>,
    /// The record that has the page.
    pub page: LinkView<'a>,
    /// The record itself, where it is part of another.
    pub part: Option<LinkView<'a>>,
}

impl<'a> Pen<'a> {
    /// One line about a record.
    pub fn record(&self, record: RecordRef) -> RecordView<'a> {
        let (kind, number) = (self.kind(record.part), self.number(record));
        let part = self.inside(record).map(|text| self.link_to(record, text));
        match (record.part, part) {
            // They stand on a page of many, whose name says nothing of them.
            (Part::Mechanism(_) | Part::Office(_), Some(page)) => RecordView { kind, number, page, part: None },
            (_, part) => RecordView { kind, number, page: self.link(Target::of(record)), part },
        }
    }

    /// The beginning of a record that is part of another, with its citations as links.
    pub fn excerpt(&self, record: RecordRef) -> Option<TextView<'a>> {
        let text = self.inside(record).filter(|_| !matches!(record.part, Part::Office(_)));
        text.map(|text| self.link_words(text.lang.unwrap_or(self.lang), text))
    }

    /// The beginning of a text, for a link to the whole; about as long in any script.
    pub fn brief(&self, text: &'a Text) -> TextView<'a> {
        self.beginning(text, 1)
    }

    /// Half as much of a text, where many stand in one table.
    pub fn hint(&self, text: &'a Text) -> TextView<'a> {
        self.beginning(text, 2)
    }

    fn beginning(&self, text: &'a Text, part: usize) -> TextView<'a> {
        let mut view = self.text(text);
        let characters = if text.best(self.lang).0 == Lang::ZH { BRIEF_HAN } else { BRIEF } / part;
        let short = shorten(&view.text, characters);
        if let Cow::Owned(short) = short {
            view.text = short.into();
        }
        view
    }

    /// Number of a record as printed.
    pub fn number(&self, record: RecordRef) -> Option<TextView<'a>> {
        record.number(self.model()).map(|number| self.printed(number))
    }

    /// What a record without a page of its own is called, or the beginning of its text.
    fn inside(&self, record: RecordRef) -> Option<TextView<'a>> {
        if Target::of(record).record() == Some(record) || record.part == Part::List {
            return None;
        }
        Some(match record.name(self.model()) {
            Some(name) => self.text(name),
            None => self.brief(record.title(self.model())),
        })
    }
}
