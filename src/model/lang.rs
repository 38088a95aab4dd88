//! A language tag in, a small copyable value out.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A language of the site, as a BCP 47 tag of at most twelve ASCII letters, digits and hyphens (`zh`, `en`, `zh-Hant`).
///
/// It is copied with every text, so it is kept inline instead of on the heap.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang([u8; 12]);

impl Lang {
    /// Chinese, the language of a bare string in the content.
    pub const ZH: Lang = Lang(*b"zh\0\0\0\0\0\0\0\0\0\0");
    /// English.
    pub const EN: Lang = Lang(*b"en\0\0\0\0\0\0\0\0\0\0");

    /// Reads a tag; `None` where it is not one: longer than twelve characters, with other characters than ASCII letters,
    /// digits and inner hyphens, or not starting with a language of two or three lower-case letters.
    pub fn new(tag: &str) -> Option<Lang> {
        let bytes = tag.as_bytes();
        let language = tag.split('-').next().unwrap_or_default();
        let fits =
            bytes.len() <= 12 && (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase());
        let clean = bytes.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-') && !tag.ends_with('-');
        if !fits || !clean {
            return None;
        }
        let mut inline = [0; 12];
        inline[..bytes.len()].copy_from_slice(bytes);
        Some(Lang(inline))
    }

    /// The tag as written.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Lang, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Lang::new(&tag)
            .ok_or_else(|| de::Error::invalid_value(de::Unexpected::Str(&tag), &"a language tag such as `zh` or `en`"))
    }
}
