//! A supervision regime in; its page's view out.

use serde::Serialize;

use crate::cite::About;
use crate::link::headed;
use crate::model::{Item, ListId, Part, Provision, RecordRef, Regime, RegimeId};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::figures::{FiguresView, anchor, figures};
use super::parts::{BasisView, OfficeView, PhoneView, SourceView};
use super::related::RelatedView;
use super::since::SinceView;

/// A supervision regime.
#[derive(Serialize)]
pub struct RegimeView<'a> {
    list: LinkView<'a>,
    number: Option<TextView<'a>>,
    title: TextView<'a>,
    purpose: Option<TextView<'a>>,
    topics: Vec<LinkView<'a>>,
    who: Vec<OfficeView<'a>>,
    /// Phones of the agency as a whole.
    phones: Vec<PhoneView<'a>>,
    figures: FiguresView<'a>,
    provisions: Vec<ProvisionView<'a>>,
    basis: Vec<BasisView<'a>>,
    since: Option<SinceView<'a>>,
    notes: Vec<TextView<'a>>,
    source: SourceView<'a>,
    related: Vec<RelatedView<'a>>,
}

#[derive(Serialize)]
struct ProvisionView<'a> {
    id: String,
    kind: &'a str,
    number: Option<TextView<'a>>,
    heading: TextView<'a>,
    text: Option<TextView<'a>>,
    items: Vec<ItemView<'a>>,
    basis: Vec<BasisView<'a>>,
}

#[derive(Serialize)]
struct ItemView<'a> {
    number: Option<TextView<'a>>,
    text: TextView<'a>,
    items: Vec<ItemView<'a>>,
}

/// The view of a regime's page.
pub(in super::super) fn regime<'a>(pen: &Pen<'a>, l: ListId, id: RegimeId) -> RegimeView<'a> {
    let list = pen.list(l);
    let regime = &list[id];
    RegimeView {
        list: pen.link(Target::List(l)),
        number: pen.optional_printed(&regime.number),
        title: pen.text(&regime.title),
        purpose: pen.optional_prose(&regime.purpose, &[&regime.basis]),
        topics: pen.topics(&regime.topics),
        who: pen.offices(l, &regime.offices),
        phones: pen.phones(&list.phones),
        figures: figures(pen, regime),
        provisions: regime.provisions.iter().map(|part| provision(pen, regime, part)).collect(),
        basis: pen.bases(&regime.basis),
        since: pen.since(RecordRef { list: l, part: Part::Regime(id) }),
        notes: pen.markdowns(&regime.notes),
        source: pen.source(l, &regime.source),
        related: pen.related(RecordRef { list: l, part: Part::Regime(id) }),
    }
}

fn provision<'a>(pen: &Pen<'a>, regime: &'a Regime, provision: &'a Provision) -> ProvisionView<'a> {
    let about = pen.beside_citations(&[&provision.basis, &regime.basis]);
    let below = provision.text.as_ref().map(|text| headed(&pen.shared.graph.reader, text, &about));
    ProvisionView {
        id: anchor(pen, regime, &provision.id),
        kind: pen.say("provision_kind", provision.kind.as_str()),
        number: pen.optional_printed(&provision.number),
        heading: pen.text(&provision.heading),
        text: provision.text.as_ref().map(|text| pen.prose_about(text, &about)),
        items: items(pen, &provision.items, below.as_ref().unwrap_or(&about)),
        basis: pen.bases(&provision.basis),
    }
}

fn items<'a>(pen: &Pen<'a>, list: &'a [Item], about: &[About<'a>]) -> Vec<ItemView<'a>> {
    let below = |item: &'a Item| match item.items.is_empty() {
        true => Vec::new(),
        false => items(pen, &item.items, &headed(&pen.shared.graph.reader, &item.text, about)),
    };
    let view = |item: &'a Item| ItemView {
        number: pen.printed_about(&item.number, about),
        text: pen.prose_about(&item.text, about),
        items: below(item),
    };
    list.iter().map(view).collect()
}
