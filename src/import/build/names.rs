//! Names as printed in; slugs for them, each once, out.

use std::collections::{HashMap, HashSet};

use crate::i18n;
use crate::model::{Department, Id, Lang, Model};

/// Letters of a slug, at most.
const LETTERS: usize = 32;

/// Gives out slugs that nobody has yet.
#[derive(Debug, Default)]
pub struct Slugs {
    taken: HashSet<String>,
    by_name: HashMap<String, Id>,
    /// Names in the order in which they came, with their slugs.
    pub names: Vec<(String, Id)>,
}

impl Slugs {
    /// Slugs that are taken from the beginning.
    pub fn besides(taken: impl Iterator<Item = String>) -> Slugs {
        Slugs { taken: taken.collect(), ..Slugs::default() }
    }

    /// The slug of a name.
    pub fn of(&mut self, name: &str) -> Id {
        if let Some(id) = self.by_name.get(name) {
            return id.clone();
        }
        let id = self.free(&reading(name));
        self.by_name.insert(name.to_owned(), id.clone());
        self.names.push((name.to_owned(), id.clone()));
        id
    }

    /// A slug like this one that nobody has.
    pub fn free(&mut self, wanted: &str) -> Id {
        let wanted = if wanted.is_empty() { "unnamed" } else { wanted };
        let mut slug = wanted.to_owned();
        for n in 2.. {
            if self.taken.insert(slug.clone()) {
                break;
            }
            slug = format!("{wanted}-{n}");
        }
        Id::new(&slug)
    }
}

/// The reading of a name in letters and digits, as ids have them; a hash where nothing of it can be read.
pub fn reading(name: &str) -> String {
    let letters = i18n::reading(name, LETTERS);
    if letters.is_empty() { format!("n-{}", Id::hash(name.bytes())) } else { letters }
}

/// The kind of department that has a printed name, with or without the place before it.
pub fn department<'m>(model: &'m Model, places: &[String], printed: &str) -> Option<&'m Department> {
    let bare = places.iter().filter_map(|place| printed.strip_prefix(place.as_str()));
    let mut forms: Vec<&str> = std::iter::once(printed).chain(bare).collect();
    let levels: Vec<&str> =
        forms.iter().filter_map(|form| form.strip_prefix(['县', '市', '区', '州', '旗', '镇'])).collect();
    forms.extend(levels);
    forms.into_iter().filter(|form| !form.is_empty()).find_map(|form| {
        let named = |kind: &&Department| {
            kind.aliases.iter().any(|alias| alias == form) || kind.name.get(Lang::ZH) == Some(form)
        };
        model.departments.iter().find(named)
    })
}
