//! A message in the two languages that Qingdan itself speaks, as a terminal may show it.

use std::borrow::Cow;

/// The language that messages are printed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MessageLang {
    /// Chinese.
    Zh,
    /// English.
    #[default]
    En,
}

/// A message in Chinese and English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Message {
    /// Takes both forms.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Message {
        Message { zh: zh.into(), en: en.into() }
    }

    /// The form in one language.
    pub fn say(&self, speech: MessageLang) -> &str {
        match speech {
            MessageLang::Zh => &self.zh,
            MessageLang::En => &self.en,
        }
    }

    /// The same without words that nobody reads to their end: of an id of a megabyte the beginning is enough.
    pub fn shortened(&self) -> Message {
        let short = |text: &String| if text.len() > LONGEST { shortened(text) } else { text.clone() };
        Message { zh: short(&self.zh), en: short(&self.en) }
    }
}

/// Bytes of a word, at most; what is longer is cut.
const LONGEST: usize = 1_000;

fn shortened(text: &str) -> String {
    let cut = |word: &str| match word.char_indices().nth(LONGEST / 10) {
        Some((end, _)) if word.len() > LONGEST => {
            let whole = word.trim_end_matches(char::is_whitespace);
            let last: String = whole.chars().next_back().into_iter().collect();
            format!("{}…{last}{}", &word[..end], &word[whole.len()..])
        }
        _ => word.to_owned(),
    };
    text.split_inclusive(char::is_whitespace).map(cut).collect()
}

/// The text as a terminal may show it: what would move its cursor, change its title or turn lines around stands as the number of
/// the character. Colours and line ends stay.
///
/// ```
/// use qingdan::diag::visible;
///
/// assert_eq!(visible("a\u{1b}]0;b\u{7}.yaml\n"), "a\\u{1b}]0;b\\u{7}.yaml\n");
/// assert_eq!(visible("\u{1b}[1m甲\u{1b}[0m"), "\u{1b}[1m甲\u{1b}[0m");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    let odd = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        if odd(c) && !(c == '\u{1b}' && is_colour(&text[at + 1..])) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Whether what follows an escape sets a colour and nothing else.
fn is_colour(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix('[') else { return false };
    rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';').starts_with('m')
}

#[cfg(test)]
mod tests {
    use super::Message;

    #[test]
    fn long_words_lose_their_end() {
        let id = "a".repeat(5_000);
        let short = Message::new(format!("没有 `{id}`"), format!("no law has the id `{id}` here")).shortened();
        assert_eq!(short.zh, format!("没有 `{}…`", "a".repeat(99)));
        assert_eq!(short.en, format!("no law has the id `{}…` here", "a".repeat(99)));
        let same = Message::new("短", "words of usual length ".repeat(200));
        assert_eq!(same.shortened(), same);
    }
}
