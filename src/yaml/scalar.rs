//! A text in, the scalar out that reads back as that text: plain where that is safe, else between quotes or as a block.

/// A text as the value of a key in block style.
///
/// ```
/// use qingdan::yaml::plain_or_quoted;
///
/// assert_eq!(plain_or_quoted("行政许可"), "行政许可");
/// assert_eq!(plain_or_quoted("12"), "\"12\"");
/// assert_eq!(plain_or_quoted("第1项 #附件"), "\"第1项 #附件\"");
/// ```
pub fn plain_or_quoted(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// A text as a value in a flow collection, `{zh: …}` or `[…]`.
pub fn flow(text: &str) -> String {
    if is_plain(text) && !text.contains([',', '[', ']', '{', '}']) { text.to_owned() } else { quoted(text) }
}

/// A text of several lines as a literal block whose lines are indented by `indent` blanks, the indicator first; `None`
/// where a block would not read back as the text.
pub fn block(text: &str, indent: usize) -> Option<String> {
    let blank = |line: &str| line.trim().is_empty() && !line.is_empty();
    let safe = text.contains('\n')
        && !text.starts_with([' ', '\n'])
        && !text.lines().any(blank)
        && !text.ends_with("\n\n")
        && !text.chars().any(|c| c != '\n' && (is_unprintable(c) || c == '\t'));
    if !safe {
        return None;
    }
    let (indicator, body) = match text.strip_suffix('\n') {
        Some(body) => ("|", body),
        None => ("|-", text),
    };
    let mut out = indicator.to_owned();
    for line in body.split('\n') {
        out.push('\n');
        if !line.is_empty() {
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(line);
        }
    }
    Some(out)
}

/// A text between apostrophes; `None` where it would not read back as the text.
pub fn apostrophes(text: &str) -> Option<String> {
    let odd = text.chars().any(|c| is_unprintable(c) || matches!(c, '\n' | '\t'));
    (!odd).then(|| format!("'{}'", text.replace('\'', "''")))
}

fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let edges = !text.starts_with(char::is_whitespace) && !text.ends_with(char::is_whitespace);
    let indicator = "-?:,[]{}#&*!|>'\"%@`".contains(first);
    let cut = text.contains(": ") || text.contains(" #") || text.ends_with(':');
    let odd = text.chars().any(is_unprintable);
    edges && !indicator && !cut && !odd && !text.contains(['\n', '\t']) && !means_something_else(text)
}

/// Whether YAML, of whatever version, or a hasty reader takes the word for something that is no text.
fn means_something_else(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let word =
        matches!(&*lower, "~" | "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "=" | "<<");
    let figure = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+'));
    word || figure || text.starts_with("---") || text.starts_with("...") || matches!(&*lower, ".nan" | ".inf")
}

/// Characters that YAML refuses, takes for line ends, or that nobody sees.
fn is_unprintable(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

/// A text between quotes, in which everything can be written.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_unprintable(c) && u32::from(c) <= 0xffff => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c if is_unprintable(c) => out.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{apostrophes, block, flow, plain_or_quoted, quoted};

    #[derive(serde::Deserialize)]
    struct Read {
        k: String,
    }

    fn read(yaml: &str) -> String {
        serde_yaml::from_str::<Read>(yaml).unwrap_or_else(|error| panic!("{yaml:?}: {error}")).k
    }

    proptest! {
        #[test]
        fn every_text_reads_back(text in "[ -~\n\t行政许可，。：；“”（）　#:,'\"|>&*!%@`~0-9\u{a0}\u{85}\u{2028}\u{feff}]{0,24}") {
            prop_assert_eq!(&read(&format!("k: {}\n", plain_or_quoted(&text))), &text);
            prop_assert_eq!(&read(&format!("{{k: {}}}\n", flow(&text))), &text);
            prop_assert_eq!(&read(&format!("k: {}\n", quoted(&text))), &text);
            if let Some(single) = apostrophes(&text) {
                prop_assert_eq!(&read(&format!("k: {single}\n")), &text);
            }
            if let Some(block) = block(&text, 2) {
                prop_assert_eq!(&read(&format!("k: {block}\n")), &text);
            }
        }
    }

    #[test]
    fn words_that_yaml_takes_for_something_else_are_quoted() {
        for word in
            ["no", "Null", "~", "0571", "1_000", "2024-03-01", "12:30", ".5", "<<", "", " a", "- a", "a: b", "a #b"]
        {
            assert!(plain_or_quoted(word).starts_with('"'), "{word}");
        }
        for word in ["行政许可", "a:b", "第1项", "《行政许可法》第三条", "（一）受理", "a#b"] {
            assert_eq!(plain_or_quoted(word), word);
        }
    }
}
