//! Declared successors in; for the id of a record of an older edition, the ids that newer editions have instead, out.

use std::collections::HashMap;

use crate::link::Graph;

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

/// What lists say their items were before: pairs of an old id and the one that took its place.
pub fn declared<'g>(graph: &'g Graph<'_>) -> impl Iterator<Item = (String, String)> + 'g {
    let items = graph.model.lists.iter().flat_map(|list| list.items.iter().map(move |item| (list, item)));
    items.filter_map(|(list, item)| {
        let before = item.change.as_ref()?.predecessor_id.clone()?;
        Some((before, format!("{}/items/{}", list.id, item.id)))
    })
}
