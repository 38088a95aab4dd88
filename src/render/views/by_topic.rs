//! Records of one list under a topic in; their phones, by which laws they are and with which regimes out.

use crate::model::{LawId, Matter, Part, RecordRef, Regime, TopicId};
use crate::plan::Target;

use super::super::atoms::{LinkView, PhoneView};
use super::super::page::Page;

/// Records under a topic, those first that are about it before all and about little else: who asks about lifts
/// wants the office of special equipment before the one that also takes in applications.
pub fn closest(page: &Page<'_>, records: &[RecordRef], topic: Option<TopicId>) -> Vec<RecordRef> {
    let mut records = records.to_vec();
    records.sort_by_key(|record| distance(page, *record, topic));
    records
}

/// How far a record is from being about a topic alone; none is nearer than another where there is no topic.
fn distance(page: &Page<'_>, record: RecordRef, topic: Option<TopicId>) -> (usize, usize) {
    let Some(topic) = topic else { return (0, 0) };
    let slug = &page.model()[topic].slug;
    let topics = record.topics(page.model());
    (topics.iter().position(|one| one == slug).unwrap_or(topics.len()), topics.len())
}

/// Phones printed with services, then those printed with items and regimes, each once, but for those of offices that are named.
pub fn phones_apart<'a>(
    page: &Page<'a>,
    records: &[RecordRef],
    of_offices: &dyn Fn(&str) -> bool,
) -> [Vec<PhoneView<'a>>; 2] {
    let services = phones_among(page, records, |part| matches!(part, Part::Service(_)), of_offices);
    let known = |phone: &str| of_offices(phone) || services.iter().any(|have| have.text == phone);
    let others = phones_among(page, records, |part| !matches!(part, Part::Service(_)), &known);
    [services, others]
}

/// Phones printed with such of the records, each once, but for those that are known.
fn phones_among<'a>(
    page: &Page<'a>,
    records: &[RecordRef],
    of: fn(Part) -> bool,
    known: &dyn Fn(&str) -> bool,
) -> Vec<PhoneView<'a>> {
    let mut found: Vec<&'a str> = Vec::new();
    for record in records.iter().filter(|record| of(record.part)) {
        let list = page.list(record.list);
        let printed: Vec<&'a str> = match record.part {
            Part::Service(i) => list[i].phones.iter().map(String::as_str).collect(),
            Part::Item(i) => list[i].phones.iter().map(|phone| phone.number.as_str()).collect(),
            Part::Regime(i) => list[i].phones.iter().map(|phone| phone.number.as_str()).collect(),
            _ => continue,
        };
        for phone in printed {
            if !known(phone) && !found.contains(&phone) {
                found.push(phone);
            }
        }
    }
    let Some(list) = records.first().map(|record| record.list) else { return Vec::new() };
    found.into_iter().map(|phone| PhoneView::new(page, list, phone)).collect()
}

/// The laws that the records cite for the work itself: those of the records closest to the topic first, of them the
/// most cited. What a list cites to hold its own staff to account says nothing about the work and is left out.
pub fn laws_among(page: &Page<'_>, records: &[RecordRef], topic: Option<TopicId>) -> Vec<LawId> {
    let graph = page.shared.graph;
    let Some(first) = records.first() else { return Vec::new() };
    let mut counts: Vec<(LawId, usize, (usize, usize))> = Vec::new();
    for citation in graph.citations_of_list(first.list) {
        let part = citation.record.part;
        let Some(ours) = records.iter().find(|record| record.part == part.page()) else { continue };
        if matches!(part, Part::Accountability(..)) {
            continue;
        }
        let distance = distance(page, *ours, topic);
        match counts.iter_mut().find(|(law, ..)| *law == citation.law) {
            Some((_, count, least)) => (*count, *least) = (*count + 1, distance.min(*least)),
            None => counts.push((citation.law, 1, distance)),
        }
    }
    counts.sort_by_key(|(law, count, distance)| (*distance, std::cmp::Reverse(*count), *law));
    counts.into_iter().map(|(law, ..)| law).collect()
}

/// The regimes among the records, each with the link to its page.
pub fn regimes_among<'a>(page: &Page<'a>, records: &[RecordRef]) -> Vec<(LinkView<'a>, &'a Regime)> {
    let regimes = records.iter().filter_map(|record| match record.part {
        Part::Regime(i) => Some((LinkView::to(page, Target::of(*record)), &page.list(record.list)[i])),
        _ => None,
    });
    regimes.collect()
}

/// The matters among the records, each with the link to its page.
pub fn matters_among<'a>(page: &Page<'a>, records: &[RecordRef]) -> Vec<(LinkView<'a>, &'a Matter)> {
    let matters = records.iter().filter_map(|record| match record.part {
        Part::Matter(i) => Some((LinkView::to(page, Target::of(*record)), &page.list(record.list)[i])),
        _ => None,
    });
    matters.collect()
}
