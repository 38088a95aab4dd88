//! A public service in; its page's view out.

use serde::Serialize;

use crate::model::{ListId, Part, RecordRef, ServiceId};
use crate::plan::Target;

use super::super::atoms::{
    BasisView, DescribedLaws, LawNoticesView, LinkView, OfficeView, PhoneView, RelatedView, SourceView, law_notices,
    related,
};
use super::super::citations::{markdowns, optional_prose, prose};
use super::super::page::Page;
use super::super::text::TextView;

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
    place: Option<TextView<'a>>,
    who: Vec<OfficeView<'a>>,
    /// Phones printed for the service.
    printed_phones: Vec<PhoneView<'a>>,
    /// Phones of the agency as a whole.
    phones: Vec<PhoneView<'a>>,
    basis: Vec<BasisView<'a>>,
    since: Option<LawNoticesView<'a>>,
    notes: Vec<TextView<'a>>,
    source: SourceView<'a>,
    related: Vec<RelatedView<'a>>,
}

/// The view of a service's page.
pub(in super::super) fn service<'a>(
    page: &Page<'a>,
    l: ListId,
    id: ServiceId,
    described: &mut DescribedLaws,
) -> ServiceView<'a> {
    let list = page.list(l);
    let service = &list[id];
    let months = service.schedule.iter().flat_map(|schedule| &schedule.months);
    let mut who = OfficeView::all(page, l, &service.offices);
    for office in &mut who {
        // What the row prints for the service stands above; the same number is not said twice.
        office.phones.retain(|phone| !service.phones.iter().any(|printed| printed == phone.text));
    }
    ServiceView {
        list: LinkView::to(page, Target::List(l)),
        number: page.optional_number(&service.number),
        name: page.heading(&service.name),
        description: prose(page, &service.description, &[&service.basis]),
        topics: LinkView::topics(page, &service.topics),
        schedule: service.schedule.as_ref().map(|schedule| prose(page, &schedule.text, &[&service.basis])),
        months: months.map(|month| page.strings().month(*month)).collect(),
        place: optional_prose(page, &service.place, &[&service.basis]),
        who,
        printed_phones: PhoneView::all(page, l, &service.phones),
        phones: PhoneView::all(page, l, &list.phones),
        basis: BasisView::all(page, &service.basis, described),
        since: law_notices(page, RecordRef { list: l, part: Part::Service(id) }),
        notes: markdowns(page, &service.notes),
        source: SourceView::new(page, l, &service.source),
        related: related(page, RecordRef { list: l, part: Part::Service(id) }),
    }
}
