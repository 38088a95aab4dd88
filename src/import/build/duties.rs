//! Rows about duties in; main duties with their work items out.

use crate::import::clean::one_line;
use crate::import::line::numbered;
use crate::import::record::{Row, Value};
use crate::model::{Accountability, Duty, Formerly, Id, WorkItem};

use super::names::Slugs;
use super::records::{Maker, figure, notes, zh};

impl Maker<'_> {
    /// Main duties: a row begins a duty where the cell of the duty begins, and holds a work item of it.
    pub fn duties(&mut self, rows: &[&Row]) -> Vec<Duty> {
        let mut duties: Vec<Duty> = Vec::new();
        let mut ids = Slugs::default();
        for row in rows {
            let own = row.fresh("statement").next().cloned();
            if own.is_some() || duties.is_empty() {
                let text = own.map(|value| value.text).or_else(|| row.shown("statement").map(str::to_owned));
                let text = text.or_else(|| row.shown("work_items.text").map(str::to_owned)).unwrap_or_default();
                let (printed, rest, _) = numbered(&text);
                let number = row.fresh("number").next().map(|value| value.text.clone()).or(printed);
                let statement = if row.fresh("number").next().is_some() { text.as_str() } else { rest };
                let wanted = number.as_deref().map(figure).unwrap_or_else(|| (duties.len() + 1).to_string());
                let body = row.shown("body").map(|body| self.bodies.of(body));
                let mut notes = notes(row, &["notes"]);
                let basis = self.bases(row.fresh("basis"), "职责依据", &mut notes);
                let label = label(statement);
                duties.push(Duty {
                    id: ids.free(&format!("duty-{wanted}")),
                    formerly: Formerly::default(),
                    number,
                    name: zh(&label),
                    statement: zh(statement),
                    topics: self.topics.of(&one_line(statement)),
                    body,
                    offices: Vec::new(),
                    work_items: Vec::new(),
                    accountability: Vec::new(),
                    basis,
                    notes,
                    source: self.source(row),
                });
            }
            let offices = self.office_ids(row, "work_items.offices");
            let source = self.source(row);
            let mut extra = Vec::new();
            let accountability_basis = self.bases(row.fresh("accountability.basis"), "追责依据", &mut extra);
            let Some(duty) = duties.last_mut() else { continue };
            duty.notes.extend(extra);
            for value in row.fresh("accountability") {
                duty.accountability.push(Accountability {
                    id: Id::default(),
                    number: None,
                    basis: accountability_basis.clone(),
                    circumstances: zh(&value.text),
                    consequence: None,
                    source: source.clone(),
                });
            }
            let texts: Vec<&Value> = row.fresh("work_items.text").collect();
            if texts.is_empty() {
                duty.offices.extend(offices);
                duty.notes.extend(row.fresh("work_items.remarks").map(|value| zh(&value.text)));
                continue;
            }
            let remarks = row.fresh("work_items.remarks").next().map(|value| zh(&value.text));
            let own_number = row.fresh("work_items.number").next().map(|value| value.text.clone());
            let beside = row.fresh("statement").next().is_none().then(|| row.fresh("number").next()).flatten();
            for value in texts {
                let each = entries(&value.text);
                let single = each.len() == 1;
                for (number, text) in each {
                    let number = number
                        .or_else(|| own_number.clone().filter(|_| single))
                        .or_else(|| beside.filter(|_| single).map(|value| value.text.clone()));
                    let at = duty.work_items.len() + 1;
                    duty.work_items.push(WorkItem {
                        id: Id::new(&format!("work-{at}")),
                        number,
                        text: zh(&text),
                        offices: offices.clone(),
                        remarks: remarks.clone(),
                        basis: Vec::new(),
                        source: source.clone(),
                    });
                }
            }
            if row.fresh("statement").next().is_none() {
                duty.notes.extend(notes(row, &[]));
            }
        }
        duties
    }
}

/// The entries of a cell whose lines are numbered from 1; else the cell.
fn entries(text: &str) -> Vec<(Option<String>, String)> {
    let mut out: Vec<(Option<String>, String)> = Vec::new();
    for line in text.lines() {
        let (number, rest, _) = numbered(line);
        match (number, out.last_mut()) {
            (Some(number), _) => out.push((Some(number), rest.to_owned())),
            (None, Some((_, last))) => last.push_str(rest),
            (None, None) => out.push((None, rest.to_owned())),
        }
    }
    out
}

/// The first words of a sentence, as its name.
fn label(statement: &str) -> String {
    let first = statement.lines().next().unwrap_or_default();
    let end = first.find(['，', '。', '；', '：', ',', ';']).unwrap_or(first.len());
    let head = &first[..end];
    head.chars().take(24).collect()
}
