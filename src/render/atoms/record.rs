//! A record of any kind in; one line about it, with the record it is part of, out.

use std::borrow::Cow;

use serde::Serialize;

use crate::link::{Part, RecordRef};
use crate::model::{Lang, Text};
use crate::plan::Target;

use super::super::citations::link_words;
use super::super::names::{page_name, record_kind};
use super::super::page::Page;
use super::super::text::{TextView, shorten};
use super::link::LinkView;

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

impl<'a> RecordView<'a> {
    /// One line about a record.
    pub fn new(page: &Page<'a>, record: RecordRef) -> RecordView<'a> {
        let (number, text) = inside(page, record);
        let target = Target::of(record);
        let own = match record.part {
            Part::Mechanism(_) => {
                return RecordView {
                    kind: record_kind(page, record.part),
                    number,
                    page: LinkView::to_record(page, record, text.unwrap_or_else(|| page_name(page, target))),
                    part: None,
                };
            }
            _ => LinkView::to(page, target),
        };
        RecordView {
            kind: record_kind(page, record.part),
            number,
            page: own,
            part: text.map(|text| LinkView::to_record(page, record, text)),
        }
    }
}

/// The beginning of a record that is part of another, with its citations as links.
pub fn excerpt<'a>(page: &Page<'a>, record: RecordRef) -> Option<TextView<'a>> {
    let (_, text) = inside(page, record);
    text.map(|text| link_words(page, text.lang.unwrap_or(page.lang), text))
}

/// The beginning of a text, for a link to the whole; about as long in any script.
pub fn brief<'a>(page: &Page<'a>, text: &'a Text) -> TextView<'a> {
    beginning(page, text, 1)
}

/// Half as much of a text, where many stand in one table.
pub fn hint<'a>(page: &Page<'a>, text: &'a Text) -> TextView<'a> {
    beginning(page, text, 2)
}

fn beginning<'a>(page: &Page<'a>, text: &'a Text, part: usize) -> TextView<'a> {
    let mut view = page.text(text);
    let characters = if text.best(page.lang).0 == Lang::ZH { BRIEF_HAN } else { BRIEF } / part;
    let short = shorten(&view.text, characters);
    if let Cow::Owned(short) = short {
        view.text = short.into();
    }
    view
}

/// Number of a record as printed.
pub fn record_number<'a>(page: &Page<'a>, record: RecordRef) -> Option<TextView<'a>> {
    inside(page, record).0
}

/// Number of a record, and its text where it has no page of its own.
fn inside<'a>(page: &Page<'a>, record: RecordRef) -> (Option<TextView<'a>>, Option<TextView<'a>>) {
    let list = page.list(record.list);
    match record.part {
        Part::Duty(i) => (page.optional_printed(&list[i].number), None),
        Part::WorkItem(d, i) => {
            let item = &list[d][i];
            (page.optional_printed(&item.number), Some(brief(page, &item.text)))
        }
        Part::Accountability(d, i) => {
            let row = &list[d][i];
            (page.optional_printed(&row.number), Some(brief(page, &row.circumstances)))
        }
        Part::Matter(i) => (page.optional_printed(&list[i].number), None),
        Part::Participant(m, i) => {
            let participant = &list[m][i];
            (None, Some(page.text(&participant.name)))
        }
        Part::Service(i) => (page.optional_printed(&list[i].number), None),
        Part::Regime(i) => (page.optional_printed(&list[i].number), None),
        Part::Provision(r, i) => {
            let provision = &list[r][i];
            (page.optional_printed(&provision.number), Some(page.text(&provision.heading)))
        }
        Part::Penalty(r, i) => (None, Some(brief(page, &list[r][i].conduct))),
        Part::Mechanism(i) => {
            let entry = &list[i];
            (page.optional_printed(&entry.number), Some(page.text(&entry.body)))
        }
    }
}
