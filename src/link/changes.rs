//! The graph and a list in; the laws it cites that ended, or were changed since it was published, out.

use std::collections::BTreeMap;

use crate::model::{After, LawEvent, LawId, LawStatus, ListId};

use super::citations::CitationId;
use super::graph::Graph;

/// An event of a law, seen from a list that cites it.
#[derive(Clone, Copy, Debug)]
pub struct Happened<'m> {
    /// Place among the events of the law, counted from 0.
    pub index: usize,
    /// The event.
    pub event: &'m LawEvent,
    /// Whether it came after the list.
    pub after: After,
}

/// How much a change matters to a list, the most serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gravity {
    /// The law is out of force, since whatever day.
    Ended,
    /// The text was changed after the list.
    Changed,
    /// The text may have been changed after the list.
    Unsure,
}

/// A law that a list cites and that is not, or may not be, what the list cited.
#[derive(Clone, Debug)]
pub struct Change<'m> {
    /// The law.
    pub law: LawId,
    /// How much that matters.
    pub gravity: Gravity,
    /// Changes that came, or may have come, after the list, and whatever put the law out of force; the oldest first.
    /// Empty where the register only says that the law is out of force.
    pub events: Vec<Happened<'m>>,
    /// The list's citations of the law.
    pub citations: Vec<CitationId>,
}

/// What became of the laws that a list cites.
#[derive(Clone, Debug, Default)]
pub struct Changes<'m> {
    /// The laws that ended or were changed, the most serious first, then the newest.
    pub laws: Vec<Change<'m>>,
    /// How many laws the list cites.
    pub cited: usize,
    /// How many of them have a state in the register.
    pub known: usize,
}

impl Changes<'_> {
    /// How many laws changed as gravely as that.
    pub fn count(&self, gravity: Gravity) -> usize {
        self.laws.iter().filter(|change| change.gravity == gravity).count()
    }
}

/// What became of the laws that a list cites, as far as the register says. Of a list without a date nothing is said of
/// changes; that a law is out of force is said of any list.
pub fn changes<'m>(graph: &Graph<'m>, list: ListId) -> Changes<'m> {
    let mut cited: BTreeMap<LawId, Vec<CitationId>> = BTreeMap::new();
    for id in graph.citation_ids_of_list(list) {
        cited.entry(graph[id].law).or_default().push(id);
    }
    let state = |law: &LawId| graph.model[*law].state();
    let known = cited.keys().filter(|law| state(law) != LawStatus::Unknown).count();
    let count = cited.len();
    let mut laws: Vec<Change<'m>> =
        cited.into_iter().filter_map(|(law, citations)| change(graph, list, law, citations)).collect();
    let newest = |change: &Change<'_>| change.events.last().map(|happened| happened.event.date);
    laws.sort_by_key(|change| (change.gravity, std::cmp::Reverse(newest(change)), change.law));
    Changes { laws, cited: count, known }
}

fn change<'m>(graph: &Graph<'m>, list: ListId, id: LawId, citations: Vec<CitationId>) -> Option<Change<'m>> {
    let date = graph.model[list].date();
    let law = &graph.model[id];
    let seen = |(index, event): (usize, &'m LawEvent)| Happened { index, event, after: event.after(date) };
    let matters =
        |happened: &Happened<'_>| happened.event.kind.ends() || (date.is_some() && happened.after != After::No);
    let mut events: Vec<Happened<'m>> = law.amendments.iter().enumerate().map(seen).filter(matters).collect();
    events.sort_by_key(|happened| happened.event.date);
    let ended = matches!(law.state(), LawStatus::Repealed | LawStatus::Replaced);
    let gravity = if ended {
        Gravity::Ended
    } else if events.iter().any(|happened| happened.after == After::Yes) {
        Gravity::Changed
    } else {
        Gravity::Unsure
    };
    (ended || !events.is_empty()).then_some(Change { law: id, gravity, events, citations })
}
