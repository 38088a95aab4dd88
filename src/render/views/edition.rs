//! An older edition of a list in; the views of its pages, of what changed to the next, and of a record that is no longer in
//! the list, out.

use serde::Serialize;

use crate::editions::{Field, FlatRecord};
use crate::link::{FieldChange, Happening, RecordChange, edition_anchor};
use crate::model::{EditionId, Lang, List, ListId, Position};
use crate::plan::Target;

use super::super::atoms::{DateView, LinkView, PageLink};
use super::super::names::edition_name;
use super::super::page::Page;
use super::super::text::TextView;
use super::editions::{changes_link, tally};
use super::page_links::some_of;
use super::said::{change, said};

/// A page of an older edition.
#[derive(Serialize)]
pub struct EditionView<'a> {
    list: LinkView<'a>,
    name: TextView<'a>,
    title: TextView<'a>,
    /// The day on which the next edition took its place.
    replaced: Option<DateView>,
    changes: LinkView<'a>,
    facts: Vec<(&'a str, TextView<'a>)>,
    records: Vec<RecordView<'a>>,
    pages: Vec<PageLink>,
}

/// A record of an older edition.
#[derive(Serialize)]
struct RecordView<'a> {
    anchor: String,
    /// Whether it stands in the record before it.
    inside: bool,
    kind: &'a str,
    number: Option<String>,
    name: TextView<'static>,
    /// The record as it stands now, or what became of it.
    now: Option<String>,
    /// Whether the list still has it.
    stands: bool,
    fields: Vec<FieldView<'a>>,
}

#[derive(Serialize)]
struct FieldView<'a> {
    title: TextView<'a>,
    value: TextView<'static>,
}

/// A page of what changed from an edition to the next.
#[derive(Serialize)]
pub struct EditionChangesView<'a> {
    list: LinkView<'a>,
    from: LinkView<'a>,
    to: LinkView<'a>,
    replaced: Option<DateView>,
    tally: String,
    changes: Vec<ChangeView<'a>>,
    pages: Vec<PageLink>,
}

/// What happened to a record.
#[derive(Serialize)]
struct ChangeView<'a> {
    anchor: String,
    what: &'a str,
    kind: &'a str,
    number: Option<String>,
    name: TextView<'static>,
    /// The record as it stands now, or in the older edition where it no longer stands.
    href: Option<String>,
    successors: Vec<LinkView<'a>>,
    fields: Vec<FieldView<'a>>,
}

/// A record that the list no longer has.
#[derive(Serialize)]
pub struct GoneRecordView<'a> {
    list: LinkView<'a>,
    kind: &'a str,
    name: TextView<'static>,
    /// Where it stood.
    last: LinkView<'a>,
    replaced: Option<DateView>,
    changes: String,
    successors: Vec<LinkView<'a>>,
}

/// The view of a page of an older edition.
pub(in super::super) fn edition<'a>(page: &Page<'a>, l: ListId, id: EditionId, number: u32) -> EditionView<'a> {
    let graph = page.shared.graph;
    let step = &graph.history.steps[id];
    let flat = page.shared.edition(id);
    let here = number as usize;
    let start = step.pages.get(here).map_or(0, |at| *at as usize);
    let end = step.pages.get(here + 1).map_or(flat.records.len(), |at| *at as usize);
    let list = page.model().editions.list(id).unwrap_or(page.list(l));
    EditionView {
        list: LinkView::to(page, Target::List(l)),
        name: edition_name(page, id),
        title: page.heading(&list.title),
        replaced: graph.replaced_on(id).map(|date| DateView::new(page, date)),
        changes: changes_link(page, l, id),
        facts: facts(page, list),
        records: flat.records.get(start..end).unwrap_or_default().iter().map(|one| record(page, one)).collect(),
        pages: pages(page, step.pages.len(), here, |at| Target::Edition(l, id, at)),
    }
}

fn pages(page: &Page<'_>, pages: usize, here: usize, to: impl Fn(u32) -> Target) -> Vec<PageLink> {
    some_of(pages, here, |at| PageLink {
        href: page.href(to(at as u32), ""),
        text: page.strings().integer(at as u64 + 1),
        current: at == here,
    })
}

