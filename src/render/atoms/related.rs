//! A record in; other records of its list under the same topics out.

use serde::Serialize;

use crate::model::RecordRef;
use crate::plan::Target;

use super::super::names::record_kind;
use super::super::page::Page;
use super::link::LinkView;

/// How many related records a page shows.
const SHOWN: usize = 12;

/// A related record.
#[derive(Serialize)]
pub struct RelatedView<'a> {
    /// Kind of the record in words.
    kind: &'a str,
    link: LinkView<'a>,
}

/// Other records of the same list under the topics of a record, in the order of the topics.
pub fn related<'a>(page: &Page<'a>, record: RecordRef) -> Vec<RelatedView<'a>> {
    records_beside(page, record, SHOWN)
        .into_iter()
        .take(SHOWN)
        .map(|other| RelatedView { kind: record_kind(page, other.part), link: LinkView::to(page, Target::of(other)) })
        .collect()
}

/// The first so many of the other records of the same list under the topics of a record, each once, in the order of the
/// topics.
pub fn records_beside(page: &Page<'_>, record: RecordRef, most: usize) -> Vec<RecordRef> {
    let graph = page.shared.graph;
    let mut found: Vec<RecordRef> = Vec::new();
    for topic in record.topics(page.model()).iter().filter_map(|slug| graph.topic(slug)) {
        for other in page.shared.of_list(&graph.under_topic[topic], record.list) {
            if found.len() == most {
                return found;
            }
            if *other != record && !found.contains(other) {
                found.push(*other);
            }
        }
    }
    found
}
