//! What is said of old ids in; what became of one, and what of today took its place, out.

use std::collections::HashMap;

use super::super::Model;
use super::super::date::Date;
use super::super::edition::EditionId;
use super::super::ids::ReorganisationId;
use super::super::record::Owner;
use super::keys::{each_key, kind_of, living};
use super::old_id::{Fate, OldId};
use super::said::Said;

/// Looks up what became of ids.
pub(super) struct Resolver<'r> {
    model: &'r Model,
    living: &'r HashMap<String, Owner>,
    said: &'r Said,
    /// For what stands in older editions, the last that has it.
    last: HashMap<String, EditionId>,
    /// For a key that others are said to have been called before, these.
    before: HashMap<&'r str, Vec<&'r str>>,
}

impl<'r> Resolver<'r> {
    /// With the keys of all that is there.
    pub fn new(model: &'r Model, living: &'r HashMap<String, Owner>, said: &'r Said) -> Resolver<'r> {
        let mut last: HashMap<String, EditionId> = HashMap::new();
        if let Some(older) = model.editions.model.as_deref() {
            each_key(older, &mut |key, owner| {
                // Editions of a list follow each other, the oldest first.
                if let Owner::Record(record) = owner {
                    last.insert(key, record.list);
                }
            });
        }
        let mut before: HashMap<&str, Vec<&str>> = HashMap::new();
        for (old, new) in &said.renamed {
            new.iter().for_each(|new| before.entry(new).or_default().push(old));
        }
        Resolver { model, living, said, last, before }
    }

    /// What became of an old id.
    pub fn fate(&self, key: String) -> Option<OldId> {
        let kind = kind_of(&key)?;
        let stands = self.living.contains_key(&key);
        let told = self.said.reorganised.get(&key).map_or(&[][..], Vec::as_slice);
        let next = if stands { told.iter().flat_map(|(_, to)| to.clone()).collect() } else { self.next(&key) };
        let mut seen = vec![key.clone()];
        let mut successors: Vec<String> = Vec::new();
        for next in next {
            let reached = if next == key && stands { vec![next] } else { self.follow(&next, &mut seen) };
            for one in reached {
                if !successors.contains(&one) {
                    successors.push(one);
                }
            }
        }
        let mut because = told.last().map(|(id, _)| *id);
        let mut since = because.map(|id| self.model[id].date);
        let fate = if let Some(id) = because {
            Some(self.by_reorganisation(id, told.last().map_or(&[][..], |(_, to)| to), &key, &successors))
        } else if self.said.renamed.contains_key(&key) {
            since = self.replaced(&key);
            Some(if successors.len() > 1 { Fate::Split } else { self.by_name(&key, &successors) })
        } else if let Some(whole) = self.whole(&key) {
            (because, since) = (whole.because, whole.since);
            // That a list has another id does not say where something went that it no longer has.
            let mere_name = whole.because.is_none() && whole.fate == Some(Fate::Renamed) && successors.is_empty();
            whole.fate.filter(|_| !mere_name).map(|fate| of_whole(fate, &key, &whole, &successors))
        } else {
            None
        };
        let fate = fate.filter(|fate| *fate == Fate::Ended || *fate == Fate::Unstated || !successors.is_empty());
        let fate = fate.or_else(|| {
            since = self.replaced(&key);
            (self.last.contains_key(&key) || self.is_dropped(&key, kind)).then_some(Fate::Removed)
        });
        let successors = successors.into_iter().filter_map(|key| Some((key.clone(), *self.living.get(&key)?)));
        let (successors, above) = (successors.collect(), self.above(&key));
        Some(OldId { key, kind, fate, successors, because, since, stands, above })
    }

    /// What a reorganisation makes of one of those that it names.
    fn by_reorganisation(&self, id: ReorganisationId, to: &[String], key: &str, successors: &[String]) -> Fate {
        match to {
            [] => Fate::Ended,
            [_] if self.said.is_merger(id, to) => Fate::Merged,
            [_] if successors.len() < 2 => self.by_name(key, successors),
            _ => Fate::Split,
        }
    }

    /// What it is to have another id: of a record in another list, to be moved; of two that stood side by side, to be merged.
    fn by_name(&self, key: &str, successors: &[String]) -> Fate {
        let [one] = successors else { return Fate::Renamed };
        let together = |other: &str| self.last.get(other).is_some_and(|last| self.last.get(key) == Some(last));
        let merged = self.before.get(one.as_str()).into_iter().flatten().any(|other| *other != key && together(other));
        let list = |key: &str| key.split('/').nth(1).map(str::to_owned);
        match key.split('/').count() {
            _ if merged => Fate::Merged,
            2 => Fate::Renamed,
            _ if list(key) != list(one) => Fate::Moved,
            _ => Fate::Renamed,
        }
    }

    /// The keys of today that one leads to, by whatever way.
    fn follow(&self, key: &str, seen: &mut Vec<String>) -> Vec<String> {
        if self.living.contains_key(key) {
            return vec![key.to_owned()];
        }
        if seen.iter().any(|passed| passed == key) {
            return Vec::new();
        }
        seen.push(key.to_owned());
        let mut reached: Vec<String> = Vec::new();
        for next in self.next(key) {
            let more = self.follow(&next, seen);
            reached.extend(more.into_iter().filter(|one| next != *key || one != key));
        }
        reached.dedup();
        reached
    }

    /// The keys that took the place of one that is gone, a step on.
    fn next(&self, key: &str) -> Vec<String> {
        let renamed = self.said.renamed.get(key).into_iter().flatten();
        let reorganised = self.said.reorganised.get(key).into_iter().flatten().flat_map(|(_, to)| to);
        let said: Vec<String> = renamed.chain(reorganised).filter(|next| *next != key).cloned().collect();
        if !said.is_empty() || self.said.reorganised.contains_key(key) {
            return said;
        }
        let Some((whole, rest)) = whole_of(key) else { return Vec::new() };
        let of_record = whole.split('/').count() > 2;
        if of_record && self.living.contains_key(whole) {
            return Vec::new();
        }
        let mut next = Vec::new();
        for successor in self.next_of_whole(whole) {
            let same = format!("{successor}/{rest}");
            if self.living.contains_key(&same) || !of_record {
                next.push(same);
            } else {
                // Of a part that its record no longer has, the record.
                next.push(successor);
            }
        }
        next
    }

    /// What of today took the place of a list or of a record, that is gone or that was split and is there still.
    fn next_of_whole(&self, whole: &str) -> Vec<String> {
        let stands = self.living.contains_key(whole);
        let told = self.said.reorganised.get(whole).into_iter().flatten().flat_map(|(_, to)| to);
        let next = if stands { told.cloned().collect() } else { self.next(whole) };
        let mut seen = vec![whole.to_owned()];
        next.iter().filter(|next| *next != whole).flat_map(|next| self.follow(next, &mut seen)).collect()
    }

    /// What became of the list or record that something stood in, where anything did.
    fn whole(&self, key: &str) -> Option<OldId> {
        let (whole, _) = whole_of(key)?;
        let told = !self.living.contains_key(whole) || self.said.is_reorganised(whole);
        told.then(|| self.fate(whole.to_owned()))?
    }

    /// Whether it is nobody's choice that something is not there: what is in the registers follows from what the lists use, and
    /// a part is told by its record.
    fn is_dropped(&self, key: &str, kind: &str) -> bool {
        let chosen = ["region", "list", "office", "item", "duty", "matter", "service", "regime"].contains(&kind);
        let told = |whole: &str| self.fate(whole.to_owned()).is_some_and(|old| old.fate.is_some());
        !chosen && whole_of(key).is_none_or(|(whole, _)| self.living.contains_key(whole) || told(whole))
    }

    /// The day on which the last edition that has something was replaced.
    fn replaced(&self, key: &str) -> Option<Date> {
        let last = *self.last.get(key)?;
        let editions = &self.model.editions;
        match editions.next(last) {
            Some(next) => editions.list(next)?.begins(),
            None => self.model[editions.series(last)].begins(),
        }
    }

    /// What of today something stood in.
    fn above(&self, key: &str) -> String {
        let mut here = key;
        while let Some((whole, _)) = whole_of(here) {
            if self.living.contains_key(whole) {
                return whole.to_owned();
            }
            here = whole;
        }
        String::new()
    }
}

/// What it is for a part that the whole met its fate.
fn of_whole(fate: Fate, key: &str, whole: &OldId, successors: &[String]) -> Fate {
    match fate {
        _ if successors.len() > 1 => Fate::Split,
        Fate::Ended if successors.is_empty() => Fate::Ended,
        Fate::Removed => Fate::Removed,
        _ if successors.is_empty() => Fate::Unstated,
        // Of a record in another record everything goes with it; in another list it is moved.
        fate if key.split('/').count() > 4 && whole.kind != "list" => fate,
        Fate::Renamed => Fate::Renamed,
        _ => Fate::Moved,
    }
}

/// What something with a key stands in, and the rest of the key: a part in its record, a record in its list.
fn whole_of(key: &str) -> Option<(&str, &str)> {
    let ends: Vec<usize> = key.match_indices('/').map(|(at, _)| at).collect();
    let at = match ends.len() {
        0 | 1 => return None,
        2 | 3 => ends[1],
        _ => ends[3],
    };
    key.starts_with("lists/").then(|| (&key[..at], &key[at + 1..]))
}

/// Reorganisations that lead back to where they began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle {
    /// The first of them, by date.
    pub first: ReorganisationId,
    /// What they lead through, by key; what the first began with comes first.
    pub keys: Vec<String>,
}