/// What the head of an edition says of itself.
fn facts<'a>(page: &Page<'a>, list: &'a List) -> Vec<(&'a str, TextView<'a>)> {
    let dates = [
        ("compiled", list.compiled),
        ("published", list.published),
        ("valid_from", list.valid_from),
        ("valid_until", list.valid_until),
    ];
    let dates = dates.into_iter().filter_map(|(key, date)| Some((key, TextView::plain(page.strings().date(date?)))));
    let printed =
        [("edition", &list.edition), ("document_number", &list.document_number), ("index_number", &list.index_number)];
    let printed = printed.into_iter().filter_map(|(key, text)| Some((key, page.printed(text.as_deref()?))));
    let sources = list.sources.iter().map(|document| ("sources", page.text(&document.title)));
    printed.chain(dates).chain(sources).map(|(key, text)| (page.t("list", key), text)).collect()
}

/// The page of a record by its id across all lists, where it has one.
fn page_of(page: &Page<'_>, record: &str) -> Option<Target> {
    page.shared.plan.at(&format!("lists/{record}"))
}

fn record<'a>(page: &Page<'a>, record: &FlatRecord) -> RecordView<'a> {
    let own = |field: &&Field| field.name != "number" && field.value != record.name;
    RecordView {
        anchor: edition_anchor(&record.id),
        inside: record.page != record.id,
        kind: page.t("record", record.kind),
        number: Some(record.number.clone()).filter(|number| !number.is_empty()),
        name: said(page, &record.name),
        now: page_of(page, &record.id).map(|now| page.href(now, "")),
        stands: !matches!(page_of(page, &record.id), Some(Target::Gone(..))),
        fields: (record.fields.iter().filter(own))
            .map(|field| FieldView { title: title(page, field.title), value: said(page, &field.value) })
            .collect(),
    }
}

/// The title of a field, which the tables have in Chinese and English.
fn title<'a>(page: &Page<'a>, [zh, en]: [&'static str; 2]) -> TextView<'a> {
    TextView::plain(if page.lang == Lang::ZH { zh } else { en })
}

/// The view of what changed from an edition to the next.
pub(in super::super) fn edition_changes<'a>(
    page: &Page<'a>,
    l: ListId,
    id: EditionId,
    number: u32,
) -> EditionChangesView<'a> {
    let graph = page.shared.graph;
    let step = &graph.history.steps[id];
    let here = number as usize;
    let start = step.change_pages.get(here).map_or(0, |at| *at as usize);
    let end = step.change_pages.get(here + 1).map_or(step.changes.len(), |at| *at as usize);
    let to = match page.model().editions.next(id) {
        Some(next) => LinkView { href: page.href(Target::Edition(l, next, 0), ""), text: edition_name(page, next) },
        None => LinkView { href: page.href(Target::List(l), ""), text: TextView::plain(page.t("editions", "newest")) },
    };
    EditionChangesView {
        list: LinkView::to(page, Target::List(l)),
        from: LinkView { href: page.href(Target::Edition(l, id, 0), ""), text: edition_name(page, id) },
        to,
        replaced: graph.replaced_on(id).map(|date| DateView::new(page, date)),
        tally: tally(page, step),
        changes: step.changes.get(start..end).unwrap_or_default().iter().map(|one| told(page, l, id, one)).collect(),
        pages: pages(page, step.change_pages.len(), here, |at| Target::EditionChanges(l, id, at)),
    }
}

fn told<'a>(page: &Page<'a>, l: ListId, id: EditionId, told: &'a RecordChange) -> ChangeView<'a> {
    let field = |field: &FieldChange| FieldView {
        title: title(page, field.title),
        value: change(page, &field.old, &field.new),
    };
    ChangeView {
        anchor: edition_anchor(&told.record),
        what: page.t("happening", told.what.as_str()),
        kind: page.t("record", told.kind),
        number: Some(told.number.clone()).filter(|number| !number.is_empty()),
        name: said(page, &told.name),
        href: page_of(page, &told.page).map(|now| page.href(now, "")).or_else(|| in_edition(page, l, id, &told.record)),
        successors: told.successors.iter().filter_map(|successor| to_record(page, successor)).collect(),
        fields: told.fields.iter().map(field).collect(),
    }
}

