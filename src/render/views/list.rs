//! A list in; its page's view out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Collection, DutyId, List, ListId, MatterId, RegimeId, ServiceId, SourceDocument};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::{DateView, LinkView};
use super::data::{FileView, files};
use super::duty::offices_of;
use super::parts::{OfficeView, PhoneView};
use super::since::NoticeView;

/// A list.
#[derive(Serialize)]
pub struct ListView<'a> {
    title: TextView<'a>,
    agency: TextView<'a>,
    region: Option<LinkView<'a>>,
    edition: Option<TextView<'a>>,
    compiled: Option<DateView>,
    published: Option<DateView>,
    valid_from: Option<DateView>,
    supersedes: Option<LinkView<'a>>,
    superseded_by: Vec<LinkView<'a>>,
    phones: Vec<PhoneView<'a>>,
    /// What became of the laws that it cites.
    notice: NoticeView<'a>,
    /// How much there is of each collection.
    counts: Vec<CountView<'a>>,
    offices: Vec<OfficeView<'a>>,
    offices_page: Option<LinkView<'a>>,
    duties: Vec<EntryView<'a>>,
    boundaries: Vec<EntryView<'a>>,
    services: Vec<EntryView<'a>>,
    regimes: Vec<EntryView<'a>>,
    mechanism: Vec<EntryView<'a>>,
    mechanism_page: Option<LinkView<'a>>,
    /// The whole list on one page.
    dossier: LinkView<'a>,
    /// What is said of collections that are empty, by collection.
    empty: BTreeMap<&'static str, Vec<EmptyView<'a>>>,
    sources: Vec<DocumentView<'a>>,
    /// The data of the list by themselves.
    files: Vec<FileView>,
    notes: Vec<TextView<'a>>,
}

/// How many records a collection has.
#[derive(Serialize)]
pub struct CountView<'a> {
    pub anchor: &'static str,
    pub number: String,
    pub name: &'a str,
}

/// A record of the list in a line or two.
#[derive(Serialize)]
struct EntryView<'a> {
    number: Option<TextView<'a>>,
    link: LinkView<'a>,
    statement: Option<TextView<'a>>,
    offices: Vec<OfficeView<'a>>,
    phones: Vec<PhoneView<'a>>,
    /// Names of the departments that take part.
    departments: Vec<TextView<'a>>,
}

#[derive(Serialize)]
struct EmptyView<'a> {
    /// What the document prints, where it prints anything.
    printed: Option<TextView<'a>>,
    note: Option<TextView<'a>>,
}

#[derive(Serialize)]
struct DocumentView<'a> {
    title: TextView<'a>,
    file: Option<&'a str>,
    url: Option<&'a str>,
    parts: Vec<TextView<'a>>,
}

impl<'a> EntryView<'a> {
    fn new(number: Option<TextView<'a>>, link: LinkView<'a>) -> EntryView<'a> {
        EntryView { number, link, statement: None, offices: vec![], phones: vec![], departments: vec![] }
    }
}

