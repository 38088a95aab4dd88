//! A list in; what it does not say, says otherwise than others or bases on what is out of force, out. What nobody has entered
//! yet is told apart from what the paper leaves out, and what the register does not know is no gap of the list.

use std::collections::BTreeSet;

use crate::model::{
    DutyId, GapKind, Id, Item, ItemId, LawId, LawStatus, List, ListId, Part, RecordRef, Regime, RegimeId, ServiceId,
};

use super::gap::Gap;
use super::graph::Graph;

/// The gaps of a list: parts of it, then its records in their order. They are worked out once.
pub fn gaps<'g>(graph: &'g Graph<'_>, list: ListId) -> &'g [Gap] {
    graph.gaps[list].get_or_init(|| gaps_of(graph, list))
}

fn gaps_of(graph: &Graph<'_>, id: ListId) -> Vec<Gap> {
    let list = &graph.model[id];
    let mut gaps = parts(id, list);
    let first = gaps.len();
    let record = |part| RecordRef { list: id, part };
    // A paper without offices has no place to name one.
    let named = !list.offices.is_empty() || list.items.iter().any(|item| !item.offices.is_empty());
    for (i, item) in ItemId::each(list).filter(|_| named) {
        answer(&mut gaps, list, record(Part::Item(i)), item.offices.iter().collect(), item_has_phone(list, item));
    }
    for (i, duty) in DutyId::each(list) {
        let offices = duty.offices.iter().chain(duty.work_items.iter().flat_map(|item| &item.offices));
        let body =
            duty.body.as_deref().and_then(|slug| list.body(slug)).is_some_and(|body| !list[body].phones.is_empty());
        answer(&mut gaps, list, record(Part::Duty(i)), offices.collect(), body);
    }
    for (i, service) in ServiceId::each(list) {
        let own = !service.phones.is_empty();
        answer(&mut gaps, list, record(Part::Service(i)), service.offices.iter().collect(), own);
    }
    for (i, regime) in RegimeId::each(list) {
        if !says_how_often(regime) {
            gaps.push(Gap::new(record(Part::Regime(i)), GapKind::NoFrequency));
        }
    }
    for (at, figure) in graph.figures.of_list[id].iter().enumerate() {
        if figure.said.is_some() && graph.figures.differing.contains(&figure.same) {
            gaps.push(Gap { figure: Some(at as u32), ..Gap::new(figure.regime, GapKind::FiguresDiffer) });
        }
    }
    let ended = |law: LawId| matches!(graph.model[law].state(), LawStatus::Repealed | LawStatus::Replaced);
    let cited = graph.citations_of_list(id).iter().filter(|citation| ended(citation.law));
    let cited: BTreeSet<(RecordRef, LawId)> = cited.map(|citation| (citation.record.page(), citation.law)).collect();
    gaps.extend(cited.into_iter().map(|(record, law)| Gap { law: Some(law), ..Gap::new(record, GapKind::BasisEnded) }));
    gaps[first..].sort_by_key(|gap| (gap.record, gap.kind));
    gaps
}

/// Parts that are printed as empty, and parts that nobody has entered.
fn parts(id: ListId, list: &List) -> Vec<Gap> {
    let record = RecordRef { list: id, part: Part::List };
    let gap = |kind, collection| Gap { collection: Some(collection), ..Gap::new(record, kind) };
    let empty = list.empty_parts.iter().map(|part| gap(GapKind::PrintedEmpty, part.collection));
    let missing = list.not_entered.iter().map(|collection| gap(GapKind::NotEntered, *collection));
    empty.chain(missing).collect()
}

/// What is missing of office and phone of a record.
fn answer(gaps: &mut Vec<Gap>, list: &List, record: RecordRef, offices: Vec<&Id>, phone: bool) {
    if offices.is_empty() {
        gaps.push(Gap::new(record, GapKind::NoOffice));
    }
    let of_office = |slug: &&Id| list.office(slug).is_some_and(|office| !office.phones.is_empty());
    if !phone && !offices.iter().any(of_office) {
        let kind = if list.phones.is_empty() { GapKind::NoPhone } else { GapKind::AgencyPhone };
        gaps.push(Gap::new(record, kind));
    }
}

fn item_has_phone(list: &List, item: &Item) -> bool {
    let body = item.body.as_deref().and_then(|slug| list.body(slug));
    !item.phones.is_empty() || body.is_some_and(|body| !list[body].phones.is_empty())
}

/// Whether a regime prints any figure of how often, or how widely, it inspects.
fn says_how_often(regime: &Regime) -> bool {
    regime.frequencies.iter().any(|frequency| frequency.said().is_some())
}
