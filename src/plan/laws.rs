//! Laws and what cites them in; laws in the order of their index, spread over pages, out: by kind, of a kind those first that
//! most lists cite.

use std::cmp::Reverse;
use std::ops::Range;

use crate::link::Graph;
use crate::model::{Lang, LawId, ListId};

/// Up to how many laws a page of the index has.
const LAWS_ON_A_PAGE: usize = 100;

/// Laws in the order of their index.
#[derive(Debug, Default)]
pub struct LawOrder(Vec<LawId>);

impl LawOrder {
    /// How many pages they take.
    pub fn pages(&self) -> usize {
        self.0.len().div_ceil(LAWS_ON_A_PAGE).max(1)
    }

    /// The laws on a page, counted from 0.
    pub fn on(&self, page: usize) -> &[LawId] {
        &self.0[self.range(page)]
    }

    /// Which of the laws stand on a page.
    pub fn range(&self, page: usize) -> Range<usize> {
        let start = (page * LAWS_ON_A_PAGE).min(self.0.len());
        start..(start + LAWS_ON_A_PAGE).min(self.0.len())
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
    LawOrder(laws)
}
