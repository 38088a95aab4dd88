//! A text in, the keys it is found by out: two and three neighbouring characters where Chinese is, else stems of words.

use std::collections::BTreeSet;

/// Whether a character is written without spaces between words (Chinese and its punctuation).
pub fn is_cjk(c: char) -> bool {
    c >= '\u{2e80}'
}

/// Adds the keys of a text. The client makes the same keys of what is typed.
pub fn keys(text: &str, into: &mut BTreeSet<String>) {
    // The two characters before, as far as no white space comes between.
    let mut before: [Option<char>; 2] = [None, None];
    let mut word = String::new();
    for c in text.chars().chain(std::iter::once('\n')) {
        let c = c.to_ascii_lowercase();
        if c.is_whitespace() {
            before = [None, None];
        } else {
            for start in 0..2 {
                let key: Option<String> = before[start..].iter().copied().chain([Some(c)]).collect();
                into.extend(key.filter(|key| key.contains(is_cjk)));
            }
            before = [before[1], Some(c)];
        }
        if c.is_ascii_alphanumeric() {
            word.push(c);
        } else if !word.is_empty() {
            into.insert(stem(&word).to_owned());
            word.clear();
        }
    }
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
    use std::collections::BTreeSet;

    use super::{keys, stem};

    #[test]
    fn chinese_makes_twos_and_threes_and_latin_makes_stems() {
        let mut found = BTreeSet::new();
        keys("3C认证，the Scales\n电 梯", &mut found);
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
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
