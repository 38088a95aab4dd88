//! What changed from edition to edition of the lists, as plain data: it is worked out of the tables, later than the graph.

use std::collections::HashMap;

use crate::model::{EditionId, IdMap, ListId};

/// What happened to a record from one edition to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Happening {
    /// The later edition has it, and the earlier has not.
    Added,
    /// The earlier edition has it, and the later has not.
    Removed,
    /// Both have it, and say otherwise.
    Changed,
    /// Both say the same of it, in another place of the list or under another number.
    Moved,
    /// The later edition has it under another id.
    Renamed,
    /// The later edition has several in its place.
    Split,
    /// The later edition has one in the place of several.
    Merged,
}

impl Happening {
    /// Every one, in the order of pages.
    pub const ALL: &'static [Happening] = &[
        Happening::Added,
        Happening::Removed,
        Happening::Changed,
        Happening::Moved,
        Happening::Renamed,
        Happening::Split,
        Happening::Merged,
    ];

    /// The word in the data and for the words of the interface.
    pub fn as_str(self) -> &'static str {
        match self {
            Happening::Added => "added",
            Happening::Removed => "removed",
            Happening::Changed => "changed",
            Happening::Moved => "moved",
            Happening::Renamed => "renamed",
            Happening::Split => "split",
            Happening::Merged => "merged",
        }
    }
}

/// A value in each language of a site, in their order; the same in each where it is a string that no language changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The value as the tables have it; empty where there is none.
    pub data: Vec<String>,
    /// The value as readers are told it, where that is something else: the name of an office for its id.
    pub shown: Option<Vec<String>>,
    /// Whether it is in the languages of the site, and no string that is printed in one alone.
    pub translated: bool,
}

impl Said {
    /// Whether nothing is said in any language.
    pub fn is_empty(&self) -> bool {
        self.data.iter().all(String::is_empty)
    }

    /// What readers are told, by language.
    pub fn told(&self) -> &[String] {
        self.shown.as_deref().unwrap_or(&self.data)
    }
}

/// One field of a record, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The column of the table of the record, or the table of what stands in it.
    pub field: &'static str,
    /// What it is called, in Chinese and English.
    pub title: [&'static str; 2],
    /// What the earlier edition says.
    pub old: Said,
    /// What the later edition says.
    pub new: Said,
}

/// The anchor of a record on the pages of editions: its id without that of the list.
pub fn edition_anchor(record: &str) -> String {
    record.split_once('/').map_or_else(|| "list".to_owned(), |(_, rest)| rest.replace('/', "."))
}

/// One record that is not the same in two editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordChange {
    /// What happened.
    pub what: Happening,
    /// Id of the record across all lists, in the edition that has it; of one that both have under other ids, the earlier.
    pub record: String,
    /// Id of the record with a page of its own that it stands in, or its own.
    pub page: String,
    /// The word for what it is.
    pub kind: &'static str,
    /// Its number as printed, in the later edition where that has it.
    pub number: String,
    /// What it is called, likewise.
    pub name: Said,
    /// Ids of the records that took its place, where these are others.
    pub successors: Vec<String>,
    /// What is said otherwise.
    pub fields: Vec<FieldChange>,
}

/// What there is to say of an older edition.
#[derive(Clone, Debug, Default)]
pub struct EditionStep {
    /// How many records with pages of their own it has.
    pub records: u32,
    /// The first record on each of its pages.
    pub pages: Vec<u32>,
    /// On which of its pages each record with a page of its own stands.
    pub page_of: HashMap<String, u32>,
    /// What changed to the next edition, in the order of the list.
    pub changes: Vec<RecordChange>,
    /// The first change on each of the pages of changes.
    pub change_pages: Vec<u32>,
}

impl EditionStep {
    /// On which of the pages of changes the change at a place stands.
    pub fn page_of_change(&self, at: usize) -> u32 {
        self.change_pages.partition_point(|first| *first as usize <= at).saturating_sub(1) as u32
    }

    /// How many records something happened to.
    pub fn count(&self, what: Happening) -> usize {
        self.changes.iter().filter(|change| change.what == what).count()
    }
}

/// A record that had a page of its own in an older edition, and that the newest edition does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneRecord {
    /// Its id across all lists, which is the path of its page below `lists/`.
    pub record: String,
    /// The last edition that has it.
    pub last: EditionId,
    /// What it was called there.
    pub name: Said,
    /// The word for what it was.
    pub kind: &'static str,
    /// Ids of the records that took its place.
    pub successors: Vec<String>,
}

/// What changed in all lists.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// For each older edition.
    pub steps: IdMap<EditionId, EditionStep>,
    /// For each list, the records that it no longer has.
    pub gone: IdMap<ListId, Vec<GoneRecord>>,
    /// For each record with a page of its own that was ever changed, the editions after which it was, and how.
    pub of_record: HashMap<String, Vec<(EditionId, Happening)>>,
}

#[cfg(test)]
mod tests {
    use super::EditionStep;

    #[test]
    fn a_change_stands_on_the_last_page_that_begins_no_later() {
        let step = EditionStep { change_pages: vec![0, 40, 75], ..EditionStep::default() };
        assert_eq!([0, 39, 40, 74, 75, 200].map(|at| step.page_of_change(at)), [0, 0, 1, 1, 2, 2]);
        assert_eq!(EditionStep::default().page_of_change(0), 0, "without changes there is one page");
    }
}
