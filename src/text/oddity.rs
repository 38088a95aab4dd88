//! A text in; the characters in it that nobody can have meant out, each with what it is called.

use std::ops::Range;

use super::mojibake::mojibake;

/// A character, or a run of them, that cannot have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// A character that is lost: something else stands in its place.
    Lost(char),
    /// A text that was read in the wrong encoding, and what it was, where that can be told.
    Mojibake(Option<String>),
    /// A character that looks like another, which is given where it is known.
    LooksLike(char, Option<char>),
}

/// The oddities of a text by their bytes, one of each kind at most.
///
/// ```
/// use qingdan::text::{Oddity, oddities};
///
/// assert_eq!(oddities("计\u{fffd}量"), [(3..6, Oddity::Lost('\u{fffd}'))]);
/// assert_eq!(oddities("二О一五年"), [(3..5, Oddity::LooksLike('О', Some('〇')))]);
/// assert!(oddities("《计量法》（２０１５）①℃").is_empty());
/// ```
pub fn oddities(text: &str) -> Vec<(Range<usize>, Oddity)> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let wrong = mojibake(text);
    let inside = |at: usize| wrong.as_ref().is_some_and(|(run, _)| run.contains(&at));
    if let Some((at, c)) = text.char_indices().find(|(at, c)| lost(*c) && !inside(*at)) {
        found.push((at..at + c.len_utf8(), Oddity::Lost(c)));
    }
    let alike =
        text.char_indices().filter(|(at, _)| !inside(*at)).find_map(|(at, c)| Some((at, c, twin(text, at, c)?)));
    if let Some((at, c, twin)) = alike {
        found.push((at..at + c.len_utf8(), Oddity::LooksLike(c, twin)));
    }
    if let Some((run, meant)) = wrong.clone() {
        found.push((run, Oddity::Mojibake(meant)));
    }
    found.sort_by_key(|(run, _)| run.start);
    found
}

/// Whether a character stands for one that is lost.
fn lost(c: char) -> bool {
    let last = u32::from(c) & 0xffff;
    let never = last >= 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    never || matches!(c, '\u{fff9}'..='\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// What a character looks like that is none of Chinese or English; the inner `None` where that cannot be told.
fn twin(text: &str, at: usize, c: char) -> Option<Option<char>> {
    let before = text[..at].chars().next_back();
    let after = text[at + c.len_utf8()..].chars().next();
    let beside = |of: fn(char) -> bool| before.is_some_and(of) || after.is_some_and(of);
    let figure = |c: char| "一二三四五六七八九〇零".contains(c);
    match c {
        // A letter O in a year: between two Chinese figures.
        'O' | 'o' | 'О' | 'о' | 'Ο' | 'ο' if before.is_some_and(figure) && after.is_some_and(figure) => {
            Some(Some('〇'))
        }
        'А'..='я' | 'Α'..='ω' => {
            let letter =
                LETTERS.chars().step_by(2).zip(LETTERS.chars().skip(1).step_by(2)).find(|(form, _)| *form == c);
            // Beside Latin letters only what looks like one of them is a slip; `α`, `Ω` and Russian words are meant.
            letter.filter(|_| beside(|c| c.is_ascii_alphanumeric())).map(|(_, letter)| Some(letter))
        }
        // Radicals that stand for no character, forms for vertical type, half-width kana and Hangul.
        '\u{2e80}'..='\u{2eff}' if super::twin(c) == c => Some(None),
        '\u{31c0}'..='\u{31ef}' | '\u{ff61}'..='\u{ffdc}' => Some(None),
        '\u{fe10}'..='\u{fe19}' | '\u{fe30}'..='\u{fe48}' => Some(upright(c)),
        // Two letters in one, marks in a small form, characters of other standards: what an old fount or a PDF has.
        '\u{fb00}'..='\u{fb06}' | '\u{fe50}'..='\u{fe6b}' | '\u{2f800}'..='\u{2fa1d}' => Some(None),
        // What a program writes for characters that its encoding lacks.
        '?' if after == Some('?') && before.is_some_and(ideograph) && {
            let rest = text[at..].trim_start_matches('?');
            rest.starts_with(ideograph)
        } =>
        {
            Some(None)
        }
        'ー' | '\u{2f00}'..='\u{2fdf}' if beside(|c| matches!(c, '\u{4e00}'..='\u{9fff}')) && !beside(kana) => {
            (c == 'ー').then_some(Some('一'))
        }
        _ => None,
    }
}

fn ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{2a6df}')
}

fn kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30fb}')
}

