//! The accountability mechanism of a list in; its page's view out.

use serde::Serialize;

use crate::model::{ListId, MechanismId, Part, Position, RecordRef};
use crate::plan::Target;

use super::super::atoms::{BasisView, DescribedLaws, LawNoticesView, LinkView, SourceView, law_notices};
use super::super::citations::{optional_prose, prose};
use super::super::page::Page;
use super::super::text::TextView;

/// An accountability mechanism.
#[derive(Serialize)]
pub struct MechanismView<'a> {
    list: LinkView<'a>,
    entries: Vec<MechanismEntryView<'a>>,
    since: Option<LawNoticesView<'a>>,
}

#[derive(Serialize)]
struct MechanismEntryView<'a> {
    id: &'a str,
    number: Option<TextView<'a>>,
    body: TextView<'a>,
    role: TextView<'a>,
    procedure: Option<TextView<'a>>,
    basis: Vec<BasisView<'a>>,
    source: SourceView<'a>,
}

/// The view of a mechanism's page.
pub(in super::super) fn mechanism<'a>(page: &Page<'a>, l: ListId, described: &mut DescribedLaws) -> MechanismView<'a> {
    let entries = page.list(l).mechanism.iter().map(|entry| MechanismEntryView {
        id: &entry.id,
        number: page.optional_number(&entry.number),
        body: page.text(&entry.body),
        role: prose(page, &entry.role, &[&entry.basis]),
        procedure: optional_prose(page, &entry.procedure, &[&entry.basis]),
        basis: BasisView::all(page, &entry.basis, described),
        source: SourceView::new(page, l, &entry.source),
    });
    let entries = entries.collect();
    MechanismView {
        list: LinkView::to(page, Target::List(l)),
        entries,
        since: law_notices(page, RecordRef { list: l, part: Part::Mechanism(MechanismId::new(0)) }),
    }
}
