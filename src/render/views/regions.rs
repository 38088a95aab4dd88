//! Regions in; the views of their index and of one region's page out.

use serde::Serialize;

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
pub(in super::super) fn region<'a>(pen: &Pen<'a>, index: u32) -> RegionView<'a> {
    let graph = pen.shared.graph;
    let region = &pen.model().regions[index as usize];
    let within = pen.shared.lists_within[index as usize] as usize;
    let lists =
        if within <= SHOWN_LISTS { graph.lists_within(index) } else { graph.lists_of_region[index as usize].clone() };
    RegionView {
        code: &region.code,
        level: pen.say("level", region.level.as_str()),
        parent: region.parent.as_deref().and_then(|slug| graph.region(slug)).map(|up| pen.link(Target::Region(up))),
        count: pen.count("lists", within),
        below: graph.regions_below[index as usize].iter().map(|below| node(pen, *below, 0)).collect(),
        lists: lists.into_iter().map(|list| pen.list_row(list)).collect(),
    }
}

/// Every region under those at the top; those at the top alone where there are too many.
pub(super) fn tree<'a>(pen: &Pen<'a>) -> Vec<RegionNode<'a>> {
    let graph = pen.shared.graph;
    let regions = &pen.model().regions;
    let depth = if regions.len() <= SHOWN_REGIONS { 8 } else { 0 };
    let at_top = |slug: Option<&str>| slug.and_then(|slug| graph.region(slug)).is_none();
    (0..)
        .zip(regions)
        .filter(|(_, region)| at_top(region.parent.as_deref()))
        .map(|(index, _)| node(pen, index, depth))
        .collect()
}

fn node<'a>(pen: &Pen<'a>, index: u32, depth: u32) -> RegionNode<'a> {
    let below = pen.shared.graph.regions_below[index as usize].iter().filter(|_| depth > 0);
    RegionNode {
        link: pen.link(Target::Region(index)),
        level: pen.say("level", pen.model().regions[index as usize].level.as_str()),
        lists: pen.count("lists", pen.shared.lists_within[index as usize] as usize),
        below: below.map(|below| node(pen, *below, depth - 1)).collect(),
    }
}
