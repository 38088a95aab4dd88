//! A graph whose lists have older editions in; what changed from edition to edition out, and how editions and changes are
//! spread over pages.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::link::{EditionStep, GoneRecord, Graph, Happening, History, RecordChange, Said};
use crate::model::{EditionId, ListId, Position};

use super::compare::compare;
use super::flat::{Flat, FlatRecord, Words, flatten};
use super::successors::{RenamedLists, Successors, declared};

/// Bytes of text on a page of an edition or of changes, about: the rest of a page is mark-up.
const ON_A_PAGE: usize = 45_000;

/// What mark-up a record or a field takes beside its text.
const AROUND: usize = 160;

/// The kinds of record that have pages of their own.
pub(super) const WITH_PAGES: [&str; 5] = ["item", "duty", "matter", "service", "regime"];

/// What changed in every list.
pub fn history(graph: &Graph<'_>, strings: &Words<'_>) -> History {
    let Some(older) = graph.older.as_deref() else { return History::default() };
    let lists: Vec<ListId> = ListId::all(graph.model).collect();
    let successors = Successors::new(declared(older).chain(declared(graph)));
    let of_list: Vec<(Vec<EditionStep>, Vec<GoneRecord>)> =
        lists.par_iter().map(|list| series(graph, older, *list, &successors, strings)).collect();
    let (steps, gone): (Vec<_>, Vec<_>) = of_list.into_iter().unzip();
    let steps: Vec<EditionStep> = steps.into_iter().flatten().collect();
    let mut of_record: HashMap<String, Vec<(EditionId, Happening)>> = HashMap::new();
    for (at, step) in steps.iter().enumerate() {
        for change in &step.changes {
            let what = if change.page == change.record { change.what } else { Happening::Changed };
            for page in
                [&change.page].into_iter().chain(change.successors.iter().filter(|_| change.page == change.record))
            {
                let known = of_record.entry(page.clone()).or_default();
                if known.last().is_none_or(|(edition, _)| edition.get() != at) {
                    known.push((EditionId::new(at), what));
                }
            }
        }
    }
    History { steps: steps.into(), gone: gone.into(), of_record }
}

/// The editions of one list.
fn series(
    graph: &Graph<'_>,
    older: &Graph<'_>,
    list: ListId,
    successors: &Successors,
    strings: &Words<'_>,
) -> (Vec<EditionStep>, Vec<GoneRecord>) {
    let editions = graph.model.editions.of(list);
    if editions.is_empty() {
        return Default::default();
    }
    let mut steps = Vec::new();
    let mut last: BTreeMap<String, (EditionId, Said, &'static str)> = BTreeMap::new();
    // Older editions stand under the id that their list has now.
    let none = RenamedLists::default();
    let mut flat = flatten(older, EditionId::new(editions.start), strings, &none);
    for at in editions.clone() {
        let next = if at + 1 < editions.end {
            flatten(older, EditionId::new(at + 1), strings, &none)
        } else {
            flatten(graph, list, strings, &none)
        };
        for record in pages(&flat) {
            last.insert(record.id.clone(), (EditionId::new(at), record.name.clone(), record.kind));
        }
        steps.push(step(&flat, compare(&flat, &next, successors)));
        flat = next;
    }
    pages(&flat).for_each(|record| drop(last.remove(&record.id)));
    let gone = last.into_iter().map(|(record, (last, name, kind))| {
        let successors = successors.of(&record).to_vec();
        GoneRecord { record, last, name, kind, successors }
    });
    (steps, gone.collect())
}

/// The records that have pages of their own.
fn pages(flat: &Flat) -> impl Iterator<Item = &FlatRecord> {
    flat.records.iter().filter(|record| WITH_PAGES.contains(&record.kind))
}

fn step(flat: &Flat, changes: Vec<RecordChange>) -> EditionStep {
    let mut spread = Spread::default();
    let mut page_of = HashMap::new();
    for (at, record) in flat.records.iter().enumerate() {
        spread.add(at, size(record), record.page == record.id);
        page_of.insert(record.id.clone(), spread.page());
    }
    let pages = spread.first;
    let mut spread = Spread::default();
    for (at, change) in changes.iter().enumerate() {
        let fields = change.fields.iter().map(|field| AROUND + longest(&field.old) + longest(&field.new));
        spread.add(at, AROUND + longest(&change.name) + fields.sum::<usize>(), true);
    }
    let records = self::pages(flat).count() as u32;
    EditionStep { records, pages, page_of, changes, change_pages: spread.first }
}

fn size(record: &FlatRecord) -> usize {
    let fields = record.fields.iter().map(|field| AROUND + longest(&field.value));
    AROUND + longest(&record.name) + fields.sum::<usize>()
}

/// Bytes of the longest form of a value.
fn longest(said: &Said) -> usize {
    said.told().iter().map(String::len).max().unwrap_or_default()
}

/// Things spread over pages by what room they take.
#[derive(Default)]
struct Spread {
    first: Vec<u32>,
    filled: usize,
}

impl Spread {
    /// Adds the next; a new page begins only where one may.
    fn add(&mut self, at: usize, size: usize, may_begin: bool) {
        if self.first.is_empty() || (may_begin && self.filled + size > ON_A_PAGE) {
            self.first.push(at as u32);
            self.filled = 0;
        }
        self.filled += size;
    }

    /// The page of what was added last, from 0.
    fn page(&self) -> u32 {
        self.first.len().saturating_sub(1) as u32
    }
}
