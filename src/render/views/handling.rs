//! Records of one list under a topic in; what somebody with a problem wants to know first out: duties with their offices,
//! phones and laws, which departments share it, and what happened in a case.

use serde::Serialize;

use crate::model::{Collection, ListId, Part, PartState, RecordRef, TopicId};
use crate::plan::Target;

use super::super::atoms::{LinkView, ListHead, OfficeView, PhoneView, brief, hint};
use super::super::citations::prose_of;
use super::super::names::region_name;
use super::super::page::Page;
use super::super::text::TextView;
use super::by_topic::{closest, laws_among, matters_among, phones_apart};
use super::responsible::{ResponsibleView, responsible};

/// Up to how many laws are named.
const SHOWN_LAWS: usize = 3;

/// Up to how many duties and items are named.
const SHOWN_DUTIES: usize = 5;

/// Who handles something in one region.
#[derive(Serialize)]
pub struct HandlerView<'a> {
    id: String,
    /// Slug of the region.
    place: &'a str,
    head: ListHead<'a>,
    /// The page of the topic in the region.
    answer: Option<String>,
    /// Duties and items, each with its offices, the main one first.
    duties: Vec<ResponsibleView<'a>>,
    /// How many of them are not named.
    more_duties: Option<String>,
    /// Why there are no duties or items, where the data tell it of the whole part.
    nothing: Option<&'a str>,
    /// Phones printed with services.
    services: Vec<PhoneView<'a>>,
    /// Phones printed with items and regimes.
    others: Vec<PhoneView<'a>>,
    /// Phones of the agency as a whole.
    phones: Vec<PhoneView<'a>>,
    /// Whether there is any phone at all.
    printed: bool,
    laws: Vec<LinkView<'a>>,
    /// How many laws are not named.
    more: Option<String>,
}

impl HandlerView<'_> {
    /// Whether every duty and item is named.
    pub fn shows_all(&self) -> bool {
        self.more_duties.is_none()
    }
}

/// Which departments share a matter, and for which part.
#[derive(Serialize)]
pub struct SharedMatterView<'a> {
    region: TextView<'a>,
    /// Slug of the region.
    place: &'a str,
    matter: LinkView<'a>,
    parts: Vec<SharedPartView<'a>>,
}

#[derive(Serialize)]
struct SharedPartView<'a> {
    name: TextView<'a>,
    responsibility: TextView<'a>,
}

/// The beginning of a case.
#[derive(Serialize)]
pub struct CaseView<'a> {
    region: TextView<'a>,
    /// Slug of the region.
    place: &'a str,
    matter: LinkView<'a>,
    text: TextView<'a>,
}

/// A service, with whom to ask for it.
#[derive(Serialize)]
pub struct ServiceContact<'a> {
    link: LinkView<'a>,
    offices: Vec<OfficeView<'a>>,
    /// Phones printed with the service that are none of its offices'.
    phones: Vec<PhoneView<'a>>,
}

/// The first so many services among the records of one list.
pub fn services<'a>(page: &Page<'a>, records: &[RecordRef], most: usize) -> Vec<ServiceContact<'a>> {
    let contact = |record: &RecordRef| {
        let Part::Service(i) = record.part else { return None };
        let service = &page.list(record.list)[i];
        let offices = OfficeView::all(page, record.list, &service.offices);
        let of_offices = |phone: &PhoneView<'_>| {
            offices.iter().flat_map(|office| &office.phones).any(|have| have.text == phone.text)
        };
        let phones =
            PhoneView::all(page, record.list, &service.phones).into_iter().filter(|phone| !of_offices(phone)).collect();
        Some(ServiceContact { link: LinkView::to(page, Target::of(*record)), phones, offices })
    };
    records.iter().filter_map(contact).take(most).collect()
}

/// The parts of a list that say what somebody must do.
pub const DUTIES: [Collection; 2] = [Collection::Duties, Collection::Items];

