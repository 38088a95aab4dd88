//! A text that is no YAML and where it breaks in; the one change to a line that mends it, out, where a usual slip is the
//! cause.
//!
//! Every slip that people make has its cure. Each is tried on the lines near the break, and the first is taken after which
//! the text can be read past that place: so what a message proposes is known to work.

use std::ops::Range;

use super::cures::{CURES, Slip, is_key, lead};
use super::tree::{Outline, outline};

/// A change that mends a line.
#[derive(Debug)]
pub(super) struct Repair {
    /// The slip.
    pub slip: Slip,
    /// The bytes to be replaced.
    pub span: Range<usize>,
    /// What takes their place.
    pub fix: String,
    /// The line as it should be, without indentation.
    pub line: String,
    /// Whether no other change that comes to mind would do, so that nothing is guessed.
    pub is_sure: bool,
}

/// A longer line was not typed by hand.
const LONGEST: usize = 2_000;

/// Nor was a file of more bytes, of which every try would read all.
const LARGE: usize = 2 << 20;

/// So many lines back a quote is looked for that is not closed.
const FAR: usize = 60;

/// The change after which the text can be read past the place where it breaks.
pub(super) fn repair(text: &str, at: usize) -> Option<Repair> {
    if text.len() > LARGE {
        return None;
    }
    let mut starts: Vec<usize> = vec![0];
    starts.extend(text.match_indices('\n').map(|(end, _)| end + 1));
    let line = |index: usize| -> (usize, &str) {
        let start = starts[index];
        let end = starts.get(index + 1).map_or(text.len(), |next| next - 1);
        (start, text[start..end].trim_end_matches('\r'))
    };
    let here = starts.iter().rposition(|start| *start <= at).unwrap_or(0);
    let near = [Some(here), here.checked_sub(1), Some(here + 1), here.checked_sub(2)];
    // A quote that is not closed breaks the text where the next one stands.
    let odd = (0..here).rev().take(FAR).find(|index| !line(*index).1.matches('"').count().is_multiple_of(2));
    let near: Vec<usize> = near.into_iter().chain([odd]).flatten().filter(|index| *index < starts.len()).collect();
    for (slip, cure) in CURES {
        for index in &near {
            let (start, old) = line(*index);
            let before: Vec<&str> = (0..*index).rev().take(12).map(|index| line(index).1).collect();
            let cured = cure(old, &before);
            let does = |new: &String| new != old && old.len() <= LONGEST && mends(text, start, old, new, at);
            if let Some((place, new)) = cured.iter().enumerate().find(|(_, new)| does(new)) {
                let (span, fix) = change(start, old, new);
                let is_sure = match slip {
                    // How far in a line stands says what it belongs to.
                    Slip::Tab | Slip::Indentation => !cured.iter().any(|other| other != new && does(other)),
                    Slip::CurlyQuotes => place == 0,
                    _ => true,
                };
                return Some(Repair { slip, span, fix, line: new.trim().to_owned(), is_sure });
            }
        }
    }
    None
}

/// The ways in which the line at a place may be spelled where it can be read but says something else than it was meant to.
pub(super) fn respelled(text: &str, at: usize) -> Vec<Repair> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[start..].find('\n').map_or(text.len(), |end| start + end);
    let old = text[start..end].trim_end_matches('\r');
    let cures = CURES
        .iter()
        .filter(|(slip, _)| matches!(slip, Slip::WideColon | Slip::GluedColon | Slip::WideMarks | Slip::CurlyQuotes));
    let lines = cures.flat_map(|(slip, cure)| cure(old, &[]).into_iter().map(|new| (*slip, new)));
    let changed = lines.filter(|(_, new)| new != old && old.len() <= LONGEST);
    changed
        .map(|(slip, new)| {
            let (span, fix) = change(start, old, &new);
            Repair { slip, span, fix, line: new.trim().to_owned(), is_sure: true }
        })
        .collect()
}

/// Whether the text can be read past the place with the new line, and past that line.
fn mends(text: &str, start: usize, old: &str, new: &str, at: usize) -> bool {
    let changed = [&text[..start], new, &text[start + old.len()..]].concat();
    let past = (start + new.len()).max(at + new.len().saturating_sub(old.len()));
    let outline = outline(&changed);
    let (further, until) = match &outline.end {
        Ok(read) => (*read, changed.len()),
        // A line further than the next, so that a break is not only put off.
        Err(broken) => {
            let between = changed.get(past..broken.at);
            (between.is_some_and(|between| between.matches('\n').count() > 1), broken.at)
        }
    };
    further && keeps_keys(&changed, start..until, &outline)
}

