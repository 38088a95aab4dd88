//! Lists and their records under a topic in; every number printed for it, with whose it is, out.

use serde::Serialize;

use crate::model::{ListId, Part, RecordRef};
use crate::plan::Target;

use super::super::super::atoms::{LinkView, OfficeView, PhoneView};
use super::super::super::names::record_kind;
use super::super::super::page::Page;
use super::super::item::NumberView;
use super::super::responsible::{is_duty, named_by};

/// Up to how many numbers are shown.
const SHOWN: usize = 24;

/// Numbers of one office, record or agency.
#[derive(Serialize)]
pub struct NumberOfView<'a> {
    /// Whose they are, in a word: an office, a service, the agency.
    kind: &'a str,
    whose: LinkView<'a>,
    phones: Vec<PhoneView<'a>>,
    /// Numbers that are printed with what they are for.
    numbers: Vec<NumberView<'a>>,
}

/// The numbers of the offices of duties, then those printed with services, items and regimes, then those of the agencies.
pub fn numbers<'a>(page: &Page<'a>, lists: &[ListId], records: &[Vec<RecordRef>]) -> Vec<NumberOfView<'a>> {
    let mut found = Vec::new();
    for (list, records) in lists.iter().zip(records) {
        let mut slugs = Vec::new();
        for slug in records.iter().filter(|record| is_duty(record.part)).flat_map(|record| named_by(page, *record)) {
            if !slugs.contains(&slug) {
                slugs.push(slug);
            }
        }
        let offices = slugs.into_iter().filter_map(|slug| OfficeView::find(page, *list, slug));
        found.extend(offices.filter(|office| !office.phones.is_empty()).map(|office| NumberOfView {
            kind: page.t("record", "office"),
            whose: LinkView { href: office.href, text: office.name },
            phones: office.phones,
            numbers: Vec::new(),
        }));
        found.extend(records.iter().filter_map(|record| printed_with(page, *record)));
        let phones = PhoneView::all(page, *list, &page.list(*list).phones);
        if !phones.is_empty() {
            let whose = LinkView::to(page, Target::List(*list));
            found.push(NumberOfView { kind: page.t("answer", "agency"), whose, phones, numbers: Vec::new() });
        }
    }
    found.truncate(SHOWN);
    found
}

/// The numbers that a service, an item or a regime prints.
fn printed_with<'a>(page: &Page<'a>, record: RecordRef) -> Option<NumberOfView<'a>> {
    let list = page.list(record.list);
    let (phones, numbers) = match record.part {
        Part::Service(i) => (PhoneView::all(page, record.list, &list[i].phones), Vec::new()),
        Part::Item(i) => (Vec::new(), NumberView::all(page, record.list, &list[i].phones)),
        Part::Regime(i) => (Vec::new(), NumberView::all(page, record.list, &list[i].phones)),
        _ => return None,
    };
    let any = !(phones.is_empty() && numbers.is_empty());
    any.then(|| NumberOfView {
        kind: record_kind(page, record.part),
        whose: LinkView::to(page, Target::of(record)),
        phones,
        numbers,
    })
}
