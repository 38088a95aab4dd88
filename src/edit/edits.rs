//! The changes that can be made to the values of a file, and why one is refused.

use crate::diag::Step;

use super::value::Value;

/// A change of one value of a file, named by the steps to it from the root.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Puts a value in the place of the one that is there.
    Set {
        /// Steps to the value.
        at: Vec<Step>,
        /// The new value.
        value: Value,
    },
    /// Adds a key to a mapping.
    Add {
        /// Steps to the mapping.
        at: Vec<Step>,
        /// The key, which the mapping does not have.
        key: String,
        /// Its value.
        value: Value,
        /// The keys that stand before it by custom: it is put behind the last of them that is there, else at the end.
        after: Vec<String>,
    },
    /// Takes out a key with its value, or an entry of a sequence.
    Remove {
        /// Steps to the value.
        at: Vec<Step>,
    },
    /// Puts an entry into a sequence.
    Insert {
        /// Steps to the sequence.
        at: Vec<Step>,
        /// The place it will have, counted from 0.
        index: usize,
        /// The entry.
        value: Value,
    },
    /// Puts the entries of a sequence in another order.
    Reorder {
        /// Steps to the sequence.
        at: Vec<Step>,
        /// For each place, the place that its entry has now.
        order: Vec<usize>,
    },
}

/// Why a text was not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The text is no YAML.
    NotYaml,
    /// There is no value at the end of the steps, or it is of another kind than the edit needs.
    Nothing(Vec<Step>),
    /// It is written in a way that leaves no room for the edit, such as an anchor that other places repeat.
    Awkward(Vec<Step>),
}

impl Edit {
    /// Steps to what it is about.
    pub fn at(&self) -> &[Step] {
        match self {
            Edit::Set { at, .. }
            | Edit::Add { at, .. }
            | Edit::Remove { at }
            | Edit::Insert { at, .. }
            | Edit::Reorder { at, .. } => at,
        }
    }
}
