//! The graph in; which lists and which regions have anything under a topic, and which lists a region has, out.

use std::collections::HashSet;

use crate::model::{ListId, RegionId, TopicId};

use super::graph::Graph;

impl Graph<'_> {
    /// Lists that have anything under a topic, in the order of the regions, those last that another takes the place of.
    pub fn lists_under(&self, topic: TopicId) -> &[ListId] {
        self.under.lists(topic)
    }

    /// Regions with a list of their own that has anything under a topic, in their order.
    pub fn regions_under(&self, topic: TopicId) -> &[RegionId] {
        self.under.regions(topic)
    }

    /// Lists of a region itself that have anything under a topic, those last that another takes the place of.
    pub fn lists_of_region_under(&self, region: RegionId, topic: TopicId) -> &[ListId] {
        self.under.lists_of(region, topic)
    }

    /// Lists of a region and of every region below it, in the order of the model.
    pub fn lists_within(&self, region: RegionId) -> Vec<ListId> {
        let mut lists = self.lists_of_region[region].clone();
        let mut open = self.regions_below[region].clone();
        let mut seen = HashSet::from([region]);
        while let Some(next) = open.pop() {
            if seen.insert(next) {
                lists.extend(&self.lists_of_region[next]);
                open.extend(&self.regions_below[next]);
            }
        }
        lists.sort_unstable();
        lists
    }
}
