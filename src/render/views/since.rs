//! A list or record in; the notice of what became of the laws it cites, out.

use serde::Serialize;

use crate::link::{Change, Changes, Gravity, Happened};
use crate::model::{After, Date, Law, LawId, List, ListId, RecordRef};
use crate::plan::Target;

use super::super::pen::Pen;
use super::atoms::LinkView;

/// What became of the laws that a record cites.
#[derive(Serialize)]
pub struct SinceView<'a> {
    /// When the list was published, as the beginning of a sentence.
    lead: String,
    laws: Vec<ChangedView<'a>>,
    /// All of the list.
    page: LinkView<'a>,
}

/// What became of a law.
#[derive(Serialize)]
pub struct ChangedView<'a> {
    pub law: LinkView<'a>,
    pub events: Vec<HappenedView<'a>>,
    /// What is said where no event says it.
    pub ended: Option<&'a str>,
    pub heir: Option<LinkView<'a>>,
}

/// An event of a law.
#[derive(Serialize)]
pub struct HappenedView<'a> {
    href: String,
    text: String,
    /// What is said where it is not known, or not so, that it came after the list.
    mark: Option<&'a str>,
}

/// What became of the laws that a list cites, in figures.
#[derive(Serialize)]
pub struct NoticeView<'a> {
    text: String,
    page: LinkView<'a>,
}

impl<'a> Pen<'a> {
    /// What became of the laws that the page of a record cites; nothing where nothing is registered.
    pub fn since(&self, record: RecordRef) -> Option<SinceView<'a>> {
        let graph = self.shared.graph;
        let page = Target::of(record);
        let cites = |change: &&Change<'_>| change.citations.iter().any(|at| Target::of(graph[*at].record) == page);
        self.since_of(record.list, &cites)
    }

    /// What became of the laws that any record of a list cites.
    pub fn since_list(&self, list: ListId) -> Option<SinceView<'a>> {
        self.since_of(list, &|_| true)
    }

    fn since_of(&self, list: ListId, cites: &dyn Fn(&&Change<'_>) -> bool) -> Option<SinceView<'a>> {
        let changes = &self.shared.changes[list];
        let laws: Vec<ChangedView<'a>> = changes.laws.iter().filter(cites).map(|change| self.changed(change)).collect();
        let dated = self.list(list).date().is_some();
        let lead =
            self.strings().fill("since", if dated { "lead" } else { "lead_undated" }, &[("list", &self.paper(list))]);
        (!laws.is_empty()).then(|| SinceView { lead, laws, page: self.link(Target::ListChanges(list)) })
    }

    /// What became of a law, with its events.
    pub fn changed(&self, change: &Change<'_>) -> ChangedView<'a> {
        let law = &self.model()[change.law];
        let said = change.events.iter().any(|happened| happened.event.kind.ends());
        ChangedView {
            law: self.law_link(change.law),
            events: change.events.iter().map(|happened| self.happened(change.law, law, happened)).collect(),
            ended: (change.gravity == Gravity::Ended && !said).then(|| self.say("law_status", law.state().as_str())),
            heir: self.heir(law),
        }
    }

    fn happened(&self, id: LawId, law: &Law, happened: &Happened<'_>) -> HappenedView<'a> {
        let mark = match happened.after {
            After::Yes => None,
            After::No => Some("before"),
            After::Unknown => Some("unsure"),
        };
        HappenedView { mark: mark.map(|key| self.say("since", key)), ..self.event(id, law, happened.index) }
    }

    /// An event of a law, by its place among the events: what happened and when, with a link to it.
    pub fn event(&self, id: LawId, law: &Law, at: usize) -> HappenedView<'a> {
        let event = &law.amendments[at];
        let what = self.say("happened", event.kind.as_str());
        let text = self.strings().fill("since", "event", &[("what", what), ("when", &self.when(event.date))]);
        HappenedView { href: self.href(Target::Law(id), &law.event_anchor(at)), text, mark: None }
    }

    /// A date with the word that a sentence puts before it.
    fn when(&self, date: Date) -> String {
        let key = match (date.month, date.day) {
            (None, _) => "year",
            (Some(_), None) => "month",
            (Some(_), Some(_)) => "day",
        };
        self.strings().fill("when", key, &[("date", &self.strings().date(date))])
    }

    /// That a list was published, filled in or valid on its day; or that it prints none.
    pub fn paper(&self, list: ListId) -> String {
        let List { published, compiled, valid_from, .. } = self.list(list);
        let dated = [("published", published), ("compiled", compiled), ("valid_from", valid_from)];
        match dated.into_iter().find_map(|(key, date)| date.map(|date| (key, date))) {
            Some((key, date)) => self.strings().fill("since", key, &[("when", &self.when(date))]),
            None => self.say("since", "undated").to_owned(),
        }
    }

    /// How many of the laws that a list cites ended or were changed.
    pub fn notice(&self, list: ListId) -> NoticeView<'a> {
        let text = self.tally(list, &self.shared.changes[list]);
        NoticeView { text, page: self.link(Target::ListChanges(list)) }
    }

    /// The same in a sentence or two.
    pub fn tally(&self, list: ListId, changes: &Changes<'_>) -> String {
        let paper = self.paper(list);
        if changes.cited == 0 {
            return self.say("since", "tally_nothing_cited").to_owned();
        }
        let laws = self.count("laws", changes.cited);
        let kinds = [(Gravity::Ended, "ended"), (Gravity::Changed, "changed"), (Gravity::Unsure, "unsure")];
        let parts: Vec<String> = kinds
            .into_iter()
            .map(|(gravity, key)| (changes.count(gravity), key))
            .filter(|(count, _)| *count > 0)
            .map(|(count, key)| self.count(key, count))
            .collect();
        let parts = parts.join(self.say("text", "comma"));
        let key = match (parts.is_empty(), self.list(list).date().is_some()) {
            (true, true) => "tally_none",
            (true, false) => "tally_none_undated",
            (false, true) => "tally",
            (false, false) => "tally_undated",
        };
        self.strings().fill("since", key, &[("list", &paper), ("laws", &laws), ("parts", &parts)])
    }
}
