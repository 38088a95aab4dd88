//! An edit in, the bytes to replace and what to put there out.

use crate::diag::Step;

use super::edits::Edit;
use super::lines::Lines;
use super::spot::{Broken, Changes, spot};
use super::tree::Node;
use super::{mapping, sequence, set};

/// What an edit replaces.
pub(super) fn change(lines: &Lines<'_>, root: &Node, edit: &Edit) -> Result<Changes, Broken> {
    let at = spot(root, edit.at())?;
    if at.node.fixed {
        return Err(Broken::Awkward);
    }
    match edit {
        Edit::Set { value, .. } => set::set(lines, at, value),
        Edit::Add { key, value, after, .. } => mapping::add(lines, at, key, value, after),
        Edit::Insert { index, value, .. } => sequence::insert(lines, at, *index, value),
        Edit::Reorder { order, .. } => sequence::reorder(lines, at, order),
        Edit::Remove { at: steps } => {
            let (last, above) = steps.split_last().ok_or(Broken::Awkward)?;
            let above = spot(root, above)?;
            match last {
                Step::Key(key) => mapping::remove(lines, above, key),
                Step::Index(index) => sequence::remove(lines, above, *index as usize),
            }
        }
    }
}
