//! A model in; the older editions of its lists out.
//!
//! A list is a series of editions. The newest that is in force is a list of the model; the older ones are the lists of a
//! model of their own, with the registers that they use, so that nothing that counts, compares or searches lists meets them.

use std::ops::{Index, Range};

use super::date::Date;
use super::id::Id;
use super::ids::{ListId, Position};
use super::list::List;

/// An older edition: its place among the lists of the model that the older editions are.
pub type EditionId = ListId;

/// The older editions of all lists: by list, of each the oldest first. `M` is the model.
#[derive(Clone, Debug)]
pub struct Editions<M> {
    /// The model whose lists they are, each under the id of its series; none where there is no older edition.
    pub model: Option<Box<M>>,
    /// For each edition, the list of the site that it is an older edition of.
    pub series: Vec<ListId>,
    /// For each edition, what it is called in its address.
    pub ids: Vec<Id>,
}

/// What the newest edition is called where editions are told apart.
pub const NEWEST: &str = "current";

impl<M> Default for Editions<M> {
    fn default() -> Editions<M> {
        Editions { model: None, series: Vec::new(), ids: Vec::new() }
    }
}

impl<M: Index<ListId, Output = List>> Editions<M> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Every edition.
    pub fn all(&self) -> impl Iterator<Item = EditionId> + use<M> {
        (0..self.ids.len()).map(EditionId::new)
    }

    /// The older editions of a list, the oldest first.
    pub fn of(&self, list: ListId) -> Range<usize> {
        let start = self.series.partition_point(|series| *series < list);
        start..start + self.series[start..].partition_point(|series| *series == list)
    }

    /// What an edition is called in its address.
    pub fn id(&self, edition: EditionId) -> &Id {
        &self.ids[edition.get()]
    }

    /// The list of the site that an edition is an older edition of.
    pub fn series(&self, edition: EditionId) -> ListId {
        self.series[edition.get()]
    }

    /// The edition as a list.
    pub fn list(&self, edition: EditionId) -> Option<&List> {
        self.model.as_deref().map(|model| &model[edition])
    }

    /// The edition that took the place of another; `None` where that is the newest, the list of the site.
    pub fn next(&self, edition: EditionId) -> Option<EditionId> {
        let next = edition.get() + 1;
        (self.series.get(next) == self.series.get(edition.get())).then(|| EditionId::new(next))
    }
}

impl List {
    /// The day by which editions of a list are put in order: valid from, else published, else compiled.
    pub fn begins(&self) -> Option<Date> {
        self.valid_from.or(self.published).or(self.compiled)
    }

    /// How many records with pages of their own it has.
    pub fn records_with_pages(&self) -> usize {
        self.items.len() + self.duties.len() + self.boundaries.len() + self.services.len() + self.regimes.len()
    }
}
