//! Laws and what cites them in; laws in the order of their index, spread over pages, out: by kind, of a kind those first that
//! most lists cite.

use std::cmp::Reverse;
use std::ops::Range;

use crate::link::Graph;
use crate::model::{Lang, LawId, LawKind, LawStatus, ListId};

/// Up to how many laws a page of the index has.
const LAWS_ON_A_PAGE: usize = 100;

/// Laws in the order of their index.
#[derive(Debug, Default, Hash)]
pub struct LawOrder {
    laws: Vec<LawId>,
    /// The kinds that there are, each with the page that it begins on and how many laws are of it.
    pub kinds: Vec<(LawKind, usize, usize)>,
    /// The states that there are, each with how many laws have it.
    pub states: Vec<(LawStatus, usize)>,
}

impl LawOrder {
    /// How many pages they take.
    pub fn pages(&self) -> usize {
        self.laws.len().div_ceil(LAWS_ON_A_PAGE).max(1)
    }

    /// The laws on a page, counted from 0.
    pub fn on(&self, page: usize) -> &[LawId] {
        &self.laws[self.range(page)]
    }

    /// Which of the laws stand on a page.
    pub fn range(&self, page: usize) -> Range<usize> {
        let start = (page * LAWS_ON_A_PAGE).min(self.laws.len());
        start..(start + LAWS_ON_A_PAGE).min(self.laws.len())
    }
}

/// Puts the laws in order.
pub fn law_order(graph: &Graph<'_>) -> LawOrder {
    let mut laws: Vec<LawId> = LawId::all(graph.model).collect();
    laws.sort_by_cached_key(|id| {
        let law = &graph.model[*id];
        let mut lists: Vec<ListId> = graph.citations_of(*id).map(|citation| citation.record.list).collect();
        lists.dedup();
        (law.kind, Reverse(lists.len()), Reverse(graph.citations_of(*id).len()), law.title.best(Lang::ZH).1.to_owned())
    });
    let state = |state: &LawStatus| {
        let count = graph.model.laws.iter().filter(|law| law.state() == *state).count();
        (count > 0).then_some((*state, count))
    };
    let kind = |at: usize| graph.model[laws[at]].kind;
    let begins = (0..laws.len()).filter(|at| at.checked_sub(1).is_none_or(|before| kind(before) != kind(*at)));
    let of_kind = |begin: usize| {
        let count = laws[begin..].partition_point(|law| graph.model[*law].kind == kind(begin));
        (kind(begin), begin / LAWS_ON_A_PAGE, count)
    };
    let kinds = begins.map(of_kind).collect();
    LawOrder { kinds, states: LawStatus::ALL.iter().filter_map(state).collect(), laws }
}
