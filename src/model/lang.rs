//! A language tag in, a small copyable value out.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A language of the site, as a BCP 47 tag of at most twelve ASCII letters, digits and hyphens (`zh`, `en`, `zh-Hant`).
///
/// It is copied with every text, so it is kept inline instead of on the heap.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang([u8; 12]);

/// Languages that are commonly written from right to left, by the codes of ISO 639.
const RIGHT_TO_LEFT: [&str; 38] = [
    "ar", "ara", "arc", "azb", "bal", "bqi", "ckb", "dv", "div", "fa", "fas", "glk", "he", "heb", "iw", "ji", "khw",
    "ks", "kas", "lrc", "mnd", "mzn", "nqo", "pnb", "prs", "ps", "pus", "sd", "syr", "ug", "uig", "ur", "urd", "yi",
    "yid", "rhg", "sam", "skr",
];

/// Languages that are written from right to left in a country, and otherwise elsewhere.
const IN_COUNTRIES: [&str; 8] = ["az-IR", "kk-CN", "ky-CN", "ku-IQ", "ku-IR", "pa-PK", "uz-AF", "tk-AF"];

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

    /// Whether it is written from right to left: by its script where the tag names one, else by its language.
    ///
    /// ```
    /// use qingdan::model::Lang;
    ///
    /// let rtl = |tag: &str| Lang::new(tag).is_some_and(|lang| lang.is_rtl());
    /// assert!(rtl("kk-CN") && rtl("pa-PK") && rtl("iw") && !rtl("pa") && !rtl("uz"));
    /// assert!(rtl("ug") && rtl("ar") && rtl("kk-Arab-CN") && rtl("uig"));
    /// assert!(!rtl("zh") && !rtl("ug-Latn") && !rtl("kk") && !rtl("mn-Mong"));
    /// ```
    pub fn is_rtl(&self) -> bool {
        let mut parts = self.as_str().split('-');
        let language = parts.next().unwrap_or_default();
        match parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
            Some(script) => {
                let script = script.to_ascii_lowercase();
                ["arab", "aran", "hebr", "syrc", "thaa", "nkoo", "rohg", "adlm", "samr", "mand"].contains(&&*script)
            }
            // Of some languages the country decides.
            None => RIGHT_TO_LEFT.contains(&language) || IN_COUNTRIES.contains(&self.as_str()),
        }
    }

    /// Its direction as HTML has it.
    pub fn direction(&self) -> &'static str {
        if self.is_rtl() { "rtl" } else { "ltr" }
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
