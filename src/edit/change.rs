//! An edit in, the bytes to replace and what to put there out.

use std::ops::Range;

use crate::diag::Step;

use super::lines::Lines;
use super::tree::{Kind, Node, Style};
use super::{Edit, mapping, sequence, set};

/// Why an edit cannot be made.
#[derive(Clone, Copy, Debug)]
pub(super) enum Broken {
    /// There is nothing to make it on.
    Nothing,
    /// The way it is written leaves no room for it.
    Awkward,
}

/// Bytes to replace, with what to put there.
pub(super) type Changes = Vec<(Range<usize>, String)>;

/// A node with what stands around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'n> {
    /// The node.
    pub node: &'n Node,
    /// What it is of the node above.
    pub role: Role<'n>,
    /// Whether it stands inside brackets.
    pub in_flow: bool,
}

/// What a node is of the node above.
#[derive(Clone, Copy, Debug)]
pub(super) enum Role<'n> {
    /// There is none above.
    Root,
    /// The value of a key.
    Value(&'n Node),
    /// An entry of a sequence.
    Entry,
}

/// The node at the end of the steps; none below an anchor, which stands for several.
pub(super) fn spot<'n>(root: &'n Node, steps: &[Step]) -> Result<Spot<'n>, Broken> {
    let mut spot = Spot { node: root, role: Role::Root, in_flow: false };
    for step in steps {
        if spot.node.fixed {
            return Err(Broken::Awkward);
        }
        let in_flow = spot.in_flow || spot.node.style == Style::Flow;
        spot = match (&spot.node.kind, step) {
            (Kind::Mapping(entries), Step::Key(name)) => {
                let entry = entries.iter().find(|(key, _)| key.scalar() == Some(name));
                let (key, value) = entry.ok_or(Broken::Nothing)?;
                Spot { node: value, role: Role::Value(key), in_flow }
            }
            (Kind::Sequence(entries), Step::Index(index)) => {
                let node = entries.get(*index as usize).ok_or(Broken::Nothing)?;
                Spot { node, role: Role::Entry, in_flow }
            }
            _ => return Err(Broken::Nothing),
        };
    }
    Ok(spot)
}

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
