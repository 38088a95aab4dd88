//! A graph in; the pages of the editions of its lists out.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::link::Graph;
use crate::model::{EditionId, ListId, Position};

use super::target::Target;

/// Editions on a page of what changed in all lists.
pub const NEWS_ON_A_PAGE: usize = 60;

/// Entries of a feed, at most.
const IN_A_FEED: usize = 60;

/// The name of a feed, beside its page.
pub const FEED: &str = "feed.xml";

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

/// The pages that have a feed beside them, each with the editions that it tells of, that which was replaced last first: what
/// changed in all lists, in the lists of a region and of those below it, of a kind of department, and of one list.
pub(super) fn feeds(graph: &Graph<'_>) -> BTreeMap<Target, Vec<EditionId>> {
    let mut feeds: BTreeMap<Target, Vec<EditionId>> = BTreeMap::new();
    for edition in newest_first(graph) {
        let id = graph.model.editions.series(edition);
        let list = &graph.model[id];
        let region = graph.region_of(list);
        let regions = region.into_iter().chain(region.into_iter().flat_map(|region| graph.regions_above(region)));
        let department = list.department.as_deref().and_then(|slug| graph.department(slug));
        let pages = [Target::News(0), Target::Editions(id)];
        let pages = pages.into_iter().chain(regions.map(Target::Region)).chain(department.map(Target::Department));
        for page in pages {
            let feed = feeds.entry(page).or_default();
            if feed.len() < IN_A_FEED {
                feed.push(edition);
            }
        }
    }
    feeds
}
