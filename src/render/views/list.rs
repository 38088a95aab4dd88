//! A list in; its page's view out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{
    Body, Collection, Coverage, DutyId, List, ListId, ListKind, MatterId, PartState, RegimeId, ServiceId,
    SourceDocument,
};
use crate::plan::Target;

use super::super::atoms::{
    CollectionCount, DateView, LinkView, OfficeView, PhoneView, TallyView, collection_counts, is_shown,
    offices_of_duty, tally_link,
};
use super::super::citations::{markdowns, optional_markdown, optional_prose, prose};
use super::super::page::Page;
use super::super::text::TextView;
use super::data::{FileView, files};
use super::editions::editions_link;
use super::item::NumberView;
use super::items::{GroupView, groups};

/// The parts of a list in the order of its page.
const PAGE_ORDER: [Collection; 6] = [
    Collection::Duties,
    Collection::Items,
    Collection::Boundaries,
    Collection::Services,
    Collection::Regimes,
    Collection::Mechanism,
];

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
    /// Its editions, where there are older ones.
    editions: Option<LinkView<'a>>,
    phones: Vec<PhoneView<'a>>,
    /// What became of the laws that it cites.
    notice: TallyView<'a>,
    /// How much there is of each collection.
    counts: Vec<CollectionCount<'a>>,
    offices: Vec<OfficeView<'a>>,
    offices_page: Option<LinkView<'a>>,
    /// Which parts the page speaks of.
    shown: BTreeMap<&'static str, bool>,
    /// What kind of list it is, where it is not the first kind; the title of the page says it else.
    kind: Option<&'a str>,
    department: Option<LinkView<'a>>,
    /// That it covers a government, where it does.
    covers: Option<&'a str>,
    status: Option<&'a str>,
    trial: bool,
    valid_until: Option<DateView>,
    document_number: Option<TextView<'a>>,
    index_number: Option<TextView<'a>>,
    issuers: Vec<TextView<'a>>,
    adopted_by: Option<TextView<'a>>,
    bodies: Vec<BodyView<'a>>,
    groups: Vec<GroupView<'a>>,
    common: Option<LinkView<'a>>,
    handovers: Option<LinkView<'a>>,
    duties: Vec<RecordRow<'a>>,
    boundaries: Vec<RecordRow<'a>>,
    services: Vec<RecordRow<'a>>,
    regimes: Vec<RecordRow<'a>>,
    mechanism: Vec<RecordRow<'a>>,
    mechanism_page: Option<LinkView<'a>>,
    /// The whole list on one page.
    dossier: LinkView<'a>,
    /// The same as one table.
    tabular: LinkView<'a>,
    /// What is said of collections that are empty, by collection.
    empty: BTreeMap<&'static str, Vec<EmptyPartView<'a>>>,
    sources: Vec<DocumentView<'a>>,
    /// The data of the list by themselves.
    files: Vec<FileView>,
    /// The parts that the page speaks of, in its order.
    parts: Vec<PartView<'a>>,
    /// Headings of facts that the data lack.
    missing: Vec<&'a str>,
    notes: Vec<TextView<'a>>,
}

/// A record of the list in a line or two.
#[derive(Serialize)]
struct RecordRow<'a> {
    number: Option<TextView<'a>>,
    link: LinkView<'a>,
    statement: Option<TextView<'a>>,
    offices: Vec<OfficeView<'a>>,
    phones: Vec<PhoneView<'a>>,
    /// Names of the departments that take part.
    departments: Vec<TextView<'a>>,
}

/// A part of the page, for its contents.
#[derive(Serialize)]
struct PartView<'a> {
    anchor: &'static str,
    name: &'a str,
    /// How many records it has, where it has any.
    number: Option<String>,
}

#[derive(Serialize)]
struct EmptyPartView<'a> {
    /// What the document prints, where it prints anything.
    printed: Option<TextView<'a>>,
    /// What is known of the part, where the document prints nothing.
    state: Option<&'a str>,
    /// Where the list says the same in another place.
    elsewhere: Option<String>,
    note: Option<TextView<'a>>,
}

#[derive(Serialize)]
struct BodyView<'a> {
    id: String,
    name: TextView<'a>,
    department: Option<LinkView<'a>>,
    phones: Vec<NumberView<'a>>,
    items: String,
    note: Option<TextView<'a>>,
}

#[derive(Serialize)]
struct DocumentView<'a> {
    title: TextView<'a>,
    file: Option<&'a str>,
    url: Option<&'a str>,
    parts: Vec<TextView<'a>>,
}

