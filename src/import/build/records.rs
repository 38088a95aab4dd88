//! Rows about duties, matters, services and regimes in; records of the model out.

use crate::cite::Reader;
use crate::i18n::syllables;
use crate::import::clean::{lines, one_line};
use crate::import::line::numbered;
use crate::import::record::{Row, Value};
use crate::model::{
    Accountability, Basis, Case, Duty, Id, Matter, Model, Participant, Phone, Provision, ProvisionKind, Regime,
    Schedule, Service, Source, Text, WorkItem,
};

use super::bases::cited;
use super::items::split;
use super::names::{Slugs, department};
use super::topics::Topics;

/// What records are made with.
pub struct Maker<'m> {
    /// The content that the list goes into.
    pub model: &'m Model,
    /// Reads citations.
    pub reader: &'m Reader,
    /// Suggests topics.
    pub topics: Topics<'m>,
    /// Names of places that may stand before the name of a department.
    pub places: Vec<String>,
    /// Offices of the list.
    pub offices: Slugs,
    /// Bodies of the list that are not its agency.
    pub bodies: Slugs,
    /// Departments that no register has.
    pub departments: Slugs,
    /// Ids of the parts of the documents.
    pub parts: Vec<(Id, Id)>,
    /// Whether a source names its file.
    pub several_files: bool,
}

fn zh(text: &str) -> Text {
    Text::zh(text)
}

