//! A model about to be checked, and what its lists were found to say before, in; which lists have to be checked again out,
//! and afterwards the faults of all.
//!
//! Most rules look at one list and at the registers. What they find of a list is kept under the bytes of its files, for as
//! long as every other file but those of lists has the same bytes, and the lists are the same in number and order.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::cite::{Memory, Mention};
use crate::diag::{Diagnostic, FileId, Sink};
use crate::load::Sources;
use crate::model::{Id, IdMap, List, ListId, ListOrigin, Model, Position};

use super::readings::Readings;
use super::rules::COUNTED;
use super::unused::KnownUses;

/// What was found before.
#[derive(Debug, Default)]
pub struct Known {
    /// What texts cite.
    pub(super) memory: Memory,
    /// What everything but the lists held.
    rest: u64,
    lists: HashMap<u64, Arc<KnownList>>,
    /// For each list of the last model, in order, another number for other bytes of its files or of any that is no list's.
    pub(super) keys: Vec<u64>,
    /// What the lists use of the registers.
    pub(super) uses: KnownUses,
}

impl Known {
    /// For each list of the last model, a number: another one where it, or anything beside the lists, held other bytes.
    pub fn keys(&self) -> &[u64] {
        &self.keys
    }
}

/// What was found of a list.
#[derive(Debug, Default)]
struct KnownList {
    faults: Vec<Diagnostic>,
    /// Ids of the laws that its texts name, or may.
    named: HashSet<Id>,
}

/// The lists of a model by what is known of them.
#[derive(Debug)]
pub(super) struct Sorted {
    rest: u64,
    keys: Vec<u64>,
    known: Vec<Option<Arc<KnownList>>>,
}

impl Sorted {
    /// Looks up each list of a model; nothing is known where the sources say nothing of their bytes.
    pub fn new(model: &Model, sources: &Sources, known: &Known) -> Sorted {
        let lists = model.origins.lists.values();
        let files = |list: &ListOrigin| {
            let pieces: Vec<FileId> = list.pieces.iter().map(|piece| piece.file).collect();
            [vec![list.header], pieces].concat()
        };
        let key = |list: &ListOrigin| {
            let mut key = DefaultHasher::new();
            files(list).iter().for_each(|file| (file, sources.prints.get(file)).hash(&mut key));
            key.finish()
        };
        let keys: Vec<u64> = lists.iter().map(key).collect();
        let of_lists: HashSet<FileId> = lists.iter().flat_map(files).collect();
        let mut rest = DefaultHasher::new();
        sources.files.hash(&mut rest);
        lists.iter().for_each(|list| list.header.hash(&mut rest));
        let mut others: Vec<_> = sources.prints.iter().filter(|(file, _)| !of_lists.contains(file)).collect();
        others.sort();
        others.hash(&mut rest);
        let rest = rest.finish();
        let same = rest == known.rest && !sources.prints.is_empty();
        let look = |key: &u64| known.lists.get(key).filter(|_| same).cloned();
        let mut sorted = Sorted { rest, known: keys.iter().map(look).collect(), keys };
        // Rules that count over all lists have to meet all that there is to count.
        let mut faults = sorted.known.iter().flatten().flat_map(|list| &list.faults);
        if faults.any(|fault| COUNTED.contains(&fault.code)) {
            sorted.known.fill(None);
        }
        sorted
    }

    /// The model with those lists alone that have to be checked; `back` puts the others in again.
    pub fn part(&self, model: &mut Model) -> Part {
        let origins = std::mem::take(&mut model.origins.lists).values().to_vec();
        let lists = std::mem::take(&mut model.lists).into_iter().zip(origins);
        let mut rest = Part::default();
        for (at, (list, origin)) in lists.enumerate() {
            if self.known[at].is_some() {
                rest.apart.push((at, list, origin));
            } else {
                rest.checked.push(at);
                model.lists.push(list);
                model.origins.lists.push(origin);
            }
        }
        rest
    }
}

/// Which lists of a model are being checked, and those that are not.
#[derive(Debug, Default)]
pub(super) struct Part {
    checked: Vec<usize>,
    apart: Vec<(usize, List, ListOrigin)>,
}

impl Part {
    /// Puts all lists in their places.
    pub fn back(self, model: &mut Model) {
        let origins = std::mem::take(&mut model.origins.lists).values().to_vec();
        let lists = std::mem::take(&mut model.lists).into_iter().zip(origins);
        let checked = self.checked.into_iter().zip(lists).map(|(at, (list, origin))| (at, list, origin));
        let mut all: Vec<_> = checked.chain(self.apart).collect();
        all.sort_by_key(|(at, ..)| *at);
        let (lists, origins): (Vec<List>, IdMap<ListId, ListOrigin>) =
            all.into_iter().map(|(_, list, origin)| (list, origin)).unzip();
        (model.lists, model.origins.lists) = (lists.into(), origins);
    }

    /// Takes what was found of the lists that were checked, adds what is known of the others, and remembers both. Gives the
    /// ids of the laws that the texts of all lists name.
    pub fn join(
        &self,
        sorted: Sorted,
        model: &Model,
        found: Sink,
        readings: &Readings<'_>,
        known: &mut Known,
        sink: &mut Sink,
    ) -> HashSet<Id> {
        let mut fresh: Vec<KnownList> = self.checked.iter().map(|_| KnownList::default()).collect();
        let of_file: HashMap<FileId, usize> = (model.origins.lists.values().iter().enumerate())
            .flat_map(|(at, list)| {
                list.pieces.iter().map(|piece| piece.file).chain([list.header]).map(move |f| (f, at))
            })
            .collect();
        let mut rest = Sink::new();
        for fault in found.into_found() {
            match of_file.get(&fault.place.file) {
                Some(at) => fresh[*at].faults.push(fault),
                None => rest.push(fault),
            }
        }
        let law = |mention: &Mention| -> Vec<Id> {
            mention.law.iter().chain(&mention.candidates).map(|law| model[*law].id.clone()).collect()
        };
        readings.each(model, &mut |_, _, mentions, spot| {
            if let Some(record) = spot.record() {
                fresh[record.list.get()].named.extend(mentions.iter().flat_map(law));
            }
        });
        sink.absorb(rest);
        let Sorted { rest, keys, known: mut lists } = sorted;
        for (at, list) in self.checked.iter().zip(fresh) {
            lists[*at] = Some(Arc::new(list));
        }
        let mut named = HashSet::new();
        for list in lists.iter().flatten() {
            list.faults.iter().for_each(|fault| sink.push(fault.clone()));
            named.extend(list.named.iter().cloned());
        }
        let whole = |key: &u64| {
            let mut whole = DefaultHasher::new();
            (rest, key).hash(&mut whole);
            whole.finish()
        };
        known.keys = keys.iter().map(whole).collect();
        known.rest = rest;
        known.lists = keys.into_iter().zip(lists).filter_map(|(key, list)| Some((key, list?))).collect();
        named
    }
}
