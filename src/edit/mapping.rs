//! A mapping and a key in, what to replace so that it has the key, or no longer has it, out.

use super::lines::Lines;
use super::set;
use super::spot::{Broken, Changes, Spot};
use super::tree::{Kind, Node, Style, behind};
use super::value::Value;
use super::write;

/// Adds a key behind the last of those that stand before it by custom, else at the end.
pub(super) fn add(
    lines: &Lines<'_>,
    at: Spot<'_>,
    key: &str,
    value: &Value,
    after: &[String],
) -> Result<Changes, Broken> {
    let Kind::Mapping(entries) = &at.node.kind else { return Err(Broken::Nothing) };
    if entries.iter().any(|(have, _)| have.scalar() == Some(key)) {
        return Err(Broken::Nothing);
    }
    if entries.is_empty() {
        return set::set(lines, at, &Value::Map(vec![(key.to_owned(), value.clone())]));
    }
    let before = |name: &Node| name.scalar().is_some_and(|name| after.iter().any(|one| one == name));
    let place = entries.iter().rposition(|(name, _)| before(name)).unwrap_or(entries.len() - 1);
    let (name, last) = &entries[place];
    let end = behind(lines.text, name, last);
    if at.node.style == Style::Flow {
        let new = format!(", {}: {}", crate::yaml::flow(key), write::inline(value));
        return Ok(vec![(end..end, new)]);
    }
    let indent = lines.column(entries[0].0.span.start);
    let stop = lines.stop(end);
    let new = format!("{}{}{}", lines.end, write::blanks(indent), write::pair(key, value, indent, lines.end));
    Ok(vec![(stop..stop, new)])
}

/// Takes out a key with its value.
pub(super) fn remove(lines: &Lines<'_>, at: Spot<'_>, key: &str) -> Result<Changes, Broken> {
    let Kind::Mapping(entries) = &at.node.kind else { return Err(Broken::Nothing) };
    let place = entries.iter().position(|(have, _)| have.scalar() == Some(key)).ok_or(Broken::Nothing)?;
    if entries.len() == 1 {
        return set::set(lines, at, &Value::Map(Vec::new()));
    }
    let (name, value) = &entries[place];
    let start = name.span.start;
    let end = behind(lines.text, name, value);
    let next = entries.get(place + 1).map(|(key, _)| key.span.start);
    if at.node.style == Style::Flow {
        let before = place.checked_sub(1).map(|before| &entries[before]);
        return match (next, before) {
            (Some(next), _) => Ok(vec![(start..next, String::new())]),
            (None, Some((name, value))) => Ok(vec![(behind(lines.text, name, value)..end, String::new())]),
            (None, None) => Err(Broken::Awkward),
        };
    }
    if lines.opens_line(start) {
        return Ok(vec![whole_lines(lines, start, end)]);
    }
    // The first key of an entry stands on the line of its hyphen: the second takes its place.
    let next = next.ok_or(Broken::Awkward)?;
    Ok(vec![(start..next, String::new())])
}

/// The lines from one byte to another, with what ends them.
pub(super) fn whole_lines(lines: &Lines<'_>, from: usize, to: usize) -> (std::ops::Range<usize>, String) {
    let (start, next) = (lines.start(from), lines.next(to));
    // The last line of a text without a line end takes that of the line before with it.
    let unended = next == lines.text.len() && !lines.text.ends_with('\n');
    let before = lines.text[..start].strip_suffix('\n').map(|text| text.strip_suffix('\r').unwrap_or(text).len());
    match before {
        Some(before) if unended => (before..next, String::new()),
        _ => (start..next, String::new()),
    }
}
