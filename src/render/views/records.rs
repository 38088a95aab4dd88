//! A record of any kind in; one line about it, with the record it is part of, out.

use std::borrow::Cow;

use serde::Serialize;

use crate::link::{Part, RecordRef};
use crate::model::{Lang, Text};
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
        let (number, text) = self.inside(record);
        let target = Target::of(record);
        let page = match record.part {
            Part::Mechanism(_) => {
                return RecordView {
                    kind: self.kind(record.part),
                    number,
                    page: self.link_to(record, text.unwrap_or_else(|| self.name(target))),
                    part: None,
                };
            }
            _ => self.link(target),
        };
        RecordView { kind: self.kind(record.part), number, page, part: text.map(|text| self.link_to(record, text)) }
    }

    /// The beginning of a record that is part of another, with its citations as links.
    pub fn excerpt(&self, record: RecordRef) -> Option<TextView<'a>> {
        let (_, text) = self.inside(record);
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
        self.inside(record).0
    }

    /// Number of a record, and its text where it has no page of its own.
    fn inside(&self, record: RecordRef) -> (Option<TextView<'a>>, Option<TextView<'a>>) {
        let list = self.list(record.list);
        match record.part {
            Part::Duty(i) => (self.optional_printed(&list[i].number), None),
            Part::WorkItem(d, i) => {
                let item = &list[d][i];
                (self.optional_printed(&item.number), Some(self.brief(&item.text)))
            }
            Part::Accountability(d, i) => {
                let row = &list[d][i];
                (self.optional_printed(&row.number), Some(self.brief(&row.circumstances)))
            }
            Part::Matter(i) => (self.optional_printed(&list[i].number), None),
            Part::Participant(m, i) => {
                let participant = &list[m][i];
                (None, Some(self.text(&participant.name)))
            }
            Part::Service(i) => (self.optional_printed(&list[i].number), None),
            Part::Regime(i) => (self.optional_printed(&list[i].number), None),
            Part::Provision(r, i) => {
                let provision = &list[r][i];
                (self.optional_printed(&provision.number), Some(self.text(&provision.heading)))
            }
            Part::Penalty(r, i) => (None, Some(self.brief(&list[r][i].conduct))),
            Part::Mechanism(i) => {
                let entry = &list[i];
                (self.optional_printed(&entry.number), Some(self.text(&entry.body)))
            }
        }
    }
}
