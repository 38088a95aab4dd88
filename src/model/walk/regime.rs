//! A supervision regime in; its texts, citations and references met, with those of its provisions and figures.

use crate::model::ids::{PenaltyId, ProvisionId, RegimeId};
use crate::model::record::Part;
use crate::model::regime::{Deadline, Frequency, Multiple, Penalty, Provision, ProvisionItem, Regime, Threshold};
use crate::model::text::Text;

use super::node::{Above, Node, Setting, Visit};
use super::steps::{bases, each, each_record, note, notes, numbers, offices, plain, prose, source, topics};

/// Walks a supervision regime, its provisions and its figures.
pub(super) fn regime<'m>(id: RegimeId, regime: &'m Regime, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    let Regime {
        id: _,
        formerly: _,
        number,
        title,
        topics: slugs,
        purpose,
        offices: named,
        provisions,
        frequencies,
        deadlines,
        penalties,
        thresholds,
        phones,
        basis,
        notes: remarks,
        source: place,
    } = regime;
    let at = &at.of(Part::Regime(id)).beside(basis, &[]);
    visit(Node::Regime(regime), at);
    plain(number, &at.key("number"), visit);
    visit(Node::Name(title), &at.key("title"));
    topics(slugs, at, visit);
    prose(purpose, &at.key("purpose"), visit);
    offices(named, at, visit);
    numbers(phones, at, visit);
    each_record(provisions, &at.key("provisions"), |i: ProvisionId, provision, at| {
        let Provision { id: _, kind: _, number, heading, text, items: list, basis: own } = provision;
        let at = &at.of(Part::Provision(id, i)).beside(own, basis);
        visit(Node::Provision(provision), at);
        plain(number, &at.key("number"), visit);
        visit(Node::Name(heading), &at.key("heading"));
        prose(text, &at.key("text"), visit);
        below(text, list, at, visit);
        bases(own, at, visit);
    });
    each(frequencies, &at.key("frequencies"), |frequency, at| {
        let Frequency {
            subject,
            kind: _,
            minimum: _,
            maximum: _,
            every: _,
            per: _,
            coverage_percent: _,
            provision,
            note: remark,
        } = frequency;
        visit(Node::Prose(subject), &at.key("subject"));
        visit(Node::ProvisionRef(regime, provision), &at.key("provision"));
        note(remark, &at.key("note"), visit);
    });
    each(deadlines, &at.key("deadlines"), |deadline, at| {
        let Deadline { actor, action, limit: _, bound: _, counted_from, provision } = deadline;
        visit(Node::Prose(actor), &at.key("actor"));
        visit(Node::Prose(action), &at.key("action"));
        prose(counted_from, &at.key("counted_from"), visit);
        visit(Node::ProvisionRef(regime, provision), &at.key("provision"));
    });
    each_record(penalties, &at.key("penalties"), |i: PenaltyId, penalty, at| {
        let Penalty { conduct, kind: _, amount: _, percent_of_gains: _, multiple, basis: own, provision, note: remark } =
            penalty;
        let at = &at.of(Part::Penalty(id, i)).beside(own, basis);
        visit(Node::Prose(conduct), &at.key("conduct"));
        if let Some(Multiple { min: _, max: _, of }) = multiple {
            visit(Node::Label(of), &at.key("multiple").key("of"));
        }
        bases(own, at, visit);
        if let Some(provision) = provision {
            visit(Node::ProvisionRef(regime, provision), &at.key("provision"));
        }
        note(remark, &at.key("note"), visit);
    });
    each(thresholds, &at.key("thresholds"), |threshold, at| {
        let Threshold { subject, minimum: _, maximum: _, unit, provision } = threshold;
        visit(Node::Prose(subject), &at.key("subject"));
        visit(Node::Label(unit), &at.key("unit"));
        visit(Node::ProvisionRef(regime, provision), &at.key("provision"));
    });
    bases(basis, at, visit);
    notes(remarks, at, visit);
    source(place, at, visit);
}

/// The items of a provision or a stage, which stand under its text.
pub(super) fn below<'m>(
    text: &'m Option<Text>,
    list: &'m [ProvisionItem],
    at: &Setting<'_, 'm>,
    visit: &mut Visit<'_, 'm>,
) {
    match text {
        Some(text) => items(list, &at.under(&Above { text, above: None }), visit),
        None => items(list, at, visit),
    }
}

fn items<'m>(list: &'m [ProvisionItem], at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    each(list, &at.key("items"), |item, at| {
        let ProvisionItem { number, text, items: below } = item;
        if let Some(number) = number {
            visit(Node::ItemNumber(number), &at.key("number"));
        }
        visit(Node::Prose(text), &at.key("text"));
        items(below, &at.under(&Above { text, above: at.above }), visit);
    });
}
