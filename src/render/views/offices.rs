//! The offices of a list in; their page's view out.

use serde::Serialize;

use crate::model::ListId;
use crate::plan::Target;

use super::super::atoms::{LinkView, PhoneView, RecordView};
use super::super::citations::optional_markdown;
use super::super::names::record_kind;
use super::super::page::Page;
use super::super::text::TextView;
use super::former::{FormerView, former_offices};
use super::picture::{PictureView, duties_to_offices};

/// The offices of a list.
#[derive(Serialize)]
pub struct OfficesView<'a> {
    list: LinkView<'a>,
    /// Phones of the agency as a whole.
    phones: Vec<PhoneView<'a>>,
    offices: Vec<OfficeSection<'a>>,
    /// Offices that it had before.
    former: Vec<FormerView<'a>>,
    picture: Option<PictureView<'a>>,
}

#[derive(Serialize)]
struct OfficeSection<'a> {
    id: &'a str,
    name: TextView<'a>,
    kind: &'a str,
    phones: Vec<PhoneView<'a>>,
    aliases: Vec<TextView<'a>>,
    note: Option<TextView<'a>>,
    /// What it answers for, one group for each page.
    groups: Vec<NamedOnPage<'a>>,
}

/// Records of one page.
#[derive(Serialize)]
struct NamedOnPage<'a> {
    kind: &'a str,
    page: LinkView<'a>,
    /// The records that name the office, where they are parts of the page.
    parts: Vec<RecordView<'a>>,
}

/// The view of the page of a list's offices.
pub(in super::super) fn offices<'a>(page: &Page<'a>, l: ListId) -> OfficesView<'a> {
    let list = page.list(l);
    let named = &page.shared.graph.names_office[l];
    let offices = list.offices.iter().zip(named.values()).map(|(office, records)| {
        let groups = records.chunk_by(|a, b| Target::of(*a) == Target::of(*b)).map(|records| NamedOnPage {
            kind: record_kind(page, records[0].part.page()),
            page: LinkView::to(page, Target::of(records[0])),
            parts: records
                .iter()
                .filter(|record| record.part != record.part.page())
                .map(|record| RecordView::new(page, *record))
                .collect(),
        });
        OfficeSection {
            id: &office.slug,
            name: page.text(&office.name),
            kind: page.t("office_kind", office.kind.as_str()),
            phones: PhoneView::all(page, l, &office.phones),
            aliases: office.aliases.iter().map(|alias| page.printed(alias)).collect(),
            note: optional_markdown(page, &office.note),
            groups: groups.collect(),
        }
    });
    OfficesView {
        list: LinkView::to(page, Target::List(l)),
        phones: PhoneView::all(page, l, &list.phones),
        offices: offices.collect(),
        former: former_offices(page, l),
        picture: duties_to_offices(page, l),
    }
}
