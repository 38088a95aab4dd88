//! A grid of forms, where labels stand to the left of their values, in; a row for each form out.

use super::body::clean;
use super::clean::{is_mark_of_nothing, lines};
use super::grid::{Grid, Owner, RowAt};
use super::heading::{Kind, find, folded};
use super::record::{Fate, Row, Value};
use super::trace::Reading;

/// Whether a grid is forms: in most of its rows the first cell is a label that is known.
pub fn is_form(grid: &Grid<'_>) -> bool {
    let labelled = (0..grid.height()).filter(|row| {
        let owners = grid.owners(*row, 0..grid.width);
        owners.len() >= 2 && owners.first().is_some_and(|first| is_label(grid.of(*first)))
    });
    let labelled = labelled.count();
    labelled >= 3 && labelled * 2 >= grid.height()
}

fn is_label(text: &str) -> bool {
    text.chars().count() <= 24 && find(Kind::Items, &[text]).is_some_and(|found| found.exact)
}

/// Reads the forms of a grid; lines above the first are left to who reads titles.
pub fn read(
    grid: &Grid<'_>,
    kind: Kind,
    reading: &mut Reading<'_>,
    mut other: impl FnMut(&Grid<'_>, Owner, &mut Reading<'_>),
) {
    let mut form: Vec<Value> = Vec::new();
    let mut begun = 0;
    let mut last: Option<RowAt> = None;
    for row in 0..grid.height() {
        let owners = grid.owners(row, 0..grid.width);
        let own: Vec<Owner> = owners.iter().copied().filter(|owner| owner.row == row).collect();
        if own.is_empty() {
            continue;
        }
        if let [only] = owners[..] {
            // A line between two forms belongs to the next.
            flush(&mut form, kind, begun, grid, reading);
            other(grid, only, reading);
            continue;
        }
        for pair in pairs(grid, &owners, row) {
            let key = find(kind, &[pair.label.as_str()]).map(|found| found.key.to_owned()).unwrap_or_default();
            let again = matches!(&*key, "name" | "number")
                && form.iter().any(|value| value.key == key && value.heading == pair.label);
            let first = form.first().is_some_and(|value| value.heading == pair.label);
            if pair.fresh && (again || first) && last != Some(row) {
                flush(&mut form, kind, begun, grid, reading);
            }
            if form.is_empty() {
                begun = row;
            }
            last = Some(row);
            for label in &pair.labels {
                reading.cell(grid, *label, Fate::Head);
            }
            for owner in &pair.values {
                let raw = grid.of(*owner);
                let mut fate = if matches!(&*key, "" | "note") { Fate::Note } else { Fate::Key(key.clone()) };
                let mut text = clean(&key, raw);
                if is_mark_of_nothing(raw) {
                    text.clear();
                    fate = Fate::Filler;
                }
                if owner.row == row {
                    reading.cell(grid, *owner, fate);
                }
                if let Some(lower) = &pair.lower {
                    text = format!("{lower}：{text}");
                }
                if key.is_empty() && owner.row == row {
                    let label = pair.labels.first().copied().unwrap_or(*owner);
                    reading.read.unknown.insert(grid.place(label), pair.label.clone());
                }
                let lower = pair.lower.clone().unwrap_or_default();
                form.push(Value {
                    key: key.clone(),
                    heading: pair.label.clone(),
                    lower,
                    text,
                    fresh: owner.row == row,
                });
            }
        }
    }
    flush(&mut form, kind, begun, grid, reading);
}

fn flush(form: &mut Vec<Value>, kind: Kind, begun: RowAt, grid: &Grid<'_>, reading: &mut Reading<'_>) {
    if form.is_empty() {
        return;
    }
    let values = std::mem::take(form);
    let (section, part, line) = (reading.under(), reading.part(), grid.line(begun));
    reading.read.rows.push(Row { kind, values, section, part, line, form: true });
}

/// A label and what stands to its right.
struct Pair {
    label: String,
    lower: Option<String>,
    labels: Vec<Owner>,
    values: Vec<Owner>,
    fresh: bool,
}

/// The labels of a row with their values: `label value`, `label value label value`, or `label below value`, where the
/// label reaches over several rows.
fn pairs(grid: &Grid<'_>, owners: &[Owner], row: RowAt) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut at = 0;
    while at < owners.len() {
        let label = owners[at];
        let name: String = grid.of(label).split_whitespace().collect();
        let name = name.trim_end_matches([':', '：']).to_owned();
        let deep = grid.cell(label).is_some_and(|cell| cell.rows > 1);
        at += 1;
        let mut lower = None;
        let mut labels = vec![label];
        let rest = owners.len() - at;
        if deep && rest >= 2 && !is_label(grid.of(owners[at])) && grid.of(owners[at]).chars().count() <= 12 {
            labels.push(owners[at]);
            lower = Some(lines(grid.of(owners[at])));
            at += 1;
        } else if deep && rest >= 2 {
            // The lower label is one of its own: `追责情形` below `责任追究`.
            let own = find(Kind::Items, &[name.as_str(), grid.of(owners[at])]);
            if own.is_some_and(|found| found.exact) && row >= label.row {
                labels.push(owners[at]);
                let joined = folded(grid.of(owners[at]));
                at += 1;
                let values: Vec<Owner> = owners.get(at).copied().into_iter().collect();
                at += values.len();
                pairs.push(Pair { label: joined, lower: None, labels, fresh: true, values });
                continue;
            }
        }
        let mut values = Vec::new();
        while at < owners.len() && (values.is_empty() || !is_label(grid.of(owners[at]))) {
            if values.is_empty() && is_label(grid.of(owners[at])) && owners.len() - at >= 2 && owners.len() % 2 == 1 {
                break;
            }
            values.push(owners[at]);
            at += 1;
            if owners.len() % 2 == 0 {
                break;
            }
        }
        let fresh = label.row == row;
        pairs.push(Pair { label: name, lower, labels, values, fresh });
    }
    pairs
}
