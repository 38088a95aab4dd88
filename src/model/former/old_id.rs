//! An id that once was published, with what became of it, as plain data.

use super::super::date::Date;
use super::super::ids::ReorganisationId;
use super::super::record::Owner;
use super::keys;

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
