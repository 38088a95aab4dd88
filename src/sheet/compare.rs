//! A workbook and the files of its list in, what changed and the new texts of the files out.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::path::Path;

use crate::diag::{Finding, Message, Severity, Step};
use crate::edit::{self, Edit, Refused};

use super::base::Base;
use super::book::Book;
use super::called::resolve;
use super::cell::{same, settled};
use super::changes::{Change, What};
use super::codes::PLACE;
use super::faults::{self, Fault, Said, Spot};
use super::form::{Form, naming};
use super::grid::{Grid, Row};
use super::layout::{Files, LONG, TABLE};
use super::records::{Cells, diff, fill};
use super::rows::{Owner, Rows, Taken, rows};
use super::said::said;
use super::table;
use super::unread::unread;

/// A workbook held against its list.
#[derive(Debug)]
pub struct Compared {
    /// What changed, in the order of the workbook.
    pub changes: Vec<Change>,
    /// What is wrong with the workbook itself.
    pub findings: Vec<Finding>,
    /// The files that change.
    pub files: Files,
    /// Whether the list has changed since the workbook was made.
    pub stale: bool,
    said: Vec<Said>,
    name: String,
}

impl Compared {
    /// A fault of a file as a fault of the cell that said the value, where one did.
    pub fn in_cell(&self, finding: Finding, path: &Path, span: &Range<usize>) -> Finding {
        match faults::cell(&self.said, path, span) {
            Some(said) => faults::in_cell(finding, said, &self.name),
            None => finding,
        }
    }
}

/// Holds a workbook against its list.
pub(super) fn compare(book: &Book, form: Form, grid: Grid, name: &str, stale: bool) -> Compared {
    let mut faults = Vec::new();
    let base = Base::new(&book.about, stale);
    let has_table = grid.files.iter().any(|file| file.root.is_none());
    let is_known = |title: &str| (has_table && title == TABLE) || form.sheets.iter().any(|sheet| sheet.title == title);
    unread(book, is_known, &mut faults);
    let mut rows = rows(book, &form, &grid, &base, &mut faults);
    resolve(&form, &grid, &mut rows);
    let mut work = Work {
        form: &form,
        grid: &grid,
        rows: &rows,
        base: &base,
        changes: Vec::new(),
        faults,
        edits: BTreeMap::new(),
        files: Files::new(),
    };
    let gone = work.gone();
    if work.strays(&gone) {
        // What would become of the others says nothing while nobody can tell which record is which.
        work.changes.clear();
    } else {
        work.cells();
        work.sequences(&gone);
        work.apply();
    }
    let Work { mut changes, mut faults, mut files, .. } = work;
    let mut said = match faults.iter().any(|fault| fault.severity == Severity::Error) {
        true => Vec::new(),
        false => said(&form, &grid, &rows, &files, &gone),
    };
    for file in grid.files.iter().filter(|file| file.root.is_none()) {
        if let Some(page) = book.sheets.iter().find(|page| page.title == TABLE) {
            let before = changes.len();
            let compared = table::compare(file, page, &mut changes, &mut faults);
            if changes.len() > before && base.table_changed(file) {
                faults.push(Fault::outdated(Spot::new(&page.title, page.head, 0), String::new()));
            }
            said.extend(compared.said);
            files.extend(compared.text.map(|text| (file.path.clone(), Some(text))));
        }
    }
    let findings = faults.into_iter().map(|fault| fault.finding(name)).collect();
    Compared { changes, findings, files, stale, said, name: name.to_owned() }
}

/// A workbook and its list, and what has been found so far.
pub(super) struct Work<'w> {
    pub form: &'w Form,
    pub grid: &'w Grid,
    pub rows: &'w Rows,
    pub base: &'w Base<'w>,
    pub changes: Vec<Change>,
    pub faults: Vec<Fault>,
    /// By file: edits of values, then edits of sequences with their depth.
    pub edits: BTreeMap<usize, Vec<(Edit, Spot)>>,
    pub files: Files,
}

