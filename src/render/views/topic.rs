//! Topics in; the views of their index and of one topic across regions out.

use serde::Serialize;

use crate::model::{Lang, Part, RecordRef, TopicId};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::bounded::{ListHead, Overflow, bound};
use super::duty::offices_of;
use super::handling::{CaseView, HandlerView, SharedView, cases, handler, shared};
use super::inspections::{InspectionView, inspections, rates};
use super::parts::{OfficeView, PhoneView};
use super::picture::{PictureView, coverage};

/// Up to how many lists are shown with the departments, cases and inspections they have.
const DETAILED: usize = 12;

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
    handlers: Vec<HandlerView<'a>>,
    /// How many lists the next three are of, where they are not of all.
    first: Option<String>,
    shared: Vec<SharedView<'a>>,
    cases: Vec<CaseView<'a>>,
    inspections: Vec<InspectionView<'a>>,
    rates: Option<PictureView<'a>>,
    /// Which columns have anything in any row.
    has: Columns,
    lists: Vec<ListRow<'a>>,
    overflow: Option<Overflow<'a>>,
}

#[derive(Default, Serialize)]
struct Columns {
    duties: bool,
    matters: bool,
    services: bool,
    regimes: bool,
}

/// What one list has under the topic.
#[derive(Serialize)]
struct ListRow<'a> {
    head: ListHead<'a>,
    duties: Vec<Entry<'a>>,
    matters: Vec<Entry<'a>>,
    services: Vec<Entry<'a>>,
    regimes: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    link: LinkView<'a>,
    offices: Vec<OfficeView<'a>>,
    phones: Vec<PhoneView<'a>>,
    departments: Vec<TextView<'a>>,
}

/// The view of the index of topics.
pub(in super::super) fn topics<'a>(pen: &Pen<'a>) -> TopicsView<'a> {
    let at_top = TopicId::each(pen.model())
        .filter(|(_, topic)| topic.broader.as_deref().and_then(|slug| pen.shared.graph.topic(slug)).is_none());
    TopicsView { topics: at_top.map(|(id, _)| topic_row(pen, id, 4)).collect(), picture: coverage(pen) }
}

fn topic_row<'a>(pen: &Pen<'a>, id: TopicId, depth: u32) -> TopicRow<'a> {
    let topic = &pen.model()[id];
    let below = pen.shared.topics_below[id].iter().filter(|_| depth > 0);
    TopicRow {
        link: pen.link(Target::Topic(id)),
        definition: pen.markdown(&topic.definition),
        words: words(pen, id),
        count: pen.count("items", pen.shared.graph.under_topic[id].len()),
        compare: pen.comparison(id),
        below: below.map(|below| topic_row(pen, *below, depth - 1)).collect(),
    }
}

/// Everyday words for a topic in the language of the page.
fn words<'a>(pen: &Pen<'a>, id: TopicId) -> Vec<&'a str> {
    let words = &pen.model()[id].words;
    let forms = match pen.lang {
        Lang::ZH => &words.zh,
        Lang::EN => &words.en,
        _ => return Vec::new(),
    };
    forms.iter().map(String::as_str).collect()
}

/// The view of a topic's page.
pub(in super::super) fn topic<'a>(pen: &Pen<'a>, id: TopicId) -> TopicView<'a> {
    let topic = &pen.model()[id];
    let records = &pen.shared.graph.under_topic[id];
    let lists = records.iter().map(|record| record.list);
    let bound = bound(lists.clone());
    let groups = records.chunk_by(|a, b| a.list == b.list);
    let all = groups.clone().count();
    let shown: Vec<&[RecordRef]> = groups.take_while(|group| bound.is_none_or(|end| group[0].list < end)).collect();
    let detailed = &shown[..shown.len().min(DETAILED)];
    let of = [detailed.len(), all].map(|n| pen.strings().integer(n as u64));
    let broader = topic.broader.as_deref().and_then(|slug| pen.shared.graph.topic(slug));
    let rows: Vec<ListRow<'a>> = shown.iter().map(|group| list_row(pen, group)).collect();
    let has = Columns {
        duties: rows.iter().any(|row| !row.duties.is_empty()),
        matters: rows.iter().any(|row| !row.matters.is_empty()),
        services: rows.iter().any(|row| !row.services.is_empty()),
        regimes: rows.iter().any(|row| !row.regimes.is_empty()),
    };
    TopicView {
        name: pen.text(&topic.name),
        definition: pen.markdown(&topic.definition),
        broader: broader.map(|broader| pen.link(Target::Topic(broader))),
        narrower: pen.shared.topics_below[id].iter().map(|b| pen.link(Target::Topic(*b))).collect(),
        words: words(pen, id),
        count: pen.count("items", records.len()),
        compare: pen.comparison(id),
        handlers: shown.iter().map(|group| handler(pen, group[0].list, group, Some(id))).collect(),
        first: (detailed.len() < all)
            .then(|| pen.strings().fill("handling", "first", &[("shown", &of[0]), ("all", &of[1])])),
        shared: detailed.iter().flat_map(|group| shared(pen, group)).collect(),
        cases: detailed.iter().flat_map(|group| cases(pen, group)).collect(),
        inspections: detailed.iter().flat_map(|group| inspections(pen, group)).collect(),
        rates: rates(pen, detailed),
        has,
        lists: rows,
        overflow: bound.map(|end| pen.overflow(lists, end)),
    }
}

fn list_row<'a>(pen: &Pen<'a>, records: &[RecordRef]) -> ListRow<'a> {
    let of = |fits: fn(Part) -> bool| -> Vec<Entry<'a>> {
        records.iter().filter(|record| fits(record.part)).map(|record| entry(pen, *record)).collect()
    };
    ListRow {
        head: pen.list_head(records[0].list),
        duties: of(|part| matches!(part, Part::Duty(_))),
        matters: of(|part| matches!(part, Part::Matter(_))),
        services: of(|part| matches!(part, Part::Service(_))),
        regimes: of(|part| matches!(part, Part::Regime(_))),
    }
}

fn entry<'a>(pen: &Pen<'a>, record: RecordRef) -> Entry<'a> {
    let list = pen.list(record.list);
    let mut entry =
        Entry { link: pen.link(Target::of(record)), offices: Vec::new(), phones: Vec::new(), departments: Vec::new() };
    match record.part {
        Part::Duty(i) => {
            let slugs = offices_of(&list[i]);
            entry.offices = slugs.into_iter().filter_map(|slug| pen.office(record.list, slug)).collect();
        }
        Part::Matter(i) => {
            let participants = &list[i].participants;
            entry.departments = participants.iter().map(|part| pen.text(&part.name)).collect();
        }
        Part::Service(i) => {
            let service = &list[i];
            entry.offices = pen.offices(record.list, &service.offices);
            for office in &mut entry.offices {
                office.phones.retain(|phone| !service.phones.iter().any(|printed| printed == phone.text));
            }
            entry.phones = pen.phones(&service.phones);
        }
        _ => {}
    }
    entry
}
