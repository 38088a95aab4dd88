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

    /// The figures of a number as printed, also of one in Chinese numerals: `（十二）` is 12, `3.2` is 3-2.
    pub fn of_number(number: &str) -> String {
        let mut id = String::new();
        let mut rest = number.chars().peekable();
        let mut join = |part: &str| {
            if !id.is_empty() {
                id.push('-');
            }
            id.push_str(part);
        };
        while let Some(first) = rest.next() {
            let kind = |c: char| {
                if c.is_ascii_alphanumeric() {
                    1
                } else if value(c).is_some() {
                    2
                } else {
                    0
                }
            };
            let mut run = String::from(first);
            if kind(first) == 0 {
                continue;
            }
            while let Some(next) = rest.next_if(|next| kind(*next) == kind(first)) {
                run.push(next);
            }
            if kind(first) == 1 {
                join(&run.to_ascii_lowercase());
            } else {
                join(&numeral(&run).to_string());
            }
        }
        id
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

/// The value of a figure in Chinese, full-width or circled: the latter as one number.
fn value(c: char) -> Option<u32> {
    let position = |all: &str| all.chars().position(|figure| figure == c).map(|at| at as u32);
    match c {
        '０'..='９' => Some(c as u32 - '０' as u32),
        '①'..='⑳' => Some(c as u32 - '①' as u32 + 1),
        '十' => Some(10),
        '百' => Some(100),
        '〇' | '零' => Some(0),
        '两' => Some(2),
        _ => position("一二三四五六七八九").map(|at| at + 1),
    }
}

/// The value of a run of Chinese or full-width figures.
fn numeral(run: &str) -> u32 {
    if !run.contains(['十', '百']) {
        return run.chars().filter_map(value).fold(0, |sum: u32, figure| sum.saturating_mul(10).saturating_add(figure));
    }
    let (mut sum, mut figure) = (0_u32, None::<u32>);
    for c in run.chars() {
        match value(c) {
            Some(unit @ (10 | 100)) => sum = sum.saturating_add(figure.take().unwrap_or(1).saturating_mul(unit)),
            Some(other) => figure = Some(other),
            None => {}
        }
    }
    sum.saturating_add(figure.unwrap_or(0))
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
