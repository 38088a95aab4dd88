//! What an earlier build wrote down and what this site is made from in; the lists whose pages and files are as they were, and
//! need not be made again, out. After the build, what the next one may know.
//!
//! A list is as it was where all that its pages and files are made from is the same (`keys.rs`) and every file of it on the disk
//! is the one that was written then. Anything else is made again, so what is written down can be lost but not be wrong.

mod keys;
mod notes;
mod print;
mod store;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::audit::{Addresses, Ledger};
use crate::diag::Failure;
use crate::export::Measure;
use crate::link::Graph;
use crate::model::{IdMap, ListId};
use crate::publish::Staging;
use crate::render::Renderer;

use keys::Keys;
use store::Entry;

use super::making::Making;

pub(super) use keys::Outside;
pub(super) use notes::Note;

/// What is known of the lists of a site that is being made.
pub(super) struct Known {
    keys: Keys,
    /// What was written down of each list that is as it was.
    kept: IdMap<ListId, Option<Entry>>,
    /// What is written down of the others.
    notes: IdMap<ListId, Note>,
}

impl Known {
    /// Looks up each list in what the last build wrote down, and takes over the files of those that are as they were.
    pub fn begin(
        from: Making<'_>,
        outside: &Outside,
        renderer: &Renderer<'_>,
        addresses: &Addresses,
        staging: &Staging,
    ) -> Result<Known, Failure> {
        let keys = outside.keys(from, renderer, addresses);
        let before = staging.recall().and_then(|bytes| store::read(&bytes)).unwrap_or_default();
        let lists: Vec<ListId> = ListId::all(from.graph.model).collect();
        let keep = |list: &ListId| {
            let entry = before.get(from.graph.model[*list].id.as_str()).cloned();
            let entry = entry.filter(|entry| is_as_it_was(entry, *list, &keys, from.graph));
            let Some(entry) = entry else { return Ok(None) };
            for (path, stamp) in &entry.files {
                if !staging.keep_known(path, stamp)? {
                    return Ok(None);
                }
            }
            Ok(Some(entry))
        };
        let kept: Vec<Result<Option<Entry>, Failure>> = lists.par_iter().map(keep).collect();
        let kept: IdMap<ListId, Option<Entry>> = kept.into_iter().collect::<Result<Vec<_>, Failure>>()?.into();
        let notes = lists.iter().map(|_| Note::default()).collect();
        Ok(Known { keys, kept, notes })
    }

    /// How many lists are as they were.
    pub fn count(&self) -> usize {
        self.kept.values().iter().flatten().count()
    }

    /// Sizes and checksums of the files of data of a list, where they are there already.
    pub fn data(&self, list: ListId) -> Option<&[Measure]> {
        self.kept[list].as_ref().map(|entry| &*entry.data)
    }

    /// Enters the pages of a list into a ledger, where they are there already.
    pub fn enter(&self, list: ListId, ledger: &mut Ledger) -> bool {
        let entry = self.kept[list].as_ref();
        entry.inspect(|entry| ledger.enter_declared(&entry.declared)).is_some()
    }

    /// Where it is noted what is made of a list.
    pub fn note(&self, list: ListId) -> &Note {
        &self.notes[list]
    }

    /// Writes down what the next build may know of all lists.
    pub fn remember(&self, graph: &Graph<'_>, staging: &Staging) {
        let Known { keys, kept, notes } = self;
        let lists: Vec<ListId> = ListId::all(graph.model).collect();
        let made = |list: &ListId| match kept[*list] {
            Some(_) => None,
            None => notes[*list].entry(*list, keys, graph, staging),
        };
        let made: Vec<Option<Entry>> = lists.par_iter().map(made).collect();
        let all = lists.iter().zip(&made);
        let all =
            all.filter_map(|(list, made)| Some((&*graph.model[*list].id, kept[*list].as_ref().or(made.as_ref())?)));
        staging.remember(&store::write(&all.collect::<Vec<_>>()));
    }
}

/// Whether a list is made from the same as when an entry was written.
fn is_as_it_was(entry: &Entry, list: ListId, keys: &Keys, graph: &Graph<'_>) -> bool {
    let others = entry.looked_at.as_ref().map(|ids| ids.iter().map(|id| graph.list(id)).collect::<Option<Vec<_>>>());
    let others: Option<Vec<ListId>> = match others {
        // One of them is gone.
        Some(None) => return false,
        Some(Some(others)) => Some(others),
        None => None,
    };
    keys.of(list, others.as_deref()) == entry.key
}
