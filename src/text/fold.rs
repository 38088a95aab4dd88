//! A text as it was typed or copied in; the same in plain characters out, where that loses nothing.

use std::borrow::Cow;

use super::twins::twin;

/// The text with line ends as `\n`, blanks of every width as one kind, radicals and compatibility characters as the
/// characters that they stand for, letters and digits of full width narrow, and a circle between Chinese figures as `〇`;
/// without blanks at either end of a line. Borrowed where nothing changes.
///
/// ```
/// use qingdan::text::fold;
///
/// assert_eq!(fold("⼈⺠政府\u{a0}"), "人民政府");
/// assert_eq!(fold("二○一五年ＡＢ１２，甲\r\n　　乙"), "二〇一五年AB12，甲\n乙");
/// assert_eq!(fold("甲　乙 ○"), "甲 乙 ○");
/// assert_eq!(fold("𝐆𝐁 𝟐𝟕𝟔𝟎𝗮"), "GB 2760a");
/// ```
pub fn fold(text: &str) -> Cow<'_, str> {
    let plain = text.chars().all(|c| folded(c) == c && !matches!(c, '\r' | '○' | '◯'));
    let trimmed = trim(text);
    let text = if plain && !trimmed.contains('\n') { trimmed } else { text };
    if plain && (!text.contains('\n') || clean_lines(text)) {
        return Cow::Borrowed(text);
    }
    let out = fold_lines(text);
    let lines: Vec<&str> = out.split('\n').map(trim).collect();
    Cow::Owned(trim(&lines.join("\n")).to_owned())
}

/// The same for a text of Markdown, where blanks of ASCII at the ends of lines mean something and stay; those of other widths
/// before a paragraph go, lest they make it a block of code.
pub fn fold_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut indentation = true;
    let kept = text.chars().filter(|c| {
        let is_blank = blank(*c);
        let wide = indentation && is_blank && folded(*c) == ' ' && *c != ' ';
        indentation = folded(*c) == '\n' || indentation && is_blank;
        !wide
    });
    let chars: Vec<char> = kept.map(folded).collect();
    let plain = chars.iter().enumerate().map(|(at, c)| match c {
        '○' | '◯' if is_zero(&chars, at) => '〇',
        c => *c,
    });
    plain.collect()
}

/// The plain form of one character: itself, where it is plain.
pub fn folded(c: char) -> char {
    match c {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\r' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
        }
        '\u{1d400}'..='\u{1d6a3}' | '\u{1d7ce}'..='\u{1d7ff}' => styled(c),
        c => twin(c),
    }
}

/// The letter or figure that one of mathematics is a style of.
fn styled(c: char) -> char {
    let code = u32::from(c);
    let (first, place) = match code {
        0x1d7ce.. => ('0', (code - 0x1d7ce) % 10),
        _ if (code - 0x1d400) % 52 < 26 => ('A', (code - 0x1d400) % 52),
        _ => ('a', (code - 0x1d400) % 52 - 26),
    };
    char::from_u32(u32::from(first) + place).unwrap_or(c)
}

/// The characters of a text that [`fold`] makes plain, each with its byte and the plain one. Line ends and what stands before
/// a line are left out: a file says with them where a text stands.
///
/// ```
/// use qingdan::text::unfolded;
///
/// assert_eq!(unfolded("二○一五年Ａ\n　甲"), [(3, '○', '〇'), (15, 'Ａ', 'A')]);
/// ```
pub fn unfolded(text: &str) -> Vec<(usize, char, char)> {
    let chars: Vec<char> = text.chars().map(folded).collect();
    let mut found = Vec::new();
    let mut indentation = false;
    for (place, (at, c)) in text.char_indices().enumerate() {
        let plain = if matches!(c, '○' | '◯') && is_zero(&chars, place) { '〇' } else { folded(c) };
        indentation = plain == '\n' || indentation && blank(c);
        if plain != c && plain != '\n' && !indentation {
            found.push((at, c, plain));
        }
    }
    found
}

/// Whether a character is a blank of any width, or the end of a line.
pub fn blank(c: char) -> bool {
    matches!(folded(c), ' ' | '\t' | '\n')
}

/// Without blanks around it. Control characters stay, so that they are reported.
fn trim(text: &str) -> &str {
    text.trim_matches(blank)
}

fn clean_lines(text: &str) -> bool {
    text.split('\n').all(|line| trim(line).len() == line.len()) && trim(text).len() == text.len()
}

/// Whether a circle is a zero: it stands behind a Chinese figure, with circles at most between.
fn is_zero(chars: &[char], at: usize) -> bool {
    let before = chars[..at].iter().rev().find(|c| !matches!(c, '○' | '◯'));
    before.is_some_and(|c| "一二三四五六七八九十百千〇零".contains(*c))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::fold;

    #[test]
    fn plain_texts_are_not_copied() {
        for text in ["计量管理。", "a b", "《计量法》（试行）", "甲\n乙", "", "①℃㎡"] {
            assert!(matches!(fold(text), Cow::Borrowed(same) if same == text), "{text}");
        }
        assert!(matches!(fold(" 甲 "), Cow::Borrowed("甲")));
    }

    #[test]
    fn circles_are_zeros_among_chinese_figures_alone() {
        for (text, plain) in [
            ("二○一五年", "二〇一五年"),
            ("二○○五年", "二〇〇五年"),
            ("二〇○五年", "二〇〇五年"),
            ("二◯一◯年", "二〇一〇年"),
            ("一百○五条", "一百〇五条"),
            ("○ 甲", "○ 甲"),
            ("某某市○○局", "某某市○○局"),
            ("○已办", "○已办"),
        ] {
            assert_eq!(fold(text), plain);
        }
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for text in ["　甲\r\n\u{a0}乙\r丙\u{2028}丁 ", "\n\n甲\n\n乙\n", "Ｅ－ｍａｉｌ：ａ＠ｂ"] {
            let once = fold(text).into_owned();
            assert_eq!(fold(&once), once);
        }
        assert_eq!(fold("　甲\r\n\u{a0}乙\r丙\u{2028}丁 "), "甲\n乙\n丙\n丁");
        assert_eq!(fold("\n\n甲\n\n乙\n"), "甲\n\n乙");
    }
}
