//! A duty in; its page's view out.

use serde::Serialize;

use crate::model::{DutyId, ListId, Part, RecordRef};
use crate::plan::Target;

use super::super::atoms::{
    BasisView, DescribedLaws, LawNoticesView, LinkView, OfficeView, PhoneView, RelatedView, SourceView, law_notices,
    offices_of_duty, related,
};
use super::super::citations::{markdowns, optional_markdown, optional_prose, prose};
use super::super::page::Page;
use super::super::text::TextView;
use super::item::body_link;

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
    /// The body that has the duty, where it is not the agency.
    body: Option<LinkView<'a>>,
    /// Phones of the agency as a whole.
    phones: Vec<PhoneView<'a>>,
    /// Offices named for the duty as a whole.
    offices: Vec<OfficeView<'a>>,
    items: Vec<WorkItemView<'a>>,
    accountability: Vec<AccountabilityView<'a>>,
    /// Whether all, some or none of these cite a law beside them.
    answers_by: &'static str,
    basis: Vec<BasisView<'a>>,
    since: Option<LawNoticesView<'a>>,
    notes: Vec<TextView<'a>>,
    source: SourceView<'a>,
    related: Vec<RelatedView<'a>>,
}

#[derive(Serialize)]
struct WorkItemView<'a> {
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
pub(in super::super) fn duty<'a>(
    page: &Page<'a>,
    l: ListId,
    id: DutyId,
    described: &mut DescribedLaws,
) -> DutyView<'a> {
    let list = page.list(l);
    let duty = &list[id];
    // In the order of the page, which describes a law where it is first cited.
    let items = duty.work_items.iter().map(|item| WorkItemView {
        id: format!("item-{}", item.id),
        number: page.optional_number(&item.number),
        text: prose(page, &item.text, &[&item.basis, &duty.basis]),
        offices: OfficeView::all(page, l, &item.offices),
        remarks: optional_markdown(page, &item.remarks),
        basis: BasisView::all(page, &item.basis, described),
        source: SourceView::row(page, &item.source),
    });
    let items = items.collect();
    let basis = BasisView::all(page, &duty.basis, described);
    let accountability = duty.accountability.iter().map(|row| AccountabilityView {
        id: format!("accountability-{}", row.id),
        number: page.optional_number(&row.number),
        basis: BasisView::all(page, &row.basis, described),
        circumstances: prose(page, &row.circumstances, &[&row.basis]),
        consequence: optional_prose(page, &row.consequence, &[&row.basis]),
        source: SourceView::row(page, &row.source),
    });
    let accountability: Vec<AccountabilityView<'a>> = accountability.collect();
    let cited = duty.accountability.iter().filter(|row| !row.basis.is_empty()).count();
    DutyView {
        list: LinkView::to(page, Target::List(l)),
        number: page.optional_number(&duty.number),
        name: page.heading(&duty.name),
        statement: prose(page, &duty.statement, &[&duty.basis]),
        topics: LinkView::topics(page, &duty.topics),
        body: body_link(page, l, duty.body.as_ref()),
        who: offices_of_duty(duty).into_iter().filter_map(|slug| OfficeView::find(page, l, slug)).collect(),
        phones: PhoneView::all(page, l, &list.phones),
        offices: OfficeView::all(page, l, &duty.offices),
        items,
        basis,
        accountability,
        answers_by: match cited {
            0 => "none",
            all if all == duty.accountability.len() => "all",
            _ => "some",
        },
        since: law_notices(page, RecordRef { list: l, part: Part::Duty(id) }),
        notes: markdowns(page, &duty.notes),
        source: SourceView::new(page, l, &duty.source),
        related: related(page, RecordRef { list: l, part: Part::Duty(id) }),
    }
}
