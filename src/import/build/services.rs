//! Rows about services and regimes in; services and regimes out.

use crate::import::record::Row;
use crate::model::{Formerly, Id, Lang, Phone, Provision, ProvisionKind, Regime, Schedule, Service, Text};

use super::names::Slugs;
use super::names_in_cells::phones;
use super::records::{Maker, figure, notes, with_heading, zh};

impl Maker<'_> {
    /// The phones of a row, without an extension; a cell that says anything else goes into the notes.
    fn phones(&self, row: &Row, notes: &mut Vec<Text>) -> Vec<String> {
        let mut found = Vec::new();
        for value in row.fresh("phones") {
            match phones(&value.text).filter(|phones| !phones.iter().any(|phone| phone.contains('转'))) {
                Some(phones) => found.extend(phones),
                None => notes.push(with_heading(value)),
            }
        }
        found
    }

    /// Public services, one a row.
    pub fn services(&mut self, rows: &[&Row]) -> Vec<Service> {
        let mut services: Vec<Service> = Vec::new();
        let mut ids = Slugs::default();
        for row in rows {
            let offices = self.office_ids(row, "offices");
            let mut notes = notes(row, &["notes"]);
            let basis = self.bases(row.fresh("basis"), "依据", &mut notes);
            let phones = self.phones(row, &mut notes);
            let description =
                row.fresh("description").map(|value| value.text.as_str()).collect::<Vec<&str>>().join("\n");
            if row.fresh("name").next().is_none()
                && let Some(last) = services.last_mut()
            {
                last.offices.extend(offices);
                last.notes.extend(notes);
                last.phones.extend(phones);
                last.basis.extend(basis);
                if !description.is_empty() {
                    let before = last.description.get(Lang::ZH).unwrap_or_default().to_owned();
                    last.description = zh(format!("{before}\n{description}").trim());
                }
                continue;
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
                formerly: Formerly::default(),
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
                    heading: zh(if value.lower.is_empty() { &value.heading } else { &value.lower }),
                    text: Some(zh(&value.text)),
                    items: Vec::new(),
                    basis: Vec::new(),
                });
            }
            let phones = self
                .phones(row, &mut notes)
                .into_iter()
                .map(|number| Phone { number, kind: None, extension: None })
                .collect();
            regimes.push(Regime {
                id: ids.free(&format!("regime-{wanted}")),
                formerly: Formerly::default(),
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
