//! Graph in, rows of each kind of record out, list by list; the tables are drawn from these.

use crate::model::{
    Account, AccountId, Accountability, Counterpart, Duty, Item, ItemId, List, ListId, Matter, MechanismEntry, Part,
    Participant, Penalty, Position, Procedure, Provision, Regime, Service, Stage, WorkItem,
};

use super::address::Subject;
use super::row::{Context, Row, Rows};

/// The lists whose records are wanted.
pub fn lists(context: Context<'_>) -> Rows<'_, List> {
    Box::new(context.lists().map(move |id| list(context, id)))
}

/// Every list that rows may name: those whose data are wanted, and those that they took the place of.
pub fn known_lists(context: Context<'_>) -> Rows<'_, List> {
    let all = ListId::all(context.graph.model);
    Box::new(context.wanted(|scope| &scope.lists, all).map(move |id| list(context, id)))
}

fn list(context: Context<'_>, id: ListId) -> Row<'_, List> {
    let list = &context.graph.model[id];
    Row { list: Some(id), ..Row::top(context, list, &list.id, id.get(), Some(Subject::List(id))).kind("list") }
}

/// The rows of each list, one list after the other, where the rows of a list come from several of its collections.
pub fn list_by_list<'m, T: 'm>(context: Context<'m>, rows: impl Fn(Context<'m>) -> Rows<'m, T> + 'm) -> Rows<'m, T> {
    Box::new(context.lists().flat_map(move |list| rows(context.only(list))))
}

/// The items.
pub fn items(context: Context<'_>) -> Rows<'_, Item> {
    Box::new(
        lists(context).flat_map(|list| {
            list.records(|list| &list.items, |_: ListId, i| Part::Item(i), |item| item.source.as_ref())
        }),
    )
}

/// The stages of the items.
pub fn stages(context: Context<'_>) -> Rows<'_, Stage> {
    Box::new(items(context).flat_map(|item| item.records(|item| &item.stages, Part::Stage, |_| None)))
}

/// The departments that have items with a township.
pub fn counterparts(context: Context<'_>) -> Rows<'_, Counterpart> {
    Box::new(items(context).flat_map(|item| item.records(|item| &item.counterparts, Part::Counterpart, |_| None)))
}

/// The procedures that hold for many items.
pub fn procedures(context: Context<'_>) -> Rows<'_, Procedure> {
    Box::new(lists(context).flat_map(|list| {
        list.records(|list| &list.procedures, |_: ListId, i| Part::Procedure(i), |value| value.source.as_ref())
    }))
}

/// The stages of the procedures.
pub fn procedure_stages(context: Context<'_>) -> Rows<'_, Stage> {
    Box::new(
        procedures(context)
            .flat_map(|procedure| procedure.records(|value| &value.stages, Part::ProcedureStage, |_| None)),
    )
}

/// Accountability: of each list what holds for many items, then that of its items.
pub fn accounts(context: Context<'_>) -> Rows<'_, Account> {
    list_by_list(context, accounts_of)
}

fn accounts_of(context: Context<'_>) -> Rows<'_, Account> {
    let shared = lists(context).flat_map(|list| {
        list.records(|list| &list.accounts, |_: ListId, i| Part::Account(i), |value| value.source.as_ref())
    });
    let own = items(context).flat_map(|item| {
        let part = |item: ItemId, _: AccountId| Part::ItemAccount(item);
        item.records(|item| item.accountability.as_slice(), part, |value| value.source.as_ref())
    });
    Box::new(shared.chain(own))
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
