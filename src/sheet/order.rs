//! The records of a sequence as they are and as the workbook has them in, the edits that bring them there out.

use std::collections::HashMap;

use crate::diag::Step;
use crate::edit::{Edit, Value};

/// A record as the workbook has it: one that is there by its place, or a new one.
#[derive(Clone, Debug)]
pub(super) enum Entry {
    /// One that is there, by its place.
    Kept(usize),
    /// A new one.
    New(Value),
}

/// The edits of a sequence of `count` records. `is_needed` says that the sequence stays where nothing is left in it.
pub(super) fn arrange(at: &[Step], count: usize, wanted: &[Entry], is_needed: bool, edits: &mut Vec<Edit>) {
    let kept: Vec<usize> = wanted
        .iter()
        .filter_map(|entry| match entry {
            Entry::Kept(place) => Some(*place),
            Entry::New(_) => None,
        })
        .collect();
    if wanted.is_empty() {
        if count > 0 {
            edits.push(match is_needed {
                true => Edit::Set { at: at.to_vec(), value: Value::List(Vec::new()) },
                false => Edit::Remove { at: at.to_vec() },
            });
        }
        return;
    }
    for place in (0..count).rev().filter(|place| !kept.contains(place)) {
        let at = at.iter().cloned().chain([Step::Index(place as u32)]).collect();
        edits.push(Edit::Remove { at });
    }
    let mut left = kept.clone();
    left.sort_unstable();
    let ranks: HashMap<usize, usize> = left.iter().enumerate().map(|(rank, place)| (*place, rank)).collect();
    let order: Vec<usize> = kept.iter().filter_map(|place| ranks.get(place).copied()).collect();
    if !order.is_sorted() {
        edits.push(Edit::Reorder { at: at.to_vec(), order });
    }
    for (index, entry) in wanted.iter().enumerate() {
        if let Entry::New(value) = entry {
            edits.push(Edit::Insert { at: at.to_vec(), index, value: value.clone() });
        }
    }
}

/// Which of some places moved: the fewest whose leaving puts the others in order.
pub(super) fn moved(places: &[usize]) -> Vec<usize> {
    // Ends of the best runs by length, and for each entry the one before it in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (index, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places[*end] < *place);
        before[index] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() { ends.push(index) } else { ends[length] = index }
    }
    let mut stays = vec![false; places.len()];
    let mut at = ends.last().copied();
    while let Some(index) = at {
        stays[index] = true;
        at = before[index];
    }
    (0..places.len()).filter(|index| !stays[*index]).collect()
}
