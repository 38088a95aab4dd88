//! A record of any kind in; one line about it, with the record it is part of, out.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{Lang, Part, RecordRef, Text};
use crate::plan::Target;

use super::super::citations::link_words;
use super::super::names::record_kind;
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
        let (kind, number) = (record_kind(page, record.part), record_number(page, record));
        let part = inside(page, record).map(|text| LinkView::to_record(page, record, text));
        match (record.part, part) {
            // They stand on a page of many, whose name says nothing of them.
            (Part::Mechanism(_) | Part::Office(_), Some(own)) => RecordView { kind, number, page: own, part: None },
            (_, part) => RecordView { kind, number, page: LinkView::to(page, Target::of(record)), part },
        }
    }
}

/// The beginning of a record that is part of another, with its citations as links.
pub fn excerpt<'a>(page: &Page<'a>, record: RecordRef) -> Option<TextView<'a>> {
    let text = inside(page, record).filter(|_| !matches!(record.part, Part::Office(_)));
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
    record.number(page.model()).map(|number| page.number(number))
}

/// What a record without a page of its own is called, or the beginning of its text.
fn inside<'a>(page: &Page<'a>, record: RecordRef) -> Option<TextView<'a>> {
    if Target::of(record).record() == Some(record) || record.part == Part::List {
        return None;
    }
    Some(match record.name(page.model()) {
        Some(name) => page.text(name),
        None => brief(page, record.title(page.model())),
    })
}
