//! Topics in; the views of their index and of one topic across regions out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Collection, Lang, Part, RecordRef, TopicId};
use crate::plan::Target;

use super::super::atoms::{LinkView, ListHead, PhoneView, Truncated, nothing_of, truncate_at};
use super::super::citations::markdown;
use super::super::page::Page;
use super::super::text::TextView;
use super::answer::{PlaceView, places};
use super::compare::comparison;
use super::handling::{CaseView, HandlerView, SharedMatterView, cases, handler, shared};
use super::inspections::{InspectionView, inspections, rates};
use super::picture::{PictureView, coverage};

/// Up to how many lists are shown with the departments, cases and inspections they have.
const DETAILED: usize = 12;

/// Up to how many items of a list are named under a topic.
const SHOWN_ITEMS: usize = 8;

/// All topics.
#[derive(Serialize)]
pub struct TopicsView<'a> {
    topics: Vec<TopicRow<'a>>,
    picture: Option<PictureView<'a>>,
}

#[derive(Serialize)]
struct TopicRow<'a> {
    link: LinkView<'a>,
    definition: TextView<'a>,
    words: Vec<&'a str>,
    count: String,
    compare: Option<String>,
    below: Vec<TopicRow<'a>>,
}

/// A topic across regions.
#[derive(Serialize)]
pub struct TopicView<'a> {
    name: TextView<'a>,
    definition: TextView<'a>,
    broader: Option<LinkView<'a>>,
    narrower: Vec<LinkView<'a>>,
    words: Vec<&'a str>,
    count: String,
    /// The way to the comparison, where there is more than one list.
    compare: Option<String>,
    /// The way to what the lists do not say, where there is any list.
    gaps: Option<String>,
    /// The regions to choose from: those of the lists shown.
    places: Vec<PlaceView<'a>>,
    handlers: Vec<HandlerView<'a>>,
    /// How many lists the next three are of, where they are not of all.
    first: Option<String>,
    shared: Vec<SharedMatterView<'a>>,
    cases: Vec<CaseView<'a>>,
    inspections: Vec<InspectionView<'a>>,
    rates: Option<PictureView<'a>>,
    /// Which columns have anything in any row.
    has: TopicColumns,
    lists: Vec<TopicListRow<'a>>,
    overflow: Option<Truncated<'a>>,
    script: String,
}

#[derive(Default, Serialize)]
struct TopicColumns {
    duties: bool,
    items: bool,
    matters: bool,
    services: bool,
    regimes: bool,
}

/// What one list has under the topic.
#[derive(Serialize)]
struct TopicListRow<'a> {
    head: ListHead<'a>,
    /// Slug of the region.
    place: &'a str,
    duties: Vec<TopicRecord<'a>>,
    items: Vec<TopicRecord<'a>>,
    /// How many items there are, where not all are shown.
    more_items: Option<String>,
    matters: Vec<TopicRecord<'a>>,
    services: Vec<TopicRecord<'a>>,
    regimes: Vec<TopicRecord<'a>>,
    /// What is said of a collection that has nothing under the topic.
    nothing: BTreeMap<&'static str, &'a str>,
}

#[derive(Serialize)]
struct TopicRecord<'a> {
    link: LinkView<'a>,
    phones: Vec<PhoneView<'a>>,
    departments: Vec<TextView<'a>>,
}

/// The view of the index of topics.
pub(in super::super) fn topics<'a>(page: &Page<'a>) -> TopicsView<'a> {
    let at_top = TopicId::each(page.model())
        .filter(|(_, topic)| topic.broader.as_deref().and_then(|slug| page.shared.graph.topic(slug)).is_none());
    TopicsView { topics: at_top.map(|(id, _)| topic_row(page, id, 4)).collect(), picture: coverage(page) }
}

fn topic_row<'a>(page: &Page<'a>, id: TopicId, depth: u32) -> TopicRow<'a> {
    let topic = &page.model()[id];
    let below = page.shared.topics_below[id].iter().filter(|_| depth > 0);
    TopicRow {
        link: LinkView::to(page, Target::Topic(id)),
        definition: markdown(page, &topic.definition),
        words: words(page, id),
        count: page.count("items", page.shared.records_of(id)),
        compare: comparison(page, id),
        below: below.map(|below| topic_row(page, *below, depth - 1)).collect(),
    }
}

/// Everyday words for a topic in the language of the page.
pub fn words<'a>(page: &Page<'a>, id: TopicId) -> Vec<&'a str> {
    let words = &page.model()[id].words;
    let forms = match page.lang {
        Lang::ZH => &words.zh,
        Lang::EN => &words.en,
        _ => return Vec::new(),
    };
    forms.iter().map(String::as_str).collect()
}

