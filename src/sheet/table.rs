//! The sheet of a table of items in, the table with its changes out.

use std::path::PathBuf;

use crate::diag::{Message, Severity};
use crate::edit::table::{TableEdit, edit, records};
use crate::load::{cells, delimiter};

use super::advice::Hint;
use super::book::{Page, folded};
use super::cell::settled;
use super::changes::{Change, What};
use super::codes::{COLUMN, ROW};
use super::faults::{Fault, Said, Spot};
use super::grid::File;
use super::layout::{LONG, OWN};
use super::order::moved;
use super::rows::{headless, renamed};

/// What became of a table.
#[derive(Debug, Default)]
pub(super) struct TableCompared {
    /// Its text now; `None` where nothing changed.
    pub text: Option<String>,
    /// Which cell of the workbook says which of its cells.
    pub said: Vec<Said>,
}

/// Holds the sheet of a table against it.
pub(super) fn compare(file: &File, page: &Page, changes: &mut Vec<Change>, faults: &mut Vec<Fault>) -> TableCompared {
    let delimiter = delimiter(&file.text);
    let records = records(&file.text, delimiter);
    let heads = records.first().cloned().unwrap_or_default();
    let place = |name: &str| page.headings.iter().find(|(_, text)| **text == name).map(|(place, _)| *place);
    let own = place(OWN).unwrap_or(0);
    let columns: Vec<Option<u32>> = heads
        .iter()
        .map(|name| Some(folded(name)).filter(|name| !name.is_empty()).and_then(|name| place(&name)))
        .collect();
    for (index, name) in heads.iter().enumerate() {
        if columns[index].is_none()
            && records.iter().skip(1).any(|record| record.get(index).is_some_and(|text| !text.is_empty()))
        {
            let spot = Spot::new(&page.title, page.head, own);
            let message = Message::new(
                format!("没有“{name}”这一列，清单里的这些内容保持原样"),
                format!("the column {name} is gone; the list keeps what it has of it"),
            );
            faults.push(Fault::new(&COLUMN, Severity::Warning, spot, String::new(), message));
        }
    }
    let missing: Vec<&str> =
        heads.iter().zip(&columns).filter(|(_, at)| at.is_none()).map(|(name, _)| name.as_str()).collect();
    let holds = |at: &u32| page.rows.iter().any(|(_, row)| row.contains_key(at));
    if page.headings.values().all(|name| name != OWN) {
        faults.push(headless(Spot::new(&page.title, page.head, own), OWN));
        return TableCompared::default();
    }
    for (place, name) in page.headings.iter().filter(|(place, _)| **place != own && !columns.contains(&Some(**place))) {
        if !missing.is_empty() && holds(place) {
            faults.push(renamed(Spot::new(&page.title, page.head, *place), name.clone(), &missing));
        }
    }
    for (place, name) in page.headings.iter().filter(|(place, _)| **place != own && !columns.contains(&Some(**place))) {
        let message = Message::new(
            "不认识这一列，其中的内容没有读入",
            "this column is not known; what stands in it was not read",
        );
        faults.push(Fault::new(
            &COLUMN,
            Severity::Warning,
            Spot::new(&page.title, page.head, *place),
            name.clone(),
            message,
        ));
    }
    let mut edits = Vec::new();
    let mut wanted: Vec<Result<usize, Vec<String>>> = Vec::new();
    let mut spots: Vec<&(u32, std::collections::BTreeMap<u32, String>)> = Vec::new();
    for row in &page.rows {
        let (line, texts) = row;
        let cell = |place: Option<u32>| place.and_then(|place| texts.get(&place)).cloned().unwrap_or_default();
        let typed = cell(Some(own));
        if typed.is_empty() && columns.iter().all(|place| cell(*place).is_empty()) {
            continue;
        }
        let record = typed
            .strip_prefix('#')
            .and_then(|number| number.parse::<usize>().ok())
            .filter(|at| (1..records.len()).contains(at));
        let fault = match record {
            None if typed.is_empty() => None,
            None => Some((
                format!("没有编号为 {typed} 的行；新的一行，编号要空着"),
                format!("there is no row {typed}; leave the id of a new row empty"),
            )),
            Some(at) if wanted.contains(&Ok(at)) => Some((
                format!("{typed} 出现了两次；复制出来的新行，编号要清空"),
                format!("{typed} is there twice; empty the id of a row that was copied"),
            )),
            Some(_) => None,
        };
        if let Some((zh, en)) = fault {
            faults.push(Fault::new(
                &ROW,
                Severity::Error,
                Spot::new(&page.title, *line, own),
                typed,
                Message::new(zh, en),
            ));
            continue;
        }
        spots.push(row);
        let Some(record) = record else {
            wanted.push(Err(columns.iter().map(|place| cell(*place)).collect()));
            changes.push(Change {
                place: Spot::new(&page.title, *line, own).name(),
                what: What::Added(cell(columns.iter().flatten().next().copied())),
            });
            continue;
        };
        wanted.push(Ok(record));
        for (index, at) in columns.iter().enumerate() {
            let Some(at) = at else { continue };
            let old = records[record].get(index).cloned().unwrap_or_default();
            let new = cell(Some(*at));
            if new != settled(&old) && new != settled(LONG) {
                let what = What::Cell { heading: heads[index].clone(), old, new: new.clone() };
                changes.push(Change { place: Spot::new(&page.title, *line, *at).name(), what });
                edits.push(TableEdit::Set { record, place: index, text: new });
            }
        }
    }
    let kept: Vec<usize> = wanted.iter().filter_map(|record| record.as_ref().ok().copied()).collect();
    for gone in (1..records.len()).filter(|record| !kept.contains(record)) {
        changes
            .push(Change { place: format!("{}!#{gone}", page.title), what: What::Removed(records[gone].join(" "), 0) });
    }
    for index in moved(&kept) {
        changes.push(Change {
            place: format!("{}!#{}", page.title, kept[index]),
            what: What::Moved(records[kept[index]].join(" ")),
        });
    }
    if !wanted.iter().map(|record| record.as_ref().ok().copied()).eq((1..records.len()).map(Some)) {
        edits.push(TableEdit::Arrange { from: 1, records: wanted });
    }
    let text = if edits.is_empty() { None } else { edit(&file.text, delimiter, &edits) };
    let now = text.as_deref().unwrap_or(&file.text);
    let said = said(now, delimiter, &file.path, page, &columns, &spots, own);
    TableCompared { text, said }
}

fn said(
    text: &str,
    delimiter: u8,
    path: &std::path::Path,
    page: &Page,
    columns: &[Option<u32>],
    rows: &[&(u32, std::collections::BTreeMap<u32, String>)],
    own: u32,
) -> Vec<Said> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let before = text.len() - bare.len();
    let mut said = Vec::new();
    for cell in cells(bare, delimiter) {
        let Some((line, texts)) = (cell.record as usize).checked_sub(1).and_then(|record| rows.get(record)) else {
            continue;
        };
        let place = columns.get(cell.place as usize).copied().flatten().unwrap_or(own);
        let shown = texts.get(&place).cloned().unwrap_or_default();
        let span = cell.span.start + before..cell.span.end + before;
        let spot = Spot::new(&page.title, *line, place);
        said.push(Said { path: PathBuf::from(path), span, spot, text: shown, hint: Hint::None });
    }
    said
}
