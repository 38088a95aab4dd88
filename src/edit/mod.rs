//! A YAML text or a table and edits by steps in, the text with exactly those values changed out: every other byte stays.
//!
//! What was written is read again and held against the values that the edits should have given, so an edit either gives
//! exactly that or is refused.

mod apply;
mod change;
mod edits;
mod lines;
mod mapping;
mod sequence;
mod set;
mod spot;
pub mod table;
mod tree;
mod value;
mod write;

use std::ops::Range;

use crate::diag::Step;

use change::change;
use lines::Lines;
use spot::Broken;

pub use edits::{Edit, Refused};
pub use tree::{Kind, Node, Style, tree};
pub use value::Value;

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
        // Edits that move no others are made together where they stand apart; what moves others is done by itself.
        let together = rest.iter().take_while(|edit| moves_none(edit)).count().max(1);
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

/// A mapping as a file of its own.
pub fn document(value: &Value) -> String {
    match value {
        Value::Map(entries) => entries.iter().map(|(key, value)| write::pair(key, value, 0, "\n") + "\n").collect(),
        value => write::inline(value) + "\n",
    }
}

/// Whether the steps to other values stay what they are.
fn moves_none(edit: &Edit) -> bool {
    match edit {
        Edit::Set { .. } | Edit::Add { .. } => true,
        Edit::Remove { at } => matches!(at.last(), Some(Step::Key(_))),
        Edit::Insert { .. } | Edit::Reorder { .. } => false,
    }
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
