//! Positions of records in the model, each kind with a type of its own, so that a law is never looked up among lists.
//!
//! An [`Id`](super::Id) is the name that the content gives a record. What is here is how the program finds a record
//! again without a search: its position in the collection that holds it, good for one model and nothing else.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use super::Model;
use super::duty::{Accountability, Duty, WorkItem};
use super::law::Law;
use super::list::{List, Office};
use super::matter::{Matter, Participant};
use super::mechanism::MechanismEntry;
use super::regime::{Penalty, Provision, Regime};
use super::registers::{Department, Region, Topic};
use super::service::Service;

/// A position with a type of its own.
pub trait Position: Copy {
    /// From a position counted from 0.
    fn new(position: usize) -> Self;
    /// The position, counted from 0.
    fn get(self) -> usize;
}

/// Declares types of positions.
macro_rules! position {
    ($($(#[$doc:meta])* $id:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $id(u32);

        impl $crate::model::Position for $id {
            fn new(position: usize) -> $id {
                $id(position as u32)
            }

            fn get(self) -> usize {
                self.0 as usize
            }
        }

        impl std::fmt::Display for $id {
            /// The position, counted from 0.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

pub(crate) use position;

/// Declares the position of each kind of record in the collection of its owner, and `owner[id]`.
macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident = $owner:ident.$field:ident: $value:ident;)*) => {$(
        position!($(#[$doc])* $id);

        impl $id {
            /// The ids of all that the owner has, in order.
            pub fn all(owner: &$owner) -> impl ExactSizeIterator<Item = $id> + Clone + use<> {
                (0..owner.$field.len()).map($id::new)
            }

            /// All that the owner has, each with its id, in order.
            pub fn each(owner: &$owner) -> impl ExactSizeIterator<Item = ($id, &$value)> + Clone {
                $id::all(owner).zip(&owner.$field)
            }

            /// The first that a condition holds for.
            pub fn find(owner: &$owner, holds: impl FnMut(&$value) -> bool) -> Option<$id> {
                owner.$field.iter().position(holds).map($id::new)
            }
        }

        impl Index<$id> for $owner {
            type Output = $value;

            fn index(&self, id: $id) -> &$value {
                &self.$field[id.get()]
            }
        }
    )*};
}

ids! {
    /// A region of the model.
    RegionId = Model.regions: Region;
    /// A kind of department of the model.
    DepartmentId = Model.departments: Department;
    /// A topic of the model.
    TopicId = Model.topics: Topic;
    /// A law of the model.
    LawId = Model.laws: Law;
    /// A list of the model.
    ListId = Model.lists: List;
    /// An office of a list.
    OfficeId = List.offices: Office;
    /// A main duty of a list.
    DutyId = List.duties: Duty;
    /// A work item of a duty.
    WorkItemId = Duty.work_items: WorkItem;
    /// An accountability row of a duty.
    AccountabilityId = Duty.accountability: Accountability;
    /// A boundary matter of a list.
    MatterId = List.boundaries: Matter;
    /// A participant of a matter.
    ParticipantId = Matter.participants: Participant;
    /// A public service of a list.
    ServiceId = List.services: Service;
    /// A supervision regime of a list.
    RegimeId = List.regimes: Regime;
    /// A provision of a regime.
    ProvisionId = Regime.provisions: Provision;
    /// A penalty of a regime.
    PenaltyId = Regime.penalties: Penalty;
    /// An entry of the accountability mechanism of a list.
    MechanismId = List.mechanism: MechanismEntry;
}

/// One value for each record of a kind.
#[derive(Clone, Debug)]
pub struct IdMap<K, V> {
    values: Vec<V>,
    key: PhantomData<K>,
}

impl<K: Position, V> IdMap<K, V> {
    /// The same value for so many records.
    pub fn filled(len: usize, value: V) -> IdMap<K, V>
    where
        V: Clone,
    {
        vec![value; len].into_iter().collect()
    }

    /// The values, in the order of the records.
    pub fn values(&self) -> &[V] {
        &self.values
    }

    /// The records with their values.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (K, &V)> {
        self.values.iter().enumerate().map(|(position, value)| (K::new(position), value))
    }

    /// Gives the next record its value.
    pub fn push(&mut self, value: V) {
        self.values.push(value);
    }
}

impl<K, V> Default for IdMap<K, V> {
    fn default() -> IdMap<K, V> {
        IdMap { values: Vec::new(), key: PhantomData }
    }
}

impl<K, V> From<Vec<V>> for IdMap<K, V> {
    fn from(values: Vec<V>) -> IdMap<K, V> {
        IdMap { values, key: PhantomData }
    }
}

impl<K, V> Extend<V> for IdMap<K, V> {
    fn extend<I: IntoIterator<Item = V>>(&mut self, values: I) {
        self.values.extend(values);
    }
}

impl<K, V> FromIterator<V> for IdMap<K, V> {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> IdMap<K, V> {
        IdMap::from(Vec::from_iter(values))
    }
}

impl<K: Position, V> Index<K> for IdMap<K, V> {
    type Output = V;

    fn index(&self, id: K) -> &V {
        &self.values[id.get()]
    }
}

impl<K: Position, V> IndexMut<K> for IdMap<K, V> {
    fn index_mut(&mut self, id: K) -> &mut V {
        &mut self.values[id.get()]
    }
}