/// Why lists have nothing of parts under a topic, where the data tell it of these parts as a whole: what nobody has
/// entered, what is printed as empty, what lists of the kind do not have. Else it is known only that the data have none.
pub fn nothing_because<'a>(page: &Page<'a>, lists: &[ListId], parts: &[Collection]) -> Option<&'a str> {
    let states: Vec<PartState> =
        lists.iter().flat_map(|list| parts.iter().map(|part| page.list(*list).part_state(*part))).collect();
    let of_kind = || states.iter().filter(|state| **state != PartState::NotOfKind);
    match () {
        () if states.contains(&PartState::NotEntered) => Some(page.t("part", "not_entered")),
        () if of_kind().next().is_none() => Some(page.t("nothing", "not_of_kind")),
        () if of_kind().all(|state| *state == PartState::PrintedEmpty) => Some(page.t("nothing", "printed_empty")),
        () => None,
    }
}

/// Who handles what the records of one list under a topic are about.
pub fn handler<'a>(page: &Page<'a>, list: ListId, records: &[RecordRef], topic: Option<TopicId>) -> HandlerView<'a> {
    let records = &closest(page, records, topic);
    let (duties, all) = responsible(page, records, SHOWN_DUTIES);
    let left = all - duties.len();
    let of_offices = |phone: &str| {
        let phones = duties.iter().flat_map(|duty| &duty.offices).flat_map(|office| &office.phones);
        phones.into_iter().any(|have| have.text == phone)
    };
    let [services, others] = phones_apart(page, records, &of_offices);
    let phones = PhoneView::all(page, list, &page.list(list).phones);
    let region = page.shared.graph.region_of(page.list(list));
    let laws = laws_among(page, records, topic);
    let rest = laws.len().saturating_sub(SHOWN_LAWS);
    let n = page.strings().integer(rest as u64);
    HandlerView {
        id: format!("_in-{}", page.list(list).id),
        head: ListHead::new(page, list),
        place: &page.list(list).region,
        answer: region.zip(topic).map(|(region, topic)| page.href(Target::Answer(region, topic), "")),
        printed: [&services, &others, &phones].iter().any(|phones| !phones.is_empty())
            || duties.iter().flat_map(|duty| &duty.offices).any(|office| !office.phones.is_empty()),
        duties,
        more_duties: (left > 0).then(|| page.count("more", left)),
        nothing: nothing_because(page, &[list], &DUTIES),
        services,
        others,
        phones,
        laws: laws.into_iter().take(SHOWN_LAWS).map(|law| LinkView::law(page, law)).collect(),
        more: (rest > 0).then(|| page.strings().fill("handling", "more", &[("n", &n)])),
    }
}

/// The matters among the records of one list, each with its departments.
pub fn shared<'a>(page: &Page<'a>, records: &[RecordRef]) -> Vec<SharedMatterView<'a>> {
    let matters = matters_among(page, records).into_iter().map(|(link, matter)| SharedMatterView {
        region: region_name(page, records[0].list),
        place: &page.list(records[0].list).region,
        matter: link,
        parts: matter
            .participants
            .iter()
            .map(|part| {
                let shown = hint(page, &part.responsibility);
                let responsibility = prose_of(page, &part.responsibility, shown, &[&part.basis, &matter.basis]);
                SharedPartView { name: page.text(&part.name), responsibility }
            })
            .collect(),
    });
    matters.collect()
}

/// The cases of the matters among the records of one list.
pub fn cases<'a>(page: &Page<'a>, records: &[RecordRef]) -> Vec<CaseView<'a>> {
    let cases = matters_among(page, records).into_iter().filter_map(|(link, matter)| {
        let case = matter.case.as_ref()?;
        Some(CaseView {
            region: region_name(page, records[0].list),
            place: &page.list(records[0].list).region,
            matter: LinkView { href: format!("{}#_case", link.href), text: link.text },
            text: prose_of(page, &case.text, brief(page, &case.text), &[&matter.basis]),
        })
    });
    cases.collect()
}
