//! An older edition in; the day on which the next took its place out.

use crate::model::{Date, EditionId};

use super::graph::Graph;

impl Graph<'_> {
    /// The day on which the edition that took the place of another begins.
    pub fn replaced_on(&self, edition: EditionId) -> Option<Date> {
        let editions = &self.model.editions;
        match editions.next(edition) {
            Some(next) => editions.list(next)?.begins(),
            None => self.model[editions.series(edition)].begins(),
        }
    }
}
