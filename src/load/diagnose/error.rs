//! What was refused, and at which node.

use std::fmt;
use std::rc::Rc;

use serde::de::{self, Expected, Unexpected};

use crate::diag::Code;

use super::super::codes;
use super::super::tree::TreeNode;

/// What is wrong with a node.
#[derive(Clone, Debug)]
pub(super) enum ReadFault {
    /// The node is a key that the mapping does not have; the keys it may have follow.
    UnknownKey(String, &'static [&'static str]),
    /// The node is a key that stood before in the mapping.
    DuplicateKey(String),
    /// The node is a mapping that lacks keys.
    MissingKeys(Vec<String>),
    /// The node is a scalar that is none of the words listed.
    UnknownWord(String, &'static [&'static str]),
    /// The node is of another kind than wanted: what it is, what was wanted.
    Wrong { is: String, wanted: String },
    /// Anything else a type has to say.
    Other(String),
}

impl ReadFault {
    /// The code that documents the fault.
    pub fn code(&self) -> &'static Code {
        match self {
            ReadFault::UnknownKey(..) => &codes::UNKNOWN_KEY,
            ReadFault::DuplicateKey(_) => &codes::DUPLICATE_KEY,
            ReadFault::MissingKeys(_) => &codes::MISSING_KEY,
            ReadFault::UnknownWord(..) | ReadFault::Wrong { .. } | ReadFault::Other(_) => &codes::WRONG_VALUE,
        }
    }
}

/// A fault and the node it is about.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    /// What is wrong.
    pub fault: ReadFault,
    /// The node.
    pub node: Rc<TreeNode>,
}

/// The error that travels up through `Deserialize` code; the node is filled in by the innermost deserializer.
#[derive(Debug)]
pub(super) struct Error {
    fault: Option<ReadFault>,
    /// What was refused, once the node is known.
    pub refusal: Option<Refusal>,
}

impl Error {
    /// Fills in the node, unless a node further in has been filled in.
    pub fn within(mut self, node: &Rc<TreeNode>) -> Error {
        if let Some(fault) = self.fault.take() {
            self.refusal.get_or_insert(Refusal { fault, node: Rc::clone(node) });
        }
        self
    }

    /// Says what the file says, and not what it was taken for: `no`, not `false`.
    pub fn quoting(mut self, text: &str) -> Error {
        if let Some(ReadFault::Wrong { is, .. }) = &mut self.fault
            && is.starts_with('`')
        {
            *is = quoted(text);
        }
        self
    }

    fn new(fault: ReadFault) -> Error {
        Error { fault: Some(fault), refusal: None }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.fault)
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Error {
        Error::new(ReadFault::Other(message.to_string()))
    }

    fn invalid_type(is: Unexpected<'_>, wanted: &dyn Expected) -> Error {
        Error::new(ReadFault::Wrong { is: name(is), wanted: wanted.to_string() })
    }

    fn invalid_value(is: Unexpected<'_>, wanted: &dyn Expected) -> Error {
        Error::new(ReadFault::Wrong { is: name(is), wanted: wanted.to_string() })
    }

    fn invalid_length(_: usize, wanted: &dyn Expected) -> Error {
        Error::new(ReadFault::Wrong { is: "nothing".into(), wanted: wanted.to_string() })
    }

    fn unknown_variant(word: &str, words: &'static [&'static str]) -> Error {
        Error::new(ReadFault::UnknownWord(word.to_owned(), words))
    }

    fn unknown_field(key: &str, keys: &'static [&'static str]) -> Error {
        Error::new(ReadFault::UnknownKey(key.to_owned(), keys))
    }

    fn missing_field(key: &'static str) -> Error {
        Error::new(ReadFault::MissingKeys(vec![key.to_owned()]))
    }

    fn duplicate_field(key: &'static str) -> Error {
        Error::new(ReadFault::DuplicateKey(key.to_owned()))
    }
}

/// Characters of a value that a message shows, at most.
const SHOWN: usize = 60;

/// A value as a message shows it: its beginning, where it is long.
pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}

/// What a value is, as one of a few words that `words` turns into sentences.
fn name(is: Unexpected<'_>) -> String {
    match is {
        Unexpected::Str(text) => quoted(text),
        Unexpected::Bool(value) => format!("`{value}`"),
        Unexpected::Unsigned(value) => format!("`{value}`"),
        Unexpected::Signed(value) => format!("`{value}`"),
        Unexpected::Float(value) => format!("`{value}`"),
        Unexpected::Unit => "nothing".into(),
        Unexpected::Seq => "a sequence".into(),
        Unexpected::Map => "a mapping".into(),
        other => other.to_string(),
    }
}
