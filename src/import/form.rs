//! A grid of forms, where labels stand to the left of their values, in; a row for each form out.

use std::collections::BTreeSet;

use super::cells::clean;
use super::clean::{is_ditto, is_mark_of_nothing, lines, one_line};
use super::grid::{Grid, Owner, RowAt};
use super::heading::{find, folded};
use super::kind::Kind;
use super::line::{Line, line, numbered};
use super::record::{Fate, Row, Value};
use super::trace::Reading;

/// Who reads the lines that stand between forms.
type Other<'o> = &'o mut dyn FnMut(&Grid<'_>, Owner, &mut Reading<'_>);

/// What the forms of a grid are about; `None` where it is none: in most rows of forms the first cell, or the one beside a
/// cell that groups several, is a label that is known.
pub fn kind(grid: &Grid<'_>) -> Option<Kind> {
    let labels = |kind: Kind| {
        let label = |row: RowAt| {
            let owners = grid.owners(row, 0..grid.width);
            let first = first_label(grid, &owners, kind)?;
            (owners.len() > first + 1).then(|| folded(grid.of(owners[first])))
        };
        (0..grid.height()).filter_map(label).collect::<Vec<String>>()
    };
    let each = Kind::ALL.into_iter().rev().map(|kind| (kind, labels(kind)));
    let (best, found) = each.max_by_key(|(_, found)| found.len())?;
    // Many small tables have the same head again and again; a form has another label in every row.
    let several = found.iter().collect::<BTreeSet<&String>>().len() >= 3;
    (several && found.len() * 2 >= grid.height()).then_some(best)
}

/// The place of the first label of a row: the first cell, or the second where the first groups several rows.
fn first_label(grid: &Grid<'_>, owners: &[Owner], kind: Kind) -> Option<usize> {
    let first = owners.first()?;
    if is_label(kind, grid.of(*first)) {
        return Some(0);
    }
    let groups = grid.cell(*first).is_some_and(|cell| cell.rows > 1);
    (groups && owners.get(1).is_some_and(|second| is_label(kind, grid.of(*second)))).then_some(1)
}

fn is_label(kind: Kind, text: &str) -> bool {
    let plain = text.split(['（', '(']).next().unwrap_or(text);
    let short = plain.chars().filter(|c| !c.is_whitespace()).count() <= 12;
    short && !text.contains(['。', '；', '《']) && find(kind, &[text]).is_some()
}

/// Whether a text is a label that is known by itself.
fn is_known(kind: Kind, text: &str) -> bool {
    text.chars().count() <= 24 && find(kind, &[text]).is_some_and(|found| found.exact)
}

/// Reads the forms of a grid; lines between them go to `other`.
pub fn read(grid: &Grid<'_>, kind: Kind, reading: &mut Reading<'_>, other: Other<'_>) {
    let mut forms = Forms { grid, kind, named: has_name(grid, kind), form: Vec::new(), begun: 0, inner: None };
    for row in 0..grid.height() {
        forms.row(row, reading, other);
    }
    forms.flush(reading);
}

/// Whether the forms have a label for the name; if none, the line above each is its name.
fn has_name(grid: &Grid<'_>, kind: Kind) -> bool {
    let own = ["name", "title", "sub_item", "statement"];
    let is_name = |owner: Owner| find(kind, &[grid.of(owner)]).is_some_and(|found| own.contains(&found.key));
    (0..grid.height()).any(|row| grid.owners(row, 0..grid.width).into_iter().take(2).any(is_name))
}

struct Forms<'g, 'd> {
    grid: &'g Grid<'d>,
    kind: Kind,
    named: bool,
    form: Vec<Value>,
    begun: RowAt,
    /// A small table inside of a form: the label that it stands beside, and its headings by place.
    inner: Option<(Owner, Vec<(u32, String)>)>,
}