impl<'a> RecordRow<'a> {
    fn new(number: Option<TextView<'a>>, link: LinkView<'a>) -> RecordRow<'a> {
        RecordRow { number, link, statement: None, offices: vec![], phones: vec![], departments: vec![] }
    }
}

/// The view of a list's page.
pub(in super::super) fn list<'a>(page: &Page<'a>, l: ListId) -> ListView<'a> {
    let list = page.list(l);
    let graph = page.shared.graph;
    let duties = DutyId::each(list).map(|(i, duty)| RecordRow {
        statement: Some(prose(page, &duty.statement, &[&duty.basis])),
        offices: offices_of_duty(duty).into_iter().filter_map(|slug| OfficeView::find(page, l, slug)).collect(),
        ..RecordRow::new(page.optional_number(&duty.number), LinkView::to(page, Target::Duty(l, i)))
    });
    let boundaries = MatterId::each(list).map(|(i, matter)| RecordRow {
        departments: matter.participants.iter().map(|part| page.text(&part.name)).collect(),
        ..RecordRow::new(page.optional_number(&matter.number), LinkView::to(page, Target::Matter(l, i)))
    });
    let services = ServiceId::each(list).map(|(i, service)| RecordRow {
        statement: Some(prose(page, &service.description, &[&service.basis])),
        offices: OfficeView::all(page, l, &service.offices),
        phones: PhoneView::all(page, l, &service.phones),
        ..RecordRow::new(page.optional_number(&service.number), LinkView::to(page, Target::Service(l, i)))
    });
    let regimes = RegimeId::each(list).map(|(i, regime)| RecordRow {
        statement: optional_prose(page, &regime.purpose, &[&regime.basis]),
        ..RecordRow::new(page.optional_number(&regime.number), LinkView::to(page, Target::Regime(l, i)))
    });
    let mechanism = list.mechanism.iter().map(|entry| {
        let href = page.href(Target::Mechanism(l), &entry.id);
        RecordRow {
            statement: Some(prose(page, &entry.role, &[&entry.basis])),
            ..RecordRow::new(page.optional_number(&entry.number), LinkView { href, text: page.text(&entry.body) })
        }
    });
    let newer = &page.shared.superseded_by[l];
    ListView {
        title: page.heading(&list.title),
        agency: page.text(&list.agency),
        region: graph.region_of(list).map(|region| LinkView::to(page, Target::Region(region))),
        edition: page.optional_printed(&list.edition),
        compiled: list.compiled.map(|date| DateView::new(page, date)),
        published: list.published.map(|date| DateView::new(page, date)),
        valid_from: list.valid_from.map(|date| DateView::new(page, date)),
        supersedes: list.supersedes.as_deref().and_then(|id| graph.list(id)).map(|old| LinkView::list(page, old)),
        editions: editions_link(page, l),
        superseded_by: newer.iter().map(|newer| LinkView::list(page, *newer)).collect(),
        phones: PhoneView::all(page, l, &list.phones),
        notice: tally_link(page, l),
        counts: collection_counts(page, l),
        offices: list.offices.iter().filter_map(|office| OfficeView::find(page, l, &office.slug)).collect(),
        offices_page: (!list.offices.is_empty()).then(|| LinkView::to(page, Target::Offices(l))),
        shown: Collection::ALL.iter().map(|part| (part.as_str(), is_shown(list, *part))).collect(),
        kind: (list.kind != ListKind::Responsibilities).then(|| page.t("list_kind", list.kind.as_str())),
        department: (list.department.as_deref().and_then(|slug| graph.department(slug)))
            .map(|department| LinkView::to(page, Target::Department(department))),
        covers: (list.covers == Coverage::Government).then(|| page.t("coverage", list.covers.as_str())),
        status: list.status.map(|status| page.t("list_status", status.as_str())),
        trial: list.trial,
        valid_until: list.valid_until.map(|date| DateView::new(page, date)),
        document_number: page.optional_printed(&list.document_number),
        index_number: page.optional_printed(&list.index_number),
        issuers: list.issuers.iter().map(|issuer| page.text(issuer)).collect(),
        adopted_by: list.adopted_by.as_ref().map(|text| page.text(text)),
        bodies: list.bodies.iter().map(|body| BodyView::new(page, l, body)).collect(),
        groups: groups(page, l),
        common: (!(list.procedures.is_empty() && list.accounts.is_empty()))
            .then(|| LinkView::to(page, Target::Common(l))),
        handovers: graph.has_handovers(l).then(|| LinkView::to(page, Target::Handovers(l))),
        duties: duties.collect(),
        boundaries: boundaries.collect(),
        services: services.collect(),
        regimes: regimes.collect(),
        mechanism: mechanism.collect(),
        mechanism_page: (!list.mechanism.is_empty()).then(|| LinkView::to(page, Target::Mechanism(l))),
        dossier: LinkView::to(page, Target::Dossier(l)),
        tabular: LinkView::to(page, Target::Tabular(l)),
        empty: empty(page, list),
        sources: list.sources.iter().map(|source| document(page, source)).collect(),
        files: files(page, page.shared.catalogue.of_list(l)),
        missing: missing(page, list),
        parts: parts(page, list),
        notes: markdowns(page, &list.notes),
    }
}

