//! Records of one list under a topic in; what somebody with a problem wants to know first out: office, phone and law,
//! which departments share it, and what happened in a case.

use serde::Serialize;

use crate::model::{ListId, RecordRef, TopicId};

use super::super::atoms::{LinkView, ListHead, OfficeView, PhoneView, brief, hint};
use super::super::citations::prose_of;
use super::super::names::region_name;
use super::super::page::Page;
use super::super::text::TextView;
use super::by_topic::{closest, laws_among, matters_among, offices_among, phones_among};

/// Up to how many laws are named.
const SHOWN_LAWS: usize = 3;

/// Who handles something in one region.
#[derive(Serialize)]
pub struct HandlerView<'a> {
    id: String,
    head: ListHead<'a>,
    offices: Vec<OfficeView<'a>>,
    /// Phones printed with services.
    services: Vec<PhoneView<'a>>,
    /// Phones of the agency as a whole.
    phones: Vec<PhoneView<'a>>,
    /// Whether there is any phone at all.
    printed: bool,
    laws: Vec<LinkView<'a>>,
    /// How many laws are not named.
    more: Option<String>,
}

/// Which departments share a matter, and for which part.
#[derive(Serialize)]
pub struct SharedMatterView<'a> {
    region: TextView<'a>,
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
    matter: LinkView<'a>,
    text: TextView<'a>,
}

/// Who handles what the records of one list under a topic are about.
pub fn handler<'a>(page: &Page<'a>, list: ListId, records: &[RecordRef], topic: Option<TopicId>) -> HandlerView<'a> {
    let records = &closest(page, records, topic);
    let offices = offices_among(page, records);
    let services = phones_among(page, records, &offices);
    let phones = PhoneView::all(page, list, &page.list(list).phones);
    let laws = laws_among(page, records, topic);
    let rest = laws.len().saturating_sub(SHOWN_LAWS);
    let n = page.strings().integer(rest as u64);
    HandlerView {
        id: format!("_in-{}", page.list(list).id),
        head: ListHead::new(page, list),
        printed: !(services.is_empty() && phones.is_empty() && offices.iter().all(|office| office.phones.is_empty())),
        offices,
        services,
        phones,
        laws: laws.into_iter().take(SHOWN_LAWS).map(|law| LinkView::law(page, law)).collect(),
        more: (rest > 0).then(|| page.strings().fill("handling", "more", &[("n", &n)])),
    }
}

/// The matters among the records of one list, each with its departments.
pub fn shared<'a>(page: &Page<'a>, records: &[RecordRef]) -> Vec<SharedMatterView<'a>> {
    let matters = matters_among(page, records).into_iter().map(|(link, matter)| SharedMatterView {
        region: region_name(page, records[0].list),
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
            matter: LinkView { href: format!("{}#_case", link.href), text: link.text },
            text: prose_of(page, &case.text, brief(page, &case.text), &[&matter.basis]),
        })
    });
    cases.collect()
}
