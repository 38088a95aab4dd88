//! Rows that call offices, bodies and the like by their names in, the same rows with their ids out.

use std::collections::{HashMap, HashSet};

use super::form::{Column, Form, Leaf, naming};
use super::grid::Grid;
use super::rows::{Owner, Rows};

/// Keys whose values are ids of records of the same list, and the type of those.
const POINTS: [(&str, &str); 6] = [
    ("offices", "Office"),
    ("body", "Body"),
    ("section", "Section"),
    ("procedure", "Procedure"),
    ("accounts", "Account"),
    ("boundaries", "Matter"),
];

/// Signs between the names of a cell, as in a table of items.
const BETWEEN: [char; 5] = ['、', '，', ',', '；', ';'];

/// The records that a column may name: their ids, and their ids by name; `None` for a name that several have.
#[derive(Default)]
struct Known {
    ids: HashSet<String>,
    names: HashMap<String, Option<String>>,
}

impl Known {
    fn of(form: &Form, grid: &Grid, rows: &Rows, of: &str) -> Known {
        let sheet = form.find(of);
        let naming = naming(&form.sheets[sheet]);
        let aliases = form.sheets[sheet].columns.iter().position(|column| column.path == ["aliases"]);
        let mut known = Known::default();
        let mut enter = |own: &str, text: &dyn Fn(usize) -> String| {
            if own.is_empty() || own.starts_with('#') {
                return;
            }
            known.ids.insert(own.to_owned());
            let all = naming.map(text).into_iter().chain(aliases.map(text));
            for name in all.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()) {
                let name = name.trim().to_owned();
                let id = known.names.entry(name).or_insert_with(|| Some(own.to_owned()));
                if id.as_deref() != Some(own) {
                    *id = None;
                }
            }
        };
        for taken in rows.taken.iter().filter(|taken| taken.sheet == sheet) {
            enter(&taken.own, &|at| taken.cells[at].as_ref().map(|(text, _)| text.clone()).unwrap_or_default());
        }
        // A name that was changed in the workbook is still one by which the other sheets may call it.
        let kept: HashSet<Owner> = rows.taken.iter().map(|taken| taken.record).collect();
        for (index, row) in grid.rows.iter().enumerate().filter(|(_, row)| row.sheet == sheet) {
            if !rows.present[sheet] || kept.contains(&Owner::Existing(index)) {
                enter(&row.own, &|at| row.cells[at].0.clone());
            }
        }
        known
    }

    fn id(&self, typed: &str) -> Option<&str> {
        let typed = typed.trim();
        if self.ids.contains(typed) { None } else { self.names.get(typed)?.as_deref() }
    }

    /// A cell with ids for names; `None` where it has no name that is known.
    fn resolved(&self, cell: &str, many: bool) -> Option<String> {
        let mut found = false;
        let mut one = |typed: &str| {
            let id = self.id(typed);
            found |= id.is_some();
            id.unwrap_or(typed.trim()).to_owned()
        };
        let parts: Vec<String> = match many {
            false => vec![one(cell)],
            true => cell
                .lines()
                .flat_map(|line| match self.id(line) {
                    Some(_) => vec![one(line)],
                    None => line.split(BETWEEN).map(&mut one).collect(),
                })
                .collect(),
        };
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        found.then(|| parts.join("\n"))
    }
}

/// Puts ids for names.
pub(super) fn resolve(form: &Form, grid: &Grid, rows: &mut Rows) {
    for (key, of) in POINTS {
        let known = Known::of(form, grid, rows, of);
        let is_it = |column: &Column| column.leaf == Leaf::Name && column.path.last().is_some_and(|last| last == key);
        for taken in &mut rows.taken {
            for (column, cell) in form.sheets[taken.sheet].columns.iter().zip(&mut taken.cells) {
                if let Some((text, _)) = cell.as_mut().filter(|_| is_it(column))
                    && let Some(ids) = known.resolved(text, column.many)
                {
                    *text = ids;
                }
            }
        }
    }
}
