//! Graph in, rows of each kind of record out, list by list; the tables are drawn from these.

use crate::model::{
    Accountability, Duty, List, ListId, Matter, MechanismEntry, Part, Participant, Penalty, Position, Provision,
    Regime, Service, WorkItem,
};

use super::address::Subject;
use super::row::{Context, Row, Rows};

/// The lists whose records are wanted.
pub fn lists(context: Context<'_>) -> Rows<'_, List> {
    let one = context.scope.map(|scope| scope.list);
    Box::new(known_lists(context).filter(move |row| one.is_none() || row.list == one))
}

/// Every list that rows may name: those whose records are wanted, and those that they took the place of.
pub fn known_lists(context: Context<'_>) -> Rows<'_, List> {
    let all = ListId::each(context.graph.model);
    Box::new(all.filter(move |(id, _)| context.wants(|scope| &scope.lists, *id)).map(move |(id, list)| Row {
        list: Some(id),
        ..Row::top(context, list, &list.id, id.get(), Some(Subject::List(id))).kind("list")
    }))
}

/// The main duties.
pub fn duties(context: Context<'_>) -> Rows<'_, Duty> {
    Box::new(
        lists(context).flat_map(|list| {
            list.records(|list| &list.duties, |_: ListId, i| Part::Duty(i), |duty| Some(&duty.source))
        }),
    )
}

/// The work items of the duties.
pub fn work_items(context: Context<'_>) -> Rows<'_, WorkItem> {
    Box::new(
        duties(context)
            .flat_map(|duty| duty.records(|duty| &duty.work_items, Part::WorkItem, |item| Some(&item.source))),
    )
}

/// The accountability rows of the duties.
pub fn accountability(context: Context<'_>) -> Rows<'_, Accountability> {
    Box::new(
        duties(context)
            .flat_map(|duty| duty.records(|duty| &duty.accountability, Part::Accountability, |row| Some(&row.source))),
    )
}

/// The boundary matters.
pub fn matters(context: Context<'_>) -> Rows<'_, Matter> {
    Box::new(lists(context).flat_map(|list| {
        list.records(|list| &list.boundaries, |_: ListId, i| Part::Matter(i), |matter| Some(&matter.source))
    }))
}

/// The participants of the matters.
pub fn participants(context: Context<'_>) -> Rows<'_, Participant> {
    Box::new(matters(context).flat_map(|matter| {
        matter.records(|matter| &matter.participants, Part::Participant, |participant| participant.source.as_ref())
    }))
}

/// The public services.
pub fn services(context: Context<'_>) -> Rows<'_, Service> {
    Box::new(lists(context).flat_map(|list| {
        list.records(|list| &list.services, |_: ListId, i| Part::Service(i), |service| Some(&service.source))
    }))
}

/// The supervision regimes.
pub fn regimes(context: Context<'_>) -> Rows<'_, Regime> {
    Box::new(lists(context).flat_map(|list| {
        list.records(|list| &list.regimes, |_: ListId, i| Part::Regime(i), |regime| Some(&regime.source))
    }))
}

/// The provisions of the regimes.
pub fn provisions(context: Context<'_>) -> Rows<'_, Provision> {
    Box::new(regimes(context).flat_map(|regime| regime.records(|regime| &regime.provisions, Part::Provision, |_| None)))
}

/// The penalties of the regimes.
pub fn penalties(context: Context<'_>) -> Rows<'_, Penalty> {
    Box::new(regimes(context).flat_map(|regime| regime.records(|regime| &regime.penalties, Part::Penalty, |_| None)))
}

/// The entries of the accountability mechanisms.
pub fn mechanism(context: Context<'_>) -> Rows<'_, MechanismEntry> {
    Box::new(lists(context).flat_map(|list| {
        list.records(|list| &list.mechanism, |_: ListId, i| Part::Mechanism(i), |entry| Some(&entry.source))
    }))
}
