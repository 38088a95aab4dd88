//! A Chinese text in, its reading in plain Latin letters out: the order of indexes and the keys of the search.

use pinyin::ToPinyin;

/// One syllable for every Chinese character of a text, without tones; other characters have none.
pub fn syllables(text: &str) -> Vec<(char, Option<&'static str>)> {
    text.chars().map(|c| (c, c.to_pinyin().map(|reading| reading.plain()))).collect()
}

/// The reading of a text as one word of small letters and figures, whole syllables up to so many letters; empty where
/// nothing of it can be read.
pub fn reading(text: &str, most: usize) -> String {
    let mut letters = String::new();
    for (c, syllable) in syllables(text) {
        let next = syllable.map(str::to_owned).unwrap_or_else(|| c.to_ascii_lowercase().to_string());
        let next: String = next.chars().filter(char::is_ascii_alphanumeric).collect();
        if letters.len() + next.len() > most {
            break;
        }
        letters += &next;
    }
    letters
}

/// What a text is put in order by: its reading in small letters, other characters as they are.
pub fn sort_key(text: &str) -> String {
    let mut key = String::new();
    for (c, syllable) in syllables(text) {
        match syllable {
            Some(syllable) => key.push_str(syllable),
            None => key.extend(c.to_lowercase()),
        }
        key.push(' ');
    }
    key
}

/// The capital letter under which a text stands in an index; `#` for what opens with no letter.
pub fn initial(text: &str) -> char {
    let key = sort_key(text.trim_start_matches(['《', '“', '"', '(', '（']));
    key.chars().next().filter(char::is_ascii_alphabetic).map_or('#', |c| c.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::{initial, sort_key};

    #[test]
    fn chinese_is_ordered_by_its_reading() {
        assert_eq!(sort_key("电梯"), "dian ti ");
        assert_eq!(['D', 'L', '#'], [initial("《电梯》"), initial("lifts"), initial("12365")]);
    }
}
