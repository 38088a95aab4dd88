//! A text in, what a cell of Excel takes of it out, as XML; how wide it is; the name of a column.

use std::borrow::Cow;

/// The most characters that Excel takes in a cell.
pub const MOST: usize = 32_767;

/// The least and the most that a column is wide, in characters of a Latin script.
pub const WIDTHS: (usize, usize) = (8, 60);

/// A text that fits a cell of Excel: what is longer ends in an ellipsis.
pub fn fit(text: &str) -> Cow<'_, str> {
    // Excel counts units of UTF-16, as many as bytes or fewer.
    if text.len() <= MOST || text.encode_utf16().count() <= MOST {
        return text.into();
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units >= MOST
    });
    format!("{}…", &text[..end.map_or(text.len(), |(at, _)| at)]).into()
}

/// How wide a text is, in characters of a Latin script.
pub fn width(text: &str) -> usize {
    text.chars().take(WIDTHS.1).map(|c| if c < '\u{2E80}' { 1 } else { 2 }).sum::<usize>() + 1
}

/// Writes a text as XML. A character that XML cannot say stands as Excel writes it, `_x0007_`; a text that happens to
/// look like that is told from it in the same way.
pub fn escape(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let mut done = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let said: Cow<'_, str> = match byte {
            b'&' => "&amp;".into(),
            b'<' => "&lt;".into(),
            b'>' => "&gt;".into(),
            b'\t' | b'\n' => continue,
            0..0x20 => format!("_x{byte:04X}_").into(),
            b'_' if looks_escaped(&bytes[at..]) => "_x005F_".into(),
            // U+FFFE and U+FFFF, which are no characters.
            0xEF if bytes[at..].starts_with(b"\xEF\xBF\xBE") => "_xFFFE_".into(),
            0xEF if bytes[at..].starts_with(b"\xEF\xBF\xBF") => "_xFFFF_".into(),
            _ => continue,
        };
        out.extend(&bytes[done..at]);
        out.extend(said.as_bytes());
        done = at + if *byte == 0xEF { 3 } else { 1 };
    }
    out.extend(&bytes[done..]);
}

/// A text between quotes of XML.
pub fn attribute(text: &str) -> String {
    let mut out = Vec::new();
    escape(text, &mut out);
    String::from_utf8_lossy(&out).replace('"', "&quot;")
}

/// Whether a space at an end of the text would be lost.
pub fn has_outer_space(text: &str) -> bool {
    let space = [' ', '\t', '\n'];
    text.starts_with(space) || text.ends_with(space)
}

/// The name of a column, counted from 0.
pub fn column(mut at: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(char::from(b'A' + (at % 26) as u8));
        if at < 26 {
            return name.into_iter().rev().collect();
        }
        at = at / 26 - 1;
    }
}

/// Whether the bytes begin as an escaped character does, such as `_x0007_`.
fn looks_escaped(bytes: &[u8]) -> bool {
    matches!(bytes, [b'_', b'x', a, b, c, d, b'_', ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::{MOST, column, escape, fit};

    #[test]
    fn a_text_too_long_for_a_cell_is_cut_at_a_character() {
        let long = "量".repeat(MOST + 5);
        assert_eq!(fit(&long).encode_utf16().count(), MOST);
        assert!(fit(&long).ends_with('…'));
        assert_eq!(fit("0310-7511867"), "0310-7511867");
    }

    #[test]
    fn what_xml_cannot_say_stands_as_excel_writes_it() {
        let escaped = |text| {
            let mut out = Vec::new();
            escape(text, &mut out);
            String::from_utf8(out).expect("UTF-8")
        };
        assert_eq!(escaped("a<b>&\"c\"\t\n"), "a&lt;b&gt;&amp;\"c\"\t\n");
        assert_eq!(escaped("\u{1}\r\u{1F}\u{FFFE}量\u{FFFF}"), "_x0001__x000D__x001F__xFFFE_量_xFFFF_");
        assert_eq!(escaped("_x0041_x004a_ _x00_ _x"), "_x005F_x0041_x005F_x004a_ _x00_ _x");
        assert_eq!(escaped("！\u{FF5E}"), "！\u{FF5E}");
    }

    #[test]
    fn columns_are_named_as_in_excel() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(column), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
