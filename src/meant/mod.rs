//! A value as a person typed it in, the form that the format takes of it out; nothing where it cannot be told.
//!
//! Only messages use it: a wrong value stays a fault, and its message spells out the right form.

mod dates;
mod keys;
mod numbers;
mod slugs;
mod vocabulary;

pub use dates::date;
pub use keys::{key, meaning};
pub use numbers::{articles, whole_number};
pub use slugs::slug;
pub use vocabulary::word;

/// The text in ASCII as far as it has ASCII twins: full-width letters, digits and marks made narrow, blanks of every kind
/// made plain, what is not seen taken out, no blanks and no quotes around it.
///
/// ```
/// use qingdan::meant::plain;
///
/// assert_eq!(plain("“２０２４－０３\u{a0}”"), "2024-03");
/// assert_eq!(plain("special\u{200b}-equipment"), "special-equipment");
/// ```
pub fn plain(text: &str) -> String {
    let narrow: String = text.chars().filter(|c| hidden(*c).is_none()).map(narrow).collect();
    let quotes: &[char] = &['"', '\'', '“', '”', '‘', '’', '「', '」', '`'];
    narrow.trim().trim_matches(quotes).trim().to_owned()
}

/// One character in ASCII, where it has a twin there.
pub fn narrow(c: char) -> char {
    match c {
        '\u{a0}' | '\u{3000}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\t' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '—' | '–' | '‐' | '‑' | '−' => '-',
        '。' => '.',
        '、' => ',',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        _ => c,
    }
}

/// What a character is called that takes no room and is not seen; `None` for one that is seen.
pub fn hidden(c: char) -> Option<[&'static str; 2]> {
    Some(match c {
        '\u{200b}' => ["零宽空格", "zero-width space"],
        '\u{200c}' => ["零宽不连字", "zero-width non-joiner"],
        '\u{200d}' => ["零宽连字", "zero-width joiner"],
        '\u{2060}' => ["零宽不断行", "word joiner"],
        '\u{feff}' => ["字节顺序标记", "byte order mark"],
        '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0e}' | '\u{e0100}'..='\u{e01ef}' => {
            ["字形选择符", "variation selector"]
        }
        '\u{2061}'..='\u{2064}' | '\u{1d173}'..='\u{1d17a}' => ["看不见的运算或乐谱符号", "mark of formulas or music"],
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' => {
            ["占位的空字符", "empty character"]
        }
        '\u{e0000}'..='\u{e007f}' => ["标签字符", "tag character"],
        '\u{ad}' => ["软连字符", "soft hyphen"],
        '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{206a}'..='\u{206f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => ["书写方向标记", "mark of writing direction"],
        _ => return None,
    })
}
