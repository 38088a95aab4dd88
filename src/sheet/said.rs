//! A workbook and the files as they will be in; for every value of theirs, the cell that says it, out.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::path::PathBuf;

use super::advice::Hint;
use super::faults::{Said, Spot};
use super::form::{Column, Form, Leaf};
use super::grid::Grid;
use super::layout::Files;
use super::rows::{Owner, Rows};

/// Which cell says which value of the files as they will be: records stand there in the order of the workbook.
pub(super) fn said(form: &Form, grid: &Grid, rows: &Rows, files: &Files, gone: &HashSet<usize>) -> Vec<Said> {
    let mut now: Vec<(PathBuf, String)> = Vec::new();
    for file in &grid.files {
        match files.get(&file.path) {
            None => now.push((file.path.clone(), file.text.clone())),
            Some(Some(text)) => now.push((file.path.clone(), text.clone())),
            Some(None) => {}
        }
    }
    let new = files.iter().filter(|(path, _)| grid.files.iter().all(|file| file.path != **path));
    now.extend(new.filter_map(|(path, text)| Some((path.clone(), text.clone()?))));
    // The head stays first; the others are read in the order of their names.
    now[1..].sort();
    let Ok(read) = Grid::read(&now, form) else { return Vec::new() };
    let mut orders: HashMap<(Owner, usize), Vec<Owner>> = HashMap::new();
    for taken in &rows.taken {
        let is_gone = matches!(taken.record, Owner::Existing(index) if gone.contains(&index));
        if let (Some(owner), false) = (taken.owner, is_gone) {
            orders.entry(owner).or_default().push(taken.record);
        }
    }
    for ((owner, child), order) in &mut orders {
        if *owner == Owner::Existing(0) && form.sheets[0].children[*child].of != "Regime" {
            // A new row stands in the file of the row before it.
            let file_of = |record: &Owner| match record {
                Owner::Existing(index) => Some(grid.rows[*index].file),
                Owner::New(_) => None,
            };
            let mut file = order.iter().filter_map(file_of).min().unwrap_or(0);
            let files: HashMap<Owner, usize> = order
                .iter()
                .map(|record| {
                    file = file_of(record).unwrap_or(file);
                    (*record, file)
                })
                .collect();
            order.sort_by_key(|record| files.get(record).copied().unwrap_or(0));
        }
    }
    let mut records: Vec<Option<Owner>> = Vec::new();
    let mut counts: HashMap<(usize, usize), usize> = HashMap::new();
    let mut said = Vec::new();
    let by_id: HashMap<(Owner, usize, &str), Owner> = rows
        .taken
        .iter()
        .filter_map(|taken| {
            let (owner, child) = taken.owner?;
            Some(((owner, child, taken.own.as_str()), taken.record))
        })
        .collect();
    for row in &read.rows {
        let record = match row.owner {
            None => Some(Owner::Existing(0)),
            Some(owner) => {
                let count = counts.entry((owner, row.child)).or_default();
                *count += 1;
                records[owner].and_then(|above| {
                    let same = (!row.own.starts_with('#'))
                        .then(|| by_id.get(&(above, row.child, row.own.as_str())).copied())
                        .flatten();
                    same.or_else(|| orders.get(&(above, row.child))?.get(*count - 1).copied())
                })
            }
        };
        records.push(record);
        let Some(taken) = record.and_then(|record| rows.of(record)) else { continue };
        let path = &read.files[row.file].path;
        let mut say = |span: Range<usize>, spot: &Spot, text: &str, hint: Hint| {
            said.push(Said { path: path.clone(), span, spot: spot.clone(), text: text.to_owned(), hint });
        };
        let columns = &form.sheets[row.sheet].columns;
        let blank = |column: &Column, cell: &Option<(String, Spot)>| {
            let (text, spot) = cell.as_ref()?;
            let is_first = column.lang.as_deref().is_none_or(|lang| lang == "zh");
            (is_first && text.is_empty()).then(|| (column.path[0].clone(), column.heading.clone(), spot.clone()))
        };
        let mut blanks: Vec<(String, String, Spot)> =
            columns.iter().zip(&taken.cells).filter_map(|(column, cell)| blank(column, cell)).collect();
        blanks.dedup_by(|one, before| one.0 == before.0);
        say(row.span.clone(), &taken.spot, &taken.own, Hint::Row(blanks));
        for (((_, span), within), (column, cell)) in
            row.cells.iter().zip(&row.within).zip(columns.iter().zip(&taken.cells))
        {
            let Some((text, spot)) = cell else { continue };
            let hint = match &column.leaf {
                Leaf::Word(vocabulary) => Hint::Words(vocabulary.clone()),
                _ => Hint::None,
            };
            // The form that a text lacks is a fault of the whole text.
            if let Some(span) = span.as_ref().or(within.as_ref()) {
                say(span.clone(), spot, text, hint);
            }
        }
    }
    said
}
