//! A number as a paper prints it in, the same in Arabic figures out: `（十）` is 10, `二（一）` is 2 (1).

use super::fold::Folded;
use super::numeral;

/// What may stand around the numerals of a number, folded.
const AROUND: [char; 16] = ['(', ')', '[', ']', '、', ',', '.', '。', '第', '条', '款', '项', '章', '节', '是', '-'];

/// The number in Arabic figures, where it is written in Chinese; nothing where it has figures already or is no number.
/// What follows the first numeral is a part of what it counts, and stands in brackets.
pub fn figures(printed: &str) -> Option<String> {
    let text = Folded::new(printed);
    let mut out = String::new();
    let mut at = 0;
    while at < text.chars.len() {
        let here = text.at(at);
        if let Some((value, end)) = numeral::number(&text, at) {
            let figure = value.to_string();
            out = if out.is_empty() { figure } else { format!("{out} ({figure})") };
            at = end;
        } else if AROUND.contains(&here) {
            at += 1;
        } else {
            return None;
        }
    }
    let chinese = printed.chars().any(|c| "一二三四五六七八九十百千廿卅".contains(c));
    (chinese && !out.is_empty()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn chinese_numerals_become_figures() {
        for (printed, expected) in [
            ("十", "10"),
            ("（十）", "10"),
            ("二（一）", "2 (1)"),
            ("十四、", "14"),
            ("第五十六条", "56"),
            ("一是", "1"),
        ] {
            assert_eq!(figures(printed).as_deref(), Some(expected), "{printed}");
        }
    }

    #[test]
    fn what_has_figures_or_is_no_number_stays() {
        for printed in ["10.2", "（3）", "③", "甲", "一般", ""] {
            assert_eq!(figures(printed), None, "{printed}");
        }
    }
}
