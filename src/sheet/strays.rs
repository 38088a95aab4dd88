//! Rows of a workbook whose record lost its id or its row in, their faults out: nothing goes because an id was typed over.

use std::collections::{HashMap, HashSet};

use crate::diag::{Message, Severity};

use super::codes::ROW;
use super::compare::Work;
use super::faults::Fault;
use super::form::{SheetForm, naming};
use super::rows::Owner;

/// What a record is known by beside its id: its name, else all that it says.
fn known_by<'t>(of: &SheetForm, text: impl Fn(usize) -> &'t str) -> String {
    let name = naming(of).map(&text).filter(|name| of.id.is_some() && !name.is_empty());
    name.map_or_else(|| (0..of.columns.len()).map(&text).collect::<Vec<_>>().join("\u{1f}"), str::to_owned)
}

impl Work<'_> {
    /// Finds rows whose id was emptied or typed over, and rows that belong to a record whose row is gone.
    /// Whether there are any.
    pub(super) fn strays(&mut self, gone: &HashSet<usize>) -> bool {
        let before = self.faults.len();
        let mut lost: HashMap<(usize, usize, String), Vec<usize>> = HashMap::new();
        let mut sorted: Vec<usize> = gone.iter().copied().collect();
        sorted.sort_unstable_by(|one, other| other.cmp(one));
        for index in sorted {
            let row = &self.grid.rows[index];
            let Some(owner) = row.owner else { continue };
            let name = known_by(&self.form.sheets[row.sheet], |at| &row.cells[at].0);
            lost.entry((owner, row.child, name)).or_default().push(index);
        }
        let mut renamed: HashSet<usize> = HashSet::new();
        for taken in &self.rows.taken {
            let (Owner::New(_), Some((Owner::Existing(owner), child))) = (taken.record, taken.owner) else { continue };
            let text = |at: usize| taken.cells[at].as_ref().map_or("", |(text, _)| text.as_str());
            let name = known_by(&self.form.sheets[taken.sheet], text);
            let Some(index) = lost.get_mut(&(owner, child, name)).and_then(Vec::pop) else { continue };
            renamed.insert(index);
            let old = &self.grid.rows[index].own;
            let message = if taken.own.is_empty() {
                Message::new(
                    format!("编号被清空了；改回 `{old}`。要删去这一条，删整行"),
                    format!("an id was emptied; put `{old}` back; to remove the record, delete the whole row"),
                )
            } else {
                Message::new(
                    format!("编号 `{old}` 被改成了 `{}`；改回 `{old}`", taken.own),
                    format!("the id `{old}` was changed to `{}`; put `{old}` back", taken.own),
                )
            };
            self.faults.push(Fault::new(&ROW, Severity::Error, taken.spot.clone(), taken.own.clone(), message).told());
        }
        for taken in &self.rows.taken {
            let Some((Owner::Existing(owner), _)) = taken.owner else { continue };
            let above = std::iter::successors(Some(owner), |index| self.grid.rows[*index].owner);
            if !gone.contains(&owner) || above.clone().any(|index| renamed.contains(&index)) {
                continue;
            }
            let (said, spot) = taken.said.clone().unwrap_or_else(|| (String::new(), taken.spot.clone()));
            let message = Message::new(
                format!("`{said}` 是已经删去的那一条的；这一行也要删去，否则把那一条的行恢复"),
                format!(
                    "no row has the record of `{said}` any more; delete this row too, or put the row of that record back"
                ),
            );
            self.faults.push(Fault::new(&ROW, Severity::Error, spot, said, message).told());
        }
        self.faults.len() > before
    }
}
