//! The site in; the view of its home page out.

use serde::Serialize;

use crate::model::{List, ListId, TopicId};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::shared::SHOWN_LISTS;
use super::atoms::LinkView;
use super::lists::ListRow;
use super::region_tree::{RegionNode, tree};

/// The home page.
#[derive(Serialize)]
pub struct HomeView<'a> {
    counts: Vec<CountView<'a>>,
    topics: Vec<TopicEntry<'a>>,
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
struct CountView<'a> {
    number: String,
    name: &'a str,
    href: String,
}

#[derive(Serialize)]
struct TopicEntry<'a> {
    link: LinkView<'a>,
    below: Vec<LinkView<'a>>,
}

/// The view of the home page.
pub(in super::super) fn home<'a>(pen: &Pen<'a>) -> HomeView<'a> {
    let model = pen.model();
    let few = model.lists.len() <= SHOWN_LISTS;
    let sum = |of: fn(&List) -> usize| model.lists.iter().map(of).sum::<usize>();
    let counts = [
        (model.lists.len(), pen.say("home", "lists"), Target::Lists),
        (sum(|list| list.duties.len()), pen.say("collection", "duties"), Target::Lists),
        (sum(|list| list.boundaries.len()), pen.say("collection", "boundaries"), Target::Departments),
        (sum(|list| list.services.len()), pen.say("collection", "services"), Target::Topics),
        (sum(|list| list.regimes.len()), pen.say("collection", "regimes"), Target::Topics),
        (model.laws.len(), pen.say("home", "laws"), Target::Laws),
    ];
    let at_top = TopicId::each(model).filter(|(_, topic)| topic.broader.is_none());
    let topics = at_top.map(|(id, _)| TopicEntry {
        link: pen.link(Target::Topic(id)),
        below: pen.shared.topics_below[id].iter().map(|below| pen.link(Target::Topic(*below))).collect(),
    });
    HomeView {
        counts: counts
            .into_iter()
            .map(|(len, name, page)| CountView {
                number: pen.strings().integer(len as u64),
                name,
                href: pen.href(page, ""),
            })
            .collect(),
        topics: topics.collect(),
        topics_page: pen.href(Target::Topics, ""),
        lists: if few { ListId::all(model).map(|list| pen.list_row(list)).collect() } else { Vec::new() },
        regions: if few { Vec::new() } else { tree(pen) },
        lists_page: pen.href(Target::Lists, ""),
        laws: pen.link(Target::Laws),
        departments: pen.link(Target::Departments),
        data: pen.link(Target::Data),
    }
}
