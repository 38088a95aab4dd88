//! The figures of a regime in; the rows of its tables of key figures out.

use serde::Serialize;

use crate::model::{Deadline, Frequency, Id, Penalty, Regime, Threshold};
use crate::plan::Target;

use super::super::atoms::{BasisView, DescribedLaws, LinkView};
use super::super::citations::{optional_markdown, optional_prose, prose};
use super::super::page::Page;
use super::super::text::TextView;

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
pub(super) fn figures<'a>(page: &Page<'a>, regime: &'a Regime, described: &mut DescribedLaws) -> FiguresView<'a> {
    let lens = [regime.frequencies.len(), regime.deadlines.len(), regime.penalties.len(), regime.thresholds.len()];
    FiguresView {
        any: lens.iter().any(|len| *len > 0),
        frequencies: regime.frequencies.iter().map(|row| frequency(page, regime, row)).collect(),
        deadlines: regime.deadlines.iter().map(|row| deadline(page, regime, row)).collect(),
        penalties: penalties(page, regime, described),
        thresholds: regime.thresholds.iter().map(|row| threshold(page, regime, row)).collect(),
    }
}

fn frequency<'a>(page: &Page<'a>, regime: &'a Regime, row: &'a Frequency) -> FrequencyView<'a> {
    FrequencyView {
        subject: prose(page, &row.subject, &[&regime.basis]),
        kind: page.t("frequency_kind", row.kind.as_str()),
        figure: page.strings().frequency(row),
        provision: place(page, regime, &row.provision),
        note: optional_markdown(page, &row.note),
    }
}

fn deadline<'a>(page: &Page<'a>, regime: &'a Regime, row: &'a Deadline) -> DeadlineView<'a> {
    DeadlineView {
        actor: prose(page, &row.actor, &[&regime.basis]),
        action: prose(page, &row.action, &[&regime.basis]),
        limit: page.strings().limit(row.limit, row.bound),
        from: optional_prose(page, &row.counted_from, &[&regime.basis]),
        provision: place(page, regime, &row.provision),
    }
}

fn penalties<'a>(page: &Page<'a>, regime: &'a Regime, described: &mut DescribedLaws) -> Vec<PenaltiesView<'a>> {
    let numbered: Vec<(usize, &'a Penalty)> = (1..).zip(&regime.penalties).collect();
    let groups = numbered.chunk_by(|(_, a), (_, b)| a.basis == b.basis && a.provision == b.provision);
    let conduct = |rows: &[(usize, &'a Penalty)]| ConductView {
        conduct: prose(page, &rows[0].1.conduct, &[&rows[0].1.basis, &regime.basis]),
        outcomes: rows.iter().map(|(number, row)| outcome(page, regime, *number, row)).collect(),
    };
    // Where the provision is that of the group before, it is not said again.
    let mut before: Option<&'a Id> = None;
    let mut another = |provision: Option<&'a Id>| {
        let same = provision == before;
        before = provision;
        provision.filter(|_| !same)
    };
    let group = |rows: &[(usize, &'a Penalty)]| PenaltiesView {
        basis: BasisView::all(page, &rows[0].1.basis, described),
        provision: another(rows[0].1.provision.as_ref()).and_then(|id| place(page, regime, id)),
        conducts: rows.chunk_by(|(_, a), (_, b)| a.conduct == b.conduct).map(conduct).collect(),
    };
    groups.map(group).collect()
}

fn outcome<'a>(page: &Page<'a>, regime: &'a Regime, number: usize, row: &'a Penalty) -> OutcomeView<'a> {
    OutcomeView {
        id: anchor(page, regime, &format!("penalty-{number}")),
        kind: page.t("penalty_kind", row.kind.as_str()),
        measures: measures(page, row),
        note: optional_markdown(page, &row.note),
    }
}

/// The amount, share of gains and multiple of a penalty, as far as printed.
pub(super) fn measures<'a>(page: &Page<'a>, row: &'a Penalty) -> Vec<TextView<'a>> {
    let strings = page.strings();
    let amount = row.amount.and_then(|amount| strings.amount(amount)).map(TextView::plain);
    let share = row.percent_of_gains.and_then(|share| strings.percent_of_gains(share)).map(TextView::plain);
    let multiple = row.multiple.as_ref().and_then(|multiple| strings.multiple(multiple));
    amount.into_iter().chain(share).chain(multiple.map(|phrase| page.phrase(phrase))).collect()
}

fn threshold<'a>(page: &Page<'a>, regime: &'a Regime, row: &'a Threshold) -> ThresholdView<'a> {
    ThresholdView {
        subject: prose(page, &row.subject, &[&regime.basis]),
        figure: page.strings().threshold(row).map(|phrase| page.phrase(phrase)),
        provision: place(page, regime, &row.provision),
    }
}

/// The anchor of a part of a regime: on the page of a whole list, with the regime before it.
pub(super) fn anchor(page: &Page<'_>, regime: &Regime, id: &str) -> String {
    match page.target {
        Target::Dossier(_) => format!("{}.{id}", regime.id),
        _ => id.to_owned(),
    }
}

/// A link to the provision that prints a figure, on the same page.
fn place<'a>(page: &Page<'a>, regime: &'a Regime, id: &Id) -> Option<LinkView<'a>> {
    let provision = regime.provisions.iter().find(|provision| provision.id == *id)?;
    Some(LinkView { href: format!("#{}", anchor(page, regime, id)), text: page.text(&provision.heading) })
}
