//! Bytes of a text file in, its characters out, in whatever encoding offices write; and what is taken out of every text.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::refusal::Refusal;

/// Reads a text in UTF-8, UTF-16 or GB18030, with a mark of its encoding or without. Characters that the encoding cannot
/// give are `U+FFFD`.
pub(super) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0.trim_start_matches('\u{feff}').to_owned();
    }
    if let Some(encoding) = without_mark(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            let utf8 = UTF_8.decode_without_bom_handling(bytes).0;
            let gb = GB18030.decode_without_bom_handling(bytes).0;
            // A file cut in the middle of a character is still the one or the other.
            let lost = |text: &str| text.chars().filter(|c| *c == '\u{fffd}').count();
            if lost(&utf8) <= lost(&gb) { utf8.into_owned() } else { gb.into_owned() }
        }
    }
}

/// UTF-16 without a mark: line ends, tabs and digits have a zero in one half, and no other text has zeros.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || bytes.len() % 2 == 1 || !bytes.contains(&0) {
        return None;
    }
    let text_with_zero_at = |zero: usize| {
        bytes.chunks_exact(2).all(|pair| match (pair[zero], pair[1 - zero]) {
            (0, other) => matches!(other, b'\t' | b'\n' | b'\r' | b' '..=b'~' | 0xa0..),
            (_, other) => other != 0 || pair[zero] >= 0x20,
        })
    };
    match (text_with_zero_at(0), text_with_zero_at(1)) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// The text of a part of a file: UTF-8, or UTF-16 with its mark, as XML allows; or what its first line declares.
pub(super) fn decode_xml(bytes: Vec<u8>) -> Result<String, Refusal> {
    if let Some((encoding, length)) = Encoding::for_bom(&bytes) {
        return Ok(encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned());
    }
    String::from_utf8(bytes).or_else(|error| {
        let bytes = error.into_bytes();
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
        let declared = head.split_once("encoding=").and_then(|(_, rest)| rest.get(1..)?.split(['"', '\'']).next());
        let encoding = declared.and_then(|label| Encoding::for_label(label.as_bytes())).unwrap_or(UTF_8);
        let (text, _, lost) = encoding.decode(&bytes);
        if lost { Err(Refusal::Damaged) } else { Ok(text.into_owned()) }
    })
}

/// A text as every cell has it: line ends are `\n`, control characters are gone, and so is white space around it.
pub(super) fn clean(text: &str) -> String {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c.is_control() || invisible(c));
    if !trimmed.contains(|c: char| (c.is_control() && c != '\n') || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')) {
        return trimmed.to_owned();
    }
    let mut clean = String::with_capacity(trimmed.len());
    let mut characters = trimmed.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\n' | '\t' => clean.push(c),
            '\u{feff}' => {}
            c if c.is_control() => {}
            c => clean.push(c),
        }
    }
    clean
}

fn invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use encoding_rs::{GB18030, GBK};

    use super::{clean, decode, decode_xml};

    const TEXT: &str = "编码,名称\r\n370100,行政许可“甲”—①\r\n";

    fn utf16(text: &str, mark: bool, big: bool) -> Vec<u8> {
        let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn every_encoding_of_an_office_is_recognised() {
        assert_eq!(decode(TEXT.as_bytes()), TEXT);
        assert_eq!(decode(format!("\u{feff}{TEXT}").as_bytes()), TEXT);
        assert_eq!(decode(&GBK.encode(TEXT).0), TEXT);
        assert_eq!(decode(&GB18030.encode("𠮷,㐀").0), "𠮷,㐀");
        for (mark, big) in [(true, true), (true, false), (false, true), (false, false)] {
            assert_eq!(decode(&utf16(TEXT, mark, big)), TEXT, "{mark} {big}");
        }
        assert_eq!(decode(b""), "");
        let cut = &TEXT.as_bytes()[..8];
        assert_eq!(decode(cut), "编码,\u{fffd}");
        let xml = "<?xml version=\"1.0\" encoding=\"GBK\"?><a>许可</a>";
        assert_eq!(decode_xml(GBK.encode(xml).0.into_owned()).unwrap(), xml);
    }

    #[test]
    fn texts_are_trimmed_and_lines_end_in_one_way() {
        assert_eq!(clean("\u{3000}\u{a0} a \r\n\r b\u{b}c\u{7}\u{feff}\n"), "a \n\n b\nc");
        assert_eq!(clean("\u{200b}　"), "");
        assert_eq!(clean("内　部 \t空"), "内　部 \t空");
    }
}
