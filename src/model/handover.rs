//! A model in; for every department that a township's list names beside an item, the department's list and the item of it
//! that this is, out.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Model;
use super::ids::{CounterpartId, DepartmentId, ItemId, ListId, Position, RegionId};
use super::item::Item;
use super::lang::Lang;
use super::list::List;
use super::list_words::{ExerciseLevel, ListKind};
use super::record::{Part, RecordRef};

/// A department that a township's list names beside an item, and what that department's own list prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Handover {
    /// The list of the township.
    pub list: ListId,
    /// The item.
    pub item: ItemId,
    /// Which of its departments.
    pub counterpart: CounterpartId,
    /// The kind of department, where it is known.
    pub department: Option<DepartmentId>,
    /// The list of the department, where it is published here.
    pub published: Option<ListId>,
    /// The item of that list, where it has it.
    pub found: Option<RecordRef>,
}

impl Handover {
    /// The department that is named, as a record.
    pub fn record(&self) -> RecordRef {
        RecordRef { list: self.list, part: Part::Counterpart(self.item, self.counterpart) }
    }
}

/// Every handover, list by list in the order of the items.
pub fn handovers(model: &Model) -> Vec<Handover> {
    let named = ListId::each(model).any(|(_, list)| list.items.iter().any(|item| !item.counterparts.is_empty()));
    if !named {
        return Vec::new();
    }
    let register = Register::new(model);
    let mut found = Vec::new();
    for (l, list) in ListId::each(model) {
        for (i, item) in ItemId::each(list) {
            for (c, counterpart) in CounterpartId::each(item) {
                let name = counterpart.name.best(Lang::ZH).1;
                let department = match &counterpart.department {
                    Some(slug) => register.slugs.get(&**slug).copied(),
                    None => register.kind(name),
                };
                let said = counterpart.item.as_deref().and_then(|id| item_by_id(model, id));
                let published = said.map(|item| item.list).or_else(|| register.list(l, name, department));
                let held = || {
                    let theirs = published?;
                    let code = item.code.as_deref().and_then(|code| register.codes.get(&(theirs, code)));
                    let by_name = || register.names.get(&(theirs, folded(item.name.best(Lang::ZH).1)));
                    let item = *code.or_else(by_name)?;
                    Some(RecordRef { list: theirs, part: Part::Item(item) })
                };
                let found_item = said.or_else(held);
                found.push(Handover { list: l, item: i, counterpart: c, department, published, found: found_item });
            }
        }
    }
    found
}

/// Items of departments that a township of the same region, or below it, has in its own list, by code or by name, in their order.
pub fn held_by_townships(model: &Model) -> Vec<RecordRef> {
    if !model.lists.iter().any(|list| list.kind == ListKind::Township) {
        return Vec::new();
    }
    let regions: HashMap<&str, RegionId> = RegionId::each(model).map(|(id, region)| (&*region.slug, id)).collect();
    let keys = |item: &Item| {
        let name = folded(item.name.best(Lang::ZH).1);
        item.code.iter().cloned().chain([name]).collect::<Vec<String>>()
    };
    let mut of_towns: HashSet<(RegionId, String)> = HashSet::new();
    for list in model.lists.iter().filter(|list| list.kind == ListKind::Township) {
        let above = upwards(model, &regions, &list.region);
        for key in list.items.iter().flat_map(keys) {
            of_towns.extend(above.iter().map(|region| (*region, key.clone())));
        }
    }
    let mut held = Vec::new();
    for (l, list) in ListId::each(model).filter(|(_, list)| list.kind != ListKind::Township) {
        let Some(region) = regions.get(&*list.region) else { continue };
        let left = |item: &Item| item.levels.contains(&ExerciseLevel::Township);
        for (i, item) in ItemId::each(list).filter(|(_, item)| left(item)) {
            if keys(item).into_iter().any(|key| of_towns.contains(&(*region, key))) {
                held.push(RecordRef { list: l, part: Part::Item(i) });
            }
        }
    }
    held
}

/// A region and those above it, the nearest first; none twice, whatever the register says.
fn upwards(model: &Model, regions: &HashMap<&str, RegionId>, slug: &str) -> Vec<RegionId> {
    let find = |slug: &str| regions.get(slug).copied();
    let mut found = Vec::new();
    let mut region = find(slug);
    while let Some(here) = region.filter(|here| !found.contains(here)) {
        found.push(here);
        region = model[here].parent.as_deref().and_then(find);
    }
    found
}

