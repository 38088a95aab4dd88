//! A value and where it will stand in, its YAML out: on one line where it is short or must be, else on lines of its own.

use crate::yaml::{apostrophes, block, flow, plain_or_quoted, quoted};

use super::tree::Style;
use super::value::Value;

/// Characters of a collection that is written on the line of its key, at most.
const SHORT: usize = 100;

/// A value on one line, inside brackets.
pub(super) fn inline(value: &Value) -> String {
    match value {
        Value::Text(text) => flow(text),
        Value::Word(word) => self::word(word, true),
        Value::List(entries) => format!("[{}]", entries.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{}: {}", flow(key), inline(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// What stands behind a colon or a hyphen in block style, the blank or the line end before it included; lines of its own
/// are indented by `indent` blanks.
pub(super) fn behind(value: &Value, indent: usize, end: &str) -> String {
    match value {
        Value::Text(text) => format!(" {}", scalar(text, indent, end)),
        Value::Word(word) => format!(" {}", self::word(word, false)),
        Value::List(entries) if entries.iter().all(|entry| is_scalar(entry) && !has_lines(entry)) => {
            format!(" {}", inline(value))
        }
        Value::List(entries) => {
            let entry = |entry: &Value| format!("{end}{}-{}", blanks(indent), self::entry(entry, indent + 2, end));
            entries.iter().map(entry).collect()
        }
        Value::Map(entries) if entries.is_empty() => " {}".to_owned(),
        Value::Map(_) if is_short(value) => format!(" {}", inline(value)),
        Value::Map(entries) => entries
            .iter()
            .map(|(key, value)| format!("{end}{}{}", blanks(indent), pair(key, value, indent, end)))
            .collect(),
    }
}

/// What stands behind the hyphen of an entry: the first key of a record on the same line.
pub(super) fn entry(value: &Value, indent: usize, end: &str) -> String {
    match value {
        Value::Map(entries) if !is_short(value) || has_collection(value) => {
            let pairs: Vec<String> = entries.iter().map(|(key, value)| pair(key, value, indent, end)).collect();
            format!(" {}", pairs.join(&format!("{end}{}", blanks(indent))))
        }
        value => behind(value, indent, end),
    }
}

/// A key with its value, in block style.
pub(super) fn pair(key: &str, value: &Value, indent: usize, end: &str) -> String {
    format!("{}:{}", plain_or_quoted(key), behind(value, indent + 2, end))
}

/// A text in block style: on lines of its own where it has several.
pub(super) fn scalar(text: &str, indent: usize, end: &str) -> String {
    match block(text, indent) {
        Some(lines) if end == "\n" => lines,
        Some(lines) => lines.replace('\n', end),
        None => plain_or_quoted(text),
    }
}

/// A text on one line, between quotes of the kind that it had.
pub(super) fn as_before(text: &str, style: Style, in_flow: bool) -> String {
    match style {
        Style::Single => apostrophes(text).unwrap_or_else(|| quoted(text)),
        Style::Double => quoted(text),
        _ if in_flow => flow(text),
        _ => plain_or_quoted(text),
    }
}

/// A word as it is, between quotes where it would break the line.
pub(super) fn word(word: &str, in_flow: bool) -> String {
    let safe =
        !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '~'));
    if safe && word != "-" {
        return word.to_owned();
    }
    if in_flow { flow(word) } else { plain_or_quoted(word) }
}

fn is_scalar(value: &Value) -> bool {
    matches!(value, Value::Text(_) | Value::Word(_))
}

fn has_lines(value: &Value) -> bool {
    matches!(value, Value::Text(text) if text.contains('\n'))
}

fn has_collection(value: &Value) -> bool {
    match value {
        Value::Map(entries) => entries.len() > 4 || entries.iter().any(|(_, value)| !is_scalar(value)),
        _ => false,
    }
}

/// Whether a mapping can stand on one line.
fn is_short(value: &Value) -> bool {
    fn lines(value: &Value) -> bool {
        match value {
            Value::List(entries) => entries.iter().any(lines),
            Value::Map(entries) => entries.iter().any(|(_, value)| lines(value)),
            value => has_lines(value),
        }
    }
    !lines(value) && inline(value).chars().map(|c| if c < '\u{2e80}' { 1 } else { 2 }).sum::<usize>() <= SHORT
}

pub(super) fn blanks(count: usize) -> String {
    " ".repeat(count)
}
