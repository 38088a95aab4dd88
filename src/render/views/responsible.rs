//! Records of one list under a topic in; its duties and items, each with the offices that it names, the one that is most
//! of all about the topic first, out. The office of a service is none of a duty.

use serde::Serialize;

use crate::model::{Id, ListId, Part, RecordRef};
use crate::plan::Target;

use super::super::atoms::{LinkView, OfficeView, offices_of_duty};
use super::super::page::Page;
use super::super::text::TextView;
use super::item::body_link;

/// A duty or an item, with who answers for it.
#[derive(Serialize)]
pub struct ResponsibleView<'a> {
    pub link: LinkView<'a>,
    /// The body of the list that has it, where it is not the agency.
    pub body: Option<LinkView<'a>>,
    /// Empty where the list names none for it.
    pub offices: Vec<OfficeView<'a>>,
}

/// An office, with the duties and items that name it.
#[derive(Serialize)]
pub struct OfficeOfView<'a> {
    #[serde(flatten)]
    pub office: OfficeView<'a>,
    /// What these are called.
    pub of: Vec<TextView<'a>>,
}

/// The first so many duties and items among records that stand in order, and how many there are.
pub fn responsible<'a>(page: &Page<'a>, records: &[RecordRef], most: usize) -> (Vec<ResponsibleView<'a>>, usize) {
    let duties = || records.iter().filter(|record| is_duty(record.part));
    let view = |record: &RecordRef| {
        let slugs = named_by(page, *record).into_iter();
        ResponsibleView {
            link: LinkView::to(page, Target::of(*record)),
            body: body_of(page, *record),
            offices: slugs.filter_map(|slug| OfficeView::find(page, record.list, slug)).collect(),
        }
    };
    (duties().take(most).map(view).collect(), duties().count())
}

/// Every office that the duties and items among the records of a list name, each once with what names it, in the order of
/// the records.
pub fn offices_with_duties<'a>(page: &Page<'a>, list: ListId, records: &[RecordRef]) -> Vec<OfficeOfView<'a>> {
    let mut found: Vec<(&'a Id, Vec<RecordRef>)> = Vec::new();
    for record in records.iter().filter(|record| is_duty(record.part)) {
        for slug in named_by(page, *record) {
            match found.iter_mut().find(|(have, _)| *have == slug) {
                Some((_, of)) => of.push(*record),
                None => found.push((slug, vec![*record])),
            }
        }
    }
    let view = |(slug, of): (&'a Id, Vec<RecordRef>)| {
        let name = |record: RecordRef| LinkView::to(page, Target::of(record)).text;
        Some(OfficeOfView { office: OfficeView::find(page, list, slug)?, of: of.into_iter().map(name).collect() })
    };
    found.into_iter().filter_map(view).collect()
}

/// Whether a part of a list says what somebody must do: a duty, or an item.
pub fn is_duty(part: Part) -> bool {
    matches!(part, Part::Duty(_) | Part::Item(_))
}

/// The offices that a duty or an item names, each once.
pub fn named_by<'a>(page: &Page<'a>, record: RecordRef) -> Vec<&'a Id> {
    let list = page.list(record.list);
    match record.part {
        Part::Duty(i) => offices_of_duty(&list[i]),
        Part::Item(i) => list[i].offices.iter().collect(),
        _ => Vec::new(),
    }
}

/// The body of the list that has a duty or an item, where it is not the agency.
pub fn body_of<'a>(page: &Page<'a>, record: RecordRef) -> Option<LinkView<'a>> {
    let list = page.list(record.list);
    let body = match record.part {
        Part::Duty(i) => list[i].body.as_ref(),
        Part::Item(i) => list[i].body.as_ref(),
        _ => None,
    };
    body_link(page, record.list, body)
}
