//! Declared successors in; for the id of a record of an older edition, the ids that newer editions have instead, out.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use crate::link::Graph;
use crate::model::former::of_formerly;

/// For ids of records across all lists, those that took their place: one where it was renamed or merged, several where it
/// was split.
#[derive(Clone, Debug, Default)]
pub struct Successors(HashMap<String, Vec<String>>);

/// For lists that have another id by now, the old and the new one.
#[derive(Clone, Debug, Default)]
pub struct RenamedLists(BTreeMap<String, String>);

impl RenamedLists {
    /// From pairs of the old id of a list and the new one.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> RenamedLists {
        RenamedLists(pairs.into_iter().collect())
    }

    /// The id of a list, or of what stands in one, as it is now; any other as it is.
    pub fn now<'i>(&self, id: &'i str) -> Cow<'i, str> {
        let (list, rest) = id.split_at(id.find('/').unwrap_or(id.len()));
        self.0.get(list).map_or(Cow::Borrowed(id), |now| Cow::Owned(format!("{now}{rest}")))
    }

    /// The id that a list had before, by the one that it has now.
    pub fn formerly(&self, now: &str) -> Option<&str> {
        self.0.iter().find(|(_, to)| *to == now).map(|(old, _)| old.as_str())
    }
}

impl Successors {
    /// From pairs of an old id and a new one. What is said of a record of a list that has another id by now is said of the
    /// record under that id as well, since older editions of a list stand under its id of today.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Successors {
        let mut all = Successors::default();
        pairs.into_iter().for_each(|(old, new)| all.add(old, new));
        let lists: Vec<(String, String)> = all.lists().collect();
        for (before, now) in lists {
            let of_list = |id: &String| id.strip_prefix(&before).is_some_and(|rest| rest.starts_with('/'));
            let mut records: Vec<(String, Vec<String>)> =
                all.0.iter().filter(|(old, _)| of_list(old)).map(|(old, new)| (old.clone(), new.clone())).collect();
            records.sort_unstable();
            for (old, new) in records {
                let old = format!("{now}{}", &old[before.len()..]);
                new.into_iter().filter(|new| *new != old).for_each(|new| all.add(old.clone(), new));
            }
        }
        all
    }

    fn add(&mut self, old: String, new: String) {
        let successors = self.0.entry(old).or_default();
        if !successors.contains(&new) {
            successors.push(new);
        }
    }

    /// The lists that became another one alone, and that no other became.
    fn lists(&self) -> impl Iterator<Item = (String, String)> {
        let mut from: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (old, new) in self.0.iter().filter(|(old, _)| !old.contains('/')) {
            new.iter().for_each(|to| from.entry(to).or_default().push(old));
        }
        from.into_iter().filter_map(|(new, old)| match old[..] {
            [old] if self.of(old).len() == 1 && old != new => Some((old.to_owned(), new.to_owned())),
            _ => None,
        })
    }

    /// The ids that took the place of one; none where nothing is declared.
    pub fn of(&self, old: &str) -> &[String] {
        self.0.get(old).map_or(&[], Vec::as_slice)
    }
}

/// What lists and reorganisations say that records were before: pairs of an old id and the one that took its place.
pub fn declared(graph: &Graph<'_>) -> impl Iterator<Item = (String, String)> + use<> {
    let mut pairs = Vec::new();
    let mut pair = |old: &str, new: &str| {
        if let (Some(old), Some(new)) = (old.strip_prefix("lists/"), new.strip_prefix("lists/")) {
            pairs.push((old.to_owned(), new.to_owned()));
        }
    };
    of_formerly(graph.model, &mut |old, new| pair(&old, &new));
    for old in graph.former.all().iter().filter(|old| !old.stands) {
        old.successors.iter().for_each(|(new, _)| pair(&old.key, new));
    }
    pairs.into_iter()
}