impl Maker<'_> {
    /// Where a row is printed.
    pub fn source(&self, row: &Row) -> Source {
        let (file, part) = self.parts.get(row.part).cloned().unwrap_or_default();
        let file = Some(file).filter(|_| self.several_files);
        Source { file, part, row: Some(row.line.to_string()), note: None }
    }

    fn office_ids(&mut self, row: &Row, key: &str) -> Vec<Id> {
        let mut ids: Vec<Id> = Vec::new();
        for value in row.fresh(key) {
            for name in split(&value.text) {
                let id = self.offices.of(&name);
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        ids
    }

    fn bases<'v>(&self, values: impl Iterator<Item = &'v Value>, label: &str, notes: &mut Vec<Text>) -> Vec<Basis> {
        let mut bases = Vec::new();
        for value in values {
            let found = cited(self.model, self.reader, &value.text);
            bases.extend(found.bases);
            notes.extend(found.rest.map(|rest| zh(&format!("{label}：{}", rest.replace('\n', "；")))));
        }
        bases
    }

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
            let beside = row.fresh("statement").next().is_none().then(|| row.fresh("number").next()).flatten();
            for value in texts {
                let each = entries(&value.text);
                let single = each.len() == 1;
                for (number, text) in each {
                    let number = number.or_else(|| beside.filter(|_| single).map(|value| value.text.clone()));
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
                    number,
                    name: zh(name),
                    topics: self.topics.of(name),
                    participants: Vec::new(),
                    basis: Vec::new(),
                    case: None,
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
                let before =
                    matter.case.take().and_then(|case| case.text.get(crate::model::Lang::ZH).map(str::to_owned));
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
        let names: Vec<&Value> =
            row.values.iter().filter(|value| value.key == "participants.name" && !value.text.is_empty()).collect();
        let parts: Vec<&Value> = row.fresh("participants.responsibility").collect();
        let mut found: Vec<Participant> = Vec::new();
        let mut left: Vec<&Value> = Vec::new();
        let mut name = names.iter();
        for part in &parts {
            let sentences = lines(&part.text);
            let each: Vec<Option<(&str, &str)>> = sentences.lines().map(named).collect();
            if each.len() > 1 && each.iter().all(Option::is_some)
                || (names.is_empty() && each.iter().all(Option::is_some))
            {
                found.extend(each.into_iter().flatten().map(|(name, part)| self.participant(name, part, None)));
            } else if let Some(value) = name.next() {
                let lead = value.heading.contains("牵头").then_some(true);
                found.push(self.participant(&value.text, &part.text, lead));
            } else {
                left.push(part);
            }
        }
        notes.extend(left.iter().map(|part| zh(&format!("{}：{}", part.heading, part.text.replace('\n', "；")))));
        // Departments of which the row says no more than that they take part.
        for value in name.filter(|value| value.fresh) {
            let said =
                found.iter().any(|one| value.text.contains(one.name.get(crate::model::Lang::ZH).unwrap_or("\u{0}")));
            if !said || value.text.chars().count() > 30 {
                notes.push(zh(&format!("{}：{}", value.heading, value.text.replace('\n', "；"))));
            }
        }
        found
    }

    fn participant(&mut self, name: &str, part: &str, lead: Option<bool>) -> Participant {
        let name = one_line(name);
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

    /// Public services, one a row.
    pub fn services(&mut self, rows: &[&Row]) -> Vec<Service> {
        let mut services: Vec<Service> = Vec::new();
        let mut ids = Slugs::default();
        for row in rows {
            let offices = self.office_ids(row, "offices");
            let mut notes = notes(row, &["notes"]);
            let basis = self.bases(row.fresh("basis"), "依据", &mut notes);
            let phones: Vec<String> = row.fresh("phones").flat_map(|value| split(&value.text)).collect();
            let description =
                row.fresh("description").map(|value| value.text.as_str()).collect::<Vec<&str>>().join("\n");
            if row.fresh("name").next().is_none() {
                if let Some(last) = services.last_mut() {
                    last.offices.extend(offices);
                    last.notes.extend(notes);
                    last.phones.extend(phones);
                    last.basis.extend(basis);
                    if !description.is_empty() {
                        let before = last.description.get(crate::model::Lang::ZH).unwrap_or_default().to_owned();
                        last.description = zh(format!("{before}\n{description}").trim());
                    }
                    continue;
                }
            }
            let name = row.shown("name").unwrap_or("（无名称）").to_owned();
            let number = row.fresh("number").next().map(|value| value.text.clone());
            let wanted = number.as_deref().map(figure).unwrap_or_else(|| (services.len() + 1).to_string());
            let join = |key: &str| {
                let text = row.values.iter().filter(|value| value.key == key && !value.text.is_empty());
                let text = text.map(|value| value.text.as_str()).collect::<Vec<&str>>().join("\n");
                Some(text).filter(|text| !text.is_empty())
            };
            services.push(Service {
                id: ids.free(&format!("service-{wanted}")),
                number,
                topics: self.topics.of(&name),
                description: zh(if description.is_empty() { &name } else { &description }),
                name: zh(&name),
                schedule: join("schedule").map(|text| Schedule { text: zh(&text), months: Vec::new() }),
                place: join("place").map(|text| zh(&text)),
                offices,
                phones,
                basis,
                notes,
                source: self.source(row),
            });
        }
        services
    }

    /// Supervision regimes, one a row: each column is a provision.
    pub fn regimes(&mut self, rows: &[&Row]) -> Vec<Regime> {
        let mut regimes: Vec<Regime> = Vec::new();
        let mut ids = Slugs::default();
        for row in rows {
            let offices = self.office_ids(row, "offices");
            let mut notes = notes(row, &["notes"]);
            let basis = self.bases(row.fresh("basis"), "依据", &mut notes);
            let number = row.fresh("number").next().map(|value| value.text.clone());
            let title = row.shown("title").unwrap_or("（无名称）").to_owned();
            let wanted = number.as_deref().map(figure).unwrap_or_else(|| (regimes.len() + 1).to_string());
            let purpose = row.shown("purpose").map(zh);
            let mut provisions: Vec<Provision> = Vec::new();
            for value in
                row.values.iter().filter(|value| value.key.starts_with("provisions:") && !value.text.is_empty())
            {
                let word = value.key.trim_start_matches("provisions:");
                let kind = ProvisionKind::ALL.iter().find(|kind| kind.as_str() == word).copied();
                provisions.push(Provision {
                    id: Id::new(&format!("{word}-{}", provisions.len() + 1)),
                    kind: kind.unwrap_or(ProvisionKind::Other),
                    number: None,
                    heading: zh(&value.lower),
                    text: Some(zh(&value.text)),
                    items: Vec::new(),
                    basis: Vec::new(),
                });
            }
            let phones = row.fresh("phones").flat_map(|value| split(&value.text));
            let phones = phones.map(|number| Phone { number, kind: None, extension: None }).collect();
            regimes.push(Regime {
                id: ids.free(&format!("regime-{wanted}")),
                number,
                topics: self.topics.of(&title),
                title: zh(&title),
                purpose,
                offices,
                provisions,
                frequencies: Vec::new(),
                deadlines: Vec::new(),
                penalties: Vec::new(),
                thresholds: Vec::new(),
                phones,
                basis,
                notes,
                source: self.source(row),
            });
        }
        regimes
    }
}

/// A sentence with the name of a department before a colon.
fn named(line: &str) -> Option<(&str, &str)> {
    let line = numbered(line).1;
    let (name, part) = line.split_once(['：', ':'])?;
    let name = name.trim();
    ((2..=24).contains(&name.chars().count()) && !part.trim().is_empty()).then_some((name, part.trim()))
}

/// What a row says under headings that have no key, and in its column of remarks.
fn notes(row: &Row, also: &[&str]) -> Vec<Text> {
    let is_note = |value: &&Value| value.fresh && !value.text.is_empty() && matches!(&*value.key, "" | "note");
    let mut notes: Vec<Text> = row.values.iter().filter(is_note).map(|value| with_heading(value)).collect();
    for value in row.values.iter().filter(|value| value.fresh && also.contains(&&*value.key) && !value.text.is_empty())
    {
        let plain = matches!(&*value.lower, "备注" | "说明" | "附注" | "");
        notes.push(if plain { zh(&value.text) } else { with_heading(value) });
    }
    notes
}

fn with_heading(value: &Value) -> Text {
    let text = value.text.replace('\n', "；");
    zh(&if value.heading.is_empty() { text } else { format!("{}：{text}", value.heading) })
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

/// The figures of a number, or its reading, for an id.
fn figure(number: &str) -> String {
    const CHINESE: &str = "零一二三四五六七八九";
    let mut figure = 0_u32;
    let mut unit = 0_u32;
    for c in number.chars() {
        if let Some(digit) = c.to_digit(10) {
            unit = unit.saturating_mul(10).saturating_add(digit);
        } else if let Some(at) = CHINESE.chars().position(|known| known == c) {
            unit = at as u32;
        } else if c == '十' {
            figure += unit.max(1) * 10;
            unit = 0;
        } else if c == '百' {
            figure += unit.max(1) * 100;
            unit = 0;
        } else if matches!(c, '.' | '-') {
            return Id::words(number);
        }
    }
    if figure + unit > 0 {
        return (figure + unit).to_string();
    }
    let letters: String = syllables(number).into_iter().filter_map(|(_, syllable)| syllable).collect();
    if letters.is_empty() { Id::words(number) } else { letters }
}
