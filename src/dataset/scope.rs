//! A list in, the rows of the shared registers that its data need out, so that a list can be published by itself with
//! every reference still leading to a row.

use std::collections::BTreeSet;

use crate::link::Graph;
use crate::model::walk::{Node, walk_list};
use crate::model::{AgencyId, DepartmentId, LawId, ListId, RegionId, TopicId};

/// Which rows belong to the data of one list.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The list whose records are in.
    pub list: ListId,
    /// The list and those it took the place of.
    pub lists: BTreeSet<ListId>,
    /// Regions of the lists, with those above them.
    pub regions: BTreeSet<RegionId>,
    /// Kinds of department that take part in matters.
    pub departments: BTreeSet<DepartmentId>,
    /// Topics of the records, with the wider ones.
    pub topics: BTreeSet<TopicId>,
    /// Bodies that are gone and that the list speaks of, with those that took their place.
    pub agencies: BTreeSet<AgencyId>,
    /// Laws cited, with those that took their place.
    pub laws: BTreeSet<LawId>,
}

impl Scope {
    /// What belongs to the data of a list.
    pub fn of_list(graph: &Graph<'_>, list: ListId) -> Scope {
        let model = graph.model;
        let lists = closure([list], |at| graph.list(model[at].supersedes.as_deref()?));
        let mut regions = BTreeSet::new();
        for region in lists.iter().filter_map(|at| graph.region_of(&model[*at])) {
            regions.insert(region);
            regions.extend(graph.regions_above(region));
        }
        let mut departments = BTreeSet::new();
        let mut topics = Vec::new();
        walk_list(&model[list], list, &mut |node, _| match node {
            Node::DepartmentRef(slug) | Node::AgencyRef(slug) => departments.extend(graph.department(slug)),
            Node::TopicRef(slug) => topics.extend(graph.topic(slug)),
            _ => {}
        });
        departments.extend(graph.handovers_of_list(list).iter().filter_map(|handover| handover.department));
        departments.extend(lists.iter().filter_map(|at| graph.department(model[*at].department.as_deref()?)));
        let agencies = agencies(graph, list);
        for agency in &agencies {
            departments.extend(model[*agency].departments.iter().filter_map(|slug| graph.department(slug)));
            if let Some(region) = model[*agency].region.as_deref().and_then(|slug| graph.region(slug)) {
                regions.insert(region);
                regions.extend(graph.regions_above(region));
            }
        }
        let laws = graph.citations_of_list(list).iter().map(|citation| citation.law);
        Scope {
            list,
            departments,
            agencies,
            topics: closure(topics, |at| graph.topic(model[at].broader.as_deref()?)),
            laws: closure(laws, |at| graph.law(model[at].replaced_by.as_deref()?)),
            lists,
            regions,
        }
    }
}

/// The bodies that concern a list, with all that took their place.
fn agencies(graph: &Graph<'_>, list: ListId) -> BTreeSet<AgencyId> {
    let mut open: Vec<AgencyId> = graph.concerns_of_list(list).iter().map(|concern| concern.agency).collect();
    let mut reached = BTreeSet::new();
    while let Some(next) = open.pop() {
        if reached.insert(next) {
            open.extend(graph.successors_of(next));
        }
    }
    reached
}

/// Everything that is reached by going on and on; ends at a loop, which the check stage reports.
fn closure<T: Copy + Ord>(from: impl IntoIterator<Item = T>, next: impl Fn(T) -> Option<T>) -> BTreeSet<T> {
    let mut reached = BTreeSet::new();
    for start in from {
        let mut here = Some(start);
        while let Some(at) = here.filter(|at| reached.insert(*at)) {
            here = next(at);
        }
    }
    reached
}
