//! A short way to say which record is meant.

use crate::model::{
    AccountabilityId, DutyId, Id, List, ListId, MatterId, MechanismId, Model, ParticipantId, PenaltyId, Position,
    ProvisionId, RegimeId, ServiceId, WorkItemId,
};

/// A record of a list that can cite, be listed under a topic, or name an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordRef {
    /// The list.
    pub list: ListId,
    /// The record in the list.
    pub part: Part,
}

/// A record within its list. Ids of the record in the list, then of the record inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A main duty.
    Duty(DutyId),
    /// A work item of a duty.
    WorkItem(DutyId, WorkItemId),
    /// An accountability row of a duty.
    Accountability(DutyId, AccountabilityId),
    /// A boundary matter.
    Matter(MatterId),
    /// A participant of a matter.
    Participant(MatterId, ParticipantId),
    /// A public service.
    Service(ServiceId),
    /// A supervision regime.
    Regime(RegimeId),
    /// A provision of a regime.
    Provision(RegimeId, ProvisionId),
    /// A penalty of a regime.
    Penalty(RegimeId, PenaltyId),
    /// An entry of the accountability mechanism.
    Mechanism(MechanismId),
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
        &model[self.list]
    }

    /// The record's id across all lists: `list/collection/id`, and `/part/id` for a record inside another.
    pub fn uid(self, model: &Model) -> String {
        let list = self.list(model);
        let local = match self.part {
            Part::Duty(i) => format!("duties/{}", list[i].id),
            Part::WorkItem(d, i) => {
                let duty = &list[d];
                format!("duties/{}/work-items/{}", duty.id, duty[i].id)
            }
            Part::Accountability(d, i) => {
                let duty = &list[d];
                format!("duties/{}/accountability/{}", duty.id, duty[i].id)
            }
            Part::Matter(i) => format!("boundaries/{}", list[i].id),
            Part::Participant(m, i) => {
                let matter = &list[m];
                format!("boundaries/{}/participants/{}", matter.id, matter[i].id)
            }
            Part::Service(i) => format!("services/{}", list[i].id),
            Part::Regime(i) => format!("regimes/{}", list[i].id),
            Part::Provision(r, i) => {
                let regime = &list[r];
                format!("regimes/{}/provisions/{}", regime.id, regime[i].id)
            }
            Part::Penalty(r, i) => format!("regimes/{}/penalties/{}", list[r].id, i.get() + 1),
            Part::Mechanism(i) => format!("accountability/{}", list[i].id),
        };
        format!("{}/{local}", list.id)
    }

    /// The anchor of the record on its page; empty for a record that is the page.
    pub fn anchor(self, model: &Model) -> String {
        let list = self.list(model);
        match self.part {
            Part::WorkItem(d, i) => format!("item-{}", list[d][i].id),
            Part::Accountability(d, i) => {
                format!("accountability-{}", list[d][i].id)
            }
            Part::Participant(m, i) => {
                format!("participant-{}", list[m][i].id)
            }
            Part::Provision(r, i) => list[r][i].id.to_string(),
            Part::Penalty(_, i) => format!("penalty-{}", i.get() + 1),
            Part::Mechanism(i) => list[i].id.to_string(),
            Part::Duty(_) | Part::Matter(_) | Part::Service(_) | Part::Regime(_) => String::new(),
        }
    }

    /// Slugs of the topics of the record's page.
    pub fn topics(self, model: &Model) -> &[Id] {
        let list = self.list(model);
        match self.part.page() {
            Part::Duty(i) => &list[i].topics,
            Part::Matter(i) => &list[i].topics,
            Part::Service(i) => &list[i].topics,
            Part::Regime(i) => &list[i].topics,
            _ => &[],
        }
    }
}
