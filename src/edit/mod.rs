//! A YAML text or a table and edits by steps in, the text with exactly those values changed out: every other byte stays.
//!
//! What was written is read again and held against the values that the edits should have given, so an edit either gives
//! exactly that or is refused.

mod change;
mod lines;
mod mapping;
mod sequence;
mod set;
pub mod table;
mod tree;
mod value;
mod write;

use std::ops::Range;

use crate::diag::Step;

use change::{Broken, change};
use lines::Lines;

pub use tree::{Kind, Node, Style, tree};
pub use value::Value;

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

/// Makes edits one after the other; the steps of each are those of the text as the edits before it leave it.
///
/// ```
/// use qingdan::diag::Step;
/// use qingdan::edit::{Edit, Value, edit};
///
/// let text = "# the office\nname: {zh: 办公室}   # as printed\nphones: [\"12\"]\n";
/// let at = vec![Step::key("phones"), Step::Index(0)];
/// let changed = edit(text, &[Edit::Set { at, value: Value::text("0310-7511867") }]).unwrap();
/// assert_eq!(changed, "# the office\nname: {zh: 办公室}   # as printed\nphones: [\"0310-7511867\"]\n");
/// ```
///
/// # Errors
///
/// Refuses an edit that cannot be made; nothing is changed then.
pub fn edit(text: &str, edits: &[Edit]) -> Result<String, Refused> {
    let mut text = text.to_owned();
    let mut rest = edits;
    while !rest.is_empty() {
        // Values are set together where they stand apart; what moves others is done by itself.
        let together = rest.iter().take_while(|edit| matches!(edit, Edit::Set { .. })).count().max(1);
        let (now, later) = rest.split_at(together);
        match step(&text, now) {
            Err(_) if now.len() > 1 => {
                for one in now {
                    text = step(&text, std::slice::from_ref(one))?;
                }
            }
            changed => text = changed?,
        }
        rest = later;
    }
    Ok(text)
}

/// Makes edits whose steps are all those of the text as it is.
fn step(text: &str, edits: &[Edit]) -> Result<String, Refused> {
    let root = tree(text).ok_or(Refused::NotYaml)?;
    let lines = Lines::new(text);
    let mut wanted = root.value();
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    for edit in edits {
        let refused = |broken: Broken| match broken {
            Broken::Nothing => Refused::Nothing(edit.at().to_vec()),
            Broken::Awkward => Refused::Awkward(edit.at().to_vec()),
        };
        changes.extend(change(&lines, &root, edit).map_err(refused)?);
        wanted.apply(edit).ok_or_else(|| Refused::Nothing(edit.at().to_vec()))?;
    }
    let awkward = || Refused::Awkward(edits.first().map(|edit| edit.at().to_vec()).unwrap_or_default());
    changes.sort_by_key(|(range, _)| (range.start, range.end));
    if changes.windows(2).any(|pair| pair[0].0.end > pair[1].0.start) {
        return Err(awkward());
    }
    let mut out = text.to_owned();
    for (range, new) in changes.into_iter().rev() {
        out.replace_range(range, &new);
    }
    let read = tree(&out).ok_or_else(awkward)?;
    if read.value() == wanted { Ok(out) } else { Err(awkward()) }
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
