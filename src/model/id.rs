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

    /// What of a text can stand in an id: its ASCII letters and digits in small letters, one hyphen for whatever stands
    /// between two runs of them. Empty where it has none.
    pub fn words(text: &str) -> String {
        let runs = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|run| !run.is_empty());
        runs.map(str::to_ascii_lowercase).collect::<Vec<String>>().join("-")
    }

    /// Eight hexadecimal figures that tell a text from others in an id: FNV-1a, folded, the same for ever.
    pub fn hash(bytes: impl Iterator<Item = u8>) -> String {
        let hash =
            bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        format!("{:08x}", (hash >> 32) ^ (hash & 0xffff_ffff))
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
