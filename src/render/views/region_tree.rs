//! Regions in; the tree of them, with how many lists each has, out.

use serde::Serialize;

use crate::model::RegionId;
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::shared::SHOWN_REGIONS;
use super::atoms::LinkView;

/// A region, and the regions below it as far as they are shown.
#[derive(Serialize)]
pub struct RegionNode<'a> {
    link: LinkView<'a>,
    level: &'a str,
    lists: String,
    below: Vec<RegionNode<'a>>,
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

/// A region with so many levels of those below it.
pub(super) fn node<'a>(pen: &Pen<'a>, id: RegionId, depth: u32) -> RegionNode<'a> {
    let below = pen.shared.graph.regions_below[id].iter().filter(|_| depth > 0);
    RegionNode {
        link: pen.link(Target::Region(id)),
        level: pen.say("level", pen.model()[id].level.as_str()),
        lists: pen.count("lists", pen.shared.lists_within[id] as usize),
        below: below.map(|below| node(pen, *below, depth - 1)).collect(),
    }
}
