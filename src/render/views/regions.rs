//! Regions in; the views of their index and of one region's page out.

use serde::Serialize;

use crate::model::RegionId;
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::shared::{SHOWN_LISTS, SHOWN_REGIONS};
use super::lists::ListRow;
use super::parts::LinkView;

/// All regions.
#[derive(Serialize)]
pub struct RegionsView<'a> {
    count: String,
    regions: Vec<RegionNode<'a>>,
}

/// A region, and the regions below it as far as they are shown.
#[derive(Serialize)]
pub struct RegionNode<'a> {
    link: LinkView<'a>,
    level: &'a str,
    lists: String,
    below: Vec<RegionNode<'a>>,
}

/// One region.
#[derive(Serialize)]
pub struct RegionView<'a> {
    code: &'a str,
    level: &'a str,
    parent: Option<LinkView<'a>>,
    count: String,
    below: Vec<RegionNode<'a>>,
    /// Its own lists, or with those of the regions below it where they are not too many.
    lists: Vec<ListRow<'a>>,
}

/// The view of the index of regions.
pub(in super::super) fn regions<'a>(pen: &Pen<'a>) -> RegionsView<'a> {
    RegionsView { count: pen.count("regions", pen.model().regions.len()), regions: tree(pen) }
}

/// The view of a region's page.
pub(in super::super) fn region<'a>(pen: &Pen<'a>, id: RegionId) -> RegionView<'a> {
    let graph = pen.shared.graph;
    let region = &pen.model()[id];
    let within = pen.shared.lists_within[id] as usize;
    let lists = if within <= SHOWN_LISTS { graph.lists_within(id) } else { graph.lists_of_region[id].clone() };
    RegionView {
        code: &region.code,
        level: pen.say("level", region.level.as_str()),
        parent: region.parent.as_deref().and_then(|slug| graph.region(slug)).map(|up| pen.link(Target::Region(up))),
        count: pen.count("lists", within),
        below: graph.regions_below[id].iter().map(|below| node(pen, *below, 0)).collect(),
        lists: lists.into_iter().map(|list| pen.list_row(list)).collect(),
    }
}

/// Every region under those at the top; those at the top alone where there are too many.
pub(super) fn tree<'a>(pen: &Pen<'a>) -> Vec<RegionNode<'a>> {
    let graph = pen.shared.graph;
    let depth = if pen.model().regions.len() <= SHOWN_REGIONS { 8 } else { 0 };
    let at_top = |slug: Option<&str>| slug.and_then(|slug| graph.region(slug)).is_none();
    RegionId::each(pen.model())
        .filter(|(_, region)| at_top(region.parent.as_deref()))
        .map(|(id, _)| node(pen, id, depth))
        .collect()
}

fn node<'a>(pen: &Pen<'a>, id: RegionId, depth: u32) -> RegionNode<'a> {
    let below = pen.shared.graph.regions_below[id].iter().filter(|_| depth > 0);
    RegionNode {
        link: pen.link(Target::Region(id)),
        level: pen.say("level", pen.model()[id].level.as_str()),
        lists: pen.count("lists", pen.shared.lists_within[id] as usize),
        below: below.map(|below| node(pen, *below, depth - 1)).collect(),
    }
}
