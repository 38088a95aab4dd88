//! What became of the laws that lists cite in; the pages of it, one for each list and one for all, out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::link::{Change, Gravity};
use crate::model::{Articles, LawId, LawStatus, ListId, Position, RecordRef};
use crate::plan::Target;

use super::super::atoms::{
    ChangedLawView, LawEventView, LinkView, RecordView, StateView, Truncated, changed_law, law_event, tally,
};
use super::super::citations::prose;
use super::super::names::{page_name, region_name};
use super::super::page::Page;
use super::super::shared::SHOWN_LISTS;
use super::super::text::TextView;

/// Up to how many lists a law names in the table of all.
const NAMED: usize = 6;

/// What became of the laws that a list cites.
#[derive(Serialize)]
pub struct ListChangesView<'a> {
    list: LinkView<'a>,
    /// How many ended or were changed.
    tally: String,
    /// Of how many the state is known.
    known: Option<String>,
    groups: Vec<GravityGroup<'a>>,
    /// The same of all lists.
    all: String,
}

/// Laws that changed as gravely as each other.
#[derive(Serialize)]
struct GravityGroup<'a> {
    anchor: &'static str,
    name: &'a str,
    laws: Vec<LawChange<'a>>,
}

#[derive(Serialize)]
struct LawChange<'a> {
    id: &'a str,
    kind: &'a str,
    changed: ChangedLawView<'a>,
    /// Where the register has it from.
    source: TextView<'a>,
    count: String,
    records: Vec<StandingRecord<'a>>,
}

/// A record that stands on a law.
#[derive(Serialize)]
struct StandingRecord<'a> {
    record: RecordView<'a>,
    articles: Vec<String>,
}

/// What became of the laws that any list cites.
#[derive(Serialize)]
pub struct ChangesView<'a> {
    /// Of how many of the cited laws the state is known.
    known: String,
    laws: Vec<ChangedLawRow<'a>>,
    lists: Vec<ListChangesRow<'a>>,
    overflow: Option<Truncated<'a>>,
}

#[derive(Serialize)]
struct ChangedLawRow<'a> {
    id: &'a str,
    law: LinkView<'a>,
    state: StateView<'a>,
    events: Vec<LawEventView<'a>>,
    lists: Vec<CitingList<'a>>,
    /// How many lists, where they are too many to be named.
    count: Option<String>,
    citations: String,
}

/// A list that cites a law.
#[derive(Serialize)]
struct CitingList<'a> {
    link: LinkView<'a>,
    /// Its date, and whether the law may have changed before it.
    date: String,
}

#[derive(Serialize)]
struct ListChangesRow<'a> {
    link: LinkView<'a>,
    region: TextView<'a>,
    tally: String,
}

/// The view of what became of the laws that a list cites.
pub(in super::super) fn list_changes<'a>(page: &Page<'a>, l: ListId) -> ListChangesView<'a> {
    let changes = &page.shared.changes[l];
    let groups = [(Gravity::Ended, "ended"), (Gravity::Changed, "changed"), (Gravity::Unsure, "unsure")];
    let group = |(gravity, anchor): (Gravity, &'static str)| GravityGroup {
        anchor,
        name: page.t("changes", anchor),
        laws: changes.laws.iter().filter(|change| change.gravity == gravity).map(|change| law(page, change)).collect(),
    };
    ListChangesView {
        list: LinkView::to(page, Target::List(l)),
        tally: tally(page, l, changes),
        known: (changes.cited > 0).then(|| known(page, changes.known, changes.cited)),
        groups: groups.into_iter().map(group).filter(|group| !group.laws.is_empty()).collect(),
        all: page.href(Target::Changes, ""),
    }
}

/// Of how many laws the state is known.
fn known(page: &Page<'_>, known: usize, cited: usize) -> String {
    let integer = |number: usize| page.strings().integer(number as u64);
    let values = [("laws", page.count("laws", cited)), ("known", integer(known)), ("unknown", integer(cited - known))];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    page.strings().fill("changes", "known", &values)
}

