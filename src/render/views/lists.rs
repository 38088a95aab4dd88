//! All lists in; the view of their index out.

use serde::Serialize;

use crate::model::ListId;
use crate::plan::{Listing, Target, both_sides_pages};

use super::super::atoms::{LinkView, ListRow, RegionNode, count_of_lists, region_tree};
use super::super::page::Page;
use super::super::shared::SHOWN_REGIONS;

/// All lists.
#[derive(Serialize)]
pub struct ListsView<'a> {
    count: String,
    /// The index of types of power, where any list has items of one.
    types: Option<LinkView<'a>>,
    /// Pages of all records of a kind.
    listings: Vec<LinkView<'a>>,
    gaps: LinkView<'a>,
    /// What lists do not agree on, where a matter stands in two.
    both_sides: Option<LinkView<'a>>,
    /// What changed from edition to edition, where any list has older ones.
    news: Option<LinkView<'a>>,
    lists: Vec<ListRow<'a>>,
    /// Instead of the lists, where there are too many for one page: regions with their counts.
    regions: Vec<RegionNode<'a>>,
}

/// The view of the index of lists.
pub(in super::super) fn lists<'a>(page: &Page<'a>) -> ListsView<'a> {
    let total = page.model().lists.len();
    let fits = total <= SHOWN_REGIONS;
    let graph = page.shared.graph;
    let all = graph.current_first(ListId::all(page.model()));
    let old = all.iter().filter(|list| graph.is_superseded(**list)).count();
    ListsView {
        count: count_of_lists(page, total, old),
        types: page
            .shared
            .items_of_type
            .iter()
            .any(|lists| !lists.is_empty())
            .then(|| LinkView::to(page, Target::PowerTypes)),
        listings: Listing::ALL
            .into_iter()
            .filter(|listing| page.shared.plan.listed(*listing).rows() > 0)
            .map(|listing| LinkView::to(page, Target::Listing(listing, 0)))
            .collect(),
        gaps: LinkView::to(page, Target::Gaps),
        both_sides: (both_sides_pages(graph) > 0).then(|| LinkView::to(page, Target::BothSides(0))),
        news: (!page.model().editions.is_empty()).then(|| LinkView::to(page, Target::News(0))),
        lists: if fits { all.into_iter().map(|list| ListRow::new(page, list)).collect() } else { Vec::new() },
        regions: if fits { Vec::new() } else { region_tree(page) },
    }
}
