//! A list with older editions in; the views of all its editions, and of what changed in all lists, out.

use serde::Serialize;

use crate::link::{EditionStep, Happening};
use crate::model::{EditionId, List, ListId, Position};
use crate::plan::{NEWS_ON_A_PAGE, Target, newest_first};

use super::super::atoms::{DateView, LinkView, PageLink};
use super::super::names::{edition_name, region_name};
use super::super::page::Page;
use super::super::text::TextView;
use super::page_links::some_of;

/// All editions of a list.
#[derive(Serialize)]
pub struct EditionsView<'a> {
    list: LinkView<'a>,
    /// The newest first.
    editions: Vec<EditionRow<'a>>,
    /// What changed in all lists.
    all: String,
}

/// One edition.
#[derive(Serialize)]
struct EditionRow<'a> {
    link: LinkView<'a>,
    title: TextView<'a>,
    /// Whether it is the list as it stands.
    newest: bool,
    begins: Option<DateView>,
    /// The day on which the next took its place.
    replaced: Option<DateView>,
    records: String,
    /// What changed to the next.
    changes: Option<LinkView<'a>>,
}

/// What changed in all lists, edition by edition.
#[derive(Serialize)]
pub struct NewsView<'a> {
    rows: Vec<NewsRow<'a>>,
    pages: Vec<PageLink>,
    data: String,
}

#[derive(Serialize)]
struct NewsRow<'a> {
    region: TextView<'a>,
    list: LinkView<'a>,
    date: Option<DateView>,
    changes: LinkView<'a>,
}

/// The view of the editions of a list.
pub(in super::super) fn editions<'a>(page: &Page<'a>, l: ListId) -> EditionsView<'a> {
    let model = page.model();
    let older = model.editions.of(l).rev().map(EditionId::new);
    let newest = EditionRow {
        link: LinkView { href: page.href(Target::List(l), ""), text: TextView::plain(page.t("editions", "newest")) },
        newest: true,
        replaced: None,
        changes: None,
        ..row(page, page.list(l), page.list(l).records_with_pages())
    };
    let row_of = |edition: EditionId| {
        let list = model.editions.list(edition)?;
        let step = &page.shared.graph.history.steps[edition];
        Some(EditionRow {
            link: LinkView { href: page.href(Target::Edition(l, edition, 0), ""), text: edition_name(page, edition) },
            replaced: page.shared.graph.replaced_on(edition).map(|date| DateView::new(page, date)),
            changes: Some(changes_link(page, l, edition)),
            ..row(page, list, step.records as usize)
        })
    };
    EditionsView {
        list: LinkView::to(page, Target::List(l)),
        editions: [newest].into_iter().chain(older.filter_map(row_of)).collect(),
        all: page.href(Target::News(0), ""),
    }
}

fn row<'a>(page: &Page<'a>, list: &'a List, records: usize) -> EditionRow<'a> {
    EditionRow {
        link: LinkView { href: String::new(), text: TextView::plain("") },
        title: page.text(&list.title),
        newest: false,
        begins: list.begins().map(|date| DateView::new(page, date)),
        replaced: None,
        records: page.count("records", records),
        changes: None,
    }
}

/// A link to the editions of a list, saying how many there are; nothing where it has one alone.
pub(super) fn editions_link<'a>(page: &Page<'a>, l: ListId) -> Option<LinkView<'a>> {
    let older = page.model().editions.of(l).len();
    let text = || TextView::plain(page.count("editions", older + 1));
    (older > 0).then(|| LinkView { href: page.href(Target::Editions(l), ""), text: text() })
}

/// A link to what changed from an edition to the next, saying how much.
pub(in super::super) fn changes_link<'a>(page: &Page<'a>, l: ListId, edition: EditionId) -> LinkView<'a> {
    let step = &page.shared.graph.history.steps[edition];
    LinkView { href: page.href(Target::EditionChanges(l, edition, 0), ""), text: TextView::plain(tally(page, step)) }
}

/// How many records something happened to.
pub(in super::super) fn tally(page: &Page<'_>, step: &EditionStep) -> String {
    let count = |what: &Happening| {
        let number = step.count(*what);
        let key = format!("edition_{}", what.as_str());
        (number > 0).then(|| page.count(&key, number))
    };
    let parts: Vec<String> = Happening::ALL.iter().filter_map(count).collect();
    if parts.is_empty() { page.t("editions", "no_change").to_owned() } else { parts.join(page.t("text", "list")) }
}

/// The view of what changed in all lists.
pub(in super::super) fn news<'a>(page: &Page<'a>, number: u32) -> NewsView<'a> {
    let graph = page.shared.graph;
    let all = newest_first(graph);
    let here = number as usize;
    let row = |edition: &EditionId| {
        let list = graph.model.editions.series(*edition);
        NewsRow {
            region: region_name(page, list),
            list: LinkView::to(page, Target::List(list)),
            date: graph.replaced_on(*edition).map(|date| DateView::new(page, date)),
            changes: changes_link(page, list, *edition),
        }
    };
    let link = |at: usize| PageLink {
        href: page.href(Target::News(at as u32), ""),
        text: page.strings().integer(at as u64 + 1),
        current: at == here,
    };
    NewsView {
        rows: all.iter().skip(here * NEWS_ON_A_PAGE).take(NEWS_ON_A_PAGE).map(row).collect(),
        pages: some_of(all.len().div_ceil(NEWS_ON_A_PAGE), here, link),
        data: page.href(Target::Data, ""),
    }
}
