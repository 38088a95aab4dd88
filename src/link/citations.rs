//! Every citation of every list, in the order of the records.

use crate::model::{
    AccountabilityId, Basis, DutyId, LawId, List, ListId, MatterId, MechanismId, ParticipantId, PenaltyId, ProvisionId,
    RegimeId, ServiceId, WorkItemId, position,
};

use super::record::{Part, RecordRef};

position!(
    /// A citation of the graph.
    CitationId
);

/// One citation of one law by one record.
#[derive(Clone, Copy, Debug)]
pub struct Citation<'m> {
    /// The citing record.
    pub record: RecordRef,
    /// The law.
    pub law: LawId,
    /// The citation as the content holds it.
    pub basis: &'m Basis,
    /// Position among the bases of the record, counted from 0.
    pub position: u32,
}

/// Gathers the citations of one list; `law` finds the law of an id.
pub(super) fn citations<'m>(list: &'m List, id: ListId, law: &dyn Fn(&str) -> Option<LawId>) -> Vec<Citation<'m>> {
    let mut found = Vec::new();
    let mut take = |part: Part, bases: &'m [Basis]| {
        for (position, basis) in bases.iter().enumerate() {
            if let Some(law) = law(&basis.law) {
                found.push(Citation { record: RecordRef { list: id, part }, law, basis, position: position as u32 });
            }
        }
    };
    for (d, duty) in DutyId::each(list) {
        take(Part::Duty(d), &duty.basis);
        for (i, item) in WorkItemId::each(duty) {
            take(Part::WorkItem(d, i), &item.basis);
        }
        for (i, row) in AccountabilityId::each(duty) {
            take(Part::Accountability(d, i), &row.basis);
        }
    }
    for (m, matter) in MatterId::each(list) {
        take(Part::Matter(m), &matter.basis);
        for (i, participant) in ParticipantId::each(matter) {
            take(Part::Participant(m, i), &participant.basis);
        }
    }
    for (s, service) in ServiceId::each(list) {
        take(Part::Service(s), &service.basis);
    }
    for (r, regime) in RegimeId::each(list) {
        take(Part::Regime(r), &regime.basis);
        for (i, provision) in ProvisionId::each(regime) {
            take(Part::Provision(r, i), &provision.basis);
        }
        for (i, penalty) in PenaltyId::each(regime) {
            take(Part::Penalty(r, i), &penalty.basis);
        }
    }
    for (i, entry) in MechanismId::each(list) {
        take(Part::Mechanism(i), &entry.basis);
    }
    found
}
