//! Declared successors in; for the id of a record of an older edition, the ids that newer editions have instead, out.

use std::collections::HashMap;

use crate::link::Graph;
use crate::model::former::of_formerly;

/// For ids of records across all lists, those that took their place: one where it was renamed or merged, several where it
/// was split.
#[derive(Clone, Debug, Default)]
pub struct Successors(HashMap<String, Vec<String>>);

impl Successors {
    /// From pairs of an old id and a new one.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Successors {
        let mut all: HashMap<String, Vec<String>> = HashMap::new();
        for (old, new) in pairs {
            let successors = all.entry(old).or_default();
            if !successors.contains(&new) {
                successors.push(new);
            }
        }
        Successors(all)
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
