//! A list in; a row of an index of lists out.

use serde::Serialize;

use crate::model::{Collection, List, ListId};
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
    };
    let counted = Collection::ALL.iter().map(|collection| (*collection, list.count(*collection)));
    // Of a part that nobody has entered yet there is no number.
    let entered = |collection: Collection, len: usize| len > 0 || !list.not_entered.contains(&collection);
    counted.filter(|(collection, len)| is_shown(list, *collection) && entered(*collection, *len)).map(count).collect()
}

/// Whether a list is asked for a collection: it has some of it, its kind has it, or it says something of it.
pub fn is_shown(list: &List, collection: Collection) -> bool {
    list.count(collection) > 0
        || list.kind.parts().contains(&collection)
        || list.not_entered.contains(&collection)
        || list.empty_parts.iter().any(|part| part.collection == collection)
}

/// How many lists there are, and how many of these another takes the place of.
pub fn count_of_lists(page: &Page<'_>, all: usize, superseded: usize) -> String {
    let count = page.count("lists", all);
    if superseded == 0 {
        return count;
    }
    count + &page.count("superseded", superseded)
}
