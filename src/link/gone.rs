//! The graph in; which bodies are gone and whom that concerns, which lists others take the place of, which area code a list
//! is dialled with, out.

use crate::model::{AgencyId, Concern, Date, List, ListId};

use super::graph::Graph;

impl<'m> Graph<'m> {
    /// The body or hotline with this id.
    pub fn agency(&self, id: &str) -> Option<AgencyId> {
        self.agencies.get(id).copied()
    }

    /// The bodies that took the place of one.
    pub fn successors_of(&self, agency: AgencyId) -> impl Iterator<Item = AgencyId> {
        self.model[agency].successors().into_iter().filter_map(|id| self.agency(id))
    }

    /// The bodies whose place one took.
    pub fn succeeds(&self, agency: AgencyId) -> &[AgencyId] {
        &self.succeeds[agency]
    }

    /// What the records of a list say of bodies that are gone since, in the order of the records.
    pub fn concerns_of_list(&self, list: ListId) -> &[Concern] {
        let start = self.concerns.partition_point(|concern| concern.record.list < list);
        let end = start + self.concerns[start..].partition_point(|concern| concern.record.list == list);
        &self.concerns[start..end]
    }

    /// The records that a body which is gone concerns, in the order of the lists.
    pub fn concerned_by(&self, agency: AgencyId) -> impl ExactSizeIterator<Item = &Concern> + Clone {
        self.concerned_by[agency].iter().map(|at| &self.concerns[*at])
    }

    /// The telephone area code that a list's phones are dialled with, where it is known.
    pub fn area_code(&self, list: &List) -> Option<&'m str> {
        self.area_codes[self.region_of(list)?]
    }

    /// Whether another list of the site takes the place of a list.
    pub fn is_superseded(&self, list: ListId) -> bool {
        self.superseded[list].is_some()
    }

    /// The day from which a list no longer holds: as it says itself, else that from which a list that takes its place holds.
    pub fn valid_to(&self, list: ListId) -> Option<Date> {
        self.model[list].valid_until.or_else(|| self.superseded[list]?.from)
    }

    /// Lists with those behind them that another takes the place of; else in the order given.
    pub fn current_first(&self, lists: impl IntoIterator<Item = ListId>) -> Vec<ListId> {
        let mut lists: Vec<ListId> = lists.into_iter().collect();
        lists.sort_by_key(|list| self.is_superseded(*list));
        lists
    }
}
