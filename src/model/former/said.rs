//! A model in; what its files say of old ids, by key, out: former ids of what is there, reorganisations, predecessors of items.

use std::collections::BTreeMap;

use super::super::Model;
use super::super::formerly::Formerly;
use super::super::ids::ReorganisationId;
use super::super::list::List;
use super::super::reorganisation::Reorganisation;

/// What is said of old ids.
#[derive(Debug, Default)]
pub struct Said {
    /// For an old key, the keys that are said to have been it, in the order of the files.
    pub renamed: BTreeMap<String, Vec<String>>,
    /// For an old key, what reorganisations say of it, in the order of their dates: which, and what took its place.
    pub reorganised: BTreeMap<String, Vec<(ReorganisationId, Vec<String>)>>,
}

impl Said {
    /// What a model says.
    pub fn of(model: &Model) -> Said {
        let mut said = Said::default();
        let renamed = &mut said.renamed;
        of_formerly(model, &mut |old, new| {
            let all = renamed.entry(old).or_default();
            if !all.contains(&new) {
                all.push(new);
            }
        });
        let mut order: Vec<(ReorganisationId, &Reorganisation)> = ReorganisationId::each(model).collect();
        order.sort_by_key(|(id, value)| (value.date, *id));
        for (id, value) in order {
            let to: Vec<String> = value.to.iter().map(|to| side_key(value, to)).collect();
            // Of what is said one by one, that alone counts.
            let apart = |key: &String| value.records.iter().any(|moved| record_key(&moved.from) == *key);
            for key in value.from.iter().map(|from| side_key(value, from)).filter(|key| !apart(key)) {
                said.reorganised.entry(key).or_default().push((id, to.clone()));
            }
            for moved in &value.records {
                let to = moved.to.as_deref().map(record_key).into_iter().collect();
                said.reorganised.entry(record_key(&moved.from)).or_default().push((id, to));
            }
        }
        said
    }

    /// Every old key that something is said of.
    pub fn old(&self) -> impl Iterator<Item = &str> {
        self.renamed.keys().chain(self.reorganised.keys()).map(String::as_str)
    }

    /// Whether a reorganisation makes one of several.
    pub(super) fn is_merger(&self, id: ReorganisationId, to: &[String]) -> bool {
        let same = |(of, into): &&(ReorganisationId, Vec<String>)| *of == id && into == to;
        to.len() == 1 && self.reorganised.values().flatten().filter(same).count() > 1
    }

    /// Whether a reorganisation says something of a key.
    pub fn is_reorganised(&self, key: &str) -> bool {
        self.reorganised.contains_key(key)
    }
}

/// Calls `visit` with the old and the new key of everything that says which id it had before.
pub fn of_formerly(model: &Model, visit: &mut dyn FnMut(String, String)) {
    for region in &model.regions {
        let new = format!("regions/{}", region.slug);
        region.formerly.iter().for_each(|old| visit(format!("regions/{old}"), new.clone()));
    }
    for list in &model.lists {
        list.formerly.iter().for_each(|old| visit(format!("lists/{old}"), format!("lists/{}", list.id)));
        let mut of = |collection: &str, id: &str, formerly: &Formerly| {
            let new = format!("lists/{}/{collection}/{id}", list.id);
            formerly.iter().for_each(|old| visit(former_key(list, collection, old), new.clone()));
        };
        list.offices.iter().for_each(|office| of("offices", &office.slug, &office.formerly));
        list.items.iter().for_each(|item| of("items", &item.id, &item.formerly));
        list.duties.iter().for_each(|duty| of("duties", &duty.id, &duty.formerly));
        list.boundaries.iter().for_each(|matter| of("boundaries", &matter.id, &matter.formerly));
        list.services.iter().for_each(|service| of("services", &service.id, &service.formerly));
        list.regimes.iter().for_each(|regime| of("regimes", &regime.id, &regime.formerly));
        for item in &list.items {
            if let Some(before) = item.change.as_ref().and_then(|change| change.predecessor_id.as_deref()) {
                visit(record_key(before), format!("lists/{}/items/{}", list.id, item.id));
            }
        }
    }
}

/// The key of a former id of a record: one with slashes is an id across all lists.
pub fn former_key(list: &List, collection: &str, old: &str) -> String {
    if old.contains('/') { record_key(old) } else { format!("lists/{}/{collection}/{old}", list.id) }
}

/// The key of an id across all lists.
pub fn record_key(id: &str) -> String {
    format!("lists/{id}")
}

/// The key of an entry of a reorganisation: of an office of its list, where it names one.
pub fn side_key(value: &Reorganisation, id: &str) -> String {
    match &value.list {
        Some(list) if !id.contains('/') => format!("lists/{list}/offices/{id}"),
        _ => record_key(id),
    }
}
