//! The name of a type in, its keys in the order of the type out, as its own `Deserialize` code asks for them.

use std::cell::Cell;

use serde::de::value::Error;
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

use crate::model::{
    Account, Accountability, Amount, Basis, Body, Case, Change, Counterpart, Deadline, Defaults, DocumentPart, Duty,
    EmptyPart, Frequency, Item, Limit, List, Matter, MechanismEntry, Multiple, Office, Participant, Penalty, Procedure,
    Provision, ProvisionItem, Range, Regime, Schedule, Section, Service, Source, SourceDocument, Stage, Threshold,
    TimeLimit, TimeLimits, Waiver, WorkItem,
};

macro_rules! types {
    ($name:expr; $($type:ident),+ $(,)?) => {
        match $name {
            $(stringify!($type) => asked::<$type>(),)+
            // It may be written as one string, so its own code asks for no keys.
            "Phone" => &["number", "kind", "extension"],
            _ => &[],
        }
    };
}

/// The keys of a type; none of one that no list has.
pub(super) fn keys(of: &str) -> &'static [&'static str] {
    types!(of; Account, Accountability, Amount, Basis, Body, Case, Change, Counterpart, Deadline, Defaults,
        DocumentPart, Duty, EmptyPart, Frequency, Item, Limit, List, Matter, MechanismEntry, Multiple, Office,
        Participant, Penalty, Procedure, Provision, ProvisionItem, Range, Regime, Schedule, Section, Service, Source,
        SourceDocument, Stage, Threshold, TimeLimit, TimeLimits, Waiver, WorkItem)
}

fn asked<T: for<'de> Deserialize<'de>>() -> &'static [&'static str] {
    let keys = Cell::new(&[][..]);
    let _ = T::deserialize(Asked(&keys));
    keys.get()
}

/// Answers nothing and remembers what was asked for.
struct Asked<'k>(&'k Cell<&'static [&'static str]>);

impl<'de> Deserializer<'de> for Asked<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("nothing is here"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        self.0.set(fields);
        Err(Error::custom("nothing is here"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
