//! What became of the laws that lists cite in; the pages of it, one for each list and one for all, out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::link::{Change, Gravity};
use crate::model::{Articles, LawId, LawStatus, ListId, Position, RecordRef};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::shared::SHOWN_LISTS;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::bounded::Overflow;
use super::records::RecordView;
use super::since::{ChangedView, HappenedView};
use super::state::StateView;

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
    groups: Vec<Group<'a>>,
    /// The same of all lists.
    all: String,
}

/// Laws that changed as gravely as each other.
#[derive(Serialize)]
struct Group<'a> {
    anchor: &'static str,
    name: &'a str,
    laws: Vec<LawChange<'a>>,
}

#[derive(Serialize)]
struct LawChange<'a> {
    id: &'a str,
    kind: &'a str,
    changed: ChangedView<'a>,
    /// Where the register has it from.
    source: TextView<'a>,
    count: String,
    records: Vec<Standing<'a>>,
}

/// A record that stands on a law.
#[derive(Serialize)]
struct Standing<'a> {
    record: RecordView<'a>,
    articles: Vec<String>,
}

/// What became of the laws that any list cites.
#[derive(Serialize)]
pub struct ChangesView<'a> {
    /// Of how many of the cited laws the state is known.
    known: String,
    laws: Vec<LawRow<'a>>,
    lists: Vec<ListRow<'a>>,
    overflow: Option<Overflow<'a>>,
}

#[derive(Serialize)]
struct LawRow<'a> {
    id: &'a str,
    law: LinkView<'a>,
    state: StateView<'a>,
    events: Vec<HappenedView<'a>>,
    lists: Vec<Citing<'a>>,
    /// How many lists, where they are too many to be named.
    count: Option<String>,
    citations: String,
}

/// A list that cites a law.
#[derive(Serialize)]
struct Citing<'a> {
    link: LinkView<'a>,
    /// Its date, and whether the law may have changed before it.
    date: String,
}

#[derive(Serialize)]
struct ListRow<'a> {
    link: LinkView<'a>,
    region: TextView<'a>,
    tally: String,
}

/// The view of what became of the laws that a list cites.
pub(in super::super) fn list_changes<'a>(pen: &Pen<'a>, l: ListId) -> ListChangesView<'a> {
    let changes = &pen.shared.changes[l];
    let groups = [(Gravity::Ended, "ended"), (Gravity::Changed, "changed"), (Gravity::Unsure, "unsure")];
    let group = |(gravity, anchor): (Gravity, &'static str)| Group {
        anchor,
        name: pen.say("changes", anchor),
        laws: changes.laws.iter().filter(|change| change.gravity == gravity).map(|change| law(pen, change)).collect(),
    };
    ListChangesView {
        list: pen.link(Target::List(l)),
        tally: pen.tally(l, changes),
        known: (changes.cited > 0).then(|| known(pen, changes.known, changes.cited)),
        groups: groups.into_iter().map(group).filter(|group| !group.laws.is_empty()).collect(),
        all: pen.href(Target::Changes, ""),
    }
}

/// Of how many laws the state is known.
fn known(pen: &Pen<'_>, known: usize, cited: usize) -> String {
    let integer = |number: usize| pen.strings().integer(number as u64);
    let values = [("laws", pen.count("laws", cited)), ("known", integer(known)), ("unknown", integer(cited - known))];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    pen.strings().fill("changes", "known", &values)
}

fn law<'a>(pen: &Pen<'a>, change: &Change<'_>) -> LawChange<'a> {
    let record = &pen.model()[change.law];
    LawChange {
        id: &record.id,
        kind: pen.say("law_kind", record.kind.as_str()),
        changed: pen.changed(change),
        source: pen.prose(&record.source, &[]),
        count: pen.count("citations", change.citations.len()),
        records: standing(pen, change),
    }
}

