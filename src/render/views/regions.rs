//! Regions in; the views of their index and of one region's page out.

use serde::Serialize;

use crate::model::RegionId;
use crate::plan::{Target, region_pages, regions_on};

use super::super::atoms::{LinkView, ListRow, PageLink, RegionNode, count_of_lists, region_tree};
use super::super::page::Page;
use super::super::shared::SHOWN_LISTS;

/// All regions.
#[derive(Serialize)]
pub struct RegionsView<'a> {
    count: String,
    regions: Vec<RegionNode<'a>>,
}

/// One region.
#[derive(Serialize)]
pub struct RegionView<'a> {
    code: Option<&'a str>,
    level: &'a str,
    parent: Option<LinkView<'a>>,
    count: String,
    /// The regions directly below it, as far as they stand on this page.
    below: Vec<RegionNode<'a>>,
    /// Where these are on several pages, all of them.
    pages: Vec<PageLink>,
    /// Topics that its own lists have anything under, each with the page of the topic in the region.
    topics: Vec<LinkView<'a>>,
    /// Its own lists, or with those of the regions below it where they are not too many.
    lists: Vec<ListRow<'a>>,
}

/// A further page of the regions below one.
#[derive(Serialize)]
pub struct BelowView<'a> {
    region: LinkView<'a>,
    below: Vec<RegionNode<'a>>,
    pages: Vec<PageLink>,
}

/// The view of the index of regions.
pub(in super::super) fn regions<'a>(page: &Page<'a>) -> RegionsView<'a> {
    RegionsView { count: page.count("regions", page.model().regions.len()), regions: region_tree(page) }
}

/// The view of a region's page.
pub(in super::super) fn region<'a>(page: &Page<'a>, id: RegionId) -> RegionView<'a> {
    let graph = page.shared.graph;
    let region = &page.model()[id];
    let within = page.shared.lists_within[id] as usize;
    let lists = if within <= SHOWN_LISTS { graph.lists_within(id) } else { graph.lists_of_region[id].clone() };
    RegionView {
        code: region.code.as_deref(),
        level: page.t("level", region.level.as_str()),
        parent: region
            .parent
            .as_deref()
            .and_then(|slug| graph.region(slug))
            .map(|up| LinkView::to(page, Target::Region(up))),
        count: count_of_lists(page, within, page.shared.superseded_within[id] as usize),
        below: regions_below(page, id, 0),
        pages: pages(page, id, 0),
        topics: page.shared.topics_of_region[id]
            .iter()
            .map(|topic| LinkView::to(page, Target::Answer(id, *topic)))
            .collect(),
        lists: graph.current_first(lists).into_iter().map(|list| ListRow::new(page, list)).collect(),
    }
}

/// The view of a further page of the regions below one.
pub(in super::super) fn below<'a>(page: &Page<'a>, id: RegionId, number: u32) -> BelowView<'a> {
    BelowView {
        region: LinkView::to(page, Target::Region(id)),
        below: regions_below(page, id, number as usize),
        pages: pages(page, id, number as usize),
    }
}

fn regions_below<'a>(page: &Page<'a>, id: RegionId, number: usize) -> Vec<RegionNode<'a>> {
    let below = &page.shared.graph.regions_below[id];
    below[regions_on(below.len(), number)].iter().map(|below| RegionNode::new(page, *below, 0)).collect()
}

fn pages(page: &Page<'_>, id: RegionId, here: usize) -> Vec<PageLink> {
    let all = page.shared.graph.regions_below[id].len();
    let one = |number: usize| {
        let on = regions_on(all, number);
        let [from, to] = [on.start + 1, on.end].map(|at| page.strings().integer(at as u64));
        let target = if number == 0 { Target::Region(id) } else { Target::Below(id, number as u32) };
        PageLink {
            href: page.href(target, ""),
            text: page.strings().fill("items", "from_to", &[("from", &from), ("to", &to)]),
            current: number == here,
        }
    };
    if region_pages(all) > 1 { (0..region_pages(all)).map(one).collect() } else { Vec::new() }
}
