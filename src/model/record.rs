//! A short way to say which record is meant.

use super::ids::{
    AccountId, AccountabilityId, AgencyId, CounterpartId, DepartmentId, DutyId, ItemId, LawId, ListId, MatterId,
    MechanismId, OfficeId, ParticipantId, PenaltyId, ProcedureId, ProcedureStageId, ProvisionId, RegimeId, RegionId,
    ReorganisationId, ServiceId, StageId, TopicId, WorkItemId,
};

/// A record of a list: whatever in it can cite, be listed under a topic, name an office, or say something in words.
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
    /// The list itself, without what is in its collections.
    List,
    /// An office.
    Office(OfficeId),
    /// An item.
    Item(ItemId),
    /// A stage of an item.
    Stage(ItemId, StageId),
    /// What an item says of the basis of its duties.
    ItemDuties(ItemId),
    /// What an item says of accountability.
    ItemAccount(ItemId),
    /// A department that has an item with the township.
    Counterpart(ItemId, CounterpartId),
    /// A procedure, which holds for many items.
    Procedure(ProcedureId),
    /// A stage of a procedure.
    ProcedureStage(ProcedureId, ProcedureStageId),
    /// An account, which holds for many items.
    Account(AccountId),
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

/// Whose a text, a citation or a reference of the content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// The site as a whole.
    Site,
    /// A region.
    Region(RegionId),
    /// A kind of department.
    Department(DepartmentId),
    /// A topic.
    Topic(TopicId),
    /// A law.
    Law(LawId),
    /// A body or hotline of the register of bodies.
    Agency(AgencyId),
    /// A reorganisation.
    Reorganisation(ReorganisationId),
    /// A list or a record of it.
    Record(RecordRef),
}

impl Part {
    /// The record that has a page of its own and contains this one.
    pub fn page(self) -> Part {
        match self {
            Part::WorkItem(duty, _) | Part::Accountability(duty, _) => Part::Duty(duty),
            Part::Stage(item, _) | Part::ItemDuties(item) | Part::ItemAccount(item) | Part::Counterpart(item, _) => {
                Part::Item(item)
            }
            Part::ProcedureStage(procedure, _) => Part::Procedure(procedure),
            Part::Participant(matter, _) => Part::Matter(matter),
            Part::Provision(regime, _) | Part::Penalty(regime, _) => Part::Regime(regime),
            whole => whole,
        }
    }

    /// Word for the kind of record, as used in the `record_kind` column.
    pub fn kind(self) -> &'static str {
        match self {
            Part::List => "list",
            Part::Office(_) => "office",
            Part::Item(_) => "item",
            Part::Stage(..) => "stage",
            Part::ItemDuties(_) => "item-duties",
            Part::ItemAccount(_) => "item-accountability",
            Part::Counterpart(..) => "counterpart",
            Part::Procedure(_) => "procedure",
            Part::ProcedureStage(..) => "procedure-stage",
            Part::Account(_) => "account",
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
    /// The record that has a page of its own and contains this one.
    pub fn page(self) -> RecordRef {
        RecordRef { part: self.part.page(), ..self }
    }
}
