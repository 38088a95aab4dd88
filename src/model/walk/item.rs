//! An item of a list in, or what is said once for many; every text, citation and reference of it met.

use crate::model::account::{Account, Procedure, Stage};
use crate::model::basis::Basis;
use crate::model::id::Id;
use crate::model::ids::{AccountId, CounterpartId, ItemId, ProcedureId, ProcedureStageId, StageId};
use crate::model::item::{Change, Counterpart, Item, TimeLimit, TimeLimits};
use crate::model::record::Part;
use crate::model::section::Handed;

use super::node::{ListRef, Node, Setting, Visit};
use super::regime::below;
use super::steps::{
    bases, cited, each, each_record, label, note, notes, numbers, offices, plain, prose, source, topics,
};

/// An item, with its stages and the departments that have it with the township.
pub(super) fn item<'m>(id: ItemId, item: &'m Item, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    let Item {
        id: _,
        formerly: _,
        number,
        code,
        name,
        part_of,
        section,
        role: _,
        power_type: _,
        type_as_printed,
        statement,
        body,
        offices: named,
        phones,
        topics: slugs,
        levels: _,
        level_as_printed,
        recipients,
        time_limits,
        fee,
        place,
        basis,
        basis_as_printed,
        procedure,
        stages,
        duties_basis,
        duties_basis_as_printed,
        accounts,
        accountability,
        answerable,
        change,
        boundaries,
        township_part,
        counterparts,
        notes: remarks,
        source: printed,
    } = item;
    let at = &at.of(Part::Item(id)).beside(basis, &[]);
    visit(Node::Item(item), at);
    plain(number, &at.key("number"), visit);
    plain(code, &at.key("code"), visit);
    visit(Node::Name(name), &at.key("name"));
    reference(ListRef::Item, part_of.as_ref(), &at.key("part_of"), visit);
    reference(ListRef::Section, section.as_ref(), &at.key("section"), visit);
    plain(type_as_printed, &at.key("type_as_printed"), visit);
    prose(statement, &at.key("statement"), visit);
    reference(ListRef::Body, body.as_ref(), &at.key("body"), visit);
    offices(named, at, visit);
    numbers(phones, at, visit);
    topics(slugs, at, visit);
    plain(level_as_printed, &at.key("level_as_printed"), visit);
    prose(recipients, &at.key("recipients"), visit);
    if let Some(TimeLimits { statutory, promised }) = time_limits {
        let at = &at.key("time_limits");
        for (key, limit) in [("statutory", statutory), ("promised", promised)] {
            if let Some(TimeLimit { text, limit: _ }) = limit {
                visit(Node::Prose(text), &at.key(key).key("text"));
            }
        }
    }
    prose(fee, &at.key("fee"), visit);
    prose(place, &at.key("place"), visit);
    bases(basis, at, visit);
    // The column says itself which laws it means; an article without a law in it belongs to the law before.
    prose(basis_as_printed, &at.key("basis_as_printed"), visit);
    reference(ListRef::Procedure, procedure.as_ref(), &at.key("procedure"), visit);
    each_record(stages, &at.key("stages"), |i: StageId, value, at| {
        stage(value, &at.of(Part::Stage(id, i)), duties_basis, visit);
    });
    let duties = &at.of(Part::ItemDuties(id)).beside(duties_basis, basis);
    cited(duties_basis, &duties.key("duties_basis"), visit);
    prose(duties_basis_as_printed, &duties.key("duties_basis_as_printed"), visit);
    each(accounts, &at.key("accounts"), |account, at| visit(Node::ListRef(ListRef::Account, account), at));
    if let Some(accountability) = accountability {
        accountable(accountability, &at.key("accountability").of(Part::ItemAccount(id)), visit);
    }
    prose(answerable, &at.key("answerable"), visit);
    if let Some(Change { kind: _, as_printed, predecessor, predecessor_id, taken_over_by, note: remark }) = change {
        let at = &at.key("change");
        plain(as_printed, &at.key("as_printed"), visit);
        label(predecessor, &at.key("predecessor"), visit);
        if let Some(id) = predecessor_id {
            visit(Node::ItemRef(id), &at.key("predecessor_id"));
        }
        label(taken_over_by, &at.key("taken_over_by"), visit);
        note(remark, &at.key("note"), visit);
    }
    each(boundaries, &at.key("boundaries"), |matter, at| visit(Node::MatterRef(matter), at));
    prose(township_part, &at.key("township_part"), visit);
    each_record(counterparts, &at.key("counterparts"), |i: CounterpartId, counterpart, at| {
        let Counterpart { department, name, responsibility, manner, item } = counterpart;
        let at = &at.of(Part::Counterpart(id, i)).beside(basis, &[]);
        visit(Node::Counterpart(counterpart), at);
        if let Some(slug) = department {
            visit(Node::DepartmentRef(slug), &at.key("department"));
        }
        visit(Node::Name(name), &at.key("name"));
        prose(responsibility, &at.key("responsibility"), visit);
        prose(manner, &at.key("manner"), visit);
        if let Some(id) = item {
            visit(Node::ItemRef(id), &at.key("item"));
        }
    });
    notes(remarks, at, visit);
    if let Some(place) = printed {
        source(place, at, visit);
    }
}