/// The view of a topic's page.
pub(in super::super) fn topic<'a>(page: &Page<'a>, id: TopicId) -> TopicView<'a> {
    let topic = &page.model()[id];
    let graph = page.shared.graph;
    let records = &graph.under_topic[id];
    let lists = records.iter().map(|record| record.list);
    let bound = truncate_at(lists.clone());
    let groups = records.chunk_by(|a, b| a.list == b.list);
    let all = groups.clone().count();
    let mut shown: Vec<&[RecordRef]> = groups.take_while(|group| bound.is_none_or(|end| group[0].list < end)).collect();
    // What another list takes the place of comes last.
    shown.sort_by_key(|group| page.shared.graph.is_superseded(group[0].list));
    let detailed = &shown[..shown.len().min(DETAILED)];
    let of = [detailed.len(), all].map(|n| page.strings().integer(n as u64));
    let broader = topic.broader.as_deref().and_then(|slug| graph.topic(slug));
    let rows: Vec<TopicListRow<'a>> = shown.iter().map(|group| list_row(page, group)).collect();
    let handlers: Vec<HandlerView<'a>> =
        shown.iter().map(|group| handler(page, group[0].list, group, Some(id))).collect();
    let mut has = TopicColumns {
        duties: false,
        items: rows.iter().any(|row| !row.items.is_empty()),
        matters: rows.iter().any(|row| !row.matters.is_empty()),
        services: rows.iter().any(|row| !row.services.is_empty()),
        regimes: rows.iter().any(|row| !row.regimes.is_empty()),
    };
    // Duties stand above with their offices: here again only where not all do, or nothing else would stand here.
    let elsewhere = has.items || has.matters || has.services || has.regimes;
    let all_above = elsewhere && handlers.iter().all(HandlerView::shows_all);
    has.duties = !all_above && rows.iter().any(|row| !row.duties.is_empty());
    TopicView {
        name: page.heading(&topic.name),
        definition: markdown(page, &topic.definition),
        broader: broader.map(|broader| LinkView::to(page, Target::Topic(broader))),
        narrower: page.shared.topics_below[id].iter().map(|b| LinkView::to(page, Target::Topic(*b))).collect(),
        words: words(page, id),
        count: page.count("items", page.shared.records_of(id)),
        compare: comparison(page, id),
        gaps: (all > 0).then(|| page.href(Target::TopicGaps(id), "")),
        places: places(page, id, shown.iter().filter_map(|group| graph.region_of(page.list(group[0].list)))),
        handlers,
        first: (detailed.len() < all)
            .then(|| page.strings().fill("handling", "first", &[("shown", &of[0]), ("all", &of[1])])),
        shared: detailed.iter().flat_map(|group| shared(page, group)).collect(),
        cases: detailed.iter().flat_map(|group| cases(page, group)).collect(),
        inspections: detailed.iter().flat_map(|group| inspections(page, group)).collect(),
        rates: rates(page, detailed),
        has,
        lists: rows,
        overflow: bound.map(|end| Truncated::new(page, lists, end)),
        script: page.file(page.shared.theme.script("region.js")),
    }
}

fn list_row<'a>(page: &Page<'a>, records: &[RecordRef]) -> TopicListRow<'a> {
    let of = |fits: fn(Part) -> bool| -> Vec<TopicRecord<'a>> {
        records.iter().filter(|record| fits(record.part)).map(|record| entry(page, *record)).collect()
    };
    let mut items = of(|part| matches!(part, Part::Item(_)));
    let more_items = (items.len() > SHOWN_ITEMS).then(|| page.count("items_of_list", items.len()));
    items.truncate(SHOWN_ITEMS);
    let list = records[0].list;
    TopicListRow {
        head: ListHead::new(page, list),
        place: &page.list(list).region,
        nothing: Collection::ALL.iter().map(|part| (part.as_str(), nothing_of(page, list, *part))).collect(),
        duties: of(|part| matches!(part, Part::Duty(_))),
        items,
        more_items,
        matters: of(|part| matches!(part, Part::Matter(_))),
        services: of(|part| matches!(part, Part::Service(_))),
        regimes: of(|part| matches!(part, Part::Regime(_))),
    }
}

fn entry<'a>(page: &Page<'a>, record: RecordRef) -> TopicRecord<'a> {
    let list = page.list(record.list);
    let mut entry =
        TopicRecord { link: LinkView::to(page, Target::of(record)), phones: Vec::new(), departments: Vec::new() };
    match record.part {
        Part::Matter(i) => {
            let participants = &list[i].participants;
            entry.departments = participants.iter().map(|part| page.text(&part.name)).collect();
        }
        Part::Service(i) => entry.phones = PhoneView::all(page, record.list, &list[i].phones),
        _ => {}
    }
    entry
}