impl Forms<'_, '_> {
    fn row(&mut self, row: RowAt, reading: &mut Reading<'_>, other: Other<'_>) {
        let grid = self.grid;
        let owners = grid.owners(row, 0..grid.width);
        if !owners.iter().any(|owner| owner.row == row) {
            return;
        }
        if let [only] = owners[..] {
            self.flush(reading);
            let text = grid.of(only);
            let is_name = !self.named && matches!(line(text), Line::Section(ref found) if found.power_type.is_none());
            if is_name {
                let (number, name, _) = numbered(text);
                self.begun = row;
                self.push("number", "", number.unwrap_or_default(), true);
                self.push(if self.kind == Kind::Regimes { "title" } else { "name" }, "", one_line(name), true);
                reading.cell(grid, only, Fate::Key(self.kind.full("name")));
            } else {
                other(grid, only, reading);
            }
            return;
        }
        let mut owners = owners;
        // What groups several labels says nothing of its own.
        if first_label(grid, &owners, self.kind) == Some(1) && !is_known(self.kind, grid.of(owners[0])) {
            reading.cell(grid, owners[0], Fate::Head);
            owners.remove(0);
        }
        if self.inner_row(row, &owners, reading) {
            return;
        }
        let pairs = pairs(grid, &owners, row, self.kind);
        for (at, pair) in pairs.iter().enumerate() {
            self.pair(pair, at == 0, row, reading);
        }
    }

    /// A row of a small table inside of a form.
    fn inner_row(&mut self, row: RowAt, owners: &[Owner], reading: &mut Reading<'_>) -> bool {
        let grid = self.grid;
        let Some(label) = owners.first().copied() else { return false };
        let own: Vec<Owner> = owners.iter().copied().filter(|owner| owner.row == row && *owner != label).collect();
        if label.row == row {
            let deep = grid.cell(label).is_some_and(|cell| cell.rows > 2);
            let words = ["环节", "阶段", "内容", "步骤", "流程", "责任"];
            let heads = deep && own.len() >= 2 && own.iter().all(|owner| grid.of(*owner).chars().count() <= 8);
            let known =
                own.iter().any(|owner| matches!(&*folded(grid.of(*owner)), "环节" | "阶段" | "步骤" | "责任环节"));
            if !(heads && known && own.iter().any(|owner| words.iter().any(|word| grid.of(*owner).contains(word)))) {
                self.inner = None;
                return false;
            }
            reading.cell(grid, label, Fate::Head);
            own.iter().for_each(|owner| reading.cell(grid, *owner, Fate::Head));
            self.inner = Some((label, own.iter().map(|owner| (owner.column, folded(grid.of(*owner)))).collect()));
            return true;
        }
        let Some((of, heads)) = self.inner.clone().filter(|(of, _)| *of == label) else { return false };
        let key = find(self.kind, &[grid.of(of)]).map_or("stages", |found| found.key);
        let mut stage = String::new();
        for owner in own {
            let head =
                heads.iter().rev().find(|(place, _)| *place <= owner.column).map_or("", |(_, head)| head.as_str());
            let text = lines(grid.of(owner));
            if matches!(head, "环节" | "阶段" | "步骤" | "责任环节") {
                stage = text;
                reading.cell(grid, owner, Fate::Key(self.kind.full(key)));
            } else if ["内容", "责任", "事项"].iter().any(|word| head.contains(word)) {
                let text = text.replace('\n', "");
                let text = if stage.is_empty() { text } else { format!("{}：{text}", std::mem::take(&mut stage)) };
                reading.cell(grid, owner, Fate::Key(self.kind.full(key)));
                self.push(key, &one_line(grid.of(of)), text, true);
            } else if !is_mark_of_nothing(&text) {
                reading.cell(grid, owner, Fate::Note);
                self.push("note", head, text, true);
            } else {
                reading.cell(grid, owner, Fate::Filler);
            }
        }
        true
    }