/// The records that cite a law, each once with all articles it cites.
fn standing<'a>(pen: &Pen<'a>, change: &Change<'_>) -> Vec<Standing<'a>> {
    let mut cited: BTreeMap<RecordRef, Vec<&Articles>> = BTreeMap::new();
    for at in &change.citations {
        let citation = &pen.shared.graph[*at];
        cited.entry(citation.record).or_default().extend(&citation.basis.articles);
    }
    let standing = |(record, articles): (RecordRef, Vec<&Articles>)| Standing {
        record: pen.record(record),
        articles: articles.into_iter().map(|articles| pen.strings().article(articles)).collect(),
    };
    cited.into_iter().map(standing).collect()
}

/// The view of what became of the laws that any list cites.
pub(in super::super) fn changes<'a>(pen: &Pen<'a>) -> ChangesView<'a> {
    let all = &pen.shared.changes;
    let mut by_law: BTreeMap<LawId, Vec<(ListId, &Change<'_>)>> = BTreeMap::new();
    for (list, changes) in all.iter() {
        for change in &changes.laws {
            by_law.entry(change.law).or_default().push((list, change));
        }
    }
    let mut laws: Vec<(LawId, Vec<(ListId, &Change<'_>)>)> = by_law.into_iter().collect();
    laws.sort_by_key(|(law, lists)| {
        let gravity = lists.iter().map(|(_, change)| change.gravity).min();
        let newest = pen.model()[*law].amendments.iter().map(|event| event.date).max();
        (gravity, std::cmp::Reverse(newest), *law)
    });
    let graph = pen.shared.graph;
    let cited = || LawId::all(graph.model).filter(|law| graph.citations_of(*law).len() > 0);
    let states = cited().filter(|law| pen.model()[*law].state() != LawStatus::Unknown).count();
    let touched = || ListId::all(graph.model).flat_map(|list| all[list].laws.iter().map(move |_| list));
    let bound = all.values().len() > SHOWN_LISTS;
    let row = |list: ListId| ListRow {
        link: LinkView { href: pen.href(Target::ListChanges(list), ""), text: pen.name(Target::List(list)) },
        region: pen.region_name(list),
        tally: pen.tally(list, &all[list]),
    };
    ChangesView {
        known: known(pen, states, cited().count()),
        laws: laws.into_iter().map(|(law, lists)| law_row(pen, law, &lists)).collect(),
        lists: ListId::all(graph.model).take(SHOWN_LISTS).map(row).collect(),
        overflow: bound.then(|| pen.overflow(touched(), ListId::new(SHOWN_LISTS))),
    }
}

fn law_row<'a>(pen: &Pen<'a>, id: LawId, lists: &[(ListId, &Change<'_>)]) -> LawRow<'a> {
    let law = &pen.model()[id];
    let concerns = |at: &usize| lists.iter().any(|(_, change)| change.events.iter().any(|event| event.index == *at));
    let citing = |(list, change): &(ListId, &Change<'_>)| {
        let key = if change.gravity == Gravity::Unsure { "dated_unsure" } else { "dated" };
        let date = pen.list(*list).date().map(|date| pen.strings().date(date));
        Citing {
            link: LinkView { href: pen.href(Target::ListChanges(*list), &law.id), text: pen.region_name(*list) },
            date: match date {
                Some(date) => pen.strings().fill("changes", key, &[("date", &date)]),
                None => pen.say("changes", "undated").to_owned(),
            },
        }
    };
    let few = lists.len() <= NAMED;
    LawRow {
        id: &law.id,
        law: pen.law_link(id),
        state: pen.state(id),
        events: (0..law.amendments.len()).filter(concerns).map(|at| pen.event(id, law, at)).collect(),
        lists: if few { lists.iter().map(citing).collect() } else { Vec::new() },
        count: (!few).then(|| pen.count("lists", lists.len())),
        citations: pen.count("citations", lists.iter().map(|(_, change)| change.citations.len()).sum()),
    }
}
