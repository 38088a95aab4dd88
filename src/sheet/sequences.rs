//! The rows of a workbook in, the edits of the sequences out that their records stand in: rows that are new, gone or moved.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use crate::diag::Step;
use crate::edit::{self, Edit, Value};

use super::changes::{Change, What};
use super::compare::Work;
use super::faults::{Fault, Spot};
use super::layout::LONG;
use super::order::{Entry, arrange, moved};
use super::records::{Cells, diff, fill, put};
use super::rows::{Owner, Taken};
use super::{ids, keys};

/// The steps to a sequence, its file, and its edits.
type Group = (Vec<Step>, usize, Vec<(Edit, Spot)>);

impl Work<'_> {
    /// The record of a new row, with the new rows that belong to it.
    fn new_record(&mut self, index: usize, siblings: &HashSet<String>) -> Value {
        let rows = self.rows;
        let taken = &rows.taken[index];
        let of = &self.form.sheets[taken.sheet];
        let cells: Cells<'_> = taken.cells.iter().map(|cell| cell.as_ref().map(|(text, _)| text.as_str())).collect();
        let filled: Vec<usize> =
            (0..cells.len()).filter(|at| cells[*at].is_some_and(|text| !text.is_empty() && *text != *LONG)).collect();
        let mut record = Value::Map(Vec::new());
        fill(of, &mut record, &cells, &filled);
        for (child, inner) in of.children.iter().enumerate() {
            let mut ids = HashSet::new();
            let mut entries = Vec::new();
            for (at, _) in
                rows.taken.iter().enumerate().filter(|(_, row)| row.owner == Some((Owner::New(index), child)))
            {
                let record = self.new_record(at, &ids);
                ids.extend(id_of(&record));
                entries.push(record);
            }
            if !entries.is_empty() {
                put(&mut record, &inner.path, Some(Value::List(entries)));
            }
        }
        // Items find an id of their own where they have none, as they do in the file.
        if let Some(key) = of.id.filter(|_| !taken.own.is_empty() || of.needs_id) {
            let id = if taken.own.is_empty() { ids::make(&record, siblings) } else { taken.own.clone() };
            put(&mut record, &[key.to_owned()], Some(Value::Text(id)));
        }
        if let Value::Map(entries) = &mut record {
            let order = keys::keys(&of.of);
            entries.sort_by_key(|(key, _)| order.iter().position(|one| one == key));
        }
        let shown = id_of(&record).unwrap_or_else(|| {
            taken.cells.iter().flatten().map(|(text, _)| text.clone()).find(|text| !text.is_empty()).unwrap_or_default()
        });
        self.changes.push(Change { place: taken.spot.name(), what: What::Added(shown) });
        record
    }

    /// Edits of sequences: rows that are new, gone or moved.
    pub(super) fn sequences(&mut self, gone: &HashSet<usize>) {
        let mut groups: Vec<Group> = Vec::new();
        for (owner, child) in self.owners(gone) {
            let of = self.form.find(&self.form.sheets[self.grid.rows[owner].sheet].children[child].of);
            if !self.rows.present[of] {
                continue;
            }
            let old: Vec<usize> = self
                .grid
                .rows
                .iter()
                .enumerate()
                .filter(|(_, row)| row.owner == Some(owner) && row.child == child)
                .map(|(at, _)| at)
                .collect();
            let now: Vec<&Taken> =
                self.rows.taken.iter().filter(|taken| taken.owner == Some((Owner::Existing(owner), child))).collect();
            let is_same = now.iter().map(|taken| taken.record).eq(old.iter().map(|index| Owner::Existing(*index)));
            if is_same {
                continue;
            }
            let title = self.form.sheets[of].title;
            let added = |index: &&usize| self.base.added_since(title, &self.grid.rows[**index]);
            if old.iter().any(|index| added(&index)) {
                let known = old.iter().filter(|index| !added(index)).map(|index| Owner::Existing(*index));
                if !now.iter().map(|taken| taken.record).eq(known) {
                    let spot = self.near(owner, child, 0);
                    self.faults.push(Fault::outdated(spot, String::new()));
                }
                continue;
            }
            let siblings: HashSet<String> = old.iter().map(|index| self.grid.rows[*index].own.clone()).collect();
            // A new row goes into the file of the row before it.
            let mut by_file: BTreeMap<usize, Vec<&Taken>> =
                old.iter().map(|index| (self.grid.rows[*index].file, Vec::new())).collect();
            let home = by_file.keys().next().copied().unwrap_or_else(|| self.home(owner, child));
            let mut file = home;
            for taken in &now {
                if let Owner::Existing(index) = taken.record {
                    file = self.grid.rows[index].file;
                }
                by_file.entry(file).or_default().push(taken);
            }
            self.report_moves(&old, &now);
            let mut ids = siblings;
            for (file, wanted) in by_file {
                let first = old.iter().map(|index| &self.grid.rows[*index]).find(|row| row.file == file);
                if first.is_some_and(|row| row.whole) || (first.is_none() && self.keeps_files(owner, child)) {
                    self.whole_files(file, &old, &wanted, &mut ids);
                    continue;
                }
                let places: HashMap<usize, usize> = old
                    .iter()
                    .filter(|index| self.grid.rows[**index].file == file)
                    .enumerate()
                    .map(|(place, index)| (*index, place))
                    .collect();
                let mut entries = Vec::new();
                for taken in &wanted {
                    match taken.record {
                        Owner::Existing(index) => entries.extend(places.get(&index).map(|place| Entry::Kept(*place))),
                        Owner::New(index) => {
                            let record = self.new_record(index, &ids);
                            ids.extend(id_of(&record));
                            entries.push(Entry::New(record));
                        }
                    }
                }
                let (at, edits) = self.sequence(owner, child, file, places.len(), &entries);
                let spot = wanted.first().map(|taken| taken.spot.clone());
                let spot = spot.unwrap_or_else(|| self.near(owner, child, 0));
                groups.push((at, file, edits.into_iter().map(|edit| (edit, spot.clone())).collect()));
            }
        }
        // The deepest first: what stands in a record is changed before the record moves.
        groups.sort_by_key(|(at, ..)| std::cmp::Reverse(at.len()));
        for (_, file, edits) in groups {
            self.edits.entry(file).or_default().extend(edits);
        }
    }

    /// Sequences that have or had rows, by the record that they stand in.
    fn owners(&self, gone: &HashSet<usize>) -> Vec<(usize, usize)> {
        let had = self.grid.rows.iter().filter_map(|row| Some((row.owner?, row.child)));
        let have = self.rows.taken.iter().filter_map(|taken| match taken.owner {
            Some((Owner::Existing(owner), child)) => Some((owner, child)),
            _ => None,
        });
        let mut all: Vec<(usize, usize)> = had.chain(have).filter(|(owner, _)| !gone.contains(owner)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The file that a sequence without records belongs into.
    fn home(&self, owner: usize, child: usize) -> usize {
        let inner = &self.form.sheets[self.grid.rows[owner].sheet].children[child];
        let has = |index: &usize| {
            let root = self.grid.files[*index].root.as_ref();
            root.is_some_and(|root| inner.path.first().is_some_and(|key| root.get(key).is_some()))
        };
        if owner == 0 { (0..self.grid.files.len()).find(has).unwrap_or(0) } else { self.grid.rows[owner].file }
    }

    /// Whether the records of a sequence are kept in a file each.
    fn keeps_files(&self, owner: usize, child: usize) -> bool {
        let is_regime = self.form.sheets[self.grid.rows[owner].sheet].children[child].of == "Regime";
        is_regime && self.grid.files[0].path.file_name().is_some_and(|name| name == "list.yaml")
    }

    /// The steps to a sequence and its edits.
    fn sequence(
        &self,
        owner: usize,
        child: usize,
        file: usize,
        count: usize,
        entries: &[Entry],
    ) -> (Vec<Step>, Vec<Edit>) {
        let above = &self.grid.rows[owner];
        let inner = &self.form.sheets[above.sheet].children[child];
        let mut at = above.at.clone();
        at.extend(inner.path.iter().map(|key| Step::key(key)));
        let mut edits = Vec::new();
        let root = self.grid.files[file].root.as_ref().map(edit::Node::value);
        if count > 0 || root.as_ref().is_some_and(|root| matches!(root.at(&at), Some(Value::List(_)))) {
            arrange(&at, count, entries, owner == 0 && file > 0, &mut edits);
            return (at, edits);
        }
        // The record has no such sequence yet.
        let new: Vec<Value> = entries
            .iter()
            .filter_map(|entry| if let Entry::New(value) = entry { Some(value.clone()) } else { None })
            .collect();
        if let Some(old) = root.as_ref().and_then(|root| root.at(&above.at)).filter(|_| !new.is_empty()) {
            let mut record = old.clone();
            put(&mut record, &inner.path, Some(Value::List(new)));
            diff(old, &record, &above.at, &self.form.sheets[above.sheet].of, &mut edits);
        }
        (at, edits)
    }

    /// Records that are a file each: a new one is a new file, and one that is gone takes its file with it.
    fn whole_files(&mut self, file: usize, old: &[usize], wanted: &[&Taken], ids: &mut HashSet<String>) {
        let path = self.grid.files[file].path.clone();
        let is_here = |index: &&usize| self.grid.rows[**index].file == file && self.grid.rows[**index].whole;
        if let Some(index) = old.iter().find(is_here)
            && !wanted.iter().any(|taken| taken.record == Owner::Existing(*index))
        {
            self.files.insert(path.clone(), None);
        }
        for taken in wanted {
            let Owner::New(index) = taken.record else { continue };
            let record = self.new_record(index, ids);
            let id = id_of(&record).unwrap_or_default();
            ids.insert(id.clone());
            let folder = if self.grid.rows.iter().any(|row| row.file == file && row.whole) {
                path.parent().map(Path::to_owned).unwrap_or_default()
            } else {
                path.parent().map(|list| list.join("regimes")).unwrap_or_default()
            };
            let count = old.len() + self.files.values().filter(|text| text.is_some()).count() + 1;
            let opens =
                self.grid.files[file].text.lines().next().filter(|line| line.starts_with("# yaml-language-server"));
            let opens =
                opens.filter(|_| path.parent() == Some(&folder)).map(|line| format!("{line}\n")).unwrap_or_default();
            self.files.insert(folder.join(format!("{count:02}-{id}.yaml")), Some(opens + &edit::document(&record)));
        }
    }

    fn report_moves(&mut self, old: &[usize], now: &[&Taken]) {
        let places: Vec<(usize, &Taken)> = now
            .iter()
            .filter_map(|taken| match taken.record {
                Owner::Existing(index) => Some((old.iter().position(|have| *have == index)?, *taken)),
                Owner::New(_) => None,
            })
            .collect();
        let order: Vec<usize> = places.iter().map(|(place, _)| *place).collect();
        for index in moved(&order) {
            let taken = places[index].1;
            self.changes.push(Change { place: taken.spot.name(), what: What::Moved(taken.own.clone()) });
        }
    }
}

/// The id of a record.
fn id_of(record: &Value) -> Option<String> {
    let Value::Map(entries) = record else { return None };
    let id = entries.iter().find(|(key, _)| matches!(&**key, "id" | "slug")).map(|(_, value)| value);
    match id {
        Some(Value::Text(id) | Value::Word(id)) => Some(id.clone()),
        _ => None,
    }
}
