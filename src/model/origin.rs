//! Which file each record came from.

use std::collections::HashSet;

use crate::diag::{At, FileId, Place, Step, Trail};

use super::ids::{IdMap, LawId, ListId, Position};
use super::record::Owner;
use super::vocabulary::Collection;

/// Where the records of the model came from, so that a fault can be shown in the author's file.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    /// `site.yaml`.
    pub site: FileId,
    /// `regions.yaml`.
    pub regions: FileId,
    /// `departments.yaml`.
    pub departments: FileId,
    /// `topics.yaml`.
    pub topics: FileId,
    /// For each law, its file and its place in that file.
    pub laws: IdMap<LawId, (FileId, u32)>,
    /// For each list, its files.
    pub lists: IdMap<ListId, ListOrigin>,
}

impl Origins {
    /// The place of a law in its file, counted from 0; 0 for a law that came from no file.
    pub fn entry(&self, law: LawId) -> usize {
        self.laws.values().get(law.get()).map_or(0, |(_, index)| *index as usize)
    }

    /// The files that are tables, in which a text stands in a column for each language.
    pub fn tables(&self) -> HashSet<FileId> {
        let pieces = self.lists.values().iter().flat_map(|list| &list.pieces);
        pieces.filter(|piece| piece.table).map(|piece| piece.file).collect()
    }

    /// The place of a value, given whose it is and the trail to it from the root of a file; of a list, from the list.
    pub fn place(&self, owner: Owner, trail: &Trail<'_>) -> Place {
        let file = match owner {
            Owner::Site => self.site,
            Owner::Region(_) => self.regions,
            Owner::Department(_) => self.departments,
            Owner::Topic(_) => self.topics,
            Owner::Law(law) => self.laws[law].0,
            Owner::Record(record) => return self.lists[record.list].place(trail),
        };
        Place { file, at: At::Value(trail.steps()) }
    }
}

/// The files of one list.
#[derive(Clone, Debug)]
pub struct ListOrigin {
    /// The file that holds the header.
    pub header: FileId,
    /// The other files, and which records of which collection each holds.
    pub pieces: Vec<Piece>,
}

/// A run of records of one collection that stand in one file.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The file.
    pub file: FileId,
    /// The collection.
    pub collection: Collection,
    /// Index of the first record in the list's collection.
    pub start: u32,
    /// How many records.
    pub len: u32,
    /// Whether the file is the record itself (a regime) instead of holding a sequence.
    pub whole: bool,
    /// Whether the file is a table.
    pub table: bool,
}

impl ListOrigin {
    /// The place of a value of the list, given the trail to it from the list.
    pub fn place(&self, trail: &Trail<'_>) -> Place {
        self.resolve(trail.steps(), At::Value)
    }

    /// The place of a key of the list, given the trail to it.
    pub fn key(&self, trail: &Trail<'_>) -> Place {
        self.resolve(trail.steps(), At::Key)
    }

    fn resolve(&self, mut steps: Vec<Step>, at: impl Fn(Vec<Step>) -> At) -> Place {
        if let [Step::Key(key), Step::Index(index), ..] = &steps[..] {
            let index = *index;
            let piece = self.pieces.iter().find(|piece| {
                piece.collection.as_str() == &**key && (piece.start..piece.start + piece.len).contains(&index)
            });
            if let Some(piece) = piece {
                if piece.whole {
                    steps.drain(..2);
                } else {
                    steps[1] = Step::Index(index - piece.start);
                }
                return Place { file: piece.file, at: at(steps) };
            }
        }
        Place { file: self.header, at: at(steps) }
    }
}
