//! The records of an edition and of the next in; what happened to each out, in the order of the later edition, what it no
//! longer has last.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::link::{FieldChange, Happening, RecordChange, Said};

use super::flat::{Field, Flat, FlatRecord};
use super::successors::Successors;

/// What changed. What stands in a record that was added or removed as a whole is not told by itself.
pub fn compare(old: &Flat, new: &Flat, successors: &Successors) -> Vec<RecordChange> {
    let before: HashMap<&str, &FlatRecord> = old.records.iter().map(|record| (record.id.as_str(), record)).collect();
    let after: HashMap<&str, &FlatRecord> = new.records.iter().map(|record| (record.id.as_str(), record)).collect();
    // Successors count where the old edition has the one, and the new has the others instead.
    let mut led: BTreeMap<&str, Vec<&FlatRecord>> = BTreeMap::new();
    let mut from: BTreeMap<&str, Vec<&FlatRecord>> = BTreeMap::new();
    let find = |id: &str| after.get(id).copied();
    let declared = |id: &str| successors.of(id).iter().filter_map(|id| find(id)).collect::<Vec<&FlatRecord>>();
    for record in old.records.iter().filter(|record| !after.contains_key(record.id.as_str())) {
        let mut to = declared(&record.id);
        if to.is_empty() && record.page != record.id {
            // A part goes with its record, where the one that took the place of that has the same part.
            let same = |whole: &&FlatRecord| find(&format!("{}{}", whole.id, &record.id[record.page.len()..]));
            to = declared(&record.page).iter().filter_map(same).collect();
        }
        to.iter().for_each(|to| from.entry(to.id.as_str()).or_default().push(record));
        if !to.is_empty() {
            led.insert(&record.id, to);
        }
    }
    let mut changes = Vec::new();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for record in &new.records {
        if let Some(earlier) = before.get(record.id.as_str()) {
            changes.extend(changed(earlier, record));
            continue;
        }
        for earlier in from.get(record.id.as_str()).into_iter().flatten() {
            if told.insert(&earlier.id) {
                changes.push(succeeded(earlier, &led[earlier.id.as_str()], from[record.id.as_str()].len()));
            }
        }
        let inside = record.page != record.id && !before.contains_key(record.page.as_str());
        if !inside && !from.contains_key(record.id.as_str()) {
            changes.push(whole(Happening::Added, record));
        }
    }
    for record in &old.records {
        let gone = !after.contains_key(record.id.as_str()) && !told.contains(record.id.as_str());
        let inside = record.page != record.id && !after.contains_key(record.page.as_str());
        if !gone || inside {
            continue;
        }
        match led.get(record.id.as_str()) {
            Some(to) => changes.push(succeeded(record, to, 1)),
            None => changes.push(whole(Happening::Removed, record)),
        }
    }
    changes
}

fn whole(what: Happening, record: &FlatRecord) -> RecordChange {
    RecordChange {
        what,
        record: record.id.clone(),
        page: record.page.clone(),
        kind: record.kind,
        number: record.number.clone(),
        name: record.name.clone(),
        successors: Vec::new(),
        fields: Vec::new(),
    }
}

/// A record that the new edition has under other ids; `sharing` is how many old ones became the first of these.
fn succeeded(old: &FlatRecord, to: &[&FlatRecord], sharing: usize) -> RecordChange {
    let (what, fields) = match to {
        [_] if sharing > 1 => (Happening::Merged, Vec::new()),
        [one] => (Happening::Renamed, fields(old, one)),
        _ => (Happening::Split, Vec::new()),
    };
    RecordChange { successors: to.iter().map(|to| to.id.clone()).collect(), fields, ..whole(what, old) }
}

fn changed(old: &FlatRecord, new: &FlatRecord) -> Option<RecordChange> {
    let fields = fields(old, new);
    if fields.is_empty() {
        return None;
    }
    let is_place = |change: &FieldChange| {
        let of = |record: &FlatRecord| record.fields.iter().any(|field| field.name == change.field && field.is_place);
        of(old) || of(new)
    };
    let what = if fields.iter().all(is_place) { Happening::Moved } else { Happening::Changed };
    Some(RecordChange { fields, ..whole(what, new) })
}

/// The fields that are not the same, in the order of the later edition.
fn fields(old: &FlatRecord, new: &FlatRecord) -> Vec<FieldChange> {
    let find = |record: &FlatRecord, name: &str| record.fields.iter().find(|field| field.name == name).cloned();
    let nothing = |like: &Field| Said { data: vec![String::new(); like.value.data.len()], ..Said::default() };
    let mut changes = Vec::new();
    for field in &new.fields {
        let before = find(old, field.name).map_or_else(|| nothing(field), |field| field.value);
        if before.data != field.value.data {
            let (field, title, new) = (field.name, field.title, field.value.clone());
            changes.push(FieldChange { field, title, old: before, new });
        }
    }
    for field in old.fields.iter().filter(|field| find(new, field.name).is_none()) {
        let new = nothing(field);
        changes.push(FieldChange { field: field.name, title: field.title, old: field.value.clone(), new });
    }
    changes
}
