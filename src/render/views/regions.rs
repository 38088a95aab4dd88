//! Regions in; the views of their index and of one region's page out.

use serde::Serialize;

use crate::model::RegionId;
use crate::plan::Target;

use super::super::atoms::{LinkView, ListRow, RegionNode, region_tree};
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
    below: Vec<RegionNode<'a>>,
    /// Its own lists, or with those of the regions below it where they are not too many.
    lists: Vec<ListRow<'a>>,
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
        count: page.count("lists", within),
        below: graph.regions_below[id].iter().map(|below| RegionNode::new(page, *below, 0)).collect(),
        lists: lists.into_iter().map(|list| ListRow::new(page, list)).collect(),
    }
}
