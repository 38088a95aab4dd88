//! A text that is no YAML and where it breaks in; the one change to a line that mends it, out, where a usual slip is the
//! cause.
//!
//! Every slip that people make has its cure. Each is tried on the lines near the break, and the first is taken after which
//! the text can be read past that place: so what a message proposes is known to work.

use std::ops::Range;

use crate::meant::{self, narrow};
use crate::yaml;

use super::tree::tree;

/// What slip it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// A tab in the indentation.
    Tab,
    /// A character that is not seen.
    Hidden,
    /// A full-width colon behind a key.
    WideColon,
    /// No blank behind the colon of a key.
    GluedColon,
    /// No blank behind the dash of an entry.
    GluedDash,
    /// Full-width brackets or commas around and between values.
    WideMarks,
    /// Curly quotes around a value.
    CurlyQuotes,
    /// A quote that is not closed.
    OpenQuote,
    /// A bracket that is not closed.
    OpenBracket,
    /// A text that must stand in quotes.
    Unquoted,
    /// A line that does not line up.
    Indentation,
}

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
}

/// A longer line was not typed by hand.
const LONGEST: usize = 2_000;

/// So many lines back a quote is looked for that is not closed.
const FAR: usize = 60;

type Cure = fn(&str, &[&str]) -> Vec<String>;

const CURES: [(Slip, Cure); 11] = [
    (Slip::Tab, without_tabs),
    (Slip::Hidden, |line, _| vec![line.chars().filter(|c| meant::hidden(*c).is_none()).collect()]),
    (Slip::WideColon, |line, _| vec![colons(line, '：')]),
    (Slip::GluedColon, |line, _| vec![colons(line, ':')]),
    (Slip::GluedDash, |line, _| glued_dash(line)),
    (Slip::WideMarks, |line, _| marks(line)),
    (Slip::CurlyQuotes, |line, _| vec![line.replace(['“', '”', '＂', '„'], "\"")]),
    (Slip::OpenQuote, |line, _| closed_quote(line)),
    (Slip::OpenBracket, |line, _| closed_bracket(line)),
    (Slip::Unquoted, |line, _| quoted(line)),
    (Slip::Indentation, lined_up),
];

/// The change after which the text can be read past the place where it breaks.
pub(super) fn repair(text: &str, at: usize) -> Option<Repair> {
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
            for new in cure(old, &before) {
                if new != old && old.len() <= LONGEST && mends(text, start, old, &new, at) {
                    let (span, fix) = change(start, old, &new);
                    return Some(Repair { slip, span, fix, line: new.trim().to_owned() });
                }
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
    let cures = CURES.iter().filter(|(slip, _)| matches!(slip, Slip::WideColon | Slip::GluedColon | Slip::WideMarks));
    let lines = cures.flat_map(|(slip, cure)| cure(old, &[]).into_iter().map(|new| (*slip, new)));
    let changed = lines.filter(|(_, new)| new != old && old.len() <= LONGEST);
    changed
        .map(|(slip, new)| {
            let (span, fix) = change(start, old, &new);
            Repair { slip, span, fix, line: new.trim().to_owned() }
        })
        .collect()
}

/// Whether the text can be read past the place with the new line, and past that line.
fn mends(text: &str, start: usize, old: &str, new: &str, at: usize) -> bool {
    let changed = [&text[..start], new, &text[start + old.len()..]].concat();
    let past = (start + new.len()).max(at + new.len().saturating_sub(old.len()));
    match tree(&changed) {
        Ok(read) => read.is_some(),
        // A line further than the next, so that a break is not only put off.
        Err(broken) => changed.get(past..broken.at).is_some_and(|between| between.matches('\n').count() > 1),
    }
}

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

/// Where what a line says begins: behind its indentation and the marks of entries.
fn lead(line: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &line[at..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '\u{feff}']).len();
        at += blanks;
        if !line[at..].starts_with("- ") {
            return at;
        }
        at += 1;
    }
}

