//! A list in; a row of an index of lists out.

use serde::Serialize;

use crate::model::{Collection, List, ListId, PartState};
use crate::plan::Target;

use super::super::page::Page;
use super::super::text::TextView;
use super::date::DateView;
use super::link::LinkView;
use super::list_head::superseded;

/// A list in a row.
#[derive(Serialize)]
pub struct ListRow<'a> {
    link: LinkView<'a>,
    title: TextView<'a>,
    region: Option<LinkView<'a>>,
    date: Option<DateView>,
    /// What day that is.
    dated: Option<&'a str>,
    /// Said of a list that another takes the place of.
    superseded: Option<&'a str>,
    counts: Vec<CollectionCount<'a>>,
}

/// How many records a collection has.
#[derive(Serialize)]
pub struct CollectionCount<'a> {
    pub anchor: &'static str,
    pub number: String,
    pub name: &'a str,
    /// Whether the document does not have the collection at all.
    pub absent: bool,
}

impl<'a> ListRow<'a> {
    /// A list in a row.
    pub fn new(page: &Page<'a>, l: ListId) -> ListRow<'a> {
        let list = page.list(l);
        ListRow {
            link: LinkView::to(page, Target::List(l)),
            title: page.text(&list.title),
            region: page.shared.graph.region_of(list).map(|region| LinkView::to(page, Target::Region(region))),
            date: list.date().map(|date| DateView::new(page, date)),
            dated: list.dated().map(|key| page.t("list", key)),
            superseded: superseded(page, l),
            counts: collection_counts(page, l),
        }
    }
}

/// How many records each collection of a list has.
pub fn collection_counts<'a>(page: &Page<'a>, l: ListId) -> Vec<CollectionCount<'a>> {
    let list = page.list(l);
    let count = |(collection, len): (Collection, usize)| CollectionCount {
        anchor: collection.as_str(),
        number: page.strings().integer(len as u64),
        name: page.t("collection", collection.as_str()),
        absent: list.part_state(collection) == PartState::Absent,
    };
    let counted = Collection::ALL.iter().map(|collection| (*collection, list.count(*collection)));
    // That there is nothing of a part is known where the document prints so or does not have it, and nowhere else.
    let known = |part: Collection| {
        matches!(list.part_state(part), PartState::Entered | PartState::PrintedEmpty | PartState::Absent)
    };
    counted.filter(|(collection, _)| known(*collection)).map(count).collect()
}

/// What is said where a list has nothing of a collection, of all or under a topic: why, as far as it is known.
pub fn nothing_of<'a>(page: &Page<'a>, l: ListId, collection: Collection) -> &'a str {
    page.t("nothing", page.list(l).part_state(collection).as_str())
}

/// Whether a list is asked for a collection: it has some of it, its kind has it, or it says something of it.
pub fn is_shown(list: &List, collection: Collection) -> bool {
    list.part_state(collection) != PartState::NotOfKind
}

/// How many lists there are, and how many of these another takes the place of.
pub fn count_of_lists(page: &Page<'_>, all: usize, superseded: usize) -> String {
    let count = page.count("lists", all);
    if superseded == 0 {
        return count;
    }
    count + &page.count("superseded", superseded)
}
