//! A record in; other records of its list under the same topics out.

use serde::Serialize;

use crate::model::{Part, RecordRef};
use crate::plan::Target;

use super::super::pen::Pen;
use super::atoms::LinkView;

/// How many related records a page shows.
const SHOWN: usize = 12;

/// A related record.
#[derive(Serialize)]
pub struct RelatedView<'a> {
    /// Kind of the record in words.
    kind: &'a str,
    link: LinkView<'a>,
}

impl<'a> Pen<'a> {
    /// Other records of the same list under the topics of a record, in the order of the topics.
    pub fn related(&self, record: RecordRef) -> Vec<RelatedView<'a>> {
        self.beside(record)
            .into_iter()
            .take(SHOWN)
            .map(|other| RelatedView { kind: self.kind(other.part), link: self.link(Target::of(other)) })
            .collect()
    }

    /// The other records of the same list under the topics of a record, each once, in the order of the topics.
    pub fn beside(&self, record: RecordRef) -> Vec<RecordRef> {
        let graph = self.shared.graph;
        let mut found: Vec<RecordRef> = Vec::new();
        for topic in record.topics(self.model()).iter().filter_map(|slug| graph.topic(slug)) {
            for other in self.shared.of_list(&graph.under_topic[topic], record.list) {
                if *other != record && !found.contains(other) {
                    found.push(*other);
                }
            }
        }
        found
    }

    /// The kind of a record in words.
    pub fn kind(&self, part: Part) -> &'a str {
        self.say("record", part.kind())
    }
}
