//! A line that breaks a text in, the ways in which each usual slip would be mended out.

use crate::meant::{self, narrow};
use crate::yaml;

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

/// A line and those before it, the nearest first, in; what it may have been meant to be out.
type Cure = fn(&str, &[&str]) -> Vec<String>;

/// The cures, in the order in which they are tried.
pub(super) const CURES: [(Slip, Cure); 12] = [
    (Slip::Tab, without_tabs),
    (Slip::Hidden, |line, _| {
        vec![line.chars().filter(|c| meant::hidden(*c).is_none() && !(c.is_control() && *c != '\t')).collect()]
    }),
    (Slip::WideColon, |line, _| vec![colons(line, '：')]),
    (Slip::GluedColon, |line, _| vec![colons(line, ':')]),
    (Slip::GluedDash, |line, _| glued_dash(line)),
    (Slip::WideMarks, |line, _| marks(line)),
    (Slip::CurlyQuotes, |line, _| vec![outer_quotes(line), line.replace(CURLY, "\"")]),
    (Slip::Unquoted, |line, _| quoted_inside(line)),
    (Slip::OpenQuote, |line, _| closed_quote(line)),
    (Slip::OpenBracket, closed_bracket),
    (Slip::Unquoted, |line, _| quoted(line)),
    (Slip::Indentation, lined_up),
];

/// Where what a line says begins: behind its indentation and the marks of entries.
pub(super) fn lead(line: &str) -> usize {
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

/// Whether a text is written as a key is.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// Quotes that a person may type for those of YAML.
const CURLY: [char; 4] = ['“', '”', '＂', '„'];

/// Straight quotes for curly ones where a value may begin or end; those inside of a text stay.
fn outer_quotes(line: &str) -> String {
    let mut new = String::with_capacity(line.len());
    for (at, c) in line.char_indices() {
        let (before, after) = (line[..at].trim_end(), line[at + c.len_utf8()..].trim_start());
        let opens = before.is_empty() || before.ends_with(['{', '[', ',', '-', ':']);
        let closes = after.is_empty() || after.starts_with(['}', ']', ',', ':']);
        new.push(if CURLY.contains(&c) && (opens || closes) { '"' } else { c });
    }
    new
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

fn closed_bracket(line: &str, before: &[&str]) -> Vec<String> {
    // Only a bracket that was opened, in this line or a few before it, lacks its partner.
    let lines = before.iter().take(3).rev().copied().chain([line]);
    let count = |marks: [char; 2]| lines.clone().map(|line| line.matches(marks).count()).sum::<usize>();
    if count(['{', '[']) <= count(['}', ']']) {
        return Vec::new();
    }
    let (head, comment) = line.split_once(" #").map_or((line, ""), |(head, _)| (head, &line[head.len()..]));
    let head = head.trim_end();
    ["}", "]", "}}", "]}", "}]"].iter().map(|end| format!("{head}{end}{comment}")).collect()
}

/// The texts in the braces of a line, those in quotes that must stand in them.
fn quoted_inside(line: &str) -> Vec<String> {
    let value = value(line);
    let (head, tail) = line.split_at(value);
    let Some(inside) = tail.trim_end().strip_prefix('{').and_then(|inside| inside.strip_suffix('}')) else {
        return Vec::new();
    };
    let mut parts: Vec<String> = Vec::new();
    for part in inside.split(", ") {
        let key = part.split_once(": ").map_or("", |(key, _)| key.trim());
        match parts.last_mut() {
            // A comma that no key stands behind is one of the text before it.
            Some(last) if !is_key(key) => *last += &format!(", {part}"),
            _ => parts.push(part.to_owned()),
        }
    }
    let parts: Vec<String> = parts
        .iter()
        .map(|part| match part.split_once(": ") {
            Some((key, text)) if must_be_quoted(text.trim()) => {
                format!("{key}: \"{}\"", text.trim().replace('\\', "\\\\").replace('"', "\\\""))
            }
            _ => part.clone(),
        })
        .collect();
    vec![format!("{head}{{{}}}", parts.join(", "))]
}

fn must_be_quoted(text: &str) -> bool {
    let whole = text.starts_with(['"', '\'', '[', '{']);
    !whole
        && (text.starts_with(['@', '`', '%', '*', '&', '!', '#', '|', '>'])
            || text.contains(" #")
            || text.contains(": "))
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
