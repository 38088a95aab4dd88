//! A list or record in; the notice of what became of the laws it cites, out.

use serde::Serialize;

use crate::link::{Change, Changes, Gravity, Happened};
use crate::model::{After, Date, Law, LawEvent, LawId, List, ListId, RecordRef};
use crate::plan::Target;

use super::super::page::Page;
use super::link::LinkView;

/// What became of the laws that a record cites.
#[derive(Serialize)]
pub struct LawNoticesView<'a> {
    /// When the list was published, as the beginning of a sentence.
    lead: String,
    laws: Vec<ChangedLawView<'a>>,
    /// All of the list.
    page: LinkView<'a>,
}

/// What became of a law.
#[derive(Serialize)]
pub struct ChangedLawView<'a> {
    pub law: LinkView<'a>,
    pub events: Vec<LawEventView<'a>>,
    /// What is said where no event says it.
    pub ended: Option<&'a str>,
    pub successor: Option<LinkView<'a>>,
}

/// An event of a law.
#[derive(Serialize)]
pub struct LawEventView<'a> {
    href: String,
    text: String,
    /// What is said where it is not known, or not so, that it came after the list.
    mark: Option<&'a str>,
}

/// What became of the laws that a list cites, in figures.
#[derive(Serialize)]
pub struct TallyView<'a> {
    text: String,
    page: LinkView<'a>,
}

/// What became of the laws that the page of a record cites; nothing where nothing is registered.
pub fn law_notices<'a>(page: &Page<'a>, record: RecordRef) -> Option<LawNoticesView<'a>> {
    let graph = page.shared.graph;
    let own = Target::of(record);
    let cites = |change: &&Change<'_>| change.citations.iter().any(|at| Target::of(graph[*at].record) == own);
    notices(page, record.list, &cites)
}

/// What became of the laws that any record of a list cites.
pub fn law_notices_of_list<'a>(page: &Page<'a>, list: ListId) -> Option<LawNoticesView<'a>> {
    notices(page, list, &|_| true)
}

fn notices<'a>(page: &Page<'a>, list: ListId, cites: &dyn Fn(&&Change<'_>) -> bool) -> Option<LawNoticesView<'a>> {
    let changes = &page.shared.changes[list];
    let laws: Vec<ChangedLawView<'a>> =
        changes.laws.iter().filter(cites).map(|change| changed_law(page, change)).collect();
    let dated = page.list(list).date().is_some();
    let lead =
        page.strings().fill("since", if dated { "lead" } else { "lead_undated" }, &[("list", &dated_list(page, list))]);
    (!laws.is_empty()).then(|| LawNoticesView { lead, laws, page: LinkView::to(page, Target::ListChanges(list)) })
}

/// What became of a law, with its events.
pub fn changed_law<'a>(page: &Page<'a>, change: &Change<'_>) -> ChangedLawView<'a> {
    let law = &page.model()[change.law];
    let said = change.events.iter().any(|happened| happened.event.kind.ends());
    ChangedLawView {
        law: LinkView::law(page, change.law),
        events: change.events.iter().map(|happened| event_after(page, change.law, law, happened)).collect(),
        ended: (change.gravity == Gravity::Ended && !said).then(|| page.t("law_status", law.state().as_str())),
        successor: LinkView::successor(page, law),
    }
}

fn event_after<'a>(page: &Page<'a>, id: LawId, law: &Law, happened: &Happened<'_>) -> LawEventView<'a> {
    let mark = match happened.after {
        After::Yes => None,
        After::No => Some("before"),
        After::Unknown => Some("unsure"),
    };
    LawEventView { mark: mark.map(|key| page.t("since", key)), ..law_event(page, id, law, happened.index) }
}

/// An event of a law, by its place among the events: what happened and when, with a link to it.
pub fn law_event<'a>(page: &Page<'a>, id: LawId, law: &Law, at: usize) -> LawEventView<'a> {
    let text = law_event_words(page, &law.amendments[at]);
    LawEventView { href: page.href(Target::Law(id), &law.event_anchor(at)), text, mark: None }
}

/// What happened to a law and when.
pub fn law_event_words(page: &Page<'_>, event: &LawEvent) -> String {
    let what = page.t("happened", event.kind.as_str());
    page.strings().fill("since", "event", &[("what", what), ("when", &when(page, event.date))])
}

/// A date with the word that a sentence puts before it.
pub fn when(page: &Page<'_>, date: Date) -> String {
    let key = match (date.month, date.day) {
        (None, _) => "year",
        (Some(_), None) => "month",
        (Some(_), Some(_)) => "day",
    };
    page.strings().fill("when", key, &[("date", &page.strings().date(date))])
}

/// That a list was published, filled in or valid on its day; or that it prints none.
pub fn dated_list(page: &Page<'_>, list: ListId) -> String {
    let List { published, compiled, valid_from, .. } = page.list(list);
    let dated = [("published", published), ("compiled", compiled), ("valid_from", valid_from)];
    match dated.into_iter().find_map(|(key, date)| date.map(|date| (key, date))) {
        Some((key, date)) => page.strings().fill("since", key, &[("when", &when(page, date))]),
        None => page.t("since", "undated").to_owned(),
    }
}

/// How many of the laws that a list cites ended or were changed.
pub fn tally_link<'a>(page: &Page<'a>, list: ListId) -> TallyView<'a> {
    let text = tally(page, list, &page.shared.changes[list]);
    TallyView { text, page: LinkView::to(page, Target::ListChanges(list)) }
}

/// The same in a sentence or two.
pub fn tally(page: &Page<'_>, list: ListId, changes: &Changes<'_>) -> String {
    let paper = dated_list(page, list);
    if changes.cited == 0 {
        return page.t("since", "tally_nothing_cited").to_owned();
    }
    let laws = page.count("laws", changes.cited);
    let unknown = page.strings().integer((changes.cited - changes.known) as u64);
    let kinds = [(Gravity::Ended, "ended"), (Gravity::Changed, "changed"), (Gravity::Unsure, "unsure")];
    let parts: Vec<String> = kinds
        .into_iter()
        .map(|(gravity, key)| (changes.count(gravity), key))
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| page.count(key, count))
        .collect();
    let parts = parts.join(page.t("text", "comma"));
    let key = match (parts.is_empty(), page.list(list).date().is_some()) {
        // Where the register knows the state of none, that it has no change says nothing.
        (true, true) if changes.known == 0 => "tally_unknown",
        (true, true) => "tally_none",
        (true, false) => "tally_none_undated",
        (false, true) => "tally",
        (false, false) => "tally_undated",
    };
    let values = [("list", &*paper), ("laws", &laws), ("parts", &parts), ("unknown", &unknown)];
    let said = page.strings().fill("since", key, &values);
    if changes.known == changes.cited || key == "tally_unknown" {
        return said;
    }
    [said, page.strings().fill("since", "tally_unverified", &values)].join(page.t("text", "separator"))
}
