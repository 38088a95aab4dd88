//! A list and what is known of its translations in; those whose Chinese has changed since out.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::walk::walk_list;
use crate::model::{Lang, ListId, Model, Translated};

/// Every translation that the texts of a list have now, in order and each once.
fn now(model: &Model, list: ListId) -> BTreeSet<Translated> {
    let mut now = BTreeSet::new();
    walk_list(&model[list], list, &mut |node, _| {
        node.text().into_iter().for_each(|text| now.extend(Translated::of(text)));
    });
    now
}

/// Of translations of a list, those that stand beside another Chinese than they were made of. One that was made of several,
/// such as a short name, is none of them as long as it still stands beside all.
pub(super) fn stale(model: &Model, list: ListId) -> HashSet<Translated> {
    let mut made: HashMap<(Lang, &str), HashSet<&str>> = HashMap::new();
    for Translated { lang, form, of } in &model.origins.lists[list].translated {
        made.entry((*lang, form)).or_default().insert(of);
    }
    if made.is_empty() {
        return HashSet::new();
    }
    let now = now(model, list);
    let mut beside: HashMap<(Lang, &str), HashSet<&str>> = HashMap::new();
    for Translated { lang, form, of } in &now {
        beside.entry((*lang, form)).or_default().insert(of);
    }
    let is_stale = |one: &&Translated| {
        let (Some(made), Some(beside)) = (made.get(&(one.lang, &*one.form)), beside.get(&(one.lang, &*one.form)))
        else {
            return false;
        };
        !made.contains(&*one.of) && !made.is_subset(beside)
    };
    now.iter().filter(is_stale).cloned().collect()
}

/// What is to be written down of the translations of a list: those that it has; where not all are taken to be right, for
/// those that are stale what was known of them.
pub fn translations(model: &Model, list: ListId, all: bool) -> Vec<Translated> {
    let mut lines = now(model, list);
    if !all {
        let stale = stale(model, list);
        lines.retain(|line| !stale.contains(line));
        let of_stale = |line: &&Translated| stale.iter().any(|one| one.lang == line.lang && one.form == line.form);
        lines.extend(model.origins.lists[list].translated.iter().filter(of_stale).cloned());
    }
    lines.into_iter().collect()
}