/// Where the value of a line begins.
fn value(line: &str) -> usize {
    let lead = lead(line);
    match line[lead..].find(": ") {
        Some(colon) if is_key(&line[lead..lead + colon]) => {
            let value = lead + colon + 1;
            value + line[value..].len() - line[value..].trim_start().len()
        }
        _ => lead,
    }
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

fn without_tabs(line: &str, before: &[&str]) -> Vec<String> {
    let lead = lead(line);
    if !line[..lead].contains('\t') {
        return Vec::new();
    }
    let mut found: Vec<String> =
        ["  ", "    ", ""].iter().map(|blanks| line[..lead].replace('\t', blanks) + &line[lead..]).collect();
    found.extend(lined_up(line, before));
    found
}

/// A blank behind every colon that a key stands before.
fn colons(line: &str, colon: char) -> String {
    let mut new = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(colon) {
        let (head, tail) = (&rest[..at], &rest[at + colon.len_utf8()..]);
        let key = head
            .rfind([' ', '{', ',', '，', '-', '\u{feff}'])
            .map_or(head, |before| head[before..].trim_start_matches([' ', '{', ',', '，', '-', '\u{feff}']));
        new += head;
        if is_key(key) && !(colon == ':' && tail.starts_with(['/', ' '])) {
            new += if tail.trim().is_empty() { ":" } else { ": " };
            rest = tail.trim_start_matches([' ', '\u{3000}']);
        } else {
            new.push(colon);
            rest = tail;
        }
    }
    new + rest
}

/// A blank behind the dash that begins an entry.
fn glued_dash(line: &str) -> Vec<String> {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let body = &line[indent..];
    let dash = body.chars().next().filter(|c| matches!(c, '-' | '－' | '—' | '–'));
    let rest =
        dash.map(|dash| &body[dash.len_utf8()..]).filter(|rest| !rest.starts_with([' ', '-']) || dash != Some('-'));
    rest.map(|rest| format!("{}- {}", &line[..indent], rest.trim_start())).into_iter().collect()
}

/// Full-width marks made narrow: the least that may do first.
fn marks(line: &str) -> Vec<String> {
    let value = value(line);
    let (head, tail) = line.split_at(value);
    if !tail.starts_with(['{', '[', '｛', '【', '［']) {
        return Vec::new();
    }
    // A comma before a key ends the value before it; any other may be one of a text.
    let mut least = String::new();
    let mut rest = tail;
    while let Some(at) = rest.find('，') {
        let after = rest[at + '，'.len_utf8()..].trim_start();
        let key = after.split([':', '：']).next().unwrap_or_default();
        least += &rest[..at];
        least += if is_key(key.trim()) { ", " } else { "，" };
        rest = if is_key(key.trim()) { after } else { &rest[at + '，'.len_utf8()..] };
    }
    least += rest;
    let brackets: String = least
        .chars()
        .map(|c| if matches!(c, '｛' | '｝' | '【' | '】' | '［' | '］') { narrow(c) } else { c })
        .collect();
    let brackets = format!("{head}{}", colons(&brackets, '：'));
    let all = brackets.replace('，', ", ");
    vec![brackets, all]
}

/// A quote put where the value that one opens may end.
fn closed_quote(line: &str) -> Vec<String> {
    if line.matches('"').count().is_multiple_of(2) {
        return Vec::new();
    }
    let open = line.rfind('"').unwrap_or(0);
    let tail = &line[open + 1..];
    let mut ends: Vec<usize> = Vec::new();
    let commas = tail.match_indices([',', '，']).map(|(at, _)| at);
    ends.extend(commas.filter(|at| {
        let next = tail[*at..].trim_start_matches([',', '，', ' ']);
        next.split(':').next().is_some_and(is_key)
    }));
    ends.extend(tail.match_indices(['}', ']']).map(|(at, _)| at));
    ends.push(tail.trim_end().len());
    ends.into_iter().map(|end| format!("{}\"{}", &line[..open + 1 + end], &tail[end..])).collect()
}

fn closed_bracket(line: &str) -> Vec<String> {
    let (head, comment) = line.split_once(" #").map_or((line, ""), |(head, _)| (head, &line[head.len()..]));
    let head = head.trim_end();
    ["}", "]", "}}", "]}", "}]"].iter().map(|end| format!("{head}{end}{comment}")).collect()
}

/// The value of a line, as a text in quotes.
fn quoted(line: &str) -> Vec<String> {
    let value = value(line);
    let (head, tail) = line.split_at(value);
    let text = tail.trim_end();
    // What begins with a bracket was not meant to be a text.
    if text.is_empty() || text.starts_with(['[', '{']) || matches!(text, "|" | ">" | "|-" | ">-") {
        return Vec::new();
    }
    let once = text.replace('\\', "\\\\").replace('"', "\\\"");
    let plain = yaml::plain_or_quoted(text);
    let all = if plain.starts_with('"') { plain } else { format!("\"{once}\"") };
    vec![format!("{head}{all}")]
}

/// The line as far in as one of those before it.
fn lined_up(line: &str, before: &[&str]) -> Vec<String> {
    let body = line.trim_start_matches([' ', '\t']);
    if body.is_empty() || body.starts_with('#') {
        return Vec::new();
    }
    let own = line.len() - body.len();
    let mut columns: Vec<usize> = Vec::new();
    for other in before.iter().filter(|other| !other.trim().is_empty()) {
        let indent = other.len() - other.trim_start_matches(' ').len();
        columns.push(if body.starts_with("- ") { indent } else { lead(other) });
    }
    columns.dedup();
    columns.sort_by_key(|column| column.abs_diff(own));
    columns.dedup();
    columns.into_iter().map(|column| " ".repeat(column) + body).collect()
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