/// The view of a list's page.
pub(in super::super) fn list<'a>(pen: &Pen<'a>, l: ListId) -> ListView<'a> {
    let list = pen.list(l);
    let graph = pen.shared.graph;
    let duties = DutyId::each(list).map(|(i, duty)| EntryView {
        statement: Some(pen.prose(&duty.statement, &[&duty.basis])),
        offices: offices_of(duty).into_iter().filter_map(|slug| pen.office(l, slug)).collect(),
        ..EntryView::new(pen.optional_printed(&duty.number), pen.link(Target::Duty(l, i)))
    });
    let boundaries = MatterId::each(list).map(|(i, matter)| EntryView {
        departments: matter.participants.iter().map(|part| pen.text(&part.name)).collect(),
        ..EntryView::new(pen.optional_printed(&matter.number), pen.link(Target::Matter(l, i)))
    });
    let services = ServiceId::each(list).map(|(i, service)| EntryView {
        statement: Some(pen.prose(&service.description, &[&service.basis])),
        offices: pen.offices(l, &service.offices),
        phones: pen.phones(&service.phones),
        ..EntryView::new(pen.optional_printed(&service.number), pen.link(Target::Service(l, i)))
    });
    let regimes = RegimeId::each(list).map(|(i, regime)| EntryView {
        statement: pen.optional_prose(&regime.purpose, &[&regime.basis]),
        ..EntryView::new(pen.optional_printed(&regime.number), pen.link(Target::Regime(l, i)))
    });
    let mechanism = list.mechanism.iter().map(|entry| {
        let href = pen.href(Target::Mechanism(l), &entry.id);
        EntryView {
            statement: Some(pen.prose(&entry.role, &[&entry.basis])),
            ..EntryView::new(pen.optional_printed(&entry.number), LinkView { href, text: pen.text(&entry.body) })
        }
    });
    let newer = &pen.shared.superseded_by[l];
    ListView {
        title: pen.text(&list.title),
        agency: pen.text(&list.agency),
        region: graph.region_of(list).map(|region| pen.link(Target::Region(region))),
        edition: pen.optional_printed(&list.edition),
        compiled: list.compiled.map(|date| pen.date(date)),
        published: list.published.map(|date| pen.date(date)),
        valid_from: list.valid_from.map(|date| pen.date(date)),
        supersedes: list.supersedes.as_deref().and_then(|id| graph.list(id)).map(|old| pen.list_title(old)),
        superseded_by: newer.iter().map(|newer| pen.list_title(*newer)).collect(),
        phones: pen.phones(&list.phones),
        notice: pen.notice(l),
        counts: pen.counts(l),
        offices: list.offices.iter().filter_map(|office| pen.office(l, &office.slug)).collect(),
        offices_page: (!list.offices.is_empty()).then(|| pen.link(Target::Offices(l))),
        duties: duties.collect(),
        boundaries: boundaries.collect(),
        services: services.collect(),
        regimes: regimes.collect(),
        mechanism: mechanism.collect(),
        mechanism_page: (!list.mechanism.is_empty()).then(|| pen.link(Target::Mechanism(l))),
        dossier: pen.link(Target::Dossier(l)),
        empty: empty(pen, list),
        sources: list.sources.iter().map(|source| document(pen, source)).collect(),
        files: files(pen, &pen.shared.catalogue.lists[l]),
        notes: pen.markdowns(&list.notes),
    }
}

/// What the document prints for its empty parts; a collection that is neither filled nor printed as empty is absent.
fn empty<'a>(pen: &Pen<'a>, list: &'a List) -> BTreeMap<&'static str, Vec<EmptyView<'a>>> {
    let mut empty: BTreeMap<&'static str, Vec<EmptyView<'a>>> = BTreeMap::new();
    for part in &list.empty_parts {
        let view = EmptyView { printed: Some(pen.printed(&part.as_printed)), note: pen.optional_markdown(&part.note) };
        empty.entry(part.collection.as_str()).or_default().push(view);
    }
    for (collection, len) in Collection::ALL.iter().zip(lens(list)) {
        let said = empty.entry(collection.as_str()).or_default();
        if len == 0 && said.is_empty() {
            said.push(EmptyView { printed: None, note: None });
        }
    }
    empty
}

/// How many records each collection has, in the order of the collections.
fn lens(list: &List) -> [usize; 5] {
    [list.duties.len(), list.boundaries.len(), list.services.len(), list.regimes.len(), list.mechanism.len()]
}

fn document<'a>(pen: &Pen<'a>, source: &'a SourceDocument) -> DocumentView<'a> {
    DocumentView {
        title: pen.text(&source.title),
        file: source.file.as_deref(),
        url: source.url.as_deref(),
        parts: source.parts.iter().map(|part| pen.text(&part.title)).collect(),
    }
}

impl<'a> Pen<'a> {
    /// A link to a list under its title.
    pub fn list_title(&self, list: ListId) -> LinkView<'a> {
        LinkView { href: self.href(Target::List(list), ""), text: self.text(&self.list(list).title) }
    }

    /// How many records each collection of a list has.
    pub fn counts(&self, l: ListId) -> Vec<CountView<'a>> {
        let list = self.list(l);
        let count = |(collection, len): (&Collection, usize)| CountView {
            anchor: collection.as_str(),
            number: self.strings().integer(len as u64),
            name: self.say("collection", collection.as_str()),
        };
        Collection::ALL.iter().zip(lens(list)).map(count).collect()
    }
}
