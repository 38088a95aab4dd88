//! Every citation of every list, in the order of the records.

use crate::model::{Basis, List};

use super::record::{Part, RecordRef};

/// One citation of one law by one record.
#[derive(Clone, Copy, Debug)]
pub struct Citation<'m> {
    /// The citing record.
    pub record: RecordRef,
    /// Index of the law in the model.
    pub law: u32,
    /// The citation as the content holds it.
    pub basis: &'m Basis,
    /// Position among the bases of the record, counted from 0.
    pub position: u32,
}

/// Gathers the citations of one list; `law` resolves an id to the law's index.
pub(super) fn citations<'m>(list: &'m List, index: u32, law: &dyn Fn(&str) -> Option<u32>) -> Vec<Citation<'m>> {
    let mut found = Vec::new();
    let mut take = |part: Part, bases: &'m [Basis]| {
        for (position, basis) in bases.iter().enumerate() {
            if let Some(law) = law(&basis.law) {
                found.push(Citation { record: RecordRef { list: index, part }, law, basis, position: position as u32 });
            }
        }
    };
    for (d, duty) in numbered(&list.duties) {
        take(Part::Duty(d), &duty.basis);
        for (i, item) in numbered(&duty.work_items) {
            take(Part::WorkItem(d, i), &item.basis);
        }
        for (i, row) in numbered(&duty.accountability) {
            take(Part::Accountability(d, i), &row.basis);
        }
    }
    for (m, matter) in numbered(&list.boundaries) {
        take(Part::Matter(m), &matter.basis);
        for (i, participant) in numbered(&matter.participants) {
            take(Part::Participant(m, i), &participant.basis);
        }
    }
    for (s, service) in numbered(&list.services) {
        take(Part::Service(s), &service.basis);
    }
    for (r, regime) in numbered(&list.regimes) {
        take(Part::Regime(r), &regime.basis);
        for (i, provision) in numbered(&regime.provisions) {
            take(Part::Provision(r, i), &provision.basis);
        }
        for (i, penalty) in numbered(&regime.penalties) {
            take(Part::Penalty(r, i), &penalty.basis);
        }
    }
    for (i, entry) in numbered(&list.mechanism) {
        take(Part::Mechanism(i), &entry.basis);
    }
    found
}

fn numbered<T>(values: &[T]) -> impl Iterator<Item = (u32, &T)> {
    values.iter().enumerate().map(|(index, value)| (index as u32, value))
}
