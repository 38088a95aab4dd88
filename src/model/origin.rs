//! Which file each record came from.

use std::collections::HashSet;

use crate::diag::{At, FileId, Place, Step, Trail};

use super::ids::{AgencyId, DepartmentId, IdMap, LawId, ListId, Position, RegionId, ReorganisationId, TopicId};
use super::record::Owner;
use super::translated::Translated;
use super::vocabulary::Collection;

/// Where the records of the model came from, so that a fault can be shown in the author's file.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    /// `site.yaml`.
    pub site: FileId,
    /// Where each region stands.
    pub regions: IdMap<RegionId, Entry>,
    /// Where each kind of department stands.
    pub departments: IdMap<DepartmentId, Entry>,
    /// Where each topic stands.
    pub topics: IdMap<TopicId, Entry>,
    /// Where each law stands.
    pub laws: IdMap<LawId, Entry>,
    /// Where each body or hotline stands.
    pub agencies: IdMap<AgencyId, Entry>,
    /// Where each reorganisation stands.
    pub reorganisations: IdMap<ReorganisationId, Entry>,
    /// `addresses.txt`, where the site has it.
    pub addresses: Option<FileId>,
    /// How many terms are the site's own; they are the first.
    pub terms: usize,
    /// For each list, its files.
    pub lists: IdMap<ListId, ListOrigin>,
}

/// Where an entry of a register stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Entry {
    /// In a file of the site, at a place counted from 0.
    Own(FileId, u32),
    /// In the registers that come with the program.
    #[default]
    Program,
}

impl Entry {
    /// The file of the site that it stands in.
    pub fn file(self) -> Option<FileId> {
        match self {
            Entry::Own(file, _) => Some(file),
            Entry::Program => None,
        }
    }
}

impl Origins {
    /// Where an entry of a register stands; `None` for what is none.
    pub fn entry(&self, owner: Owner) -> Option<Entry> {
        match owner {
            Owner::Region(id) => self.regions.values().get(id.get()),
            Owner::Department(id) => self.departments.values().get(id.get()),
            Owner::Topic(id) => self.topics.values().get(id.get()),
            Owner::Law(id) => self.laws.values().get(id.get()),
            Owner::Agency(id) => self.agencies.values().get(id.get()),
            Owner::Reorganisation(id) => self.reorganisations.values().get(id.get()),
            Owner::Site | Owner::Record(_) => None,
        }
        .copied()
    }

    /// The files that are tables, in which a text stands in a column for each language.
    pub fn tables(&self) -> HashSet<FileId> {
        let pieces = self.lists.values().iter().flat_map(|list| &list.pieces);
        pieces.filter(|piece| piece.table).map(|piece| piece.file).collect()
    }

    /// The place of an entry in its file, counted from 0; 0 for one that is in no file of the site.
    pub fn index(&self, owner: Owner) -> usize {
        match self.entry(owner) {
            Some(Entry::Own(_, index)) => index as usize,
            _ => 0,
        }
    }

    /// Whether this comes with the program.
    pub fn is_of_program(&self, owner: Owner) -> bool {
        self.entry(owner) == Some(Entry::Program)
    }

    /// The file that most of a register stands in; the site file where the site has none.
    pub fn file_of<K: Position>(&self, register: &IdMap<K, Entry>) -> FileId {
        register.values().iter().find_map(|entry| entry.file()).unwrap_or(self.site)
    }

    /// The place of a value, given whose it is and the trail to it from the root of a file; of a list, from the list. What
    /// comes with the program has its place at the site as a whole.
    pub fn place(&self, owner: Owner, trail: &Trail<'_>) -> Place {
        let file = match owner {
            Owner::Site => Some(self.site),
            Owner::Record(record) => return self.lists[record.list].place(trail),
            entry => self.entry(entry).and_then(Entry::file),
        };
        match file {
            Some(file) => Place { file, at: At::Value(trail.steps()) },
            None => Place::file(self.site),
        }
    }
}

/// The files of one list.
#[derive(Clone, Debug)]
pub struct ListOrigin {
    /// The file that holds the header.
    pub header: FileId,
    /// The other files, and which records of which collection each holds.
    pub pieces: Vec<Piece>,
    /// Of which Chinese its translations were made, as far as that was written down.
    pub translated: Vec<Translated>,
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