/// Letters of Cyrillic and Greek, each with the Latin one that it looks like.
const LETTERS: &str = "АAВBЕEКKМMНHОOРPСCТTХXаaеeоoрpсcхxуyіiΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo";

/// The mark that a form for vertical type stands for.
fn upright(c: char) -> Option<char> {
    const FORMS: &str =
        "︐，︑、︒。︓：︔；︕！︖？︙…︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』";
    FORMS.chars().step_by(2).zip(FORMS.chars().skip(1).step_by(2)).find(|(form, _)| *form == c).map(|(_, mark)| mark)
}

/// What a character is called, in Chinese and English.
pub fn name(c: char) -> [&'static str; 2] {
    match c {
        '\u{fffd}' => ["替换字符", "replacement character"],
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{fffff}' | '\u{100000}'..='\u{10ffff}' => {
            ["私用区字符", "private-use character"]
        }
        '\u{fff9}'..='\u{fffb}' => ["注音标记", "mark around a reading"],
        '?' => ["问号，多半是转换编码时丢了字", "question mark where a character seems to be lost"],
        '\u{fb00}'..='\u{fb06}' => ["两个字母连成的字符", "ligature of letters"],
        '\u{fe50}'..='\u{fe6b}' => ["小型标点", "mark in a small form"],
        '\u{2f800}'..='\u{2fa1d}' => ["兼容汉字", "compatibility ideograph"],
        '\u{fffc}' => ["对象替换字符", "object replacement character"],
        '\u{400}'..='\u{4ff}' => ["西里尔字母", "Cyrillic letter"],
        '\u{370}'..='\u{3ff}' => ["希腊字母", "Greek letter"],
        'A'..='Z' | 'a'..='z' => ["拉丁字母", "Latin letter"],
        '\u{2e80}'..='\u{2fdf}' => ["部首", "radical"],
        '\u{31c0}'..='\u{31ef}' => ["笔画", "stroke of a character"],
        '\u{fe10}'..='\u{fe4f}' => ["竖排标点", "mark for vertical type"],
        '\u{ff61}'..='\u{ff9f}' | '\u{3040}'..='\u{30ff}' => ["假名或半角日文符号", "kana or half-width Japanese mark"],
        '\u{ffa0}'..='\u{ffdc}' => ["半角韩文字母", "half-width Hangul letter"],
        _ => ["非字符", "code point that is no character"],
    }
}

#[cfg(test)]
mod tests {
    use super::{Oddity, oddities};

    #[test]
    fn names_what_cannot_have_been_meant() {
        let kinds = |text: &str| oddities(text).into_iter().map(|(_, oddity)| oddity).collect::<Vec<_>>();
        assert_eq!(kinds("甲\u{e5e5}乙"), [Oddity::Lost('\u{e5e5}')]);
        assert_eq!(kinds("甲\u{ffff}"), [Oddity::Lost('\u{ffff}')]);
        assert_eq!(kinds("Аct of Сhina"), [Oddity::LooksLike('А', Some('A'))]);
        assert_eq!(kinds("⺀甲"), [Oddity::LooksLike('⺀', None)]);
        assert_eq!(kinds("︽计量法︾"), [Oddity::LooksLike('︽', Some('《'))]);
        assert_eq!(kinds("统ー管理"), [Oddity::LooksLike('ー', Some('一'))]);
        assert_eq!(kinds("产品??质量"), [Oddity::LooksLike('?', None)]);
        assert_eq!(kinds("the ﬁrst"), [Oddity::LooksLike('ﬁ', None)]);
        assert_eq!(kinds("﹙甲﹚"), [Oddity::LooksLike('﹙', None)]);
        assert_eq!(kinds("鍏充簬"), [Oddity::Mojibake(Some("关于".to_owned()))]);
    }

    #[test]
    fn what_people_write_is_no_oddity() {
        for text in [
            "α 射线",
            "Ω",
            "Россия",
            "カーテン",
            "⼈⺠",
            "2015年",
            "二〇一五年",
            "①②",
            "㎡",
            "½",
            "é",
            "10μm",
            "怎么办？？",
            "是吗??",
            "甲?乙",
        ] {
            assert_eq!(oddities(text), [], "{text}");
        }
    }
}
