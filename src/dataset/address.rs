//! Where a row is shown: what the page is about, and who knows its address.

use std::fmt;

use crate::model::{AgencyId, DepartmentId, EditionId, Lang, LawId, ListId, RecordRef, RegionId, TopicId};

/// What the page that shows a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A region.
    Region(RegionId),
    /// A kind of department.
    Department(DepartmentId),
    /// A topic.
    Topic(TopicId),
    /// A law.
    Law(LawId),
    /// A body or hotline of the register of bodies.
    Agency(AgencyId),
    /// A list.
    List(ListId),
    /// A record of a list, which may be shown on the page of the record that it belongs to.
    Record(RecordRef),
    /// The offices of a list.
    Offices(ListId),
    /// What became of the laws that a list cites.
    LawChanges(ListId),
    /// An older edition of a list.
    Edition(ListId, EditionId),
    /// What changed from an older edition to the next, and which page of that.
    EditionChanges(ListId, EditionId, u32),
    /// The terms of the trade.
    Glossary,
}

/// Who knows the addresses of pages. Pages are laid out after the tables are described, so that each table can have a
/// page; rows are made when both are known.
pub trait PageUrls: fmt::Debug + Sync {
    /// The address of an anchor of a page in one language, or of the page where the anchor is empty.
    fn url(&self, subject: Subject, anchor: &str, lang: Lang) -> String;

    /// The path of the same in the first language, from the root of the site.
    fn path(&self, subject: Subject, anchor: &str) -> String;

    /// The address of the page at a path of the first language, without the slash at its end, where there is one.
    fn at(&self, path: &str, lang: Lang) -> Option<String>;
}
