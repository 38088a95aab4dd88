//! Characters in, the number that Chinese or Arabic numerals at their beginning spell out.

use super::fold::Folded;

/// Digits of a number, at most; more is a serial number and no article.
const DIGITS: usize = 5;

/// The number that begins here and where it ends: `四十五`, `一百零三`, `45`.
pub(super) fn number(text: &Folded, start: usize) -> Option<(u16, usize)> {
    if text.at(start).is_ascii_digit() { arabic(text, start) } else { chinese(text, start) }
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
        if let Some(digit) = "零一二三四五六七八九".chars().position(|d| d == c) {
            // Digits in a row, as in 一〇三, are read place by place.
            digits = if run > 0 { digits * 10 + digit as u32 } else { digit as u32 };
            run += usize::from(digit > 0 || run > 0);
        } else if let Some(unit) = [('十', 10), ('百', 100), ('千', 1000)].iter().find(|(name, _)| *name == c) {
            total += unit.1 * if run == 0 { 1 } else { digits };
            (digits, run, units) = (0, 0, true);
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
