//! Lists of a region and their records under a topic in; what somebody can do next out: services, whom to complain to, and
//! how staff are held to account.

use serde::Serialize;

use crate::model::{ListId, Part, RecordRef, RegionId, TopicId};
use crate::plan::Target;

use super::super::super::atoms::{LinkView, OfficeView, PhoneView, hint};
use super::super::super::citations::{prose, prose_of};
use super::super::super::page::Page;
use super::super::super::text::TextView;

/// Up to how many services of a list are shown, and how many of those for complaints.
const SHOWN: usize = 8;
const SHOWN_COMPLAINTS: usize = 3;

/// Slug of the topic of complaints among the topics of the program.
const COMPLAINTS: &str = "complaints";

/// What to do next.
#[derive(Serialize)]
pub struct NextView<'a> {
    services: Vec<ServiceView<'a>>,
    /// How many services are not shown.
    more: Option<String>,
    /// Services for complaints and reports, where the page is not about these.
    complaints: Vec<ServiceView<'a>>,
    /// The page about complaints in the region.
    complain: Option<String>,
    /// Where lists say how staff are held to account.
    staff: Vec<LinkView<'a>>,
}

#[derive(Serialize)]
struct ServiceView<'a> {
    link: LinkView<'a>,
    description: TextView<'a>,
    schedule: Option<TextView<'a>>,
    place: Option<TextView<'a>>,
    offices: Vec<OfficeView<'a>>,
    /// Phones printed with the service.
    phones: Vec<PhoneView<'a>>,
}

/// What the lists of a region offer.
pub fn next<'a>(
    page: &Page<'a>,
    region: RegionId,
    topic: TopicId,
    lists: &[ListId],
    records: &[Vec<RecordRef>],
) -> NextView<'a> {
    let graph = page.shared.graph;
    let is_service = |record: &&RecordRef| matches!(record.part, Part::Service(_));
    let services: Vec<&RecordRef> = records.iter().flatten().filter(is_service).collect();
    let left = services.len().saturating_sub(SHOWN);
    let complaints = graph.topic(COMPLAINTS).filter(|other| *other != topic);
    let of_complaints = complaints.map(|complaints| {
        let under = &graph.under_topic[complaints];
        let found = lists.iter().flat_map(|list| page.shared.of_list(under, *list)).filter(is_service);
        found.filter(|record| !services.contains(record)).take(SHOWN_COMPLAINTS).collect::<Vec<_>>()
    });
    let has = |complaints: &TopicId| graph.regions_under(*complaints).binary_search(&region).is_ok();
    let staff = lists.iter().filter(|list| !page.list(**list).mechanism.is_empty());
    NextView {
        more: (left > 0).then(|| page.count("more", left)),
        complaints: of_complaints.into_iter().flatten().filter_map(|record| service(page, *record)).collect(),
        complain: complaints.filter(has).map(|complaints| page.href(Target::Answer(region, complaints), "")),
        staff: staff.map(|list| LinkView::to(page, Target::Mechanism(*list))).collect(),
        services: services.into_iter().take(SHOWN).filter_map(|record| service(page, *record)).collect(),
    }
}

fn service<'a>(page: &Page<'a>, record: RecordRef) -> Option<ServiceView<'a>> {
    let Part::Service(i) = record.part else { return None };
    let service = &page.list(record.list)[i];
    let mut offices = OfficeView::all(page, record.list, &service.offices);
    for office in &mut offices {
        // What the row prints for the service is not said twice.
        office.phones.retain(|phone| !service.phones.iter().any(|printed| printed == phone.text));
    }
    Some(ServiceView {
        link: LinkView::to(page, Target::of(record)),
        description: prose_of(page, &service.description, hint(page, &service.description), &[&service.basis]),
        schedule: service.schedule.as_ref().map(|schedule| prose(page, &schedule.text, &[&service.basis])),
        place: service.place.as_ref().map(|place| prose(page, place, &[&service.basis])),
        offices,
        phones: PhoneView::all(page, record.list, &service.phones),
    })
}
