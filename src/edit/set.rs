//! A node and a new value in, what to replace out: a scalar in its place and its quotes, anything else behind its key.

use std::ops::Range;

use super::lines::Lines;
use super::spot::{Broken, Changes, Role, Spot};
use super::tree::{Kind, Node, Style, behind, colon, hyphen};
use super::value::Value;
use super::write;

/// Puts a value in the place of a node.
pub(super) fn set(lines: &Lines<'_>, at: Spot<'_>, value: &Value) -> Result<Changes, Broken> {
    let Spot { node, in_flow, .. } = at;
    if in_flow {
        let new = match (value, &node.kind) {
            (Value::Text(text), Kind::Scalar(_)) => write::as_before(text, node.style, true),
            (value, _) => write::inline(value),
        };
        return Ok(vec![fill(lines, at, &new)?]);
    }
    let is_scalar = matches!(node.kind, Kind::Scalar(_)) && !node.span.is_empty();
    match value {
        Value::Text(text) if is_scalar && !text.contains('\n') => {
            Ok(vec![remarked(lines, node, node.span.clone(), write::as_before(text, node.style, false))])
        }
        Value::Text(text) if is_scalar && !matches!(at.role, Role::Root) => {
            let new = write::scalar(text, indent(lines, at)?, lines.end);
            Ok(vec![remarked(lines, node, node.span.clone(), new)])
        }
        Value::Word(word) if is_scalar => Ok(vec![remarked(lines, node, node.span.clone(), write::word(word, false))]),
        value => whole(lines, at, value),
    }
}

/// Puts a value behind the key or the hyphen of a node.
fn whole(lines: &Lines<'_>, at: Spot<'_>, value: &Value) -> Result<Changes, Broken> {
    let indent = indent(lines, at)?;
    match at.role {
        Role::Root => Ok(vec![(at.node.span.clone(), write::inline(value))]),
        Role::Value(key) => {
            let start = colon(lines.text, key).ok_or(Broken::Awkward)? + 1;
            let end = behind(lines.text, key, at.node);
            Ok(vec![remarked(lines, at.node, start..end, write::behind(value, indent, lines.end))])
        }
        Role::Entry => {
            let start = hyphen(lines.text, at.node).ok_or(Broken::Awkward)? + 1;
            let end = at.node.span.end.max(start);
            Ok(vec![remarked(lines, at.node, start..end, write::entry(value, indent, lines.end))])
        }
    }
}

/// A replacement that keeps the remark beside the value: behind its first line where it has several now, for a remark
/// behind the last line of a block would be a part of it.
fn remarked(lines: &Lines<'_>, node: &Node, old: Range<usize>, new: String) -> (Range<usize>, String) {
    let several = new.contains('\n');
    if node.style == Style::Lines {
        let stop = lines.stop(node.span.start);
        let header = &lines.text[node.span.start..stop];
        let Some(remark) = header.find([' ', '\t']) else { return (old, new) };
        return (old, behind_first_line(&new, &header[remark..], lines.end));
    }
    let stop = lines.stop(old.end);
    let rest = &lines.text[old.end..stop];
    if several && rest.trim_start().starts_with('#') && rest.starts_with([' ', '\t']) {
        return (old.start..stop, behind_first_line(&new, rest, lines.end));
    }
    (old, new)
}

fn behind_first_line(new: &str, remark: &str, end: &str) -> String {
    match new.split_once(end) {
        Some((first, rest)) => format!("{first}{remark}{end}{rest}"),
        None => format!("{new}{remark}"),
    }
}

/// How deep lines of the value's own stand: two blanks deeper than its key or its hyphen.
fn indent(lines: &Lines<'_>, at: Spot<'_>) -> Result<usize, Broken> {
    match at.role {
        Role::Root => Ok(0),
        Role::Value(key) => Ok(lines.column(key.span.start) + 2),
        Role::Entry => Ok(lines.column(hyphen(lines.text, at.node).ok_or(Broken::Awkward)?) + 2),
    }
}

/// Replaces a node inside brackets, or fills in where the value is left out.
fn fill(lines: &Lines<'_>, at: Spot<'_>, new: &str) -> Result<(Range<usize>, String), Broken> {
    let Spot { node, role, .. } = at;
    match role {
        Role::Value(key) if node.span.is_empty() => Ok(match colon(lines.text, key) {
            Some(colon) => (colon + 1..colon + 1, format!(" {new}")),
            None => (key.span.end..key.span.end, format!(": {new}")),
        }),
        // A key that touches its value, as JSON is written.
        Role::Value(key)
            if node.style != Style::Plain && colon(lines.text, key).is_some_and(|at| at + 1 == node.span.start) =>
        {
            Ok((node.span.clone(), format!(" {new}")))
        }
        _ if node.span.is_empty() => Err(Broken::Awkward),
        _ => Ok((node.span.clone(), new.to_owned())),
    }
}
