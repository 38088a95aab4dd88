//! Regions in; one of them with those below it, and the tree of all, out.

use serde::Serialize;

use crate::model::RegionId;
use crate::plan::Target;

use super::super::page::Page;
use super::super::shared::SHOWN_REGIONS;
use super::link::LinkView;

/// A region, and the regions below it as far as they are shown.
#[derive(Serialize)]
pub struct RegionNode<'a> {
    link: LinkView<'a>,
    level: &'a str,
    lists: String,
    below: Vec<RegionNode<'a>>,
}

impl<'a> RegionNode<'a> {
    /// A region with so many levels of regions below it.
    pub fn new(page: &Page<'a>, id: RegionId, depth: u32) -> RegionNode<'a> {
        let below = page.shared.graph.regions_below[id].iter().filter(|_| depth > 0);
        RegionNode {
            link: LinkView::to(page, Target::Region(id)),
            level: page.t("level", page.model()[id].level.as_str()),
            lists: page.count("lists", page.shared.lists_within[id] as usize),
            below: below.map(|below| RegionNode::new(page, *below, depth - 1)).collect(),
        }
    }
}

/// Every region under those at the top; those at the top alone where there are too many.
pub fn region_tree<'a>(page: &Page<'a>) -> Vec<RegionNode<'a>> {
    let graph = page.shared.graph;
    let depth = if page.model().regions.len() <= SHOWN_REGIONS { 8 } else { 0 };
    let at_top = |slug: Option<&str>| slug.and_then(|slug| graph.region(slug)).is_none();
    RegionId::each(page.model())
        .filter(|(_, region)| at_top(region.parent.as_deref()))
        .map(|(id, _)| RegionNode::new(page, id, depth))
        .collect()
}
