//! A text in, the keys it is found by out: two and three neighbouring characters where Chinese is, else stems of words.

use std::collections::HashSet;

/// Largest number of a key of four characters; the client knows it.
const FOURS: u32 = 0x3fff;

/// Whether a character is written without spaces between words (Chinese and its punctuation).
pub fn is_cjk(c: char) -> bool {
    c >= '\u{2e80}'
}

/// Adds the keys of a text. The client makes the same keys of what is typed.
pub fn keys(text: &str, into: &mut HashSet<String>) {
    // The three characters before, as far as no white space comes between.
    let mut before = [None; 3];
    let mut word = String::new();
    for c in text.chars().chain(std::iter::once('\n')) {
        let c = c.to_ascii_lowercase();
        if c.is_whitespace() {
            before = [None; 3];
        } else {
            for start in 0..3 {
                let key: Option<String> = before[start..].iter().copied().chain([Some(c)]).collect();
                let Some(key) = key.filter(|key| key.contains(is_cjk)) else { continue };
                into.insert(if start == 0 { four(&key) } else { key });
            }
            before = [before[1], before[2], Some(c)];
        }
        if c.is_ascii_alphanumeric() {
            word.push(c);
        } else if !word.is_empty() {
            into.insert(stem(&word).to_owned());
            word.clear();
        }
    }
}

/// The key of four characters. There are very many fours and each is rare, so that some share a key; they tell apart
/// texts that hold a long term from those that hold all its threes somewhere.
fn four(characters: &str) -> String {
    format!("#{}", hash(characters) & FOURS)
}

/// FNV-1a over characters, as the client has it.
pub fn hash(key: &str) -> u32 {
    let hash = key.chars().fold(0x811c_9dc5, |hash: u32, c| (hash ^ c as u32).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}

/// The stem of an English word in small letters: plural, past and continuous endings are taken off.
pub fn stem(word: &str) -> &str {
    for ending in ["ings", "ing", "ies", "ed", "es", "s", "y", "e"] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() >= 3
            && !stem.ends_with('s')
            && word.is_ascii()
        {
            return stem;
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashSet};

    use super::{keys, stem};

    #[test]
    fn chinese_makes_twos_and_threes_and_latin_makes_stems() {
        let mut found = HashSet::new();
        keys("3C认证，the Scales\n电 梯", &mut found);
        let found: BTreeSet<String> = found.into_iter().collect();
        let (fours, found): (Vec<&str>, Vec<&str>) =
            found.iter().map(String::as_str).partition(|key| key.starts_with('#'));
        // 3c认证, c认证， and so on to ，the.
        assert_eq!(fours.len(), 5);
        let expected = ["3c", "3c认", "c认", "c认证", "scal", "the", "认证", "认证，", "证，", "证，t", "，t", "，th"];
        assert_eq!(found, expected);
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (a, b) in [("scale", "scales"), ("licence", "licences"), ("boiler", "boilers"), ("supply", "supplies")] {
            assert_eq!(stem(a), stem(b));
        }
        assert_eq!((stem("gas"), stem("lift"), stem("qs"), stem("glass")), ("gas", "lift", "qs", "glass"));
    }
}
