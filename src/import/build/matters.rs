//! Rows about boundary matters in; matters with their departments out.

use crate::import::clean::{lines, one_line};
use crate::import::line::numbered;
use crate::import::record::{Row, Value};
use crate::model::{Case, Formerly, Id, Lang, Matter, Participant, Text};

use super::names::{Slugs, department};
use super::names_in_cells::split;
use super::records::{Maker, figure, notes, with_heading, zh};

impl Maker<'_> {
    /// Boundary matters: a row begins a matter where the cell of its name begins, and holds departments of it.
    pub fn matters(&mut self, rows: &[&Row]) -> Vec<Matter> {
        let mut matters: Vec<Matter> = Vec::new();
        let mut ids = Slugs::default();
        for row in rows {
            if row.fresh("name").next().is_some() || matters.is_empty() {
                let text = row.shown("name").unwrap_or("（无名称）");
                let (printed, rest, _) = numbered(text);
                let number = row.fresh("number").next().map(|value| value.text.clone());
                let name = if number.is_some() { text } else { rest };
                let number = number.or(printed);
                let wanted = number.as_deref().map(figure).unwrap_or_else(|| (matters.len() + 1).to_string());
                matters.push(Matter {
                    id: ids.free(&format!("matter-{wanted}")),
                    formerly: Formerly::default(),
                    number,
                    name: zh(name),
                    topics: self.topics.of(name),
                    participants: Vec::new(),
                    basis: Vec::new(),
                    case: None,
                    same_as: Vec::new(),
                    notes: Vec::new(),
                    source: self.source(row),
                });
            }
            let mut notes = notes(row, &["notes"]);
            let basis = self.bases(row.fresh("basis"), "依据", &mut notes);
            let participants = self.participants(row, &mut notes);
            let Some(matter) = matters.last_mut() else { continue };
            matter.basis.extend(basis);
            matter.notes.extend(notes);
            matter.participants.extend(participants);
            let case = row.fresh("case").map(|value| value.text.as_str()).collect::<Vec<&str>>().join("\n");
            if !case.is_empty() {
                let before = matter.case.take().and_then(|case| case.text.get(Lang::ZH).map(str::to_owned));
                let text = before.map_or(case.clone(), |before| format!("{before}\n{case}"));
                matter.case = Some(Case { text: zh(&text), source: None });
            }
        }
        for matter in &mut matters {
            let mut ids = Slugs::default();
            for participant in &mut matter.participants {
                participant.id = ids.free(&participant.department);
            }
            let plain = matter.participants.iter().all(|participant| participant.id == participant.department);
            if plain {
                matter.participants.iter_mut().for_each(|participant| participant.id = Id::default());
            }
        }
        matters
    }

    /// The departments of a row with what each does.
    fn participants(&mut self, row: &Row, notes: &mut Vec<Text>) -> Vec<Participant> {
        let mut found: Vec<Participant> = Vec::new();
        // The last name to the left, and whether what its department does was found.
        let mut name: Option<(&Value, bool)> = None;
        let mut alone: Vec<&Value> = Vec::new();
        for value in row.values.iter().filter(|value| !value.text.is_empty()) {
            if value.key == "participants.name" {
                alone.extend(name.take().filter(|(_, met)| !met).map(|(value, _)| value));
                name = Some((value, !value.fresh));
            } else if value.key == "participants.responsibility" && value.fresh {
                let sentences = lines(&value.text);
                let each: Vec<Option<(&str, &str)>> = sentences.lines().map(named).collect();
                let divided = each.iter().all(Option::is_some) && (each.len() > 1 || name.is_none());
                if of_one_department(value) {
                    let lead = value.text.contains(['★', '☆', '▲']).then_some(true);
                    let part = value.text.trim_matches(|c: char| matches!(c, '★' | '☆' | '▲') || c.is_whitespace());
                    found.push(self.participant(&value.lower, part, lead));
                    continue;
                }
                match &mut name {
                    Some((of, met)) if !divided => {
                        *met = true;
                        let lead = of.heading.contains("牵头").then_some(true);
                        // What a cell says of several departments together, each of them has.
                        for name in split(&of.text) {
                            found.push(self.participant(&name, &value.text, lead));
                        }
                    }
                    _ if divided => {
                        found.extend(each.into_iter().flatten().map(|(name, part)| self.participant(name, part, None)));
                    }
                    _ => notes.push(with_heading(value)),
                }
            } else if value.key == "participants.responsibility" {
                name = name.map(|(of, _)| (of, true));
            }
        }
        alone.extend(name.filter(|(_, met)| !met).map(|(value, _)| value));
        // Departments of which the row says no more than that they take part.
        for value in alone {
            let said = found.iter().any(|one| value.text.contains(one.name.get(Lang::ZH).unwrap_or("\u{0}")));
            if !said {
                notes.push(with_heading(value));
            }
        }
        found
    }

    fn participant(&mut self, name: &str, part: &str, lead: Option<bool>) -> Participant {
        let name = one_line(name);
        let bare = ["（牵头）", "(牵头)", "（牵头单位）", "（主责）"].iter().find_map(|mark| name.strip_suffix(mark));
        let lead = lead.or(bare.map(|_| true));
        let name = bare.map(str::to_owned).unwrap_or(name);
        let known = department(self.model, &self.places, &name).map(|kind| kind.slug.clone());
        let department = known.unwrap_or_else(|| self.departments.of(&name));
        Participant {
            department,
            id: Id::default(),
            name: zh(&name),
            responsibility: zh(part),
            lead,
            basis: Vec::new(),
            source: None,
        }
    }
}

/// A sentence with the name of a department before a colon.
fn named(line: &str) -> Option<(&str, &str)> {
    let line = numbered(line).1;
    let (name, part) = line.split_once(['：', ':'])?;
    let name = name.trim();
    ((2..=24).contains(&name.chars().count()) && !part.trim().is_empty()).then_some((name, part.trim()))
}

/// Whether a column is of one department, whose name stands above it below a heading for all of them.
fn of_one_department(value: &Value) -> bool {
    let words = ["职责", "分工", "内容", "任务"];
    value.heading.contains('/') && !words.iter().any(|word| value.lower.contains(word))
}