/// Every circle, in the order of the keys.
pub fn circles(model: &Model) -> Vec<Circle> {
    let said = Said::of(model);
    let living = living(model);
    let mut found: Vec<Circle> = Vec::new();
    for key in said.reorganised.keys().filter(|key| !living.contains_key(*key)) {
        let mut open: Vec<&str> = vec![key];
        let mut seen: Vec<&str> = Vec::new();
        let (mut back, mut ends) = (false, false);
        while let Some(here) = open.pop() {
            if living.contains_key(here) {
                ends = true;
            } else if seen.contains(&here) {
                back |= here == key;
            } else {
                seen.push(here);
                let next = said.reorganised.get(here).into_iter().flatten().flat_map(|(_, to)| to);
                open.extend(next.chain(said.renamed.get(here).into_iter().flatten()).map(String::as_str));
            }
        }
        let told = |circle: &Circle| circle.keys.iter().any(|one| seen.contains(&one.as_str()));
        if back && !ends && !found.iter().any(told) {
            let events = seen.iter().filter_map(|key| Some((said.reorganised.get(*key)?.first()?.0, *key)));
            let Some((first, start)) = events.min_by_key(|(id, _)| (model[*id].date, *id)) else { continue };
            let others = seen.iter().filter(|key| **key != start);
            let keys = [&start].into_iter().chain(others).map(|key| (*key).to_owned()).collect();
            found.push(Circle { first, keys });
        }
    }
    found
}