/// Items of a department's list that are exercised by townships and that no township's list of its region has, though
/// one is published: for a list that townships look for items in, given whether they have an item.
pub fn left_out(model: &Model, list: ListId, named: impl Fn(RecordRef) -> bool) -> Vec<ItemId> {
    let left = |id: ItemId| !named(RecordRef { list, part: Part::Item(id) });
    ItemId::each(&model[list])
        .filter(|(id, item)| item.levels.contains(&ExerciseLevel::Township) && left(*id))
        .map(|(id, _)| id)
        .collect()
}

/// What lists and registers are found by.
struct Register<'m> {
    model: &'m Model,
    slugs: HashMap<&'m str, DepartmentId>,
    kinds: HashMap<&'m str, DepartmentId>,
    regions: HashMap<&'m str, RegionId>,
    of_region: BTreeMap<RegionId, Vec<ListId>>,
    codes: HashMap<(ListId, &'m str), ItemId>,
    names: HashMap<(ListId, String), ItemId>,
}

impl<'m> Register<'m> {
    fn new(model: &'m Model) -> Register<'m> {
        let mut register = Register {
            model,
            slugs: HashMap::new(),
            kinds: HashMap::new(),
            regions: RegionId::each(model).map(|(id, region)| (&*region.slug, id)).collect(),
            of_region: BTreeMap::new(),
            codes: HashMap::new(),
            names: HashMap::new(),
        };
        for (id, department) in DepartmentId::each(model) {
            register.slugs.insert(&department.slug, id);
            let names = department.name.get(Lang::ZH).into_iter().chain(department.aliases.iter().map(String::as_str));
            for name in names {
                register.kinds.entry(name).or_insert(id);
            }
        }
        for (l, list) in ListId::each(model).filter(|(_, list)| list.kind != ListKind::Township) {
            if let Some(region) = register.regions.get(&*list.region) {
                register.of_region.entry(*region).or_default().push(l);
            }
            for (i, item) in ItemId::each(list) {
                if let Some(code) = item.code.as_deref() {
                    register.codes.entry((l, code)).or_insert(i);
                }
                register.names.entry((l, folded(item.name.best(Lang::ZH).1))).or_insert(i);
            }
        }
        register
    }

    /// The kind of department that has a name among its own, with or without the level before it: 县教育局.
    fn kind(&self, name: &str) -> Option<DepartmentId> {
        self.kinds.get(name).or_else(|| self.kinds.get(without_level(name)?)).copied()
    }

    /// The list of a department in the region of a list or above it, the nearest first.
    fn list(&self, of: ListId, name: &str, department: Option<DepartmentId>) -> Option<ListId> {
        for here in upwards(self.model, &self.regions, &self.model[of].region) {
            let is = |list: &List| {
                let of_kind =
                    || list.department.as_deref().and_then(|slug| self.slugs.get(slug)) == department.as_ref();
                list.agency.best(Lang::ZH).1.ends_with(name) || (department.is_some() && of_kind())
            };
            let lists = self.of_region.get(&here).into_iter().flatten().filter(|list| **list != of);
            // Of several lists of one department, the one that took the place of the others.
            let found: Vec<ListId> = lists.copied().filter(|list| is(&self.model[*list])).collect();
            let replaced = |id: &ListId| {
                found.iter().any(|other| self.model[*other].supersedes.as_ref() == Some(&self.model[*id].id))
            };
            if let Some(list) = found.iter().find(|list| !replaced(list)) {
                return Some(*list);
            }
        }
        None
    }
}

/// The name of a department without the level of government before it: `教育局` of `县教育局`.
pub fn without_level(name: &str) -> Option<&str> {
    name.strip_prefix(['省', '市', '县', '区', '旗', '州'])
}

/// A name without blanks and marks, by which two lists mean the same.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// An item of any list, by `list/items/id`.
pub fn item_by_id(model: &Model, id: &str) -> Option<RecordRef> {
    let (list, item) = id.split_once("/items/")?;
    let list = ListId::find(model, |own| &*own.id == list)?;
    let item = ItemId::find(&model[list], |own| &*own.id == item)?;
    Some(RecordRef { list, part: Part::Item(item) })
}

/// A boundary matter: an id of the same list, or `list/boundaries/id`.
pub fn matter_by_id(model: &Model, list: ListId, id: &str) -> Option<RecordRef> {
    let (list, matter) = match id.split_once("/boundaries/") {
        Some((list, matter)) => (ListId::find(model, |own| &*own.id == list)?, matter),
        None => (list, id),
    };
    let found = model[list].boundaries.iter().position(|own| &*own.id == matter)?;
    Some(RecordRef { list, part: Part::Matter(Position::new(found)) })
}
