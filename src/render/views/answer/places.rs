//! A topic and regions in; links to the page of the topic in each, to choose from, out.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::{RegionId, TopicId};
use crate::plan::Target;

use super::super::super::names::page_name;
use super::super::super::page::Page;
use super::super::super::text::TextView;

/// A region to choose. The script of the page knows it by its slug.
#[derive(Serialize)]
pub struct PlaceView<'a> {
    slug: &'a str,
    name: TextView<'a>,
    href: String,
}

/// The regions, each once, in their order.
pub fn places<'a>(page: &Page<'a>, topic: TopicId, regions: impl Iterator<Item = RegionId>) -> Vec<PlaceView<'a>> {
    let regions: BTreeSet<RegionId> = regions.collect();
    let view = |region: RegionId| PlaceView {
        slug: &page.model()[region].slug,
        name: page_name(page, Target::Region(region)),
        href: page.href(Target::Answer(region, topic), ""),
    };
    regions.into_iter().map(view).collect()
}
