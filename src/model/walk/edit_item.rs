//! An item of a list in, or what is said once for many; each of its texts and citations handed over to be changed.

use crate::model::account::{Account, Procedure, Stage};
use crate::model::item::{Change, Counterpart, Item, TimeLimit, TimeLimits};
use crate::model::list::Body;
use crate::model::section::Section;

use super::edit_steps::{Edit, bases, provision_items, source, texts};

/// What of a list stands above its items: bodies, sections, and what is said once for many of them.
pub(super) fn edit_above(
    bodies: &mut [Body],
    sections: &mut [Section],
    procedures: &mut [Procedure],
    accounts: &mut [Account],
    edit: &mut Edit<'_>,
) {
    for Body { slug: _, name, department: _, phones: _, note } in bodies {
        texts([name].into_iter().chain(note), edit);
    }
    for Section { title, note, .. } in sections {
        texts([title].into_iter().chain(note), edit);
    }
    for Procedure { id: _, name, stages, source: place } in procedures {
        texts(name, edit);
        stages.iter_mut().for_each(|stage| edit_stage(stage, edit));
        place.iter_mut().for_each(|place| source(place, edit));
    }
    accounts.iter_mut().for_each(|account| edit_account(account, edit));
}

/// An item.
pub(super) fn edit_item(item: &mut Item, edit: &mut Edit<'_>) {
    let Item {
        id: _,
        formerly: _,
        number: _,
        code: _,
        name,
        part_of: _,
        section: _,
        role: _,
        power_type: _,
        type_as_printed: _,
        statement,
        body: _,
        offices: _,
        phones: _,
        topics: _,
        levels: _,
        level_as_printed: _,
        recipients,
        time_limits,
        fee,
        place,
        basis,
        basis_as_printed,
        procedure: _,
        stages,
        duties_basis,
        duties_basis_as_printed,
        accounts: _,
        accountability,
        answerable,
        change,
        boundaries: _,
        township_part,
        counterparts,
        notes,
        source: printed,
    } = item;
    let optional =
        [statement, recipients, fee, place, basis_as_printed, duties_basis_as_printed, answerable, township_part];
    texts([name].into_iter().chain(optional.into_iter().flatten()).chain(notes), edit);
    if let Some(TimeLimits { statutory, promised }) = time_limits {
        for TimeLimit { text, limit: _ } in [statutory, promised].into_iter().flatten() {
            texts([text], edit);
        }
    }
    bases(basis, edit);
    bases(duties_basis, edit);
    stages.iter_mut().for_each(|stage| edit_stage(stage, edit));
    accountability.iter_mut().for_each(|account| edit_account(account, edit));
    if let Some(Change { kind: _, as_printed: _, predecessor, predecessor_id: _, taken_over_by, note }) = change {
        texts([predecessor, taken_over_by, note].into_iter().flatten(), edit);
    }
    for Counterpart { department: _, name, responsibility, manner, item: _ } in counterparts {
        texts([name].into_iter().chain([responsibility, manner].into_iter().flatten()), edit);
    }
    printed.iter_mut().for_each(|printed| source(printed, edit));
}

fn edit_account(account: &mut Account, edit: &mut Edit<'_>) {
    let Account { id: _, name, lead_in, circumstances, consequence, basis, basis_as_printed, source: printed } =
        account;
    texts([name, lead_in, consequence, basis_as_printed].into_iter().flatten().chain(circumstances), edit);
    bases(basis, edit);
    printed.iter_mut().for_each(|printed| source(printed, edit));
}

fn edit_stage(stage: &mut Stage, edit: &mut Edit<'_>) {
    let Stage { stage: _, as_printed: _, number: _, text, items: below, basis } = stage;
    texts(text, edit);
    provision_items(below, edit);
    bases(basis, edit);
}
