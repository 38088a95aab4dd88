//! The graph and a law in; every record and office that stands on the law out.

use std::collections::BTreeMap;

use crate::model::{Articles, LawId, LawPlace, ListId, OfficeId, Part, RecordRef};

use super::graph::Graph;

/// A record that cites a law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The record.
    pub record: RecordRef,
    /// Articles cited, in the order of the record; empty where it cites the law as a whole.
    pub articles: Vec<Articles>,
}

/// An office that answers for records which stand on a law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answering {
    /// The list.
    pub list: ListId,
    /// The office of the list.
    pub office: OfficeId,
    /// The records it is named by whose page cites the law, in order.
    pub records: Vec<RecordRef>,
}

/// What stands on a law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Impact {
    /// Records, in the order of the lists; each once.
    pub records: Vec<Standing>,
    /// Offices, in the order of the lists.
    pub offices: Vec<Answering>,
}

/// What stands on a law, or on one place of it. Who cites the law as a whole stands on every place.
pub fn impact(graph: &Graph<'_>, law: LawId, place: Option<LawPlace>) -> Impact {
    let mut standing: BTreeMap<RecordRef, Vec<Articles>> = BTreeMap::new();
    for citation in graph.citations_of(law) {
        let cited = &citation.basis.articles;
        let named: Vec<Articles> = cited.iter().copied().filter(|cited| covers(*cited, place)).collect();
        if !named.is_empty() || cited.is_empty() {
            let have = standing.entry(citation.record).or_default();
            have.extend(named.into_iter().filter(|new| !have.contains(new)).collect::<Vec<_>>());
        }
    }
    let records: Vec<Standing> = standing.into_iter().map(|(record, articles)| Standing { record, articles }).collect();
    let mut answering = Vec::new();
    for (list, offices) in graph.names_office.iter() {
        for (office, named) in offices.iter() {
            let stands = |record: &&RecordRef| records.iter().any(|standing| touches(standing.record, **record));
            let named: Vec<RecordRef> = named.iter().filter(stands).copied().collect();
            if !named.is_empty() {
                answering.push(Answering { list, office, records: named });
            }
        }
    }
    Impact { records, offices: answering }
}

fn covers(cited: Articles, place: Option<LawPlace>) -> bool {
    place.is_none_or(|place| cited.holds(place))
}

/// Whether what one record stands on is the business of who is named by the other: the same record, the record of its
/// page, or a part of it. A work item's basis is not its sister's.
fn touches(standing: RecordRef, named: RecordRef) -> bool {
    let within = |inner: Part, outer: Part| inner.page() == outer;
    standing.list == named.list
        && (standing.part == named.part || within(standing.part, named.part) || within(named.part, standing.part)
            // Who answers for a duty's items answers for the duty's accountability rows.
            || (matches!(standing.part, Part::Accountability(..)) && standing.part.page() == named.part.page()))
}
