//! The text of a YAML file in; the same without the line breaks that stand inside Chinese words out.
//!
//! YAML reads a text that goes on in the next line with a blank where the line ended. Chinese has no blanks between words, so
//! there the two lines become one before YAML looks ([`joint`]). Only texts that YAML folds are touched: plain ones, those in
//! quotes, those behind `>`. Behind `|` the author asks for the lines. A file without such a break is not looked at twice.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle};

use crate::text::{Joint, joint};

/// The text as its author meant it.
pub fn unwrapped(text: &str) -> Cow<'_, str> {
    let breaks = breaks(text);
    if breaks.is_empty() {
        return Cow::Borrowed(text);
    }
    let folded = folded_texts(text);
    let within = |gap: &&Range<usize>| {
        let after = folded.partition_point(|(span, _)| span.start <= gap.start);
        let Some((span, is_block)) = after.checked_sub(1).and_then(|place| folded.get(place)) else { return false };
        // A line of a block that is indented further stands by itself.
        gap.end <= span.end && (!is_block || indentation(text, gap.start) == indentation(text, gap.end))
    };
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for gap in breaks.iter().filter(within) {
        out.push_str(&text[done..gap.start]);
        done = gap.end;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// Line ends, with the blanks around them, that would be nothing if a text went on there.
fn breaks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // A line may end as on old Macs, with a carriage return alone.
    for (at, _) in text.match_indices(['\n', '\r']) {
        if text[at..].starts_with("\r\n") {
            continue;
        }
        let end = text[..at].trim_end_matches([' ', '\t', '\r']);
        let rest = &text[at + 1..];
        let start = rest.trim_start_matches([' ', '\t']);
        let (Some(before), Some(after)) = (end.chars().next_back(), start.chars().next()) else { continue };
        if !(before.is_ascii() && after.is_ascii()) && joint(before, after) == Joint::Nothing {
            found.push(end.len()..at + 1 + rest.len() - start.len());
        }
    }
    found
}

/// The texts that YAML folds, in the order of the file, and whether each is a block; none where the file is no YAML.
fn folded_texts(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut found = Vec::new();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let Ok((event, span)) = event else { return Vec::new() };
        if let (Event::Scalar(_, style, ..), Some(bytes)) = (event, span.byte_range())
            && style != ScalarStyle::Literal
        {
            found.push((bytes, style == ScalarStyle::Folded));
        }
    }
    found
}

/// Blanks at the beginning of the line that holds a place.
fn indentation(text: &str, at: usize) -> usize {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let line = &text[start..];
    line.len() - line.trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::unwrapped;

    #[test]
    fn chinese_goes_on_without_a_blank() {
        for (text, meant) in [
            ("a: 监督检查定\n  量包装\nb: 甲\n", "a: 监督检查定量包装\nb: 甲\n"),
            ("a: >-\n  监督检查定\n  量包装，\n  违反\nb: 甲\n", "a: >-\n  监督检查定量包装，违反\nb: 甲\n"),
            ("a: \"定 \n   量\"\n", "a: \"定量\"\n"),
            ("a: '定\r\n   量'\r\n", "a: '定量'\r\n"),
            ("- {zh: 定\n  量, en: fixed\n  weight}\n", "- {zh: 定量, en: fixed\n  weight}\n"),
            ("a: 依照第\n  65条\n", "a: 依照第65条\n"),
            ("- 定\n  量\n- 甲\n", "- 定量\n- 甲\n"),
            ("a: 定\r  量\rb: 甲\r", "a: 定量\rb: 甲\r"),
        ] {
            assert_eq!(unwrapped(text), meant);
        }
    }

    #[test]
    fn lines_that_are_wanted_stay() {
        for text in [
            "a: |\n  第一行\n  第二行\n",
            "a: 甲\nb: 乙\n",
            "a: >\n  甲\n\n  乙\n",
            "a: >\n  甲\n    一、乙\n",
            "# 甲\n# 乙\na: b\n",
            "a: two\n  words\n",
            "a: 使用\n  Excel\n",
            "a: [甲,\n 乙\n]\n",
            "a: 甲\n乙\n - x: [",
        ] {
            assert!(matches!(unwrapped(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
