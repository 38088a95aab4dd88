//! The graph in; what pages of every language share, computed once, out.

use crate::dataset::Catalogue;
use crate::link::{Changes, Graph, RecordRef, changes};
use crate::plan::Plan;
use crate::theme::Theme;

/// Up to how many lists a page shows in full.
pub(super) const SHOWN_LISTS: usize = 40;

/// Up to how many records a page shows of lists in full; the first list is shown whatever it has.
pub(super) const SHOWN_RECORDS: usize = 150;

/// Up to how many regions are shown as one tree.
pub(super) const SHOWN_REGIONS: usize = 300;

/// What every page may look at.
pub(super) struct Shared<'a> {
    pub graph: &'a Graph<'a>,
    pub plan: &'a Plan<'a>,
    pub theme: &'a Theme,
    pub catalogue: &'a Catalogue,
    /// Folders of the search indexes, language by language.
    pub indexes: &'a [String],
    /// For each list, its region and the regions above it, the nearest first.
    pub regions_of_list: Vec<Vec<u32>>,
    /// For each region, how many lists it and the regions below it have.
    pub lists_within: Vec<u32>,
    /// For each list, those that replace it.
    pub superseded_by: Vec<Vec<u32>>,
    /// For each law, how many lists cite it.
    pub lists_citing: Vec<u32>,
    /// For each list, what became of the laws it cites.
    pub changes: Vec<Changes<'a>>,
    /// For each topic, the topics directly below it.
    pub topics_below: Vec<Vec<u32>>,
}

impl<'a> Shared<'a> {
    pub fn new(
        graph: &'a Graph<'a>,
        plan: &'a Plan<'a>,
        theme: &'a Theme,
        catalogue: &'a Catalogue,
        indexes: &'a [String],
    ) -> Shared<'a> {
        let model = graph.model;
        let above: Vec<Vec<u32>> = (0..model.regions.len() as u32)
            .map(|region| std::iter::once(region).chain(graph.regions_above(region)).collect())
            .collect();
        let regions_of_list: Vec<Vec<u32>> = model
            .lists
            .iter()
            .map(|list| graph.region_of(list).map(|region| above[region as usize].clone()).unwrap_or_default())
            .collect();
        let mut lists_within = vec![0; model.regions.len()];
        for region in regions_of_list.iter().flatten() {
            lists_within[*region as usize] += 1;
        }
        let mut superseded_by = vec![Vec::new(); model.lists.len()];
        for (index, list) in model.lists.iter().enumerate() {
            if let Some(old) = list.supersedes.as_deref().and_then(|id| graph.list(id)) {
                superseded_by[old as usize].push(index as u32);
            }
        }
        let lists_citing = graph
            .cited_by
            .iter()
            .map(|citations| distinct(citations.iter().map(|c| graph.citations[*c as usize].record.list)))
            .collect();
        let mut topics_below = vec![Vec::new(); model.topics.len()];
        for (index, topic) in model.topics.iter().enumerate() {
            if let Some(broader) = topic.broader.as_deref().and_then(|slug| graph.topic(slug)) {
                topics_below[broader as usize].push(index as u32);
            }
        }
        Shared {
            graph,
            plan,
            theme,
            catalogue,
            indexes,
            regions_of_list,
            lists_within,
            superseded_by,
            lists_citing,
            changes: (0..model.lists.len() as u32).map(|list| changes(graph, list)).collect(),
            topics_below,
        }
    }

    /// The records of one list among records sorted by list.
    pub fn of_list<'r>(&self, records: &'r [RecordRef], list: u32) -> &'r [RecordRef] {
        let start = records.partition_point(|record| record.list < list);
        let end = start + records[start..].partition_point(|record| record.list == list);
        &records[start..end]
    }

    /// The highest region that a list belongs to.
    pub fn top_region(&self, list: u32) -> Option<u32> {
        self.regions_of_list[list as usize].last().copied()
    }
}

/// How many different lists stand in a run sorted by list.
pub(super) fn distinct(lists: impl Iterator<Item = u32>) -> u32 {
    let mut last = None;
    let mut count = 0;
    for list in lists {
        if last != Some(list) {
            count += 1;
            last = Some(list);
        }
    }
    count
}
