//! Regimes under a topic in; what follows for whom they find at fault, as far as they print it, out.

use serde::Serialize;

use crate::model::{Penalty, ProvisionKind, RecordRef, Regime};
use crate::plan::Target;

use super::super::super::atoms::{LinkView, brief};
use super::super::super::citations::{prose, prose_of};
use super::super::super::page::Page;
use super::super::super::text::TextView;
use super::super::by_topic::regimes_among;
use super::super::figures::measures;

/// Up to how many kinds of conduct are shown, and how many texts of regimes that print no penalties.
const SHOWN: usize = 16;
const SHOWN_TEXTS: usize = 4;

/// What follows.
#[derive(Serialize)]
pub struct CostsView<'a> {
    rows: Vec<CostRow<'a>>,
    /// Whether a law is cited for any of them.
    cited: bool,
    /// How many kinds of conduct are not shown.
    more: Option<String>,
    /// The regimes that print these, where not all are shown.
    regimes: Vec<LinkView<'a>>,
    /// What regimes without penalties of their own say of how results are handled.
    handling: Vec<HandlingView<'a>>,
}

#[derive(Serialize)]
struct CostRow<'a> {
    conduct: TextView<'a>,
    outcomes: Vec<OutcomeView<'a>>,
    /// The law and article that the regime cites for it.
    basis: Option<LinkView<'a>>,
    /// Where the regime prints it.
    regime: LinkView<'a>,
}

#[derive(Serialize)]
struct OutcomeView<'a> {
    kind: &'a str,
    /// Amount, share of gains and multiple, as far as printed.
    measures: Vec<TextView<'a>>,
}

#[derive(Serialize)]
struct HandlingView<'a> {
    regime: LinkView<'a>,
    text: TextView<'a>,
}

/// Whether a conduct has no figure, where it is printed, the regime, and what follows from it.
type Row<'a> = (bool, LinkView<'a>, &'a Regime, &'a [Penalty]);

/// What regimes print of penalties: first those with a figure, each group in the order of the paper.
pub fn costs<'a>(page: &Page<'a>, regimes: &[RecordRef]) -> CostsView<'a> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut printing = Vec::new();
    let mut handling = Vec::new();
    for (record, (link, regime)) in regimes.iter().zip(regimes_among(page, regimes)) {
        let mut number = 1;
        for conduct in regime.penalties.chunk_by(|a, b| a.conduct == b.conduct && a.basis == b.basis) {
            let figure = conduct.iter().any(|penalty| !measures(page, penalty).is_empty());
            let href = page.href(Target::of(*record), &format!("penalty-{number}"));
            rows.push((!figure, LinkView { href, text: link.text.clone() }, regime, conduct));
            number += conduct.len();
        }
        match regime.penalties.is_empty() {
            true => handling.extend(handled(page, *record, regime)),
            false => printing.push(link),
        }
    }
    rows.sort_by_key(|(no_figure, ..)| *no_figure);
    let left = rows.len().saturating_sub(SHOWN);
    let row = |(_, link, regime, conduct): Row<'a>| CostRow {
        conduct: prose(page, &conduct[0].conduct, &[&conduct[0].basis, &regime.basis]),
        outcomes: conduct.iter().map(|penalty| outcome(page, penalty)).collect(),
        basis: basis(page, &conduct[0]),
        regime: link,
    };
    handling.truncate(SHOWN_TEXTS);
    let rows: Vec<CostRow<'a>> = rows.into_iter().take(SHOWN).map(row).collect();
    CostsView {
        cited: rows.iter().any(|row| row.basis.is_some()),
        rows,
        more: (left > 0).then(|| page.count("more", left)),
        regimes: if left > 0 { printing } else { Vec::new() },
        handling,
    }
}

fn outcome<'a>(page: &Page<'a>, penalty: &'a Penalty) -> OutcomeView<'a> {
    OutcomeView { kind: page.t("penalty_kind", penalty.kind.as_str()), measures: measures(page, penalty) }
}

fn basis<'a>(page: &Page<'a>, penalty: &'a Penalty) -> Option<LinkView<'a>> {
    let basis = penalty.basis.first()?;
    let law = page.shared.graph.law(&basis.law)?;
    let mut link = LinkView::law(page, law);
    if let Some(place) = basis.articles.first() {
        link.href = page.href(Target::Law(law), &place.place().anchor());
        link.text.text = format!("{} {}", link.text.text, page.strings().article(place)).into();
    }
    Some(link)
}

/// The beginning of what a regime says of how results are handled.
fn handled<'a>(page: &Page<'a>, record: RecordRef, regime: &'a Regime) -> Option<HandlingView<'a>> {
    let provision = regime.provisions.iter().find(|provision| provision.kind == ProvisionKind::Handling)?;
    let text = provision.text.as_ref().or_else(|| provision.items.first().map(|item| &item.text))?;
    Some(HandlingView {
        regime: LinkView { href: page.href(Target::of(record), &provision.id), text: page.text(&regime.title) },
        text: prose_of(page, text, brief(page, text), &[&provision.basis, &regime.basis]),
    })
}
