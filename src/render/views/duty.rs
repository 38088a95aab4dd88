//! A duty in; its page's view out.

use serde::Serialize;

use crate::model::{Duty, DutyId, Id, ListId, Part, RecordRef};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::parts::{BasisView, OfficeView, PhoneView, SourceView};
use super::related::RelatedView;
use super::since::SinceView;

/// A duty.
#[derive(Serialize)]
pub struct DutyView<'a> {
    list: LinkView<'a>,
    number: Option<TextView<'a>>,
    name: TextView<'a>,
    statement: TextView<'a>,
    topics: Vec<LinkView<'a>>,
    /// Every office the duty or its items name.
    who: Vec<OfficeView<'a>>,
    /// Phones of the agency as a whole.
    phones: Vec<PhoneView<'a>>,
    /// Offices named for the duty as a whole.
    offices: Vec<OfficeView<'a>>,
    items: Vec<ItemView<'a>>,
    accountability: Vec<AccountabilityView<'a>>,
    basis: Vec<BasisView<'a>>,
    since: Option<SinceView<'a>>,
    notes: Vec<TextView<'a>>,
    source: SourceView<'a>,
    related: Vec<RelatedView<'a>>,
}

#[derive(Serialize)]
struct ItemView<'a> {
    id: String,
    number: Option<TextView<'a>>,
    text: TextView<'a>,
    offices: Vec<OfficeView<'a>>,
    remarks: Option<TextView<'a>>,
    basis: Vec<BasisView<'a>>,
    source: SourceView<'a>,
}

#[derive(Serialize)]
struct AccountabilityView<'a> {
    id: String,
    number: Option<TextView<'a>>,
    basis: Vec<BasisView<'a>>,
    circumstances: TextView<'a>,
    consequence: Option<TextView<'a>>,
    source: SourceView<'a>,
}

/// The view of a duty's page.
pub(in super::super) fn duty<'a>(pen: &Pen<'a>, l: ListId, id: DutyId) -> DutyView<'a> {
    let list = pen.list(l);
    let duty = &list[id];
    let items = duty.work_items.iter().map(|item| ItemView {
        id: format!("item-{}", item.id),
        number: pen.optional_printed(&item.number),
        text: pen.prose(&item.text, &[&item.basis, &duty.basis]),
        offices: pen.offices(l, &item.offices),
        remarks: pen.optional_markdown(&item.remarks),
        basis: pen.bases(&item.basis),
        source: pen.row(&item.source),
    });
    let accountability = duty.accountability.iter().map(|row| AccountabilityView {
        id: format!("accountability-{}", row.id),
        number: pen.optional_printed(&row.number),
        basis: pen.bases(&row.basis),
        circumstances: pen.prose(&row.circumstances, &[&row.basis]),
        consequence: pen.optional_prose(&row.consequence, &[&row.basis]),
        source: pen.row(&row.source),
    });
    DutyView {
        list: pen.link(Target::List(l)),
        number: pen.optional_printed(&duty.number),
        name: pen.text(&duty.name),
        statement: pen.prose(&duty.statement, &[&duty.basis]),
        topics: pen.topics(&duty.topics),
        who: offices_of(duty).into_iter().filter_map(|slug| pen.office(l, slug)).collect(),
        phones: pen.phones(&list.phones),
        offices: pen.offices(l, &duty.offices),
        items: items.collect(),
        // In the order of the page, for a law is described where it is first cited.
        basis: pen.bases(&duty.basis),
        accountability: accountability.collect(),
        since: pen.since(RecordRef { list: l, part: Part::Duty(id) }),
        notes: pen.markdowns(&duty.notes),
        source: pen.source(l, &duty.source),
        related: pen.related(RecordRef { list: l, part: Part::Duty(id) }),
    }
}

/// Slugs of every office that a duty or one of its items names, each once, in order.
pub(super) fn offices_of(duty: &Duty) -> Vec<&Id> {
    let mut found: Vec<&Id> = Vec::new();
    for slug in duty.offices.iter().chain(duty.work_items.iter().flat_map(|item| &item.offices)) {
        if !found.contains(&slug) {
            found.push(slug);
        }
    }
    found
}
