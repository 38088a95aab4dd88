//! Records of one list under a topic in; what somebody with a problem wants to know first out: office, phone and law,
//! which departments share it, and what happened in a case.

use serde::Serialize;

use crate::model::{ListId, RecordRef, TopicId};

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::bounded::ListHead;
use super::parts::{OfficeView, PhoneView};

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
pub struct SharedView<'a> {
    region: TextView<'a>,
    matter: LinkView<'a>,
    parts: Vec<PartView<'a>>,
}

#[derive(Serialize)]
struct PartView<'a> {
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
pub fn handler<'a>(pen: &Pen<'a>, list: ListId, records: &[RecordRef], topic: Option<TopicId>) -> HandlerView<'a> {
    let records = &pen.closest(records, topic);
    let offices = pen.offices_under(records);
    let services = pen.phones_under(records, &offices);
    let phones = pen.phones(&pen.list(list).phones);
    let laws = pen.laws_under(records, topic);
    let rest = laws.len().saturating_sub(SHOWN_LAWS);
    let n = pen.strings().integer(rest as u64);
    HandlerView {
        id: format!("_in-{}", pen.list(list).id),
        head: pen.list_head(list),
        printed: !(services.is_empty() && phones.is_empty() && offices.iter().all(|office| office.phones.is_empty())),
        offices,
        services,
        phones,
        laws: laws.into_iter().take(SHOWN_LAWS).map(|law| pen.law_link(law)).collect(),
        more: (rest > 0).then(|| pen.strings().fill("handling", "more", &[("n", &n)])),
    }
}

/// The matters among the records of one list, each with its departments.
pub fn shared<'a>(pen: &Pen<'a>, records: &[RecordRef]) -> Vec<SharedView<'a>> {
    let matters = pen.matters_under(records).into_iter().map(|(link, matter)| SharedView {
        region: pen.region_name(records[0].list),
        matter: link,
        parts: matter
            .participants
            .iter()
            .map(|part| {
                let shown = pen.hint(&part.responsibility);
                let responsibility = pen.prose_of(&part.responsibility, shown, &[&part.basis, &matter.basis]);
                PartView { name: pen.text(&part.name), responsibility }
            })
            .collect(),
    });
    matters.collect()
}

/// The cases of the matters among the records of one list.
pub fn cases<'a>(pen: &Pen<'a>, records: &[RecordRef]) -> Vec<CaseView<'a>> {
    let cases = pen.matters_under(records).into_iter().filter_map(|(link, matter)| {
        let case = matter.case.as_ref()?;
        Some(CaseView {
            region: pen.region_name(records[0].list),
            matter: LinkView { href: format!("{}#_case", link.href), text: link.text },
            text: pen.prose_of(&case.text, pen.brief(&case.text), &[&matter.basis]),
        })
    });
    cases.collect()
}
