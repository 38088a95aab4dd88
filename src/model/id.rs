//! Identifiers of records.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// The id or slug of a record: lower-case ASCII words joined by hyphens, unique in its scope, stable once published.
///
/// Any string can be held, so that a wrong one can be reported where it stands; the check `bad-id` holds the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Box<str>);

impl Id {
    /// Takes the string as it is.
    pub fn new(id: &str) -> Id {
        Id(id.into())
    }

    /// Whether it was left out.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it has the form of an id: words of `a-z` and `0-9`, one hyphen between two words.
    pub fn is_well_formed(&self) -> bool {
        !self.0.is_empty()
            && self
                .0
                .split('-')
                .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
