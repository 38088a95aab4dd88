//! Where a row is shown: what the page is about, and who knows its address.

use std::fmt;

use crate::link::RecordRef;
use crate::model::Lang;

/// What the page that shows a row is about. Numbers are indices into the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A region.
    Region(u32),
    /// A kind of department.
    Department(u32),
    /// A topic.
    Topic(u32),
    /// A law.
    Law(u32),
    /// A list.
    List(u32),
    /// A record of a list, which may be shown on the page of the record that it belongs to.
    Record(RecordRef),
    /// The offices of a list.
    Offices(u32),
    /// What became of the laws that a list cites.
    LawChanges(u32),
}

/// Who knows the addresses of pages. Pages are laid out after the tables are described, so that each table can have a
/// page; rows are made when both are known.
pub trait PageUrls: fmt::Debug + Sync {
    /// The address of an anchor of a page in one language, or of the page where the anchor is empty.
    fn url(&self, subject: Subject, anchor: &str, lang: Lang) -> String;

    /// The path of the same in the first language, from the root of the site.
    fn path(&self, subject: Subject, anchor: &str) -> String;
}
