//! The site in; the view of its home page out.

use serde::Serialize;

use crate::model::{List, ListId, TopicId};
use crate::plan::Target;

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
    let sum = |of: fn(&List) -> usize| model.lists.iter().map(of).sum::<usize>();
    let counts = [
        (model.lists.len(), page.t("home", "lists"), Target::Lists),
        (sum(|list| list.duties.len()), page.t("collection", "duties"), Target::Lists),
        (sum(|list| list.items.len()), page.t("collection", "items"), Target::Lists),
        (sum(|list| list.boundaries.len()), page.t("collection", "boundaries"), Target::Departments),
        (sum(|list| list.services.len()), page.t("collection", "services"), Target::Topics),
        (sum(|list| list.regimes.len()), page.t("collection", "regimes"), Target::Topics),
        (model.laws.len(), page.t("home", "laws"), Target::Laws),
    ];
    let at_top = TopicId::each(model).filter(|(_, topic)| topic.broader.is_none());
    let topics = at_top.map(|(id, _)| HomeTopic {
        link: LinkView::to(page, Target::Topic(id)),
        below: page.shared.topics_below[id].iter().map(|below| LinkView::to(page, Target::Topic(*below))).collect(),
    });
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
        lists: if few { ListId::all(model).map(|list| ListRow::new(page, list)).collect() } else { Vec::new() },
        regions: if few { Vec::new() } else { region_tree(page) },
        lists_page: page.href(Target::Lists, ""),
        laws: LinkView::to(page, Target::Laws),
        departments: LinkView::to(page, Target::Departments),
        data: LinkView::to(page, Target::Data),
    }
}
