//! Records of lists under a topic in; the laws they cite, with the articles and what is known of the state of each, out.

use serde::Serialize;

use crate::model::{LawId, LawStatus, Part, RecordRef, TopicId};
use crate::plan::Target;

use super::super::super::atoms::{DateView, LinkView, StateView};
use super::super::super::page::Page;
use super::super::super::text::TextView;
use super::super::by_topic::laws_among;

/// Up to how many laws are shown, and how many articles of each.
const SHOWN_LAWS: usize = 10;
const SHOWN_ARTICLES: usize = 6;

/// The laws that something is done by.
#[derive(Serialize)]
pub struct LawsView<'a> {
    rows: Vec<LawRow<'a>>,
    /// How many laws are not shown.
    more: Option<String>,
    /// How many of the laws shown have a state that nobody has looked up; none where all are known.
    unknown: Option<String>,
}

#[derive(Serialize)]
struct LawRow<'a> {
    law: LinkView<'a>,
    /// The articles cited, each with a link to its place on the law's page.
    articles: Vec<LinkView<'a>>,
    /// How many articles are not shown.
    more: Option<String>,
    state: StateView<'a>,
    /// The day that the state was true.
    as_of: Option<DateView>,
}

/// The laws that records cite, which stand list by list, the nearest first.
pub fn laws<'a>(page: &Page<'a>, records: &[Vec<RecordRef>], topic: TopicId) -> LawsView<'a> {
    let mut found: Vec<LawId> = Vec::new();
    for law in records.iter().flat_map(|records| laws_among(page, records, Some(topic))) {
        if !found.contains(&law) {
            found.push(law);
        }
    }
    let left = found.len().saturating_sub(SHOWN_LAWS);
    found.truncate(SHOWN_LAWS);
    let unknown = found.iter().filter(|law| page.model()[**law].state() == LawStatus::Unknown).count();
    LawsView {
        rows: found.into_iter().map(|law| row(page, law, records)).collect(),
        more: (left > 0).then(|| page.count("more", left)),
        unknown: (unknown > 0).then(|| page.count("unknown_states", unknown)),
    }
}

fn row<'a>(page: &Page<'a>, law: LawId, records: &[Vec<RecordRef>]) -> LawRow<'a> {
    let href = page.href(Target::Law(law), "");
    let mut articles: Vec<LinkView<'a>> = Vec::new();
    for records in records {
        let Some(first) = records.first() else { continue };
        for citation in page.shared.graph.citations_of_list(first.list).iter().filter(|citation| citation.law == law) {
            let part = citation.record.part;
            // That is for what staff answer, not what the duty is done by.
            let staff = matches!(part, Part::Accountability(..));
            if staff || !records.iter().any(|record| record.part == part.page()) {
                continue;
            }
            for place in &citation.basis.articles {
                let name = page.strings().article(place);
                if !articles.iter().any(|have| have.text.text == name) {
                    let href = format!("{href}#{}", place.place().anchor());
                    articles.push(LinkView { href, text: TextView::plain(name) });
                }
            }
        }
    }
    let left = articles.len().saturating_sub(SHOWN_ARTICLES);
    articles.truncate(SHOWN_ARTICLES);
    LawRow {
        law: LinkView::law(page, law),
        articles,
        more: (left > 0).then(|| page.count("more", left)),
        state: StateView::new(page, law),
        as_of: page.model()[law].as_of.map(|day| DateView::new(page, day)),
    }
}
