//! A model in; what became of every id that once was published and is no more, out.
//!
//! A key is the path below which an id is published: `lists/<list>/duties/<id>`, `regions/<slug>`.

mod keys;
mod resolve;
mod said;

use std::collections::BTreeSet;

use super::Model;
use super::date::Date;
use super::ids::ReorganisationId;
use super::record::Owner;

pub use keys::{KINDS, each_key, kind_of, living};
pub use resolve::circles;
pub use said::{Said, former_key, of_formerly, record_key, side_key};

use resolve::Resolver;

/// What became of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// The same thing has another id.
    Renamed,
    /// It stands in another list.
    Moved,
    /// It became one with others.
    Merged,
    /// Several took its place, or a part of it went to another.
    Split,
    /// It was abolished.
    Ended,
    /// It stands in an older edition, or was part of what is still there, and is there no more.
    Removed,
    /// What it stood in was reorganised, and it is not stated what took its place.
    Unstated,
}

impl Fate {
    /// Every one, in the order of the documentation.
    pub const ALL: &'static [Fate] =
        &[Fate::Renamed, Fate::Moved, Fate::Merged, Fate::Split, Fate::Ended, Fate::Removed, Fate::Unstated];

    /// The word in the data and for the words of the interface.
    pub fn as_str(self) -> &'static str {
        match self {
            Fate::Renamed => "renamed",
            Fate::Moved => "moved",
            Fate::Merged => "merged",
            Fate::Split => "split",
            Fate::Ended => "ended",
            Fate::Removed => "removed",
            Fate::Unstated => "unstated",
        }
    }
}

/// An id that was published before, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OldId {
    /// The path below which it was published.
    pub key: String,
    /// The word for what it was.
    pub kind: &'static str,
    /// What became of it; `None` where nothing says it.
    pub fate: Option<Fate>,
    /// What took its place, each once, by key: all of today.
    pub successors: Vec<(String, Owner)>,
    /// The reorganisation that says so.
    pub because: Option<ReorganisationId>,
    /// Since when, where that is known.
    pub since: Option<Date>,
    /// Whether it is there nevertheless, under the same id.
    pub stands: bool,
    /// What of today it stood in, by key; empty where that is gone as well.
    pub above: String,
}

impl OldId {
    /// The id across all tables: the key without the name of its register.
    pub fn id(&self) -> &str {
        id_of(&self.key)
    }

    /// Whether its address is a page.
    pub fn has_page(&self) -> bool {
        keys::has_page(&self.key)
    }
}

/// The id that a key stands for, as tables have it.
pub fn id_of(key: &str) -> &str {
    key.split_once('/').map_or(key, |(_, id)| id)
}

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
        old.retain(|key| match keys::is_part(key) {
            Some(record) => !living.contains_key(record),
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
