//! A supervision regime in; its page's view out.

use serde::Serialize;

use crate::cite::About;
use crate::link::headed;
use crate::model::{ListId, Part, Provision, ProvisionItem, RecordRef, Regime, RegimeId};
use crate::plan::Target;

use super::super::atoms::{
    BasisView, DescribedLaws, LawNoticesView, LinkView, OfficeView, PhoneView, RelatedView, SourceView, law_notices,
    related,
};
use super::super::citations::{beside_citations, markdowns, optional_prose, printed_about, prose_about};
use super::super::page::Page;
use super::super::text::TextView;
use super::figures::{FiguresView, anchor, figures};
use super::item::NumberView;

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
    /// Phones printed for the regime.
    printed_phones: Vec<NumberView<'a>>,
    figures: FiguresView<'a>,
    provisions: Vec<ProvisionView<'a>>,
    basis: Vec<BasisView<'a>>,
    since: Option<LawNoticesView<'a>>,
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
    items: Vec<ProvisionItemView<'a>>,
    basis: Vec<BasisView<'a>>,
}

#[derive(Serialize)]
struct ProvisionItemView<'a> {
    number: Option<TextView<'a>>,
    text: TextView<'a>,
    items: Vec<ProvisionItemView<'a>>,
}

/// The view of a regime's page.
pub(in super::super) fn regime<'a>(
    page: &Page<'a>,
    l: ListId,
    id: RegimeId,
    described: &mut DescribedLaws,
) -> RegimeView<'a> {
    let list = page.list(l);
    let regime = &list[id];
    // In the order of the page, which describes a law where it is first cited.
    let figures = figures(page, regime, described);
    let provisions = regime.provisions.iter().map(|part| provision(page, regime, part, described)).collect();
    let basis = BasisView::all(page, &regime.basis, described);
    RegimeView {
        list: LinkView::to(page, Target::List(l)),
        number: page.optional_number(&regime.number),
        title: page.heading(&regime.title),
        purpose: optional_prose(page, &regime.purpose, &[&regime.basis]),
        topics: LinkView::topics(page, &regime.topics),
        who: OfficeView::all(page, l, &regime.offices),
        phones: PhoneView::all(page, l, &list.phones),
        printed_phones: NumberView::all(page, l, &regime.phones),
        figures,
        provisions,
        basis,
        since: law_notices(page, RecordRef { list: l, part: Part::Regime(id) }),
        notes: markdowns(page, &regime.notes),
        source: SourceView::new(page, l, &regime.source),
        related: related(page, RecordRef { list: l, part: Part::Regime(id) }),
    }
}

fn provision<'a>(
    page: &Page<'a>,
    regime: &'a Regime,
    provision: &'a Provision,
    described: &mut DescribedLaws,
) -> ProvisionView<'a> {
    let about = beside_citations(page, &[&provision.basis, &regime.basis]);
    let below = provision.text.as_ref().map(|text| headed(&page.shared.graph.reader, text, &about));
    ProvisionView {
        id: anchor(page, regime, &provision.id),
        kind: page.t("provision_kind", provision.kind.as_str()),
        number: page.optional_number(&provision.number),
        heading: page.text(&provision.heading),
        text: provision.text.as_ref().map(|text| prose_about(page, text, &about)),
        items: items(page, &provision.items, below.as_ref().unwrap_or(&about)),
        basis: BasisView::all(page, &provision.basis, described),
    }
}

fn items<'a>(page: &Page<'a>, list: &'a [ProvisionItem], about: &[About<'a>]) -> Vec<ProvisionItemView<'a>> {
    let below = |item: &'a ProvisionItem| match item.items.is_empty() {
        true => Vec::new(),
        false => items(page, &item.items, &headed(&page.shared.graph.reader, &item.text, about)),
    };
    let view = |item: &'a ProvisionItem| ProvisionItemView {
        number: printed_about(page, &item.number, about),
        text: prose_about(page, &item.text, about),
        items: below(item),
    };
    list.iter().map(view).collect()
}