fn law<'a>(page: &Page<'a>, change: &Change<'_>) -> LawChange<'a> {
    let record = &page.model()[change.law];
    let changed = changed_law(page, change);
    LawChange {
        id: &record.id,
        kind: page.t("law_kind", record.kind.as_str()),
        changed: ChangedLawView { law: LinkView { text: page.breaking(changed.law.text), ..changed.law }, ..changed },
        source: prose(page, &record.source, &[]),
        count: page.count("citations", change.citations.len()),
        records: standing(page, change),
    }
}

/// The records that cite a law, each once with all articles it cites.
fn standing<'a>(page: &Page<'a>, change: &Change<'_>) -> Vec<StandingRecord<'a>> {
    let mut cited: BTreeMap<RecordRef, Vec<&Articles>> = BTreeMap::new();
    for at in &change.citations {
        let citation = &page.shared.graph[*at];
        cited.entry(citation.record).or_default().extend(&citation.basis.articles);
    }
    let standing = |(record, articles): (RecordRef, Vec<&Articles>)| StandingRecord {
        record: RecordView::new(page, record),
        articles: articles.into_iter().map(|articles| page.strings().article(articles)).collect(),
    };
    cited.into_iter().map(standing).collect()
}

/// The view of what became of the laws that any list cites.
pub(in super::super) fn changes<'a>(page: &Page<'a>) -> ChangesView<'a> {
    let all = &page.shared.changes;
    let mut by_law: BTreeMap<LawId, Vec<(ListId, &Change<'_>)>> = BTreeMap::new();
    for (list, changes) in all.iter() {
        for change in &changes.laws {
            by_law.entry(change.law).or_default().push((list, change));
        }
    }
    let mut laws: Vec<(LawId, Vec<(ListId, &Change<'_>)>)> = by_law.into_iter().collect();
    laws.sort_by_key(|(law, lists)| {
        let gravity = lists.iter().map(|(_, change)| change.gravity).min();
        let newest = page.model()[*law].amendments.iter().map(|event| event.date).max();
        (gravity, std::cmp::Reverse(newest), *law)
    });
    let graph = page.shared.graph;
    let cited = || LawId::all(graph.model).filter(|law| graph.citations_of(*law).len() > 0);
    let states = cited().filter(|law| page.model()[*law].state() != LawStatus::Unknown).count();
    let touched = || ListId::all(graph.model).flat_map(|list| all[list].laws.iter().map(move |_| list));
    let bound = all.values().len() > SHOWN_LISTS;
    let row = |list: ListId| ListChangesRow {
        link: LinkView { href: page.href(Target::ListChanges(list), ""), text: page_name(page, Target::List(list)) },
        region: region_name(page, list),
        tally: tally(page, list, &all[list]),
    };
    ChangesView {
        known: known(page, states, cited().count()),
        laws: laws.into_iter().map(|(law, lists)| law_row(page, law, &lists)).collect(),
        lists: ListId::all(graph.model).take(SHOWN_LISTS).map(row).collect(),
        overflow: bound.then(|| Truncated::new(page, touched(), ListId::new(SHOWN_LISTS))),
    }
}

fn law_row<'a>(page: &Page<'a>, id: LawId, lists: &[(ListId, &Change<'_>)]) -> ChangedLawRow<'a> {
    let law = &page.model()[id];
    let concerns = |at: &usize| lists.iter().any(|(_, change)| change.events.iter().any(|event| event.index == *at));
    let citing = |(list, change): &(ListId, &Change<'_>)| {
        let key = if change.gravity == Gravity::Unsure { "dated_unsure" } else { "dated" };
        let date = page.list(*list).date().map(|date| page.strings().date(date));
        CitingList {
            link: LinkView { href: page.href(Target::ListChanges(*list), &law.id), text: region_name(page, *list) },
            date: match date {
                Some(date) => page.strings().fill("changes", key, &[("date", &date)]),
                None => page.t("changes", "undated").to_owned(),
            },
        }
    };
    let few = lists.len() <= NAMED;
    ChangedLawRow {
        id: &law.id,
        law: LinkView::law(page, id),
        state: StateView::new(page, id),
        events: (0..law.amendments.len()).filter(concerns).map(|at| law_event(page, id, law, at)).collect(),
        lists: if few { lists.iter().map(citing).collect() } else { Vec::new() },
        count: (!few).then(|| page.count("lists", lists.len())),
        citations: page.count("citations", lists.iter().map(|(_, change)| change.citations.len()).sum()),
    }
}