impl Work<'_> {
    /// Records that are no longer there: their row is gone, or that of a record that they stand in.
    fn gone(&mut self) -> HashSet<usize> {
        let kept: HashSet<Owner> = self.rows.taken.iter().map(|taken| taken.record).collect();
        let mut gone: HashSet<usize> = HashSet::new();
        let mut first: Vec<(usize, usize)> = Vec::new();
        for (index, row) in self.grid.rows.iter().enumerate().skip(1) {
            let above = row.owner.is_some_and(|owner| gone.contains(&owner));
            // What is new in the list since the workbook was made has no row in it.
            let added = self.base.added_since(self.form.sheets[row.sheet].title, row);
            if above || (!added && self.rows.present[row.sheet] && !kept.contains(&Owner::Existing(index))) {
                gone.insert(index);
                if above {
                    if let Some(last) = first.last_mut() {
                        last.1 += 1;
                    }
                } else {
                    first.push((index, 0));
                }
            }
        }
        for (index, with) in first {
            let row = &self.grid.rows[index];
            if self.base.changed_since(self.form.sheets[row.sheet].title, row) {
                let spot = row.owner.map(|owner| self.near(owner, row.child, index));
                let spot = spot.unwrap_or_else(|| Spot::new(self.form.sheets[row.sheet].title, 1, 0));
                self.faults.push(Fault::outdated_removed(spot, &row.key()));
            }
            let place = format!("{}!{}", self.form.sheets[row.sheet].title, row.key());
            let name = naming(&self.form.sheets[row.sheet]).map(|at| row.cells[at].0.clone());
            let first = || row.cells.iter().map(|(text, _)| text.clone()).find(|text| !text.is_empty());
            let name = name.filter(|name| !name.is_empty()).or_else(first).unwrap_or_default();
            self.changes.push(Change { place, what: What::Removed(name, with) });
        }
        gone
    }

    /// A cell for a fault of a row that is not in the workbook: of the row that stood before it, else of the next, else
    /// of the record that they belong to.
    pub(super) fn near(&self, owner: usize, child: usize, before: usize) -> Spot {
        let all = || self.rows.taken.iter().filter(|taken| taken.owner == Some((Owner::Existing(owner), child)));
        let stood = |taken: &&Taken| matches!(taken.record, Owner::Existing(index) if index < before);
        let found = all().rfind(stood).or_else(|| all().next());
        let found = found.or_else(|| self.rows.of(Owner::Existing(owner)).filter(|_| owner > 0));
        let of = self.form.find(&self.form.sheets[self.grid.rows[owner].sheet].children[child].of);
        found.map_or_else(|| Spot::new(self.form.sheets[of].title, 1, 0), |taken| taken.spot.clone())
    }

    /// The columns of a row whose cells say something else than the list.
    fn changed(&self, taken: &Taken, row: &Row) -> Vec<usize> {
        let title = self.form.sheets[row.sheet].title;
        let texts = taken.cells.iter().map(|cell| cell.as_ref().map_or("", |(text, _)| text.as_str()));
        if self.base.stale && self.base.is_as_made(title, &row.key(), texts) {
            return Vec::new();
        }
        let columns = &self.form.sheets[row.sheet].columns;
        let differs = |index: &usize| match &taken.cells[*index] {
            Some((text, _)) => *text != settled(LONG) && !same(&columns[*index], text, &row.cells[*index].0),
            None => false,
        };
        (0..columns.len()).filter(differs).collect()
    }

    /// Edits of values.
    fn cells(&mut self) {
        for taken in &self.rows.taken {
            let Owner::Existing(index) = taken.record else { continue };
            let row = &self.grid.rows[index];
            let of = &self.form.sheets[row.sheet];
            let changed = self.changed(taken, row);
            if changed.is_empty() {
                continue;
            }
            if self.base.changed_since(of.title, row) {
                self.faults.push(Fault::outdated(taken.spot.clone(), taken.own.clone()));
            }
            for at in &changed {
                if let Some((text, spot)) = &taken.cells[*at] {
                    let (heading, old) = (of.columns[*at].heading.clone(), row.cells[*at].0.clone());
                    self.changes
                        .push(Change { place: spot.name(), what: What::Cell { heading, old, new: text.clone() } });
                }
            }
            let Some(root) = &self.grid.files[row.file].root else { continue };
            let before = root.value();
            let Some(old) = before.at(&row.at) else { continue };
            // Each cell by itself, so that one that cannot be brought back is named.
            let cells: Cells<'_> =
                taken.cells.iter().map(|cell| cell.as_ref().map(|(text, _)| text.as_str())).collect();
            let mut new = old.clone();
            fill(of, &mut new, &cells, &changed);
            let mut edits = Vec::new();
            diff(old, &new, &row.at, &of.of, &mut edits);
            let spot = changed.first().and_then(|at| taken.cells[*at].as_ref()).map_or(&taken.spot, |(_, spot)| spot);
            self.edits.entry(row.file).or_default().extend(edits.into_iter().map(|edit| (edit, spot.clone())));
        }
        // What moves nothing comes first: the steps of all are those of the files as they are.
        for edits in self.edits.values_mut() {
            let moves = |edit: &Edit| match edit {
                Edit::Set { .. } | Edit::Add { .. } => false,
                Edit::Remove { at } => matches!(at.last(), Some(Step::Index(_))),
                Edit::Insert { .. } | Edit::Reorder { .. } => true,
            };
            edits.sort_by_key(|(edit, _)| moves(edit));
        }
    }

    /// Makes the edits.
    fn apply(&mut self) {
        for (file, edits) in std::mem::take(&mut self.edits) {
            let file = &self.grid.files[file];
            if self.files.get(&file.path).is_some_and(Option::is_none) || edits.is_empty() {
                continue;
            }
            let all: Vec<Edit> = edits.iter().map(|(edit, _)| edit.clone()).collect();
            match edit::edit(&file.text, &all) {
                Ok(text) => drop(self.files.insert(file.path.clone(), Some(text))),
                Err(refused) => {
                    let at = match &refused {
                        Refused::Awkward(at) | Refused::Nothing(at) => at.clone(),
                        Refused::NotYaml => Vec::new(),
                    };
                    let spot =
                        edits.iter().find(|(edit, _)| edit.at() == at).or(edits.first()).map(|(_, spot)| spot.clone());
                    let message = Message::new(
                        format!("{} 里的写法特殊，不能从工作簿改", file.path.display()),
                        format!("the way {} writes this leaves no room for the change", file.path.display()),
                    );
                    let spot = spot.unwrap_or_else(|| Spot::new("", 1, 0));
                    self.faults.push(Fault::new(&PLACE, Severity::Error, spot, String::new(), message));
                }
            }
        }
    }
}
