//! A law in; the view of its page, with everything that cites it, out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::link::Graph;
use crate::model::{Articles, Basis, LawId, LawPlace, ListId, RecordRef};
use crate::plan::Target;

use super::super::atoms::{DateView, LinkView, ListHead, RecordView, Truncated, excerpt, truncate_at};
use super::super::citations::{optional_markdown, prose, quoted, remark};
use super::super::page::Page;
use super::super::shared::distinct;
use super::super::text::TextView;
use super::history::history;
use super::picture::PictureView;

/// Up to how many citations a page shows one by one; of the rest it says how many there are, article by article.
const SHOWN_CITATIONS: usize = 160;

/// A law.
#[derive(Serialize)]
pub struct LawView<'a> {
    title: TextView<'a>,
    short_titles: Vec<TextView<'a>>,
    aliases: Vec<TextView<'a>>,
    kind: &'a str,
    issuer: Option<TextView<'a>>,
    number: Option<TextView<'a>>,
    adopted: Option<DateView>,
    effective: Option<DateView>,
    /// Headings of facts that the data lack.
    missing: Vec<&'a str>,
    events: Vec<EventView<'a>>,
    status: &'a str,
    status_key: &'static str,
    as_of: Option<DateView>,
    /// The page of what became of all laws that lists cite; only where it shows this one.
    changes: Option<String>,
    replaced_by: Option<LinkView<'a>>,
    /// What it took the place of.
    replaces: Vec<LinkView<'a>>,
    source: TextView<'a>,
    source_url: Option<&'a str>,
    /// The text on an official site.
    official_url: Option<&'a str>,
    count: String,
    lists: String,
    /// How many texts name it beside, where any do.
    named: Option<String>,
    /// Entries of registers whose texts name it.
    registers: Vec<LinkView<'a>>,
    /// Citations of single articles, annexes and items of them, in the order of the law.
    articles: Vec<CitationGroup<'a>>,
    /// Citations of the law as a whole.
    whole: Option<CitationGroup<'a>>,
    overflow: Option<Truncated<'a>>,
    history: Option<PictureView<'a>>,
}

#[derive(Serialize)]
struct EventView<'a> {
    id: String,
    date: DateView,
    kind: &'a str,
    number: Option<TextView<'a>>,
    note: Option<TextView<'a>>,
    url: Option<&'a str>,
}

/// Citations of one article.
#[derive(Serialize)]
struct CitationGroup<'a> {
    id: String,
    name: String,
    count: String,
    lists: Vec<CitationsOfList<'a>>,
}

#[derive(Serialize)]
struct CitationsOfList<'a> {
    head: ListHead<'a>,
    records: Vec<CitingRecord<'a>>,
    /// How many more there are than are shown.
    more: Option<String>,
}

#[derive(Serialize)]
struct CitingRecord<'a> {
    record: RecordView<'a>,
    /// Paragraphs, items or ranges, where the citation is more or less exact than the article.
    exact: Vec<String>,
    /// The beginning of the part of the record that cites.
    text: Option<TextView<'a>>,
    /// Whether a text of the record names the law, without the record citing it.
    named: bool,
    printed: Option<TextView<'a>>,
    note: Option<TextView<'a>>,
}

/// The view of a law's page.
pub(in super::super) fn law<'a>(page: &Page<'a>, id: LawId) -> LawView<'a> {
    let graph = page.shared.graph;
    let law = &page.model()[id];
    let citations = || graph.citations_of(id);
    let named = graph.namings_of(id);
    // What texts name counts as well: a law may be named by every item of many lists and cited by none.
    let naming: Vec<ListId> = cited(graph, id).into_iter().map(|(record, ..)| record.list).collect();
    let bound = truncate_at(naming.iter().copied());
    let (articles, whole) = groups(page, id, bound);
    let missing = [
        ("issuer", law.issuer.is_none()),
        ("number", law.document_number.is_none()),
        ("adopted", law.adopted.is_none()),
        ("effective", law.effective.is_none()),
    ];
    LawView {
        title: page.heading(&law.title),
        short_titles: law.short_titles.iter().map(|title| page.text(title)).collect(),
        aliases: law.aliases.iter().map(|alias| page.printed(alias)).collect(),
        kind: page.t("law_kind", law.kind.as_str()),
        issuer: page.optional(&law.issuer),
        number: page.optional_printed(&law.document_number),
        adopted: law.adopted.map(|date| DateView::new(page, date)),
        effective: law.effective.map(|date| DateView::new(page, date)),
        missing: missing.into_iter().filter(|(_, lacks)| *lacks).map(|(key, _)| page.t("law", key)).collect(),
        events: law
            .amendments
            .iter()
            .enumerate()
            .map(|(at, event)| EventView {
                id: law.event_anchor(at),
                date: DateView::new(page, event.date),
                kind: page.t("law_event", event.kind.as_str()),
                number: page.optional_printed(&event.number),
                note: optional_markdown(page, &event.note),
                url: event.url.as_deref(),
            })
            .collect(),
        status: page.t("law_status", law.state().as_str()),
        status_key: law.state().as_str(),
        as_of: law.as_of.map(|date| DateView::new(page, date)),
        changes: page.shared.touched[id].then(|| page.href(Target::Changes, &law.id)),
        replaced_by: LinkView::successor(page, law),
        replaces: graph.replaces(id).map(|old| LinkView::law(page, old)).collect(),
        source: prose(page, &law.source, &[]),
        source_url: law.source_url.as_deref(),
        official_url: law.official_url.as_deref(),
        count: page.count("citations", citations().len()),
        lists: page.count("lists", distinct(citations().map(|citation| citation.record.list)) as usize),
        named: (named.len() > 0).then(|| page.count("namings", named.len())),
        registers: graph.registers_naming(id).iter().filter_map(|entry| LinkView::entry(page, *entry)).collect(),
        articles,
        whole,
        overflow: bound.map(|end| Truncated::new(page, naming.iter().copied(), end)),
        history: history(page, id),
    }
}

