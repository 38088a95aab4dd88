//! Characters in, the number that Chinese or Arabic numerals at their beginning spell out.

use super::fold::Folded;

/// Digits of a number, at most; more is a serial number and no article.
const DIGITS: usize = 5;

/// The number that begins here and where it ends: `四十五`, `一百零三`, `拾贰`, `45`, `⑨`.
pub(super) fn number(text: &Folded, start: usize) -> Option<(u16, usize)> {
    match text.at(start) {
        c if c.is_ascii_digit() => arabic(text, start),
        c => circled(c).map(|value| (value, start + 1)).or_else(|| chinese(text, start)),
    }
}

/// A number in a circle.
fn circled(c: char) -> Option<u16> {
    [('①', '⑳', 1), ('㉑', '㉟', 21), ('㊱', '㊿', 36), ('㊀', '㊉', 1)]
        .iter()
        .find(|(first, last, _)| (*first..=*last).contains(&c))
        .map(|(first, _, value)| (c as u32 - *first as u32) as u16 + value)
}

/// What a Chinese digit stands for, in either kind of them.
fn digit(c: char) -> Option<u32> {
    ["零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"]
        .iter()
        .find_map(|digits| digits.chars().position(|d| d == c))
        .map(|position| position as u32)
}

/// What a digit before a unit is counted in.
fn unit(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

fn arabic(text: &Folded, start: usize) -> Option<(u16, usize)> {
    let mut value: u32 = 0;
    let mut end = start;
    while let Some(digit) = text.at(end).to_digit(10) {
        if end - start == DIGITS {
            return None;
        }
        value = value * 10 + digit;
        end += 1;
    }
    u16::try_from(value).ok().filter(|value| *value > 0).map(|value| (value, end))
}

fn chinese(text: &Folded, start: usize) -> Option<(u16, usize)> {
    let mut total: u32 = 0;
    let mut digits: u32 = 0;
    let mut run = 0;
    let mut end = start;
    let mut units = false;
    loop {
        let c = text.at(end);
        // A dash before the unit is a 一 that was read for one.
        let dash = c == '-' && run == 0 && matches!(text.at(end + 1), '条' | '款' | '项');
        if let Some(digit) = if dash { Some(1) } else { digit(c) } {
            // Digits in a row, as in 一〇三, are read place by place.
            digits = if run > 0 { digits * 10 + digit } else { digit };
            run += usize::from(digit > 0 || run > 0);
        } else if let Some(unit) = unit(c) {
            total += unit * if run == 0 { 1 } else { digits };
            (digits, run, units) = (0, 0, true);
        } else if matches!(c, '廿' | '卅') && end == start {
            (total, units) = (if c == '廿' { 20 } else { 30 }, true);
        } else {
            break;
        }
        end += 1;
        if end - start > 9 || total > 60_000 || digits > 9_999 {
            return None;
        }
    }
    let value = u16::try_from(total + digits).ok().filter(|value| *value > 0)?;
    // 一二 may be a slip for two numbers; only a year or a number with a nought is written so.
    (units || run <= 1 || end - start >= 3).then_some((value, end))
}

#[cfg(test)]
mod tests {
    use super::{Folded, number};

    fn read(text: &str) -> Option<(u16, usize)> {
        number(&Folded::new(text), 0)
    }

    #[test]
    fn reads_both_kinds() {
        for (text, value) in [
            ("一", 1),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("四十九", 49),
            ("一百", 100),
            ("一百零三", 103),
            ("一百一十", 110),
            ("一百十五", 115),
            ("一〇三", 103),
            ("二百五十六", 256),
            ("一千零三", 1003),
            ("65", 65),
            ("６５", 65),
            ("⑨", 9),
            ("⑳", 20),
            ("㊱", 36),
            ("㊉", 10),
            ("拾贰", 12),
            ("壹佰叁拾肆", 134),
            ("廿三", 23),
            ("卅", 30),
        ] {
            assert_eq!(read(text).map(|(value, _)| value), Some(value), "{text}");
            assert_eq!(read(text).map(|(_, end)| end), Some(text.chars().count()), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_none() {
        for text in ["", "条", "零", "0", "1234567", "九千九百九十九千九百"] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
