//! A graph in; the pages of the editions of its lists out.

use std::cmp::Reverse;

use crate::link::Graph;
use crate::model::{EditionId, ListId, Position};

use super::target::Target;

/// Editions on a page of what changed in all lists.
pub const NEWS_ON_A_PAGE: usize = 60;

/// The pages of the editions of one list: none where it has one alone.
pub(super) fn pages_of_editions(graph: &Graph<'_>, list: ListId) -> Vec<Target> {
    let editions = graph.model.editions.of(list);
    if editions.is_empty() {
        return Vec::new();
    }
    let mut targets = vec![Target::Editions(list)];
    for edition in editions.map(EditionId::new) {
        let Some(step) = graph.history.steps.values().get(edition.get()) else { continue };
        targets.extend((0..step.pages.len().max(1) as u32).map(|page| Target::Edition(list, edition, page)));
        let changes = step.change_pages.len().max(1) as u32;
        targets.extend((0..changes).map(|page| Target::EditionChanges(list, edition, page)));
    }
    let gone = graph.history.gone.values().get(list.get()).map_or(0, Vec::len) as u32;
    targets.extend((0..gone).map(|at| Target::Gone(list, at)));
    targets
}

/// How many pages tell what changed in all lists.
pub(super) fn news_pages(graph: &Graph<'_>) -> usize {
    graph.history.steps.values().len().div_ceil(NEWS_ON_A_PAGE)
}

/// Every older edition, that which was replaced last first; of one day in the order of the lists.
pub fn newest_first(graph: &Graph<'_>) -> Vec<EditionId> {
    let editions = &graph.model.editions;
    let mut all: Vec<EditionId> = editions.all().collect();
    all.sort_by_key(|edition| (Reverse(graph.replaced_on(*edition)), editions.series(*edition), *edition));
    all
}
