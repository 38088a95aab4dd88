//! A list in, the rows of the shared registers that its data need out, so that a list can be published by itself with
//! every reference still leading to a row.

use std::collections::BTreeSet;

use crate::link::Graph;
use crate::model::Id;

/// Which rows belong to the data of one list. Indices are positions in the model's vectors.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// The list whose records are in.
    pub list: u32,
    /// The list and those it took the place of.
    pub lists: BTreeSet<u32>,
    /// Regions of the lists, with those above them.
    pub regions: BTreeSet<u32>,
    /// Kinds of department that take part in matters.
    pub departments: BTreeSet<u32>,
    /// Topics of the records, with the wider ones.
    pub topics: BTreeSet<u32>,
    /// Laws cited, with those that took their place.
    pub laws: BTreeSet<u32>,
}

impl Scope {
    /// What belongs to the data of a list.
    pub fn of_list(graph: &Graph<'_>, list: u32) -> Scope {
        let model = graph.model;
        let own = &model.lists[list as usize];
        let lists = closure([list], |at| graph.list(model.lists[at as usize].supersedes.as_deref()?));
        let mut regions = BTreeSet::new();
        for region in lists.iter().filter_map(|at| graph.region_of(&model.lists[*at as usize])) {
            regions.insert(region);
            regions.extend(graph.regions_above(region));
        }
        let parts = own.boundaries.iter().flat_map(|matter| &matter.participants);
        let departments = parts.filter_map(|part| graph.department(&part.department)).collect();
        let duties = own.duties.iter().map(|duty| &duty.topics);
        let matters = own.boundaries.iter().map(|matter| &matter.topics);
        let services = own.services.iter().map(|service| &service.topics);
        let regimes = own.regimes.iter().map(|regime| &regime.topics);
        let topics = duties.chain(matters).chain(services).chain(regimes).flatten();
        let topics = topics.filter_map(|slug: &Id| graph.topic(slug));
        let cited = graph.citations_of_list[list as usize].clone().map(|at| &graph.citations[at as usize]);
        let laws = cited.map(|citation| citation.law);
        Scope {
            list,
            departments,
            topics: closure(topics, |at| graph.topic(model.topics[at as usize].broader.as_deref()?)),
            laws: closure(laws, |at| graph.law(model.laws[at as usize].replaced_by.as_deref()?)),
            lists,
            regions,
        }
    }
}

/// Everything that is reached by going on and on; ends at a loop, which the check stage reports.
fn closure(from: impl IntoIterator<Item = u32>, next: impl Fn(u32) -> Option<u32>) -> BTreeSet<u32> {
    let mut reached = BTreeSet::new();
    for start in from {
        let mut here = Some(start);
        while let Some(at) = here.filter(|at| reached.insert(*at)) {
            here = next(at);
        }
    }
    reached
}
