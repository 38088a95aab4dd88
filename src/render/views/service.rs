//! A public service in; its page's view out.

use serde::Serialize;

use crate::model::{ListId, Part, RecordRef, ServiceId};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::parts::{BasisView, OfficeView, PhoneView, SourceView};
use super::related::RelatedView;
use super::since::SinceView;

/// A public service.
#[derive(Serialize)]
pub struct ServiceView<'a> {
    list: LinkView<'a>,
    number: Option<TextView<'a>>,
    name: TextView<'a>,
    description: TextView<'a>,
    topics: Vec<LinkView<'a>>,
    schedule: Option<TextView<'a>>,
    /// Names of the months it is offered in.
    months: Vec<&'a str>,
    who: Vec<OfficeView<'a>>,
    /// Phones printed for the service.
    printed_phones: Vec<PhoneView<'a>>,
    /// Phones of the agency as a whole.
    phones: Vec<PhoneView<'a>>,
    basis: Vec<BasisView<'a>>,
    since: Option<SinceView<'a>>,
    notes: Vec<TextView<'a>>,
    source: SourceView<'a>,
    related: Vec<RelatedView<'a>>,
}

/// The view of a service's page.
pub(in super::super) fn service<'a>(pen: &Pen<'a>, l: ListId, id: ServiceId) -> ServiceView<'a> {
    let list = pen.list(l);
    let service = &list[id];
    let months = service.schedule.iter().flat_map(|schedule| &schedule.months);
    let mut who = pen.offices(l, &service.offices);
    for office in &mut who {
        // What the row prints for the service stands above; the same number is not said twice.
        office.phones.retain(|phone| !service.phones.iter().any(|printed| printed == phone.text));
    }
    ServiceView {
        list: pen.link(Target::List(l)),
        number: pen.optional_printed(&service.number),
        name: pen.text(&service.name),
        description: pen.prose(&service.description, &[&service.basis]),
        topics: pen.topics(&service.topics),
        schedule: service.schedule.as_ref().map(|schedule| pen.prose(&schedule.text, &[&service.basis])),
        months: months.map(|month| pen.strings().month(*month)).collect(),
        who,
        printed_phones: pen.phones(&service.phones),
        phones: pen.phones(&list.phones),
        basis: pen.bases(&service.basis),
        since: pen.since(RecordRef { list: l, part: Part::Service(id) }),
        notes: pen.markdowns(&service.notes),
        source: pen.source(l, &service.source),
        related: pen.related(RecordRef { list: l, part: Part::Service(id) }),
    }
}
