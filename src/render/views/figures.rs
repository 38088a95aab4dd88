//! The figures of a regime in; the rows of its tables of key figures out.

use serde::Serialize;

use crate::model::{Deadline, Frequency, Id, Penalty, Regime, Threshold};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::parts::BasisView;

/// The key figures of a regime.
#[derive(Serialize)]
pub struct FiguresView<'a> {
    /// Whether there is any.
    any: bool,
    frequencies: Vec<FrequencyView<'a>>,
    deadlines: Vec<DeadlineView<'a>>,
    penalties: Vec<PenaltiesView<'a>>,
    thresholds: Vec<ThresholdView<'a>>,
}

#[derive(Serialize)]
struct FrequencyView<'a> {
    subject: TextView<'a>,
    kind: &'a str,
    /// How often, where a figure is given.
    figure: Option<String>,
    provision: Option<LinkView<'a>>,
    note: Option<TextView<'a>>,
}

#[derive(Serialize)]
struct DeadlineView<'a> {
    actor: TextView<'a>,
    action: TextView<'a>,
    limit: String,
    from: Option<TextView<'a>>,
    provision: Option<LinkView<'a>>,
}

/// Penalties that stand one after the other under the same legal basis, in the same provision.
#[derive(Serialize)]
struct PenaltiesView<'a> {
    basis: Vec<BasisView<'a>>,
    provision: Option<LinkView<'a>>,
    conducts: Vec<ConductView<'a>>,
}

/// What somebody does, and everything that follows from it.
#[derive(Serialize)]
struct ConductView<'a> {
    conduct: TextView<'a>,
    outcomes: Vec<OutcomeView<'a>>,
}

#[derive(Serialize)]
struct OutcomeView<'a> {
    id: String,
    kind: &'a str,
    /// Amount, share of gains and multiple, as far as printed.
    measures: Vec<TextView<'a>>,
    note: Option<TextView<'a>>,
}

#[derive(Serialize)]
struct ThresholdView<'a> {
    subject: TextView<'a>,
    figure: Option<TextView<'a>>,
    provision: Option<LinkView<'a>>,
}

/// The key figures of a regime.
pub(super) fn figures<'a>(pen: &Pen<'a>, regime: &'a Regime) -> FiguresView<'a> {
    let lens = [regime.frequencies.len(), regime.deadlines.len(), regime.penalties.len(), regime.thresholds.len()];
    FiguresView {
        any: lens.iter().any(|len| *len > 0),
        frequencies: regime.frequencies.iter().map(|row| frequency(pen, regime, row)).collect(),
        deadlines: regime.deadlines.iter().map(|row| deadline(pen, regime, row)).collect(),
        penalties: penalties(pen, regime),
        thresholds: regime.thresholds.iter().map(|row| threshold(pen, regime, row)).collect(),
    }
}

fn frequency<'a>(pen: &Pen<'a>, regime: &'a Regime, row: &'a Frequency) -> FrequencyView<'a> {
    FrequencyView {
        subject: pen.prose(&row.subject, &[&regime.basis]),
        kind: pen.say("frequency_kind", row.kind.as_str()),
        figure: pen.strings().frequency(row),
        provision: place(pen, regime, &row.provision),
        note: pen.optional_markdown(&row.note),
    }
}

fn deadline<'a>(pen: &Pen<'a>, regime: &'a Regime, row: &'a Deadline) -> DeadlineView<'a> {
    DeadlineView {
        actor: pen.prose(&row.actor, &[&regime.basis]),
        action: pen.prose(&row.action, &[&regime.basis]),
        limit: pen.strings().limit(row.limit, row.bound),
        from: pen.optional_prose(&row.counted_from, &[&regime.basis]),
        provision: place(pen, regime, &row.provision),
    }
}

fn penalties<'a>(pen: &Pen<'a>, regime: &'a Regime) -> Vec<PenaltiesView<'a>> {
    let numbered: Vec<(usize, &'a Penalty)> = (1..).zip(&regime.penalties).collect();
    let groups = numbered.chunk_by(|(_, a), (_, b)| a.basis == b.basis && a.provision == b.provision);
    let conduct = |rows: &[(usize, &'a Penalty)]| ConductView {
        conduct: pen.prose(&rows[0].1.conduct, &[&rows[0].1.basis, &regime.basis]),
        outcomes: rows.iter().map(|(number, row)| outcome(pen, regime, *number, row)).collect(),
    };
    let group = |rows: &[(usize, &'a Penalty)]| PenaltiesView {
        basis: pen.bases(&rows[0].1.basis),
        provision: rows[0].1.provision.as_ref().and_then(|id| place(pen, regime, id)),
        conducts: rows.chunk_by(|(_, a), (_, b)| a.conduct == b.conduct).map(conduct).collect(),
    };
    groups.map(group).collect()
}

fn outcome<'a>(pen: &Pen<'a>, regime: &'a Regime, number: usize, row: &'a Penalty) -> OutcomeView<'a> {
    let strings = pen.strings();
    let amount = row.amount.and_then(|amount| strings.amount(amount)).map(TextView::plain);
    let share = row.percent_of_gains.and_then(|share| strings.percent_of_gains(share)).map(TextView::plain);
    let multiple = row.multiple.as_ref().and_then(|multiple| strings.multiple(multiple));
    OutcomeView {
        id: anchor(pen, regime, &format!("penalty-{number}")),
        kind: pen.say("penalty_kind", row.kind.as_str()),
        measures: amount.into_iter().chain(share).chain(multiple.map(|phrase| pen.phrase(phrase))).collect(),
        note: pen.optional_markdown(&row.note),
    }
}

fn threshold<'a>(pen: &Pen<'a>, regime: &'a Regime, row: &'a Threshold) -> ThresholdView<'a> {
    ThresholdView {
        subject: pen.prose(&row.subject, &[&regime.basis]),
        figure: pen.strings().threshold(row).map(|phrase| pen.phrase(phrase)),
        provision: place(pen, regime, &row.provision),
    }
}

/// The anchor of a part of a regime: on the page of a whole list, with the regime before it.
pub(super) fn anchor(pen: &Pen<'_>, regime: &Regime, id: &str) -> String {
    match pen.target {
        Target::Dossier(_) => format!("{}.{id}", regime.id),
        _ => id.to_owned(),
    }
}

/// A link to the provision that prints a figure, on the same page.
fn place<'a>(pen: &Pen<'a>, regime: &'a Regime, id: &Id) -> Option<LinkView<'a>> {
    let provision = regime.provisions.iter().find(|provision| provision.id == *id)?;
    Some(LinkView { href: format!("#{}", anchor(pen, regime, id)), text: pen.text(&provision.heading) })
}