/// Whether the lines around the new one say what they seem to say: a line that begins with a key begins with one for the
/// parser too, and is not taken for a part of the text or the comment before it.
fn keeps_keys(text: &str, bytes: Range<usize>, outline: &Outline) -> bool {
    let from = text[..bytes.start].rmatch_indices('\n').nth(ROUND).map_or(0, |(end, _)| end + 1);
    let mut at = from;
    let mut after = 0;
    for line in text[from..].split_inclusive('\n') {
        let key = at + lead(line);
        let is_key = line[key - at..]
            .split_once(':')
            .is_some_and(|(key, rest)| is_key(key) && (rest.trim().is_empty() || rest.starts_with(' ')));
        let in_block = outline.blocks.iter().any(|block| block.contains(&key));
        if key < bytes.end && is_key && !in_block && !outline.keys.contains(&key) {
            return false;
        }
        at += line.len();
        after += usize::from(at > bytes.start);
        if after > ROUND || at >= bytes.end {
            break;
        }
    }
    true
}

/// So many lines before and after a new one are looked at.
const ROUND: usize = 4;

/// What differs between two lines, as bytes of the first and what stands there in the second; never nothing.
fn change(start: usize, old: &str, new: &str) -> (Range<usize>, String) {
    let mut from = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    let rest = (&old[from..], &new[from..]);
    let tail: usize =
        rest.0.chars().rev().zip(rest.1.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let to = old.len() - tail;
    if from == to {
        // Something is only added: the character before it is shown with it.
        from -= old[..from].chars().next_back().map_or(0, char::len_utf8);
    }
    (start + from..start + to, new[from..new.len() - tail].to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Slip, repair};
    use crate::load::tree::tree;

    #[test]
    fn usual_slips_are_mended() {
        let cases = [
            ("- id: a\n  name：甲\n  text: b\n", Slip::WideColon, "name: 甲"),
            ("- id: a\n  name:甲\n  text: b\n", Slip::GluedColon, "name: 甲"),
            ("- id: a\n  name: {zh: 甲，en: b}\n", Slip::WideMarks, "name: {zh: 甲, en: b}"),
            ("- id: a\n  name: ｛zh: 甲，en: b｝\n", Slip::WideMarks, "name: {zh: 甲, en: b}"),
            ("- id: a\n  name: {zh：甲，en：b}\n  text: c\n", Slip::WideColon, "name: {zh: 甲，en: b}"),
            ("- id: a\n\tname: 甲\n", Slip::Tab, "name: 甲"),
            ("- id: a\n  name: “时间: 九点”\n", Slip::CurlyQuotes, "name: \"时间: 九点\""),
            ("- id: a\n  name: 时间: 九点\n", Slip::Unquoted, "name: \"时间: 九点\""),
            ("- id: a\n  name: {zh: 甲 #1 乙, en: b}\n", Slip::Unquoted, "name: {zh: \"甲 #1 乙\", en: b}"),
            ("a:\n  - id: a\n     name: {zh: 甲, en: b}\n", Slip::Indentation, "name: {zh: 甲, en: b}"),
            ("a:\n  - id: a\n    name: @甲\n    text: b\n", Slip::Unquoted, "name: \"@甲\""),
            ("a:\n  - id: a\n    name: %甲\n    text: b\n", Slip::Unquoted, "name: \"%甲\""),
            ("a:\n  - id: a\n    name: `甲`\n    text: b\n", Slip::Unquoted, "name: \"`甲`\""),
            ("a:\n  - id: a\n    name: *甲\n    text: b\n", Slip::Unquoted, "name: \"*甲\""),
            ("a:\n\0\n", Slip::Hidden, ""),
            ("- id: a\n  name: *甲\n", Slip::Unquoted, "name: \"*甲\""),
            ("- id: a\n  name: {zh: \"甲, en: b}\n  text: c\n", Slip::OpenQuote, "name: {zh: \"甲\", en: b}"),
            ("- id: a\n  name: {zh: 甲, en: b\n- id: b\n", Slip::OpenBracket, "name: {zh: 甲, en: b}"),
            ("- id: a\n  name: 甲\n   text: c\n  date: d\n", Slip::Unquoted, ""),
        ];
        for (text, slip, line) in cases {
            let broken = tree(text).err();
            let Some(broken) = broken else { continue };
            let found = repair(text, broken.at).unwrap_or_else(|| panic!("{text}"));
            if !line.is_empty() {
                assert_eq!((found.slip, &*found.line), (slip, line), "{text}");
            }
            let mut mended = text.to_owned();
            mended.replace_range(found.span, &found.fix);
            assert!(mended.contains(&found.line), "{mended}");
        }
    }
}
