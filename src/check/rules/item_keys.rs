//! The items of a list in; those whose number or code an item before them in the same place has already, out.

use std::collections::{HashMap, HashSet};

use crate::check::inherit::power_type;
use crate::model::{Id, ItemId, ItemRole, List, Position, PowerType};

/// An item and the one before it that prints the same.
pub(super) struct Repeated<'m> {
    /// The item.
    pub item: ItemId,
    /// The item before it.
    pub before: ItemId,
    /// Which of its keys repeats: `number` or `code`.
    pub key: &'static str,
    /// What both print.
    pub printed: &'m str,
}

/// Where a number tells an item from the others: the section, or the type where there is none, the part of a township's
/// list, the item that it is part of, and the body.
type Scope<'m> = (Option<&'m Id>, Option<PowerType>, Option<ItemRole>, Option<&'m Id>, Option<&'m Id>);

/// Finds them, in the order of the items.
pub(super) fn repeated(list: &List) -> Vec<Repeated<'_>> {
    let mut numbers: HashMap<(Scope<'_>, &str), ItemId> = HashMap::new();
    let mut codes: HashMap<(Scope<'_>, &str), ItemId> = HashMap::new();
    let mut found = Vec::new();
    for (id, item) in ItemId::each(list) {
        let section = item.section.as_ref();
        let of_type = if section.is_none() { power_type(list, item) } else { None };
        let scope = (section, of_type, item.role, item.part_of.as_ref(), item.body.as_ref());
        if let Some(number) = item.number.as_deref().filter(|number| !number.trim().is_empty()) {
            match numbers.get(&(scope, number)) {
                Some(before) => found.push(Repeated { item: id, before: *before, key: "number", printed: number }),
                None => drop(numbers.insert((scope, number), id)),
            }
        }
        if let Some(code) = item.code.as_deref().filter(|code| !code.trim().is_empty()) {
            match codes.get(&((section, None, None, None, None), code)) {
                Some(before) => found.push(Repeated { item: id, before: *before, key: "code", printed: code }),
                None => drop(codes.insert(((section, None, None, None, None), code), id)),
            }
        }
    }
    found.sort_by_key(|repeated| repeated.item);
    found
}

/// The positions alone.
pub(super) fn repeated_items(list: &List) -> HashSet<usize> {
    repeated(list).iter().map(|repeated| repeated.item.get()).collect()
}
