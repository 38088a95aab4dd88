//! Items of lists in; the same with what they inherit from the item that they are part of, their section and their list.
//!
//! This comes after the rules: a fault in what is handed down is reported where it stands, once.

use std::collections::HashMap;

use crate::model::{Handed, Id, Item, ItemRole, List, PowerType, Source};

/// What a sub-item takes from the item that it is part of: type, role and body.
type OfWhole = (Option<PowerType>, Option<ItemRole>, Option<Id>);

/// Hands down what sections and lists say for all their items.
pub(super) fn inherit(list: &mut List) {
    let List { items, sections, defaults, sources, procedures, accounts, .. } = list;
    let only = match &sources[..] {
        [document] => match &document.parts[..] {
            [part] => Some(part.id.clone()),
            _ => None,
        },
        _ => None,
    };
    let by_id: HashMap<&Id, &Item> = items.iter().map(|item| (&item.id, item)).collect();
    let wholes: Vec<Option<OfWhole>> = items
        .iter()
        .map(|item| {
            let whole = by_id.get(item.part_of.as_ref()?)?;
            Some((whole.power_type, whole.role, whole.body.clone()))
        })
        .collect();
    let of_list = defaults.as_ref().and_then(|defaults| defaults.part.clone()).or_else(|| only.clone());
    let shared = procedures.iter_mut().map(|procedure| &mut procedure.source);
    for source in shared.chain(accounts.iter_mut().map(|account| &mut account.source)).flatten() {
        if source.part.is_empty() {
            source.part = of_list.clone().unwrap_or_default();
        }
    }
    for (item, whole) in items.iter_mut().zip(&wholes) {
        if let Some((power_type, role, body)) = whole {
            item.power_type = item.power_type.or(*power_type);
            item.role = item.role.or(*role);
            fill(&mut item.body, body.as_ref());
        }
        let section = item.section.as_ref().and_then(|id| sections.iter().find(|section| section.id == *id));
        if let Some(section) = section {
            item.role = item.role.or(section.role);
            take(item, section.handed());
        }
        if let Some(defaults) = defaults {
            take(item, defaults.handed());
        }
        if let (None, Some(part)) = (&item.source, &only) {
            item.source = Some(Source { file: None, part: part.clone(), row: None, note: None });
        }
        let part = item.source.as_ref().map(|source| source.part.clone()).filter(|part| !part.is_empty());
        let part = part.or_else(|| only.clone()).unwrap_or_default();
        let own = item.accountability.as_mut().and_then(|account| account.source.as_mut());
        for source in item.source.iter_mut().chain(own).filter(|source| source.part.is_empty()) {
            source.part = part.clone();
        }
    }
}

fn take(item: &mut Item, handed: Handed<'_>) {
    // A word as printed goes with the type that it stands for.
    if item.power_type.is_none() && item.type_as_printed.is_none() {
        item.type_as_printed = handed.type_as_printed.cloned();
    }
    item.power_type = item.power_type.or(handed.power_type);
    fill_all(&mut item.topics, handed.topics);
    // The offices of the agency do not handle what another body has.
    if item.body.is_none() || handed.body.is_some() {
        fill_all(&mut item.offices, handed.offices);
    }
    fill(&mut item.body, handed.body);
    if item.stages.is_empty() {
        fill(&mut item.procedure, handed.procedure);
    }
    if item.accountability.is_none() {
        fill_all(&mut item.accounts, handed.accounts);
    }
    if let Some(part) = handed.part {
        match &mut item.source {
            Some(source) if source.part.is_empty() => source.part = part.clone(),
            Some(_) => {}
            none => *none = Some(Source { file: None, part: part.clone(), row: None, note: None }),
        }
    }
}

fn fill(own: &mut Option<Id>, handed: Option<&Id>) {
    if own.is_none() {
        *own = handed.cloned();
    }
}

fn fill_all(own: &mut Vec<Id>, handed: &[Id]) {
    if own.is_empty() {
        own.extend_from_slice(handed);
    }
}

/// The type of an item before it has inherited it: its own, that of its section, that of the list.
pub(super) fn power_type(list: &List, item: &Item) -> Option<PowerType> {
    let whole = item.part_of.as_ref().and_then(|id| list.items.iter().find(|other| other.id == *id));
    let section = item.section.as_deref().and_then(|id| list.section(id)).map(|id| &list[id]);
    let of_list = || list.defaults.as_ref().and_then(|defaults| defaults.power_type);
    let of_whole = || whole.and_then(|whole| whole.power_type);
    item.power_type.or_else(of_whole).or_else(|| section.and_then(|section| section.power_type)).or_else(of_list)
}
