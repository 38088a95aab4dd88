//! A model whose lists name laws by title and regions by code in; the same with ids and slugs, and with the regions of the
//! country that it names, out.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::cite::Reader;
use crate::model::walk::{Editable, edit_list};
use crate::model::{Entry, Formerly, Id, Law, Model, Position, Region, Text};
use crate::register::{Division, division};

use super::registers::Renamed;

/// Puts ids in the place of titles wherever a law is named; what no law is called stays, for the rule that reports it.
pub(super) fn laws(model: &mut Model, reader: &Reader, renamed: &Renamed) {
    let Model { laws, lists, .. } = model;
    let ids: HashSet<Id> = laws.iter().map(|law| law.id.clone()).collect();
    let mut known: HashMap<Id, Option<Id>> = HashMap::new();
    let mut settle = |named: &mut Id| {
        if ids.contains(&*named) {
            return;
        }
        let meant = known.entry(named.clone()).or_insert_with(|| called(named, laws, reader, renamed));
        if let Some(id) = meant {
            *named = id.clone();
        }
    };
    for list in lists {
        edit_list(list, &mut |met| {
            if let Editable::Basis(basis) = met {
                settle(&mut basis.law);
            }
        });
    }
    let mut next: Vec<Option<Id>> = laws.iter().map(|law| law.replaced_by.clone()).collect();
    next.iter_mut().flatten().for_each(settle);
    laws.iter_mut().zip(next).for_each(|(law, next)| law.replaced_by = next);
}

/// The id of the law that is called so: its former id in the registers of the program, or one of its titles in any
/// language, with or without title marks.
fn called(name: &Id, laws: &[Law], reader: &Reader, renamed: &Renamed) -> Option<Id> {
    if let Some(own) = renamed.get(name) {
        return Some(own.clone());
    }
    if let Some(law) = reader.called(name) {
        return Some(laws[law.get()].id.clone());
    }
    let titles = |law: &Law, name: &str| {
        std::iter::once(&law.title).chain(&law.short_titles).flat_map(Text::forms).any(|(_, title)| title == name)
    };
    laws.iter().find(|law| titles(law, name.trim())).map(|law| law.id.clone())
}

/// Puts slugs in the place of codes wherever a region is named, and adds the regions of the country that are named, with
/// those above them, in the order of their codes.
pub(super) fn regions(model: &mut Model) {
    let slugs: HashSet<Id> = model.regions.iter().map(|region| region.slug.clone()).collect();
    let own: HashMap<String, Id> =
        (model.regions.iter().rev()).filter_map(|region| Some((region.code.clone()?, region.slug.clone()))).collect();
    let mut added: BTreeMap<&str, Division> = BTreeMap::new();
    let mut settle = |named: &mut Id| {
        if slugs.contains(&*named) {
            return;
        }
        if let Some(slug) = own.get(named.as_str()) {
            *named = slug.clone();
        } else if let Some(found) = division(named) {
            let mut next = Some(found);
            while let Some(division) = next.filter(|division| !own.contains_key(division.code)) {
                added.insert(division.code, division);
                next = division.above();
            }
        }
    };
    model.lists.iter_mut().for_each(|list| settle(&mut list.region));
    model.regions.iter_mut().filter_map(|region| region.parent.as_mut()).for_each(settle);
    // A body of the register is no reason to add a region.
    let named = model.agencies.iter_mut().filter_map(|agency| agency.region.as_mut());
    named.filter(|region| !slugs.contains(&**region)).for_each(|region| {
        if let Some(slug) = own.get(region.as_str()) {
            *region = slug.clone();
        }
    });
    for division in added.values() {
        let above = division.above();
        let parent = above.map(|above| own.get(above.code).cloned().unwrap_or_else(|| Id::new(above.code)));
        model.origins.regions.push(Entry::Program);
        model.regions.push(Region {
            code: Some(division.code.to_owned()),
            slug: Id::new(division.code),
            formerly: Formerly::default(),
            name: Text::zh(division.name),
            level: division.level,
            parent,
            area_code: None,
            area_code_source: None,
        });
    }
}
