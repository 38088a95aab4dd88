//! The model in; the area code of each region, which lists another takes the place of, and the codes that several lists
//! print, out.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Date, IdMap, ItemId, ListId, Model, Part, RecordRef, RegionId};

/// For each region its area code, else that of the nearest region above it that has one.
pub(super) fn area_codes(model: &Model) -> IdMap<RegionId, Option<&str>> {
    let regions: HashMap<&str, RegionId> =
        RegionId::each(model).map(|(id, region)| (region.slug.as_str(), id)).collect();
    let code = |region: RegionId| {
        let mut here = Some(region);
        // Ends at a loop, which the check stage reports.
        for _ in 0..=model.regions.len() {
            let at = here?;
            if let Some(code) = model[at].area_code.as_deref() {
                return Some(code);
            }
            here = model[at].parent.as_deref().and_then(|slug| regions.get(slug).copied());
        }
        None
    };
    RegionId::all(model).map(code).collect()
}

/// That another list of the site takes the place of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Superseded {
    /// The day from which the other holds, the first where there are several; `None` where none has a date.
    pub from: Option<Date>,
}

/// For each list, whether another of the site takes its place.
pub(super) fn superseded(model: &Model) -> IdMap<ListId, Option<Superseded>> {
    let mut old: HashMap<&str, Superseded> = HashMap::new();
    for (id, list) in model.lists.iter().filter_map(|list| Some((list.supersedes.as_deref()?, list))) {
        let known = old.entry(id).or_insert(Superseded { from: list.begins() });
        known.from = [known.from, list.begins()].into_iter().flatten().min();
    }
    model.lists.iter().map(|list| old.get(list.id.as_str()).copied()).collect()
}

/// Codes that more than one list prints.
pub(super) fn shared_codes(model: &Model) -> Vec<(&str, Vec<RecordRef>)> {
    let mut codes: BTreeMap<&str, Vec<RecordRef>> = BTreeMap::new();
    for (list, of) in ListId::each(model) {
        for (item, value) in ItemId::each(of) {
            if let Some(code) = value.code.as_deref() {
                codes.entry(code).or_default().push(RecordRef { list, part: Part::Item(item) });
            }
        }
    }
    let shared = |items: &[RecordRef]| items.first().map(|item| item.list) != items.last().map(|item| item.list);
    codes.into_iter().filter(|(_, items)| shared(items)).collect()
}