/// The parts that the page speaks of.
fn parts<'a>(page: &Page<'a>, list: &List) -> Vec<PartView<'a>> {
    let view = |part: &Collection| PartView {
        anchor: part.as_str(),
        name: page.t("collection", part.as_str()),
        number: Some(list.count(*part)).filter(|n| *n > 0).map(|n| page.strings().integer(n as u64)),
    };
    PAGE_ORDER.iter().filter(|part| is_shown(list, **part)).map(view).collect()
}

/// The facts that every list is asked for and that the data of this one lack.
fn missing<'a>(page: &Page<'a>, list: &List) -> Vec<&'a str> {
    let facts = [
        ("region", page.shared.graph.region_of(list).is_none()),
        ("phone", list.phones.is_empty()),
        ("edition", list.edition.is_none()),
        ("compiled", list.compiled.is_none()),
        ("published", list.published.is_none()),
        ("valid_from", list.valid_from.is_none()),
    ];
    facts.into_iter().filter(|(_, lacks)| *lacks).map(|(key, _)| page.t("list", key)).collect()
}

/// What the document prints for its empty parts, and what is known of other collections without records.
fn empty<'a>(page: &Page<'a>, list: &'a List) -> BTreeMap<&'static str, Vec<EmptyPartView<'a>>> {
    let mut empty: BTreeMap<&'static str, Vec<EmptyPartView<'a>>> = BTreeMap::new();
    for part in &list.empty_parts {
        let printed = Some(page.printed(&part.as_printed));
        let note = optional_markdown(page, &part.note);
        let view = EmptyPartView { printed, state: None, elsewhere: elsewhere(page, list, part.collection), note };
        empty.entry(part.collection.as_str()).or_default().push(view);
    }
    for collection in Collection::ALL {
        let said = empty.entry(collection.as_str()).or_default();
        let known = list.part_state(*collection);
        if known != PartState::Entered && said.is_empty() {
            let (state, elsewhere) = (Some(page.t("part", known.as_str())), elsewhere(page, list, *collection));
            said.push(EmptyPartView { printed: None, state, elsewhere, note: None });
        }
    }
    empty
}

/// A list without a mechanism of its own may print beside each duty when staff answer for it.
fn elsewhere(page: &Page<'_>, list: &List, part: Collection) -> Option<String> {
    let rows: usize = list.duties.iter().map(|duty| duty.accountability.len()).sum();
    let n = page.strings().integer(rows as u64);
    (part == Collection::Mechanism && rows > 0).then(|| page.strings().fill("part", "at_duties", &[("n", &n)]))
}

impl<'a> BodyView<'a> {
    fn new(page: &Page<'a>, l: ListId, body: &'a Body) -> BodyView<'a> {
        let list = page.list(l);
        let department = body.department.as_deref().and_then(|slug| page.shared.graph.department(slug));
        let items = list.items.iter().filter(|item| item.body.as_ref() == Some(&body.slug)).count();
        let duties = list.duties.iter().filter(|duty| duty.body.as_ref() == Some(&body.slug)).count();
        BodyView {
            id: format!("body-{}", body.slug),
            name: page.text(&body.name),
            department: department.map(|department| LinkView::to(page, Target::Department(department))),
            phones: NumberView::all(page, l, &body.phones),
            items: page.count("items_of_list", items + duties),
            note: optional_markdown(page, &body.note),
        }
    }
}

fn document<'a>(page: &Page<'a>, source: &'a SourceDocument) -> DocumentView<'a> {
    DocumentView {
        title: page.text(&source.title),
        file: source.file.as_deref(),
        url: source.url.as_deref(),
        parts: source.parts.iter().map(|part| page.text(&part.title)).collect(),
    }
}
