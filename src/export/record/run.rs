//! A page's subject in; over how many data files what points to it is spread, and which of it each file has, out.
//!
//! Everything that a page's subject has stands in `index.json`, but that a law may be cited by every list of a nation. Of
//! what points to a subject each file names so many, and links the next.

use std::ops::Range;

use crate::link::Graph;
use crate::plan::{Plan, Target};

/// Up to how many of what points to a subject a file names under one heading.
pub const NAMED: usize = 500;

/// How many data files lie beside a page that has data.
pub fn record_files(target: Target, graph: &Graph<'_>) -> u32 {
    let longest = match target {
        Target::Law(law) => graph.citations_of(law).len(),
        Target::Topic(topic) => graph.under_topic[topic].len(),
        Target::Department(department) => graph.takes_part[department].len(),
        Target::Region(region) => graph.regions_below[region].len().max(graph.lists_of_region[region].len()),
        Target::Agency(agency) => graph.concerned_by(agency).len(),
        Target::Quality => graph.model.lists.len(),
        // What points to the parts of a list is no longer than the list.
        _ => 0,
    };
    longest.div_ceil(NAMED).max(1) as u32
}

/// The data files beside pages after the first of each.
pub fn further_records(graph: &Graph<'_>, plan: &Plan<'_>) -> Vec<String> {
    let with_data = plan.targets.iter().filter(|target| plan.has_data(**target));
    let further = with_data.flat_map(|target| (1..record_files(*target, graph)).map(|file| (*target, file)));
    further.map(|(target, file)| plan.record_file(target, file)).collect()
}

/// Which of so many stand in a file, the first being 0.
pub(super) fn named(file: u32, all: usize) -> Range<usize> {
    let start = (file as usize * NAMED).min(all);
    start..(start + NAMED).min(all)
}
