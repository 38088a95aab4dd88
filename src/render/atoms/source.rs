//! A record in; where in the documents of its list it is printed out.

use serde::Serialize;

use crate::model::{ListId, Source};

use super::super::citations::optional_markdown;
use super::super::page::Page;
use super::super::text::TextView;

/// Where a record is printed.
#[derive(Serialize)]
pub struct SourceView<'a> {
    pub document: Option<TextView<'a>>,
    pub url: Option<&'a str>,
    pub part: Option<TextView<'a>>,
    pub row: Option<TextView<'a>>,
    pub note: Option<TextView<'a>>,
}

impl<'a> SourceView<'a> {
    /// Where a record of a list is printed.
    pub fn new(page: &Page<'a>, list: ListId, source: &'a Source) -> SourceView<'a> {
        let document = page.list(list).document(source.file.as_ref());
        let part = document.and_then(|document| document.parts.iter().find(|part| part.id == source.part));
        SourceView {
            document: document.map(|document| page.text(&document.title)),
            url: document.and_then(|document| document.url.as_deref()),
            part: part.map(|part| page.text(&part.title)),
            ..SourceView::row(page, source)
        }
    }

    /// The row a record is printed in and what the paper says there, for a record inside another.
    pub fn row(page: &Page<'a>, source: &'a Source) -> SourceView<'a> {
        SourceView {
            document: None,
            url: None,
            part: None,
            row: page.optional_number(&source.row),
            note: optional_markdown(page, &source.note),
        }
    }
}