/// A procedure with its stages.
pub(super) fn procedure<'m>(id: ProcedureId, value: &'m Procedure, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    let Procedure { id: _, name, stages, source: printed } = value;
    let at = &at.of(Part::Procedure(id));
    visit(Node::Procedure(value), at);
    if let Some(name) = name {
        visit(Node::Name(name), &at.key("name"));
    }
    each_record(stages, &at.key("stages"), |i: ProcedureStageId, value, at| {
        stage(value, &at.of(Part::ProcedureStage(id, i)), &[], visit);
    });
    if let Some(place) = printed {
        source(place, at, visit);
    }
}

/// An account that holds for many items.
pub(super) fn account<'m>(id: AccountId, value: &'m Account, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    accountable(value, &at.of(Part::Account(id)), visit);
}

fn accountable<'m>(account: &'m Account, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    let Account { id: _, name, lead_in, circumstances, consequence, basis, basis_as_printed, source: printed } =
        account;
    let at = &at.beside(basis, &[]);
    visit(Node::Account(account), at);
    if let Some(name) = name {
        visit(Node::Name(name), &at.key("name"));
    }
    prose(lead_in, &at.key("lead_in"), visit);
    each(circumstances, &at.key("circumstances"), |text, at| visit(Node::Prose(text), at));
    prose(consequence, &at.key("consequence"), visit);
    bases(basis, at, visit);
    prose(basis_as_printed, &at.key("basis_as_printed"), visit);
    if let Some(place) = printed {
        source(place, at, visit);
    }
}

fn stage<'m>(stage: &'m Stage, at: &Setting<'_, 'm>, whole: &'m [Basis], visit: &mut Visit<'_, 'm>) {
    let Stage { stage: _, as_printed, number, text, items, basis } = stage;
    let at = &at.beside(basis, whole);
    visit(Node::Stage(stage), at);
    plain(as_printed, &at.key("as_printed"), visit);
    plain(number, &at.key("number"), visit);
    prose(text, &at.key("text"), visit);
    below(text, items, at, visit);
    bases(basis, at, visit);
}

/// What a list or a section hands down to its items.
pub(super) fn handed_down<'m>(handed: &Handed<'m>, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    let Handed { power_type: _, type_as_printed, topics: slugs, offices: named, body, procedure, accounts, part: _ } =
        handed;
    if let Some(word) = type_as_printed {
        visit(Node::Plain(word), &at.key("type_as_printed"));
    }
    topics(slugs, at, visit);
    offices(named, at, visit);
    reference(ListRef::Body, *body, &at.key("body"), visit);
    reference(ListRef::Procedure, *procedure, &at.key("procedure"), visit);
    each(accounts, &at.key("accounts"), |account, at| visit(Node::ListRef(ListRef::Account, account), at));
}

fn reference<'m>(to: ListRef, id: Option<&'m Id>, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    if let Some(id) = id {
        visit(Node::ListRef(to, id), at);
    }
}
