//! Laws in; the views of their index and of one law with everything that cites it out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::link::Graph;
use crate::model::{Articles, Basis, Law, LawId, LawKind, LawStatus, ListId, RecordRef};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::shared::distinct;
use super::super::text::TextView;
use super::atoms::{DateView, LinkView};
use super::bounded::{ListHead, Overflow, bound};
use super::history::history;
use super::picture::{PictureView, most_cited};
use super::records::RecordView;

/// All laws, by kind.
#[derive(Serialize)]
pub struct LawsView<'a> {
    kinds: Vec<Kind<'a>>,
    /// What became of the laws since the lists.
    changes: String,
    picture: Option<PictureView<'a>>,
}

#[derive(Serialize)]
struct Kind<'a> {
    anchor: String,
    name: &'a str,
    laws: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    href: String,
    title: TextView<'a>,
    number: Option<TextView<'a>>,
    /// Its state, where that is known.
    status: Option<&'a str>,
    citations: String,
    lists: String,
}

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
    count: String,
    lists: String,
    /// How many texts name it beside, where any do.
    named: Option<String>,
    /// Citations of single articles, in the order of the articles.
    articles: Vec<Group<'a>>,
    /// Citations of the law as a whole.
    whole: Option<Group<'a>>,
    overflow: Option<Overflow<'a>>,
    history: Option<PictureView<'a>>,
}

#[derive(Serialize)]
struct EventView<'a> {
    id: String,
    date: DateView,
    kind: &'a str,
    note: Option<TextView<'a>>,
}

/// Citations of one article.
#[derive(Serialize)]
struct Group<'a> {
    id: String,
    name: String,
    count: String,
    lists: Vec<ListGroup<'a>>,
}

#[derive(Serialize)]
struct ListGroup<'a> {
    head: ListHead<'a>,
    records: Vec<Citing<'a>>,
}

#[derive(Serialize)]
struct Citing<'a> {
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

/// The view of the index of laws.
pub(in super::super) fn laws<'a>(pen: &Pen<'a>) -> LawsView<'a> {
    let kinds = LawKind::ALL.iter().map(|kind| Kind {
        anchor: format!("_{}", kind.as_str()),
        name: pen.say("law_kind", kind.as_str()),
        laws: LawId::each(pen.model())
            .filter(|(_, law)| law.kind == *kind)
            .map(|(id, law)| row(pen, id, law))
            .collect(),
    });
    LawsView {
        kinds: kinds.filter(|kind| !kind.laws.is_empty()).collect(),
        changes: pen.href(Target::Changes, ""),
        picture: most_cited(pen),
    }
}

fn row<'a>(pen: &Pen<'a>, id: LawId, law: &'a Law) -> Row<'a> {
    Row {
        href: pen.href(Target::Law(id), ""),
        title: pen.text(&law.title),
        number: pen.optional_printed(&law.document_number),
        status: (law.state() != LawStatus::Unknown).then(|| pen.say("law_status", law.state().as_str())),
        citations: pen.count("citations", pen.shared.graph.citations_of(id).len()),
        lists: pen.count("lists", pen.shared.lists_citing[id] as usize),
    }
}

