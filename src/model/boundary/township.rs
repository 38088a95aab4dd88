//! The lists of a site in; items that a township and a department both have, or that each says the other has, out.

use std::collections::HashMap;

use crate::model::handover::{Handover, item_by_id};
use crate::model::ids::{ItemId, ListId, RegionId};
use crate::model::lang::Lang;
use crate::model::list_words::{ExerciseLevel, ItemRole, ListKind};
use crate::model::record::{Part, RecordRef};
use crate::model::{Item, Model};

use super::finding::{BoundaryFault, BoundaryFinding};
use super::offices::Offices;
use super::plain::folded;

/// What lists of townships and those of departments do not agree on.
pub(super) fn at_odds(model: &Model, offices: &Offices<'_>, handovers: &[Handover]) -> Vec<BoundaryFinding> {
    let mut found = Vec::new();
    for handover in handovers {
        let Some(theirs) = handover.found else { continue };
        let Some(item) = item_of(model, theirs) else { continue };
        let back = role(model, handover.list, handover.item) == Some(ItemRole::TakenBack);
        if back && item.levels.contains(&ExerciseLevel::Township) {
            found.push(BoundaryFinding {
                ours: RecordRef { list: handover.list, part: Part::Item(handover.item) },
                fault: BoundaryFault::NotTakenBack,
                other: theirs.list,
                theirs: Some(theirs),
                our_part: Some(handover.record()),
                their_part: None,
            });
        }
    }
    if model.lists.iter().any(|list| list.kind == ListKind::Township) {
        both_have(model, offices, &mut found);
    }
    found
}

fn role(model: &Model, list: ListId, item: ItemId) -> Option<ItemRole> {
    let list = &model[list];
    let of_section = || list[list.section(list[item].section.as_deref()?)?].role;
    list[item].role.or_else(of_section)
}

fn item_of(model: &Model, record: RecordRef) -> Option<&Item> {
    match record.part {
        Part::Item(item) => Some(&model[record.list][item]),
        _ => None,
    }
}

/// Basic items of townships that a department of the county has as well, by code or name, and gives to other levels.
fn both_have(model: &Model, offices: &Offices<'_>, found: &mut Vec<BoundaryFinding>) {
    let regions: HashMap<&str, RegionId> = RegionId::each(model).map(|(id, region)| (&*region.slug, id)).collect();
    let mut items: HashMap<(RegionId, String), Vec<RecordRef>> = HashMap::new();
    for (l, list) in ListId::each(model).filter(|(l, _)| offices.of_list(*l).is_some()) {
        let Some(region) = regions.get(&*list.region) else { continue };
        let elsewhere = |item: &Item| !item.levels.is_empty() && !item.levels.contains(&ExerciseLevel::Township);
        for (i, item) in ItemId::each(list).filter(|(_, item)| elsewhere(item)) {
            let record = RecordRef { list: l, part: Part::Item(i) };
            let keys = item.code.iter().cloned().chain([folded(item.name.best(Lang::ZH).1)]);
            keys.for_each(|key| items.entry((*region, key)).or_default().push(record));
        }
    }
    for (l, list) in ListId::each(model).filter(|(_, list)| list.kind == ListKind::Township) {
        let Some(own) = regions.get(&*list.region).copied() else { continue };
        let above = model[own].parent.as_deref().and_then(|slug| regions.get(slug)).copied();
        for (i, item) in ItemId::each(list) {
            if role(model, l, i) != Some(ItemRole::Basic) || !item.counterparts.is_empty() {
                continue;
            }
            let keys = item.code.iter().cloned().chain([folded(item.name.best(Lang::ZH).1)]);
            let places = || [Some(own), above].into_iter().flatten();
            let theirs = keys.flat_map(|key| places().map(move |place| (place, key.clone())));
            let theirs = theirs.filter_map(|key| items.get(&key)).flatten().next().copied();
            let before = item.change.as_ref().and_then(|change| item_by_id(model, change.predecessor_id.as_deref()?));
            if let Some(theirs) = theirs.filter(|theirs| before != Some(*theirs)) {
                found.push(BoundaryFinding {
                    ours: RecordRef { list: l, part: Part::Item(i) },
                    fault: BoundaryFault::BothHave,
                    other: theirs.list,
                    theirs: Some(theirs),
                    our_part: None,
                    their_part: None,
                });
            }
        }
    }
}
