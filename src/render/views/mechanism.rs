//! The accountability mechanism of a list in; its page's view out.

use serde::Serialize;

use crate::model::{ListId, MechanismId, Part, Position, RecordRef};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::parts::{BasisView, SourceView};
use super::since::SinceView;

/// An accountability mechanism.
#[derive(Serialize)]
pub struct MechanismView<'a> {
    list: LinkView<'a>,
    entries: Vec<EntryView<'a>>,
    since: Option<SinceView<'a>>,
}

#[derive(Serialize)]
struct EntryView<'a> {
    id: &'a str,
    number: Option<TextView<'a>>,
    body: TextView<'a>,
    role: TextView<'a>,
    procedure: Option<TextView<'a>>,
    basis: Vec<BasisView<'a>>,
    source: SourceView<'a>,
}

/// The view of a mechanism's page.
pub(in super::super) fn mechanism<'a>(pen: &Pen<'a>, l: ListId) -> MechanismView<'a> {
    let entries = pen.list(l).mechanism.iter().map(|entry| EntryView {
        id: &entry.id,
        number: pen.optional_printed(&entry.number),
        body: pen.text(&entry.body),
        role: pen.prose(&entry.role, &[&entry.basis]),
        procedure: pen.optional_prose(&entry.procedure, &[&entry.basis]),
        basis: pen.bases(&entry.basis),
        source: pen.source(l, &entry.source),
    });
    MechanismView {
        list: pen.link(Target::List(l)),
        entries: entries.collect(),
        since: pen.since(RecordRef { list: l, part: Part::Mechanism(MechanismId::new(0)) }),
    }
}
