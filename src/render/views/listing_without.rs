//! A kind of record in; which lists have none of it, and why as far as that is known, out.

use serde::Serialize;

use crate::model::{Collection, ListId, PartState};
use crate::plan::Listing;

use super::super::atoms::{LinkView, nothing_of};
use super::super::page::Page;

/// Up to how many lists are named; the others are counted.
const NAMED: usize = 12;

/// Lists without a record of the kind.
#[derive(Serialize)]
pub struct WithoutView<'a> {
    named: Vec<WithoutList<'a>>,
    /// How many more there are.
    more: Option<String>,
}

#[derive(Serialize)]
struct WithoutList<'a> {
    list: LinkView<'a>,
    why: &'a str,
}

/// The lists of which a reader may miss something on the first page of a listing: their kind has the part.
pub fn without<'a>(page: &Page<'a>, listing: Listing, number: u32) -> Option<WithoutView<'a>> {
    let part = part(listing).filter(|_| number == 0)?;
    let lacks = |list: &ListId| !matches!(page.list(*list).part_state(part), PartState::Entered | PartState::NotOfKind);
    let all: Vec<ListId> = ListId::each(page.model()).map(|(list, _)| list).filter(lacks).collect();
    let row = |list: &ListId| WithoutList { list: LinkView::list(page, *list), why: nothing_of(page, *list, part) };
    let more = all.len().saturating_sub(NAMED);
    (!all.is_empty()).then(|| WithoutView {
        named: all.iter().take(NAMED).map(row).collect(),
        more: (more > 0).then(|| page.count("further_lists", more)),
    })
}

/// The part of lists that a listing has the records of, where it is one.
fn part(listing: Listing) -> Option<Collection> {
    match listing {
        Listing::Duties => Some(Collection::Duties),
        Listing::Boundaries => Some(Collection::Boundaries),
        Listing::Services => Some(Collection::Services),
        Listing::Regimes => Some(Collection::Regimes),
        Listing::Penalties | Listing::Phones => None,
    }
}
