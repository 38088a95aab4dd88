//! The collections that ids are positions in: every id of an owner, every record with its id, and `owner[id]`.

use std::ops::Index;

use super::Model;
use super::account::{Account, Procedure, Stage};
use super::agency::Agency;
use super::duty::{Accountability, Duty, WorkItem};
use super::ids::{
    AccountId, AccountabilityId, AgencyId, BodyId, CounterpartId, DepartmentId, DutyId, ItemId, LawId, ListId,
    MatterId, MechanismId, OfficeId, ParticipantId, PenaltyId, Position, ProcedureId, ProcedureStageId, ProvisionId,
    RegimeId, RegionId, ReorganisationId, SectionId, ServiceId, StageId, TopicId, WorkItemId,
};
use super::item::{Counterpart, Item};
use super::law::Law;
use super::list::{Body, List, Office};
use super::matter::{Matter, Participant};
use super::mechanism::MechanismEntry;
use super::regime::{Penalty, Provision, Regime};
use super::registers::{Department, Region, Topic};
use super::reorganisation::Reorganisation;
use super::section::Section;
use super::service::Service;

/// Declares which collection of which owner each id is a position in, and `owner[id]`.
macro_rules! ids {
    ($($id:ident = $owner:ident.$field:ident: $value:ident;)*) => {$(
        impl $id {
            /// The ids of all that the owner has, in order.
            pub fn all(owner: &$owner) -> impl ExactSizeIterator<Item = $id> + Clone + use<> {
                (0..owner.$field.len()).map($id::new)
            }

            /// All that the owner has, each with its id, in order.
            pub fn each(owner: &$owner) -> impl ExactSizeIterator<Item = ($id, &$value)> + Clone {
                $id::all(owner).zip(&owner.$field)
            }

            /// The first that a condition holds for.
            pub fn find(owner: &$owner, holds: impl FnMut(&$value) -> bool) -> Option<$id> {
                owner.$field.iter().position(holds).map($id::new)
            }
        }

        impl Index<$id> for $owner {
            type Output = $value;

            fn index(&self, id: $id) -> &$value {
                &self.$field[id.get()]
            }
        }
    )*};
}

ids! {
    RegionId = Model.regions: Region;
    DepartmentId = Model.departments: Department;
    TopicId = Model.topics: Topic;
    LawId = Model.laws: Law;
    AgencyId = Model.agencies: Agency;
    ReorganisationId = Model.reorganisations: Reorganisation;
    ListId = Model.lists: List;
    OfficeId = List.offices: Office;
    BodyId = List.bodies: Body;
    SectionId = List.sections: Section;
    ItemId = List.items: Item;
    StageId = Item.stages: Stage;
    CounterpartId = Item.counterparts: Counterpart;
    ProcedureId = List.procedures: Procedure;
    ProcedureStageId = Procedure.stages: Stage;
    AccountId = List.accounts: Account;
    DutyId = List.duties: Duty;
    WorkItemId = Duty.work_items: WorkItem;
    AccountabilityId = Duty.accountability: Accountability;
    MatterId = List.boundaries: Matter;
    ParticipantId = Matter.participants: Participant;
    ServiceId = List.services: Service;
    RegimeId = List.regimes: Regime;
    ProvisionId = Regime.provisions: Provision;
    PenaltyId = Regime.penalties: Penalty;
    MechanismId = List.mechanism: MechanismEntry;
}
