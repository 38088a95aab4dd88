//! Positions of records in the model, each kind with a type of its own, so that a law is never looked up among lists.
//!
//! An [`Id`](super::Id) is the name that the content gives a record. What is here is how the program finds a record
//! again without a search: its position in the collection that holds it, good for one model and nothing else.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

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

position! {
    /// A region of the model.
    RegionId
    /// A kind of department of the model.
    DepartmentId
    /// A topic of the model.
    TopicId
    /// A law of the model.
    LawId
    /// A body or hotline of the register of bodies.
    AgencyId
    /// A reorganisation of the model.
    ReorganisationId
    /// A list of the model.
    ListId
    /// An office of a list.
    OfficeId
    /// A body of a list.
    BodyId
    /// A section of a list.
    SectionId
    /// An item of a list.
    ItemId
    /// A stage of an item.
    StageId
    /// A department that has an item with the township.
    CounterpartId
    /// A procedure of a list.
    ProcedureId
    /// A stage of a procedure.
    ProcedureStageId
    /// An account of a list.
    AccountId
    /// A main duty of a list.
    DutyId
    /// A work item of a duty.
    WorkItemId
    /// An accountability row of a duty.
    AccountabilityId
    /// A boundary matter of a list.
    MatterId
    /// A participant of a matter.
    ParticipantId
    /// A public service of a list.
    ServiceId
    /// A supervision regime of a list.
    RegimeId
    /// A provision of a regime.
    ProvisionId
    /// A penalty of a regime.
    PenaltyId
    /// An entry of the accountability mechanism of a list.
    MechanismId
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
