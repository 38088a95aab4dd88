//! The site in; the view of its home page out.

use serde::Serialize;

use crate::model::{ListId, TopicId};
use crate::plan::{Listing, Target};

use super::super::atoms::{LinkView, ListRow, RegionNode, region_tree};
use super::super::page::Page;
use super::super::shared::SHOWN_LISTS;
use super::super::text::TextView;
use super::topic::words;

/// Everyday words that the home page offers, of so many topics, and those of one topic among them, at most.
const ENTRANCES: usize = 20;
const TOPICS: usize = 14;
const WORDS_OF_A_TOPIC: usize = 3;

/// The home page.
#[derive(Serialize)]
pub struct HomeView<'a> {
    /// Everyday words that lead to what the site has on them.
    entrances: Vec<LinkView<'a>>,
    counts: Vec<HomeCount<'a>>,
    topics: Vec<HomeTopic<'a>>,
    topics_page: String,
    lists: Vec<ListRow<'a>>,
    /// Instead of the lists, where there are too many for one page: regions with their counts.
    regions: Vec<RegionNode<'a>>,
    lists_page: String,
    laws: LinkView<'a>,
    departments: LinkView<'a>,
    data: LinkView<'a>,
}

/// How many there are of something, and where they are.
#[derive(Serialize)]
struct HomeCount<'a> {
    number: String,
    name: &'a str,
    href: String,
}

#[derive(Serialize)]
struct HomeTopic<'a> {
    link: LinkView<'a>,
    below: Vec<LinkView<'a>>,
}

/// Everyday words of topics, those of the topics with most records first: the first word of each, then the second and third.
fn entrances<'a>(page: &Page<'a>) -> Vec<LinkView<'a>> {
    let records = &page.shared.graph.under_topic;
    let mut topics: Vec<TopicId> = TopicId::all(page.model()).filter(|id| !records[*id].is_empty()).collect();
    topics.sort_by_key(|id| (std::cmp::Reverse(records[*id].len()), *id));
    topics.truncate(TOPICS);
    let mut found: Vec<LinkView<'a>> = Vec::new();
    for place in 0..WORDS_OF_A_TOPIC {
        for id in &topics {
            let Some(word) = words(page, *id).get(place).copied() else { continue };
            if found.len() < ENTRANCES {
                found.push(LinkView { href: page.href(Target::Topic(*id), ""), text: TextView::plain(word) });
            }
        }
    }
    found
}

/// The view of the home page.
pub(in super::super) fn home<'a>(page: &Page<'a>) -> HomeView<'a> {
    let model = page.model();
    let few = model.lists.len() <= SHOWN_LISTS;
    let listed = |listing: Listing| page.shared.plan.listed(listing).rows();
    let items = model.lists.iter().map(|list| list.items.len()).sum::<usize>();
    let typed = page.shared.items_of_type.iter().any(|lists| !lists.is_empty());
    let items_page = if typed { Target::PowerTypes } else { Target::Lists };
    let counts = [
        (model.lists.len(), page.t("home", "lists"), Target::Lists),
        (listed(Listing::Duties), page.t("collection", "duties"), Target::Listing(Listing::Duties, 0)),
        (items, page.t("collection", "items"), items_page),
        (listed(Listing::Boundaries), page.t("collection", "boundaries"), Target::Listing(Listing::Boundaries, 0)),
        (listed(Listing::Services), page.t("collection", "services"), Target::Listing(Listing::Services, 0)),
        (listed(Listing::Regimes), page.t("collection", "regimes"), Target::Listing(Listing::Regimes, 0)),
        (listed(Listing::Penalties), page.t("page", "fines"), Target::Listing(Listing::Penalties, 0)),
        (listed(Listing::Phones), page.t("page", "phones"), Target::Listing(Listing::Phones, 0)),
        (model.laws.len(), page.t("home", "laws"), Target::Laws),
    ];
    let at_top = TopicId::each(model).filter(|(_, topic)| topic.broader.is_none());
    let topics = at_top.map(|(id, _)| HomeTopic {
        link: LinkView::to(page, Target::Topic(id)),
        below: page.shared.topics_below[id].iter().map(|below| LinkView::to(page, Target::Topic(*below))).collect(),
    });
    let lists = page.shared.graph.current_first(ListId::all(model));
    HomeView {
        entrances: entrances(page),
        counts: counts
            .into_iter()
            // A site is not asked for parts that its kinds of list do not have.
            .filter(|(len, ..)| *len > 0)
            .map(|(len, name, to)| HomeCount {
                number: page.strings().integer(len as u64),
                name,
                href: page.href(to, ""),
            })
            .collect(),
        topics: topics.collect(),
        topics_page: page.href(Target::Topics, ""),
        lists: if few { lists.into_iter().map(|list| ListRow::new(page, list)).collect() } else { Vec::new() },
        regions: if few { Vec::new() } else { region_tree(page) },
        lists_page: page.href(Target::Lists, ""),
        laws: LinkView::to(page, Target::Laws),
        departments: LinkView::to(page, Target::Departments),
        data: LinkView::to(page, Target::Data),
    }
}
