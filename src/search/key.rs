//! Characters, a stem or a mark in; a key of the index as one number, and back to the text that the client looks up, out.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{PoisonError, RwLock};

/// What a key holds besides two or three characters stands above their 63 bits.
const OTHER: u64 = 1 << 63;
const STEM: u64 = OTHER;
const LONG: u64 = OTHER | 1 << 61;
const FOUR: u64 = OTHER | 2 << 61;
const MARK: u64 = OTHER | 3 << 61;
const KIND: u64 = OTHER | 3 << 61;

/// Longest stem that is a number by itself, six bits a letter.
const PACKED: usize = 10;

/// Letters of stems; the number of a letter is its place, from one.
const LETTERS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// Largest number of a key of four characters; the client knows it.
const FOURS: u32 = 0x3fff;

/// A key of the index. Keys that differ are of different texts; their order means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u64);

impl Key {
    /// Where the text of an entry begins.
    pub const STARTS: Key = Key(MARK);

    /// What is under a topic.
    pub fn topic(topic: usize) -> Key {
        Key(MARK | 1 << 40 | topic as u64)
    }

    /// What is in a region.
    pub fn region(region: usize) -> Key {
        Key(MARK | 2 << 40 | region as u64)
    }

    /// What is about a thing that has everyday words.
    pub fn thing(thing: usize) -> Key {
        Key(MARK | 3 << 40 | thing as u64)
    }

    /// Two characters.
    pub fn two(a: char, b: char) -> Key {
        Key(packed(a) << 21 | packed(b))
    }

    /// Three characters.
    pub fn three(a: char, b: char, c: char) -> Key {
        Key(packed(a) << 42 | packed(b) << 21 | packed(c))
    }

    /// Four characters. There are very many fours and each is rare, so that some share a key; they tell apart texts that
    /// hold a long term from those that hold all its threes somewhere.
    pub fn four(characters: [char; 4]) -> Key {
        Key(FOUR | u64::from(hash(characters.into_iter()) & FOURS))
    }

    /// A stem, in figures and small letters; of another alphabet it is never short.
    pub fn stem(stem: &str, long: &LongStems) -> Key {
        if stem.len() > PACKED || !stem.is_ascii() {
            return Key(LONG | u64::from(long.number(stem)));
        }
        Key(stem.bytes().fold(0, |key, byte| key << 6 | letter(byte)) | STEM)
    }

    /// Spreads keys evenly.
    pub fn mixed(self) -> u64 {
        mix(self.0)
    }

    /// The stem, where the key is one of at least two letters.
    pub fn as_word(self, long: &LongStems) -> Option<String> {
        let text = matches!(self.0 & KIND, STEM | LONG).then(|| self.text(long))?;
        (text.len() > 1).then_some(text)
    }

    /// The text that the client looks up.
    pub fn text(self, long: &LongStems) -> String {
        let low = self.0 & !KIND;
        if self.0 & OTHER == 0 {
            return [42, 21, 0].into_iter().filter_map(|shift| unpacked(self.0 >> shift & 0x1f_ffff)).collect();
        }
        match self.0 & KIND {
            STEM => {
                let letters = (0..PACKED).rev().map(|at| (low >> (6 * at) & 63) as usize).filter(|at| *at > 0);
                letters.map(|at| char::from(LETTERS[at - 1])).collect()
            }
            LONG => long.stem(low as u32),
            FOUR => format!("#{low}"),
            _ => match low >> 40 {
                0 => "#s".to_owned(),
                1 => format!("#t{}", low & 0xff_ffff_ffff),
                2 => format!("#r{}", low & 0xff_ffff_ffff),
                _ => format!("#c{}", low & 0xff_ffff_ffff),
            },
        }
    }
}

/// A character as 21 bits, none of them zero all together.
fn packed(c: char) -> u64 {
    u64::from(u32::from(c)) + 1
}

fn unpacked(bits: u64) -> Option<char> {
    char::from_u32(bits.checked_sub(1)? as u32)
}

fn letter(byte: u8) -> u64 {
    u64::from(if byte.is_ascii_digit() { byte - b'0' } else { byte.saturating_sub(b'a') + 10 }) + 1
}

/// FNV-1a over characters, as the client has it.
pub fn hash(key: impl Iterator<Item = char>) -> u32 {
    let hash = key.fold(0x811c_9dc5, |hash: u32, c| (hash ^ c as u32).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}

/// Every bit of a number in every bit of another (the last step of SplitMix64).
pub fn mix(bits: u64) -> u64 {
    let bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}

/// Numbers for stems that are too long to be numbers themselves, in the order in which threads meet them: nothing that is
/// published may depend on it.
#[derive(Debug, Default)]
pub struct LongStems(RwLock<(HashMap<String, u32>, Vec<String>)>);

impl LongStems {
    fn number(&self, stem: &str) -> u32 {
        if let Some(number) = self.0.read().unwrap_or_else(PoisonError::into_inner).0.get(stem) {
            return *number;
        }
        let mut inner = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(number) = inner.0.get(stem) {
            return *number;
        }
        let number = inner.1.len() as u32;
        inner.0.insert(stem.to_owned(), number);
        inner.1.push(stem.to_owned());
        number
    }

    fn stem(&self, number: u32) -> String {
        let inner = self.0.read().unwrap_or_else(PoisonError::into_inner);
        inner.1.get(number as usize).cloned().unwrap_or_default()
    }
}

/// A map by keys. They are looked up many million times, and nobody can choose them to collide who gains by it.
pub type KeyMap<T> = HashMap<Key, T, BuildHasherDefault<KeyHasher>>;

/// Hashes a key by mixing its bits.
#[derive(Debug, Default)]
pub struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, bits: u64) {
        // Keys of a partition have the same highest bits, which the map would read as well.
        self.0 = mix(self.0 ^ bits).rotate_left(32);
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, LongStems};

    #[test]
    fn a_key_is_the_text_that_it_was_made_of() {
        let long = LongStems::default();
        assert_eq!(Key::two('\u{0}', '电').text(&long), "\u{0}电");
        assert_eq!(Key::three('3', 'c', '认').text(&long), "3c认");
        assert_eq!(Key::three('\u{10ffff}', '\u{10ffff}', '\u{10ffff}').text(&long).chars().count(), 3);
        for stem in ["0", "00", "az", "zzzzzzzzzz", "administrat", "responsibilit", "лифт", "ё"] {
            assert_eq!(Key::stem(stem, &long).text(&long), stem);
            assert_eq!(Key::stem(stem, &long), Key::stem(stem, &long));
        }
        assert_eq!(
            [Key::STARTS, Key::topic(0), Key::region(70_000), Key::thing(7)].map(|key| key.text(&long)),
            ["#s", "#t0", "#r70000", "#c7"]
        );
        assert!(Key::four(['特', '种', '设', '备']).text(&long).starts_with('#'));
    }

    #[test]
    fn words_are_stems_of_two_letters_or_more() {
        let long = LongStems::default();
        let word = |key: Key| key.as_word(&long);
        assert_eq!(word(Key::stem("lift", &long)).as_deref(), Some("lift"));
        assert_eq!(word(Key::stem("administrat", &long)).as_deref(), Some("administrat"));
        assert_eq!([word(Key::stem("a", &long)), word(Key::two('a', '电')), word(Key::topic(1))], [None, None, None]);
    }
}
