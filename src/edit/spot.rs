//! Steps in, the node at their end with what stands around it out.

use std::ops::Range;

use crate::diag::Step;

use super::tree::{Kind, Node, Style};

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