    fn pair(&mut self, pair: &Pair, first: bool, row: RowAt, reading: &mut Reading<'_>) {
        let grid = self.grid;
        let key = find(self.kind, &[pair.label.as_str()]).map(|found| found.key.to_owned()).unwrap_or_default();
        let again = matches!(&*key, "name" | "title") && self.form.iter().any(|value| value.key == key);
        let begins = self.form.first().is_some_and(|value| value.heading == pair.label && value.fresh);
        if pair.fresh && first && (again || begins) {
            self.flush(reading);
        }
        if self.form.is_empty() {
            self.begun = row;
        }
        for label in &pair.labels {
            reading.cell(grid, *label, Fate::Head);
        }
        for owner in &pair.values {
            let raw = ticked(grid.of(*owner));
            let mut fate = if matches!(&*key, "" | "note") { Fate::Note } else { Fate::Key(self.kind.full(&key)) };
            let mut text = clean(&key, &raw);
            if is_ditto(&raw) {
                let before = reading.read.rows.iter().rev().find(|row| row.form && row.part == reading.part());
                text = before.and_then(|row| row.shown(&key)).map(str::to_owned).unwrap_or(text);
            }
            if is_mark_of_nothing(&raw) {
                text.clear();
                fate = Fate::Filler;
            }
            if owner.row == row {
                reading.cell(grid, *owner, fate);
            }
            if let Some(lower) = pair.lower.as_ref().filter(|_| !text.is_empty()) {
                text = format!("{lower}：{text}");
            }
            if key.is_empty() && owner.row == row {
                let label = pair.labels.first().copied().unwrap_or(*owner);
                reading.read.unknown.insert(grid.place(label), pair.label.clone());
            }
            let lower = pair.lower.clone().unwrap_or_default();
            let fresh = owner.row == row;
            self.form.push(Value { key: key.clone(), heading: pair.label.clone(), lower, text, fresh });
        }
    }

    fn push(&mut self, key: &str, heading: &str, text: String, fresh: bool) {
        if !text.is_empty() {
            self.form.push(Value { key: key.into(), heading: heading.into(), lower: String::new(), text, fresh });
        }
    }

    fn flush(&mut self, reading: &mut Reading<'_>) {
        self.inner = None;
        let values = std::mem::take(&mut self.form);
        if values.is_empty() {
            return;
        }
        let (section, part, line) = (reading.under(), reading.part(), self.grid.line(self.begun));
        reading.read.rows.push(Row { kind: self.kind, values, section, part, line, form: true });
    }
}

/// Of boxes to tick, those that are ticked; any other text as it is.
fn ticked(text: &str) -> String {
    let boxes = ['□', '☐', '☑', '☒', '■', '√', '✔'];
    let empty = ['□', '☐'];
    if !text.contains(empty) && !text.contains(['☑', '☒', '■']) {
        return text.to_owned();
    }
    let mut chosen = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(boxes) {
        let mark = rest[at..].chars().next().unwrap_or_default();
        let after = &rest[at + mark.len_utf8()..];
        let end = after.find(boxes).unwrap_or(after.len());
        if !empty.contains(&mark) {
            chosen.push(after[..end].trim());
        }
        rest = &after[end..];
    }
    chosen.join("、")
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
fn pairs(grid: &Grid<'_>, owners: &[Owner], row: RowAt, kind: Kind) -> Vec<Pair> {
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
        if deep && rest >= 2 && !is_label(kind, grid.of(owners[at])) && grid.of(owners[at]).chars().count() <= 12 {
            labels.push(owners[at]);
            lower = Some(lines(grid.of(owners[at])));
            at += 1;
        } else if deep && rest >= 2 {
            // The lower label is one of its own: `追责情形` below `责任追究`.
            let own = find(kind, &[name.as_str(), grid.of(owners[at])]);
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
        while at < owners.len() && (values.is_empty() || !is_label(kind, grid.of(owners[at]))) {
            if values.is_empty()
                && is_known(kind, grid.of(owners[at]))
                && owners.len() - at >= 2
                && owners.len() % 2 == 1
            {
                break;
            }
            values.push(owners[at]);
            at += 1;
            if owners.len().is_multiple_of(2) {
                break;
            }
        }
        let fresh = label.row == row;
        pairs.push(Pair { label: name, lower, labels, values, fresh });
    }
    pairs
}