/// The view of a law's page.
pub(in super::super) fn law<'a>(pen: &Pen<'a>, id: LawId) -> LawView<'a> {
    let graph = pen.shared.graph;
    let law = &pen.model()[id];
    let citations = || graph.citations_of(id);
    let named = graph.namings_of(id);
    let bound = bound(citations().map(|citation| citation.record.list));
    let touched = pen.shared.changes.values().iter().any(|changes| changes.laws.iter().any(|change| change.law == id));
    let (articles, whole) = groups(pen, id, bound);
    LawView {
        title: pen.text(&law.title),
        short_titles: law.short_titles.iter().map(|title| pen.text(title)).collect(),
        aliases: law.aliases.iter().map(|alias| pen.printed(alias)).collect(),
        kind: pen.say("law_kind", law.kind.as_str()),
        issuer: pen.optional(&law.issuer),
        number: pen.optional_printed(&law.document_number),
        adopted: law.adopted.map(|date| pen.date(date)),
        effective: law.effective.map(|date| pen.date(date)),
        events: law
            .amendments
            .iter()
            .enumerate()
            .map(|(at, event)| EventView {
                id: law.event_anchor(at),
                date: pen.date(event.date),
                kind: pen.say("law_event", event.kind.as_str()),
                note: pen.optional_markdown(&event.note),
            })
            .collect(),
        status: pen.say("law_status", law.state().as_str()),
        status_key: law.state().as_str(),
        as_of: law.as_of.map(|date| pen.date(date)),
        changes: touched.then(|| pen.href(Target::Changes, &law.id)),
        replaced_by: pen.heir(law),
        replaces: graph.replaces(id).map(|old| pen.law_link(old)).collect(),
        source: pen.prose(&law.source, &[]),
        count: pen.count("citations", citations().len()),
        lists: pen.count("lists", distinct(citations().map(|citation| citation.record.list)) as usize),
        named: (named.len() > 0).then(|| pen.count("namings", named.len())),
        articles,
        whole,
        overflow: bound.map(|end| pen.overflow(citations().map(|citation| citation.record.list), end)),
        history: history(pen, id),
    }
}

/// Who cites or names a law, and what it gives of one article.
struct Cited<'r> {
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
fn groups<'a>(pen: &Pen<'a>, law: LawId, bound: Option<ListId>) -> (Vec<Group<'a>>, Option<Group<'a>>) {
    let mut by_article: BTreeMap<u16, Vec<Cited<'a>>> = BTreeMap::new();
    let mut whole: Vec<Cited<'a>> = Vec::new();
    for (record, basis, articles) in cited(pen.shared.graph, law) {
        for articles in articles {
            let cited = by_article.entry(articles.article).or_default();
            match cited.last_mut().filter(|last| last.record == record && same(last.basis, basis)) {
                Some(last) => last.articles.push(articles),
                None => cited.push(Cited { record, basis, articles: vec![articles] }),
            }
        }
        if articles.is_empty() {
            whole.push(Cited { record, basis, articles: Vec::new() });
        }
    }
    let articles = by_article.into_iter().map(|(article, cited)| {
        let name = pen.strings().article(&Articles { article, to: None, paragraph: None, item: None });
        group(pen, format!("article-{article}"), name, &cited, bound)
    });
    let whole = (!whole.is_empty()).then(|| group(pen, "_whole".into(), pen.say("law", "whole").into(), &whole, bound));
    (articles.collect(), whole)
}

/// Whether two are the one citation.
fn same(a: Option<&Basis>, b: Option<&Basis>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => std::ptr::eq(a, b),
        _ => a.is_none() && b.is_none(),
    }
}

fn group<'a>(pen: &Pen<'a>, id: String, name: String, cited: &[Cited<'a>], bound: Option<ListId>) -> Group<'a> {
    let list = |cited: &Cited<'a>| cited.record.list;
    let shown =
        cited.chunk_by(|a, b| list(a) == list(b)).take_while(|group| bound.is_none_or(|end| list(&group[0]) < end));
    let citing = |cited: &Cited<'a>| Citing {
        text: pen.excerpt(cited.record),
        record: pen.record(cited.record),
        exact: cited
            .articles
            .iter()
            .filter(|articles| articles.to.or(articles.paragraph).or(articles.item).is_some())
            .map(|articles| pen.strings().article(articles))
            .collect(),
        named: cited.basis.is_none(),
        printed: cited.basis.and_then(|basis| pen.quoted(basis)),
        note: cited.basis.and_then(|basis| pen.remark(basis)),
    };
    Group {
        id,
        name,
        count: pen.count("citations", cited.len()),
        lists: shown
            .map(|group| ListGroup {
                head: pen.list_head(list(&group[0])),
                records: group.iter().map(citing).collect(),
            })
            .collect(),
    }
}
