//! A text in, the keys it is found by out: two and three neighbouring characters where Chinese is, else stems of words of any alphabet.

use super::fold::fold;
use super::key::{Key, LongStems};

/// Whether a character is written without spaces between words (Chinese and its punctuation).
pub fn is_cjk(c: char) -> bool {
    c >= '\u{2e80}'
}

/// Replaces what is in `keys` by the keys of a text, each once. The client makes the same keys of what is typed.
pub fn keys(text: &str, long: &LongStems, keys: &mut Vec<Key>) {
    keys.clear();
    // The three characters before, as far as no white space comes between.
    let mut before = [None; 3];
    let mut word = String::new();
    for c in text.chars().chain(std::iter::once('\n')) {
        let c = fold(c);
        if c.is_whitespace() {
            before = [None; 3];
        } else {
            neighbours(before, c, keys);
            before = [before[1], before[2], Some(c)];
        }
        if c.is_alphanumeric() && !is_cjk(c) {
            word.push(c);
        } else if !word.is_empty() {
            keys.push(Key::stem(stem(&word), long));
            word.clear();
        }
    }
    keys.sort_unstable();
    keys.dedup();
}

/// The keys that end with a character, where Chinese is among theirs.
fn neighbours(before: [Option<char>; 3], d: char, keys: &mut Vec<Key>) {
    let [a, b, c] = before;
    let Some(c) = c else { return };
    let mut chinese = is_cjk(c) || is_cjk(d);
    if chinese {
        keys.push(Key::two(c, d));
    }
    let Some(b) = b else { return };
    chinese |= is_cjk(b);
    if chinese {
        keys.push(Key::three(b, c, d));
    }
    let Some(a) = a else { return };
    if chinese || is_cjk(a) {
        keys.push(Key::four([a, b, c, d]));
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
    use super::super::key::LongStems;
    use super::{keys, stem};

    #[test]
    fn chinese_makes_twos_and_threes_and_latin_makes_stems() {
        let (long, mut found) = (LongStems::default(), Vec::new());
        keys("3C认证，the Scales\n电 梯 认证", &long, &mut found);
        let mut found: Vec<String> = found.into_iter().map(|key| key.text(&long)).collect();
        found.sort_unstable();
        let (fours, found): (Vec<&str>, Vec<&str>) =
            found.iter().map(String::as_str).partition(|key| key.starts_with('#'));
        // 3c认证, c认证， and so on to ，the.
        assert_eq!(fours.len(), 5);
        let expected = ["3c", "3c认", "c认", "c认证", "scal", "the", "认证", "认证，", "证，", "证，t", "，t", "，th"];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_word_of_any_alphabet_is_one_whatever_its_case_width_and_accents() {
        let (long, mut found) = (LongStems::default(), Vec::new());
        keys("ＣＣＣ Café ЛИФТ", &long, &mut found);
        let mut found: Vec<String> = found.into_iter().map(|key| key.text(&long)).collect();
        found.sort_unstable();
        assert_eq!(found, ["caf", "ccc", "лифт"]);
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (a, b) in [("scale", "scales"), ("licence", "licences"), ("boiler", "boilers"), ("supply", "supplies")] {
            assert_eq!(stem(a), stem(b));
        }
        assert_eq!(stem("лифты"), "лифты");
        assert_eq!((stem("gas"), stem("lift"), stem("qs"), stem("glass")), ("gas", "lift", "qs", "glass"));
    }
}
