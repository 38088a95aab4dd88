//! Regions in; the views of their index and of one region's page out.

use serde::Serialize;

use crate::model::RegionId;
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::shared::SHOWN_LISTS;
use super::atoms::LinkView;
use super::lists::ListRow;
use super::region_tree::{RegionNode, node, tree};

/// All regions.
#[derive(Serialize)]
pub struct RegionsView<'a> {
    count: String,
    regions: Vec<RegionNode<'a>>,
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
