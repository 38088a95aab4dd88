//! A model in; what became of every id that once was published and is no more, out.
//!
//! A key is the path below which an id is published: `lists/<list>/duties/<id>`, `regions/<slug>`.

mod keys;
mod numbered;
mod old_id;
mod resolve;
mod said;

use std::collections::{BTreeSet, HashSet};

use super::Model;

pub use keys::{KINDS, each_key, kind_of, living};
pub use old_id::{Fate, OldId, id_of};
pub use resolve::{Circle, circles};
pub use said::{Said, former_key, of_formerly, record_key, side_key};

use numbered::numbered;
use resolve::Resolver;

/// What became of all old ids, in the order of their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Former(Vec<OldId>);

impl Former {
    /// What became of every id that the model says anything of, or that was published. What nothing leads on from has no fate.
    pub fn of(model: &Model) -> Former {
        let said = Said::of(model);
        let published = model.addresses.iter().filter(|line| line.is_well_formed());
        let published = published.map(|line| line.path.trim_end_matches('/')).filter(|key| kind_of(key).is_some());
        let mut old: BTreeSet<String> = published.map(str::to_owned).collect();
        old.extend(said.old().map(str::to_owned));
        if let Some(older) = model.editions.model.as_deref() {
            each_key(older, &mut |key, _| {
                old.insert(key);
            });
        }
        if old.is_empty() {
            return Former::default();
        }
        let living = living(model);
        let mut parts: Option<HashSet<String>> = None;
        old.retain(|key| match keys::is_part(key) {
            // Of what is told by its place alone, one number less is there than was published.
            Some(record) => !living.contains_key(record) || !parts.get_or_insert_with(|| numbered(model)).contains(key),
            None => !living.contains_key(key) || said.is_reorganised(key),
        });
        let resolver = Resolver::new(model, &living, &said);
        Former(old.into_iter().filter_map(|key| resolver.fate(key)).collect())
    }

    /// Every one, in the order of the keys.
    pub fn all(&self) -> &[OldId] {
        &self.0
    }

    /// What became of the id with a key.
    pub fn get(&self, key: &str) -> Option<&OldId> {
        self.position(key).map(|at| &self.0[at])
    }

    /// The place of the id with a key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.0.binary_search_by(|old| old.key.as_str().cmp(key)).ok()
    }
}
