//! A tree node as a serde deserializer that remembers where it is and passes over unknown keys.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use serde::de::{self, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::super::tree::{NodeKind, TreeNode};
use super::error::{Error, ReadFault, Refusal};
use super::filler::Filler;
use super::scalar::{Scalar, scalar};

/// What one round knows: the nodes left out, the keys that stand in for missing ones, and the keys passed over.
pub(super) struct Reading<'c> {
    dropped: &'c HashSet<usize>,
    filled: &'c HashMap<usize, Vec<String>>,
    filler_refused: Cell<bool>,
    passed_over: RefCell<Vec<Refusal>>,
}

impl<'c> Reading<'c> {
    /// A round that leaves out these nodes, and takes these keys of mappings for there.
    pub fn new(dropped: &'c HashSet<usize>, filled: &'c HashMap<usize, Vec<String>>) -> Reading<'c> {
        Reading { dropped, filled, filler_refused: Cell::new(false), passed_over: RefCell::default() }
    }

    /// Whether the round ended at a value that stood in for a missing one.
    pub fn filler_refused(&self) -> bool {
        self.filler_refused.get()
    }

    /// The keys that were passed over.
    pub fn passed_over(self) -> Vec<Refusal> {
        self.passed_over.into_inner()
    }
}

/// Deserializes one node.
#[derive(Clone, Copy)]
pub(super) struct NodeDeserializer<'n, 'c> {
    node: &'n Rc<TreeNode>,
    context: &'n Reading<'c>,
}

impl<'n, 'c> NodeDeserializer<'n, 'c> {
    /// Wraps a node.
    pub fn new(node: &'n Rc<TreeNode>, context: &'n Reading<'c>) -> NodeDeserializer<'n, 'c> {
        NodeDeserializer { node, context }
    }

    fn entries<'de, V: Visitor<'de>>(
        self,
        keys: Option<&'static [&'static str]>,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let NodeKind::Mapping(entries) = &self.node.kind else {
            return Err(self.wrong(&visitor));
        };
        let mut kept: Vec<(&'n Rc<TreeNode>, &'n Rc<TreeNode>)> = Vec::with_capacity(entries.len());
        let mut names: HashSet<Option<&str>> = HashSet::with_capacity(entries.len());
        for (key, value) in entries {
            let name = key.scalar().unwrap_or_default();
            let fault = if names.contains(&key.scalar()) {
                Some(ReadFault::DuplicateKey(name.to_owned()))
            } else {
                keys.filter(|keys| !keys.contains(&name)).map(|keys| ReadFault::UnknownKey(name.to_owned(), keys))
            };
            match fault {
                Some(fault) => self.context.passed_over.borrow_mut().push(Refusal { fault, node: Rc::clone(key) }),
                None if self.context.dropped.contains(&value.id) => {}
                None => {
                    names.insert(key.scalar());
                    kept.push((key, value));
                }
            }
        }
        let filled = self.context.filled.get(&self.node.id).map(Vec::as_slice).unwrap_or_default();
        let access = MapEntries { rest: kept.into_iter(), filled: filled.iter(), value: None, context: self.context };
        visitor.visit_map(access).map_err(|error| error.within(self.node))
    }

    fn wrong<'de, V: Visitor<'de>>(self, visitor: &V) -> Error {
        let is = match &self.node.kind {
            _ if self.node.is_null() => Unexpected::Unit,
            NodeKind::Scalar { value, .. } => Unexpected::Str(value),
            NodeKind::Sequence(_) => Unexpected::Seq,
            NodeKind::Mapping(_) => Unexpected::Map,
        };
        <Error as de::Error>::invalid_type(is, visitor).within(self.node)
    }

    fn parsed<'de, T, V: Visitor<'de>>(
        self,
        visitor: V,
        parse: impl Fn(&str) -> Option<T>,
        visit: impl Fn(V, T) -> Result<V::Value, Error>,
    ) -> Result<V::Value, Error> {
        match self.node.scalar().and_then(parse) {
            Some(value) => visit(visitor, value).map_err(|error| error.within(self.node)),
            None => Err(self.wrong(&visitor)),
        }
    }
}

impl<'de> de::Deserializer<'de> for NodeDeserializer<'_, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let NodeKind::Scalar { value, plain } = &self.node.kind else {
            return match &self.node.kind {
                NodeKind::Sequence(_) => self.deserialize_seq(visitor),
                _ => self.entries(None, visitor),
            };
        };
        let taken = if *plain { scalar(value) } else { Scalar::Text };
        let result: Result<V::Value, Error> = match taken {
            _ if self.node.is_null() => visitor.visit_unit(),
            Scalar::Bool(value) => visitor.visit_bool(value),
            Scalar::Whole(value) => visitor.visit_i64(value),
            Scalar::Number(value) => visitor.visit_f64(value),
            Scalar::Text => visitor.visit_str(value),
        };
        result.map_err(|error| error.quoting(value).within(self.node))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.node.is_null() {
            return Err(self.wrong(&visitor));
        }
        self.parsed(visitor, |text| Some(text.to_owned()), |visitor, text| visitor.visit_string(text))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.parsed(visitor, |text| text.parse().ok(), |visitor, value| visitor.visit_bool(value))
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.parsed(visitor, |text| text.parse().ok(), |visitor, value| visitor.visit_u8(value))
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.parsed(visitor, |text| text.parse().ok(), |visitor, value| visitor.visit_u32(value))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.parsed(visitor, |text| text.parse().ok(), |visitor, value| visitor.visit_f64(value))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.node.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.kind {
            NodeKind::Sequence(entries) => visitor
                .visit_seq(Sequence { rest: entries.iter(), context: self.context })
                .map_err(|error| error.within(self.node)),
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.entries(None, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        keys: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.entries(Some(keys), visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.parsed(
            visitor,
            |text| Some(text.to_owned()),
            |visitor, word| visitor.visit_enum(IntoDeserializer::<Error>::into_deserializer(word)),
        )
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u16 u64 u128 f32 char bytes byte_buf unit unit_struct tuple tuple_struct
    }
}

struct Sequence<'n, 'c> {
    rest: std::slice::Iter<'n, Rc<TreeNode>>,
    context: &'n Reading<'c>,
}

impl<'de> SeqAccess<'de> for Sequence<'_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let next = self.rest.find(|node| !self.context.dropped.contains(&node.id));
        next.map(|node| seed.deserialize(NodeDeserializer::new(node, self.context)).map_err(|error| error.within(node)))
            .transpose()
    }
}

struct MapEntries<'n, 'c> {
    rest: std::vec::IntoIter<(&'n Rc<TreeNode>, &'n Rc<TreeNode>)>,
    filled: std::slice::Iter<'n, String>,
    value: Option<&'n Rc<TreeNode>>,
    context: &'n Reading<'c>,
}

impl<'de> MapAccess<'de> for MapEntries<'_, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.rest.next() else {
            self.value = None;
            let next = self.filled.next();
            return next.map(|key| seed.deserialize(key.as_str().into_deserializer())).transpose();
        };
        self.value = Some(value);
        seed.deserialize(NodeDeserializer::new(key, self.context)).map(Some).map_err(|error| error.within(key))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        match self.value.take() {
            Some(value) => {
                seed.deserialize(NodeDeserializer::new(value, self.context)).map_err(|error| error.within(value))
            }
            None => seed.deserialize(Filler).inspect_err(|_| self.context.filler_refused.set(true)),
        }
    }
}
