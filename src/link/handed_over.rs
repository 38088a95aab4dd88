//! The graph in; what lists of townships and of departments say of the items that they share, out.

use crate::model::{Handover, ItemId, ListId, RecordRef, left_out};

use super::graph::Graph;

impl Graph<'_> {
    /// What is known of a department that a township's list names beside an item.
    pub fn handover(&self, counterpart: RecordRef) -> Option<&Handover> {
        self.handover_of.get(&counterpart).map(|at| &self.handovers[*at])
    }

    /// What the list of a township says of departments, in the order of its items.
    pub fn handovers_of_list(&self, list: ListId) -> &[Handover] {
        let start = self.handovers.partition_point(|handover| handover.list < list);
        let end = start + self.handovers[start..].partition_point(|handover| handover.list == list);
        &self.handovers[start..end]
    }

    /// Whether a list shares items with other lists: those of a township, or of a department that townships name.
    pub fn has_handovers(&self, list: ListId) -> bool {
        self.handovers_by.contains_key(&list) || self.handovers_to.contains_key(&list)
    }

    /// The departments that a township's list names beside its items, in the order of the items.
    pub fn handovers_by(&self, list: ListId) -> impl ExactSizeIterator<Item = &Handover> {
        self.at(self.handovers_by.get(&list))
    }

    /// Where townships' lists name items that a department's list is looked through for.
    pub fn handovers_to(&self, list: ListId) -> impl ExactSizeIterator<Item = &Handover> {
        self.at(self.handovers_to.get(&list))
    }

    /// Where townships' lists name an item of a department's list.
    pub fn handed_over(&self, item: RecordRef) -> impl ExactSizeIterator<Item = &Handover> {
        self.at(self.handed_over.get(&item))
    }

    /// Items of a department's list that are exercised by townships and that no township's list of its region has.
    pub fn left_out(&self, list: ListId) -> Vec<ItemId> {
        let met = self.handovers_to.contains_key(&list);
        let named = |item| self.handed_over.contains_key(&item) || self.held.binary_search(&item).is_ok();
        let left = || left_out(self.model, list, named);
        if met { left() } else { Vec::new() }
    }

    fn at(&self, places: Option<&Vec<usize>>) -> impl ExactSizeIterator<Item = &Handover> {
        places.map_or(&[][..], Vec::as_slice).iter().map(|at| &self.handovers[*at])
    }
}
