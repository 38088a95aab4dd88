//! A graph in; the pages that have a feed beside them, each with what it tells of, the latest first, out.
//!
//! A feed tells of editions that took the place of others, and of what became of laws that lists rest on: once each, whatever
//! the number of lists. What tells of one list, of a region, of a kind of department or of all is the same thing under the same
//! name, so whoever follows several meets it once.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::link::{Graph, changes};
use crate::model::{After, Date, EditionId, LawId, ListId};

use super::editions::newest_first;
use super::target::Target;

/// Entries of a feed, at most.
const IN_A_FEED: usize = 60;

/// The name of a feed, beside its page.
pub const FEED: &str = "feed.xml";

/// Something that a feed tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// An edition whose place another took.
    Edition(EditionId),
    /// What happened to a law.
    Law(LawNews),
}

/// An event of a law, with the lists that rest on the law and are older, or may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawNews {
    /// The law.
    pub law: LawId,
    /// Place among the events of the law, counted from 0.
    pub event: usize,
    /// The lists, in their order.
    pub lists: Vec<ListId>,
}

/// What a feed tells of, in no order of days yet.
#[derive(Default)]
struct Told {
    editions: Vec<EditionId>,
    laws: BTreeMap<(LawId, usize), Vec<ListId>>,
}

/// The pages that have a feed beside them: of all lists, of a region and of what lies below it, of a kind of department, and of one
/// list.
pub(super) fn feeds(graph: &Graph<'_>) -> BTreeMap<Target, Vec<News>> {
    let mut told: BTreeMap<Target, Told> = BTreeMap::new();
    for edition in newest_first(graph) {
        for page in pages(graph, graph.model.editions.series(edition)) {
            told.entry(page).or_default().editions.push(edition);
        }
    }
    for list in ListId::all(graph.model) {
        let events: Vec<(LawId, usize)> = (changes(graph, list).laws.iter())
            .flat_map(|change| change.events.iter().map(move |happened| (change.law, happened)))
            // What the list could have known is no news to it.
            .filter(|(_, happened)| happened.after != After::No)
            .map(|(law, happened)| (law, happened.index))
            .collect();
        if events.is_empty() {
            continue;
        }
        for page in pages(graph, list) {
            let laws = &mut told.entry(page).or_default().laws;
            events.iter().for_each(|event| laws.entry(*event).or_default().push(list));
        }
    }
    told.into_iter().map(|(page, told)| (page, in_order(graph, told))).collect()
}

/// The pages whose feeds tell of a list. Those beside what became of laws are always there; the others where there are older
/// editions to be listed.
fn pages(graph: &Graph<'_>, list: ListId) -> Vec<Target> {
    let model = graph.model;
    let region = graph.region_of(&model[list]);
    let regions = region.into_iter().chain(region.into_iter().flat_map(|region| graph.regions_above(region)));
    let department = model[list].department.as_deref().and_then(|slug| graph.department(slug));
    let mut pages = vec![Target::Changes, Target::ListChanges(list)];
    pages.extend((!model.editions.is_empty()).then_some(Target::News(0)));
    pages.extend((!model.editions.of(list).is_empty()).then_some(Target::Editions(list)));
    pages.extend(regions.map(Target::Region).chain(department.map(Target::Department)));
    pages
}

fn in_order(graph: &Graph<'_>, Told { editions, laws }: Told) -> Vec<News> {
    let editions = editions.into_iter().map(News::Edition);
    let laws = laws.into_iter().map(|((law, event), lists)| News::Law(LawNews { law, event, lists }));
    let mut all: Vec<News> = editions.chain(laws).collect();
    // Of one day in the order of lists, then in that of laws.
    all.sort_by_key(|news| Reverse(news.date(graph)));
    all.truncate(IN_A_FEED);
    all
}

impl News {
    /// The day on which it happened.
    pub fn date(&self, graph: &Graph<'_>) -> Option<Date> {
        match self {
            News::Edition(edition) => graph.replaced_on(*edition),
            News::Law(LawNews { law, event, .. }) => graph.model[*law].amendments.get(*event).map(|event| event.date),
        }
    }
}