/// Where a record stands in an older edition.
fn in_edition(page: &Page<'_>, l: ListId, id: EditionId, record: &str) -> Option<String> {
    let number = *page.shared.graph.history.steps[id].page_of.get(record)?;
    Some(page.href(Target::Edition(l, id, number), &edition_anchor(record)))
}

/// A link to a record by its id across all lists, under its name.
fn to_record<'a>(page: &Page<'a>, record: &str) -> Option<LinkView<'a>> {
    page_of(page, record).map(|target| LinkView::to(page, target))
}

/// The view of a record that the list no longer has.
pub(in super::super) fn gone_record<'a>(page: &Page<'a>, l: ListId, at: u32) -> GoneRecordView<'a> {
    let graph = page.shared.graph;
    let gone = &graph.history.gone[l][at as usize];
    let number = graph.history.steps[gone.last].page_of.get(&gone.record).copied().unwrap_or_default();
    let changes = page.href(Target::EditionChanges(l, gone.last, change_page(page, gone.last, &gone.record)), "");
    GoneRecordView {
        list: LinkView::to(page, Target::List(l)),
        kind: page.t("record", gone.kind),
        name: said(page, &gone.name),
        last: LinkView {
            href: page.href(Target::Edition(l, gone.last, number), &edition_anchor(&gone.record)),
            text: edition_name(page, gone.last),
        },
        replaced: graph.replaced_on(gone.last).map(|date| DateView::new(page, date)),
        changes: format!("{changes}#{}", edition_anchor(&gone.record)),
        successors: gone.successors.iter().filter_map(|successor| to_record(page, successor)).collect(),
    }
}

/// On which page of what changed after an edition a record stands.
pub(super) fn change_page(page: &Page<'_>, id: EditionId, record: &str) -> u32 {
    let step = &page.shared.graph.history.steps[id];
    let at =
        step.changes.iter().position(|change| change.record == record || change.page == record).unwrap_or_default();
    step.page_of_change(at)
}

/// In which editions a record stands, and after which it was changed.
#[derive(Serialize)]
pub struct LifeView<'a> {
    text: String,
    page: LinkView<'a>,
    changes: Vec<LinkView<'a>>,
}

/// What there is to say of the editions of the record of a page; nothing where its list has one edition alone.
pub(in super::super) fn life<'a>(page: &Page<'a>, target: Target) -> Option<LifeView<'a>> {
    let record = target.record()?;
    let graph = page.shared.graph;
    let editions = page.model().editions.of(record.list);
    if editions.is_empty() {
        return None;
    }
    let uid = record.uid(page.model());
    let touched = graph.history.of_record.get(&uid).map_or(&[][..], Vec::as_slice);
    let added = touched.iter().rev().find(|(_, what)| *what == Happening::Added).map(|(at, _)| *at);
    let since = match added {
        Some(after) => graph.replaced_on(after),
        None => page.model().editions.list(EditionId::new(editions.start)).and_then(List::begins),
    };
    let date = since.map(|date| page.strings().date(date)).unwrap_or_default();
    let key = if added.is_some() { "added_in" } else { "since_first" };
    let later = touched.iter().filter(|(at, _)| added.is_none_or(|added| *at > added));
    let link = |(at, what): &(EditionId, Happening)| {
        let number = change_page(page, *at, &uid);
        let href = page.href(Target::EditionChanges(record.list, *at, number), "");
        let date = graph.replaced_on(*at).map(|date| page.strings().date(date)).unwrap_or_default();
        let values = [("what", page.t("happening", what.as_str())), ("date", &date)];
        LinkView { href, text: TextView::plain(page.strings().fill("editions", "happened", &values)) }
    };
    Some(LifeView {
        text: page.strings().fill("editions", key, &[("date", &date)]),
        page: LinkView::to(page, Target::Editions(record.list)),
        changes: later.map(link).collect(),
    })
}
