//! The offices of a list in; their page's view out.

use serde::Serialize;

use crate::model::ListId;
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::parts::PhoneView;
use super::picture::{PictureView, duties_to_offices};
use super::records::RecordView;

/// The offices of a list.
#[derive(Serialize)]
pub struct OfficesView<'a> {
    list: LinkView<'a>,
    /// Phones of the agency as a whole.
    phones: Vec<PhoneView<'a>>,
    offices: Vec<OfficeView<'a>>,
    picture: Option<PictureView<'a>>,
}

#[derive(Serialize)]
struct OfficeView<'a> {
    id: &'a str,
    name: TextView<'a>,
    kind: &'a str,
    phones: Vec<PhoneView<'a>>,
    aliases: Vec<TextView<'a>>,
    note: Option<TextView<'a>>,
    /// What it answers for, one group for each page.
    groups: Vec<GroupView<'a>>,
}

/// Records of one page.
#[derive(Serialize)]
struct GroupView<'a> {
    kind: &'a str,
    page: LinkView<'a>,
    /// The records that name the office, where they are parts of the page.
    parts: Vec<RecordView<'a>>,
}

/// The view of the page of a list's offices.
pub(in super::super) fn offices<'a>(pen: &Pen<'a>, l: ListId) -> OfficesView<'a> {
    let list = pen.list(l);
    let named = &pen.shared.graph.names_office[l];
    let offices = list.offices.iter().zip(named.values()).map(|(office, records)| {
        let groups = records.chunk_by(|a, b| Target::of(*a) == Target::of(*b)).map(|records| GroupView {
            kind: pen.kind(records[0].part.page()),
            page: pen.link(Target::of(records[0])),
            parts: records
                .iter()
                .filter(|record| record.part != record.part.page())
                .map(|record| pen.record(*record))
                .collect(),
        });
        OfficeView {
            id: &office.slug,
            name: pen.text(&office.name),
            kind: pen.say("office_kind", office.kind.as_str()),
            phones: pen.phones(&office.phones),
            aliases: office.aliases.iter().map(|alias| pen.printed(alias)).collect(),
            note: pen.optional_markdown(&office.note),
            groups: groups.collect(),
        }
    });
    OfficesView {
        list: pen.link(Target::List(l)),
        phones: pen.phones(&list.phones),
        offices: offices.collect(),
        picture: duties_to_offices(pen, l),
    }
}
