//! A short way to say which record is meant.

use crate::model::{Id, List, Model};

/// A record of a list that can cite, be listed under a topic, or name an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordRef {
    /// Index of the list in the model.
    pub list: u32,
    /// The record in the list.
    pub part: Part,
}

/// A record within its list. Numbers are indices: of the collection, then of the record inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A main duty.
    Duty(u32),
    /// A work item of a duty.
    WorkItem(u32, u32),
    /// An accountability row of a duty.
    Accountability(u32, u32),
    /// A boundary matter.
    Matter(u32),
    /// A participant of a matter.
    Participant(u32, u32),
    /// A public service.
    Service(u32),
    /// A supervision regime.
    Regime(u32),
    /// A provision of a regime.
    Provision(u32, u32),
    /// A penalty of a regime.
    Penalty(u32, u32),
    /// An entry of the accountability mechanism.
    Mechanism(u32),
}

impl Part {
    /// The record that has a page of its own and contains this one.
    pub fn page(self) -> Part {
        match self {
            Part::WorkItem(duty, _) | Part::Accountability(duty, _) => Part::Duty(duty),
            Part::Participant(matter, _) => Part::Matter(matter),
            Part::Provision(regime, _) | Part::Penalty(regime, _) => Part::Regime(regime),
            whole => whole,
        }
    }

    /// Word for the kind of record, as used in the `record_kind` column.
    pub fn kind(self) -> &'static str {
        match self {
            Part::Duty(_) => "duty",
            Part::WorkItem(..) => "work-item",
            Part::Accountability(..) => "accountability",
            Part::Matter(_) => "matter",
            Part::Participant(..) => "participant",
            Part::Service(_) => "service",
            Part::Regime(_) => "regime",
            Part::Provision(..) => "provision",
            Part::Penalty(..) => "penalty",
            Part::Mechanism(_) => "mechanism",
        }
    }
}

impl RecordRef {
    /// The list it belongs to.
    pub fn list(self, model: &Model) -> &List {
        &model.lists[self.list as usize]
    }

    /// The record's id across all lists: `list/collection/id`, and `/part/id` for a record inside another.
    pub fn uid(self, model: &Model) -> String {
        let list = self.list(model);
        let local = match self.part {
            Part::Duty(i) => format!("duties/{}", list.duties[i as usize].id),
            Part::WorkItem(d, i) => {
                let duty = &list.duties[d as usize];
                format!("duties/{}/work-items/{}", duty.id, duty.work_items[i as usize].id)
            }
            Part::Accountability(d, i) => {
                let duty = &list.duties[d as usize];
                format!("duties/{}/accountability/{}", duty.id, duty.accountability[i as usize].id)
            }
            Part::Matter(i) => format!("boundaries/{}", list.boundaries[i as usize].id),
            Part::Participant(m, i) => {
                let matter = &list.boundaries[m as usize];
                format!("boundaries/{}/participants/{}", matter.id, matter.participants[i as usize].id)
            }
            Part::Service(i) => format!("services/{}", list.services[i as usize].id),
            Part::Regime(i) => format!("regimes/{}", list.regimes[i as usize].id),
            Part::Provision(r, i) => {
                let regime = &list.regimes[r as usize];
                format!("regimes/{}/provisions/{}", regime.id, regime.provisions[i as usize].id)
            }
            Part::Penalty(r, i) => format!("regimes/{}/penalties/{}", list.regimes[r as usize].id, i + 1),
            Part::Mechanism(i) => format!("accountability/{}", list.mechanism[i as usize].id),
        };
        format!("{}/{local}", list.id)
    }

    /// The anchor of the record on its page; empty for a record that is the page.
    pub fn anchor(self, model: &Model) -> String {
        let list = self.list(model);
        match self.part {
            Part::WorkItem(d, i) => format!("item-{}", list.duties[d as usize].work_items[i as usize].id),
            Part::Accountability(d, i) => {
                format!("accountability-{}", list.duties[d as usize].accountability[i as usize].id)
            }
            Part::Participant(m, i) => {
                format!("participant-{}", list.boundaries[m as usize].participants[i as usize].id)
            }
            Part::Provision(r, i) => list.regimes[r as usize].provisions[i as usize].id.to_string(),
            Part::Penalty(_, i) => format!("penalty-{}", i + 1),
            Part::Mechanism(i) => list.mechanism[i as usize].id.to_string(),
            Part::Duty(_) | Part::Matter(_) | Part::Service(_) | Part::Regime(_) => String::new(),
        }
    }

    /// Slugs of the topics of the record's page.
    pub fn topics(self, model: &Model) -> &[Id] {
        let list = self.list(model);
        match self.part.page() {
            Part::Duty(i) => &list.duties[i as usize].topics,
            Part::Matter(i) => &list.boundaries[i as usize].topics,
            Part::Service(i) => &list.services[i as usize].topics,
            Part::Regime(i) => &list.regimes[i as usize].topics,
            _ => &[],
        }
    }
}
