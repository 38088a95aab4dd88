//! A list and its records under a topic in; its duties, each with the offices it names and what each of these does in it,
//! out.

use serde::Serialize;

use crate::model::{Duty, Id, ListId, Part, RecordRef, WorkItem};
use crate::plan::Target;

use super::super::super::atoms::{DateView, LinkView, OfficeView, PhoneView, brief, hint};
use super::super::super::citations::prose_of;
use super::super::super::page::Page;
use super::super::super::text::TextView;
use super::super::handling::{DUTIES, nothing_because};
use super::super::responsible::{body_of, is_duty, named_by};

/// Up to how many duties and items of a list are shown.
const SHOWN_DUTIES: usize = 8;

/// Up to how many work items stand beside an office.
const SHOWN_PARTS: usize = 3;

/// Who of a list handles something.
#[derive(Serialize)]
pub struct WhoView<'a> {
    /// The agency.
    list: LinkView<'a>,
    title: TextView<'a>,
    date: Option<DateView>,
    /// Lists that took the place of this one.
    newer: Vec<LinkView<'a>>,
    /// Phones of the agency as a whole.
    phones: Vec<PhoneView<'a>>,
    duties: Vec<DutyView<'a>>,
    /// How many duties are not shown.
    more: Option<String>,
    /// Why there are no duties, where the data tell it of the whole part.
    nothing: Option<&'a str>,
}

#[derive(Serialize)]
struct DutyView<'a> {
    link: LinkView<'a>,
    /// The body of the list that has it, where it is not the agency.
    body: Option<LinkView<'a>>,
    /// The beginning of what it says.
    statement: Option<TextView<'a>>,
    /// Empty where the list names none.
    offices: Vec<PartView<'a>>,
}

/// An office and its part in a duty.
#[derive(Serialize)]
struct PartView<'a> {
    office: OfficeView<'a>,
    /// The work items that name it; none where it answers for the whole.
    parts: Vec<LinkView<'a>>,
    /// How many of these are not shown.
    more: Option<String>,
}

/// Who of a list handles what its records are about, which stand with the nearest first.
pub fn who<'a>(page: &Page<'a>, list: ListId, records: &[RecordRef]) -> WhoView<'a> {
    let record = page.list(list);
    let duties = || records.iter().filter(|record| is_duty(record.part));
    let left = duties().count().saturating_sub(SHOWN_DUTIES);
    let newer = &page.shared.superseded_by[list];
    WhoView {
        list: LinkView::to(page, Target::List(list)),
        title: page.text(&record.title),
        date: record.date().map(|date| DateView::new(page, date)),
        newer: newer.iter().map(|newer| LinkView::list(page, *newer)).collect(),
        phones: PhoneView::all(page, list, &record.phones),
        duties: duties().take(SHOWN_DUTIES).map(|record| duty(page, *record)).collect(),
        more: (left > 0).then(|| page.count("more", left)),
        nothing: nothing_because(page, &[list], &DUTIES),
    }
}

fn duty<'a>(page: &Page<'a>, record: RecordRef) -> DutyView<'a> {
    let list = page.list(record.list);
    let of = match record.part {
        Part::Duty(i) => Some(&list[i]),
        _ => None,
    };
    let slugs = named_by(page, record).into_iter();
    DutyView {
        link: LinkView::to(page, Target::of(record)),
        body: body_of(page, record),
        statement: of.map(|duty| prose_of(page, &duty.statement, brief(page, &duty.statement), &[&duty.basis])),
        offices: slugs.filter_map(|slug| part(page, record, of, slug)).collect(),
    }
}

fn part<'a>(page: &Page<'a>, record: RecordRef, duty: Option<&'a Duty>, slug: &Id) -> Option<PartView<'a>> {
    let office = OfficeView::find(page, record.list, slug)?;
    let own = duty.into_iter().filter(|duty| !duty.offices.contains(slug)).flat_map(|duty| &duty.work_items);
    let items: Vec<_> = own.filter(|item| item.offices.contains(slug)).collect();
    let left = items.len().saturating_sub(SHOWN_PARTS);
    let link = |item: &&'a WorkItem| LinkView {
        href: page.href(Target::of(record), &format!("item-{}", item.id)),
        text: hint(page, &item.text),
    };
    Some(PartView {
        office,
        parts: items.iter().take(SHOWN_PARTS).map(link).collect(),
        more: (left > 0).then(|| page.count("more", left)),
    })
}
