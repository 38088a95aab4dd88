//! The items of a list in; the groups that have pages of their own, by section or by type of power, out.

use std::collections::{HashMap, HashSet};

use crate::model::{Id, ItemId, List, PowerType, SectionId};

/// Up to how many items a page of a group shows.
pub const ITEMS_ON_A_PAGE: usize = 100;

/// Items that are shown together.
#[derive(Clone, Debug, Hash)]
pub struct ItemGroup {
    /// What they have in common.
    pub by: GroupedBy,
    /// The items in printed order, each with its sub-items behind it.
    pub items: Vec<ItemId>,
}

/// What the items of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupedBy {
    /// The printed heading over them.
    Section(SectionId),
    /// Their type of power, in a list without headings.
    Type(PowerType),
    /// Nothing: the list has neither, or these have not.
    Nothing,
}

impl ItemGroup {
    /// How many pages it takes.
    pub fn pages(&self) -> usize {
        self.items.len().div_ceil(ITEMS_ON_A_PAGE).max(1)
    }

    /// The items of one of its pages.
    pub fn page(&self, page: usize) -> &[ItemId] {
        self.items.chunks(ITEMS_ON_A_PAGE).nth(page).unwrap_or_default()
    }

    /// The word for the group in addresses.
    pub fn slug<'m>(&self, list: &'m List) -> &'m str {
        match self.by {
            GroupedBy::Section(section) => &list[section].id,
            GroupedBy::Type(power_type) => power_type.as_str(),
            GroupedBy::Nothing => "_rest",
        }
    }
}

/// Puts the items of a list into groups, in the order of the sections or of the first item of a type.
pub fn item_groups(list: &List) -> Vec<ItemGroup> {
    let mut parts: HashMap<&Id, Vec<ItemId>> = HashMap::new();
    for (id, item) in ItemId::each(list) {
        if let Some(whole) = &item.part_of {
            parts.entry(whole).or_default().push(id);
        }
    }
    let mut groups: Vec<ItemGroup> = Vec::new();
    if !list.sections.is_empty() {
        groups.extend(SectionId::all(list).map(|id| ItemGroup { by: GroupedBy::Section(id), items: Vec::new() }));
    }
    let mut seen = HashSet::new();
    for (id, item) in ItemId::each(list).filter(|(_, item)| item.part_of.is_none()) {
        let section = item.section.as_deref().and_then(|section| list.section(section));
        let by = match (section, item.power_type) {
            (Some(section), _) => GroupedBy::Section(section),
            (None, Some(power_type)) if list.sections.is_empty() => GroupedBy::Type(power_type),
            _ => GroupedBy::Nothing,
        };
        let group = match groups.iter().position(|group| group.by == by) {
            Some(group) => &mut groups[group],
            None => {
                groups.push(ItemGroup { by, items: Vec::new() });
                let last = groups.len() - 1;
                &mut groups[last]
            }
        };
        // The parts of a part follow it, whatever the file says of who is part of whom.
        let mut open = vec![id];
        while let Some(next) = open.pop() {
            if seen.insert(next) {
                group.items.push(next);
                open.extend(parts.get(&list[next].id).into_iter().flatten().rev());
            }
        }
    }
    // A heading over headings has no items of its own, and no page; one that stands alone is shown even so.
    groups.retain(|group| match group.by {
        GroupedBy::Section(section) if group.items.is_empty() => {
            let id = &list[section].id;
            !list.items.is_empty() && !list.sections.iter().any(|other| other.part_of.as_ref() == Some(id))
        }
        _ => !group.items.is_empty(),
    });
    groups
}