/// Who cites or names a law, and what it gives of one article.
struct ArticleCitation<'r> {
    record: RecordRef,
    /// The citation; nothing where a text of the record names the law.
    basis: Option<&'r Basis>,
    articles: Vec<&'r Articles>,
}

/// Citations of a law and what texts name of it, in the order of the records.
fn cited<'a>(graph: &'a Graph<'a>, law: LawId) -> Vec<(RecordRef, Option<&'a Basis>, &'a [Articles])> {
    let cited =
        graph.citations_of(law).map(|citation| (citation.record, Some(citation.basis), &*citation.basis.articles));
    let namings = graph.namings_of(law);
    let mut all: Vec<_> = cited.chain(namings.map(|naming| (naming.record, None, &*naming.articles))).collect();
    // Stable: of one record, citations come before what its texts name.
    all.sort_by_key(|(record, ..)| record.list);
    all
}

/// Citations by article, and those of the law as a whole.
fn groups<'a>(
    page: &Page<'a>,
    law: LawId,
    bound: Option<ListId>,
) -> (Vec<CitationGroup<'a>>, Option<CitationGroup<'a>>) {
    let mut by_place: BTreeMap<LawPlace, Vec<ArticleCitation<'a>>> = BTreeMap::new();
    let mut whole: Vec<ArticleCitation<'a>> = Vec::new();
    for (record, basis, articles) in cited(page.shared.graph, law) {
        for articles in articles {
            let cited = by_place.entry(articles.place()).or_default();
            match cited.last_mut().filter(|last| last.record == record && same(last.basis, basis)) {
                Some(last) => last.articles.push(articles),
                None => cited.push(ArticleCitation { record, basis, articles: vec![articles] }),
            }
        }
        if articles.is_empty() {
            whole.push(ArticleCitation { record, basis, articles: Vec::new() });
        }
    }
    let mut left = SHOWN_CITATIONS;
    let mut articles = Vec::with_capacity(by_place.len());
    for (place, cited) in by_place {
        articles.push(group(page, place.anchor(), page.strings().law_place(place), &cited, bound, &mut left));
    }
    let whole = (!whole.is_empty())
        .then(|| group(page, "_whole".into(), page.t("law", "whole").into(), &whole, bound, &mut left));
    (articles, whole)
}

/// Whether two are the one citation.
fn same(a: Option<&Basis>, b: Option<&Basis>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => std::ptr::eq(a, b),
        _ => a.is_none() && b.is_none(),
    }
}

fn group<'a>(
    page: &Page<'a>,
    id: String,
    name: String,
    cited: &[ArticleCitation<'a>],
    bound: Option<ListId>,
    left: &mut usize,
) -> CitationGroup<'a> {
    let list = |cited: &ArticleCitation<'a>| cited.record.list;
    let shown =
        cited.chunk_by(|a, b| list(a) == list(b)).take_while(|group| bound.is_none_or(|end| list(&group[0]) < end));
    let citing = |cited: &ArticleCitation<'a>| CitingRecord {
        text: excerpt(page, cited.record),
        record: RecordView::new(page, cited.record),
        exact: cited
            .articles
            .iter()
            .filter(|articles| Articles::from(articles.place()) != ***articles)
            .map(|articles| page.strings().article(articles))
            .collect(),
        named: cited.basis.is_none(),
        printed: cited.basis.and_then(|basis| quoted(page, basis)),
        note: cited.basis.and_then(|basis| remark(page, basis)),
    };
    CitationGroup {
        id,
        name,
        count: page.count("citations", cited.len()),
        lists: shown
            .map(|group| {
                let shown = group.len().min(*left);
                *left -= shown;
                CitationsOfList {
                    head: ListHead::new(page, list(&group[0])),
                    records: group[..shown].iter().map(citing).collect(),
                    more: (shown < group.len()).then(|| page.count("items", group.len() - shown)),
                }
            })
            .collect(),
    }
}
