//! A sequence in, what to replace so that it has an entry more, one fewer, or the same in another order, out.

use std::ops::Range;

use super::lines::Lines;
use super::mapping::whole_lines;
use super::set;
use super::spot::{Broken, Changes, Spot};
use super::tree::{Kind, Style, hyphen};
use super::value::Value;
use super::write;

/// Puts an entry in.
pub(super) fn insert(lines: &Lines<'_>, at: Spot<'_>, index: usize, value: &Value) -> Result<Changes, Broken> {
    let Kind::Sequence(entries) = &at.node.kind else { return Err(Broken::Nothing) };
    if entries.is_empty() && index == 0 {
        return set::set(lines, at, &Value::List(vec![value.clone()]));
    }
    let before = match index.checked_sub(1) {
        Some(before) => Some(entries.get(before).ok_or(Broken::Nothing)?),
        None => None,
    };
    if at.node.style == Style::Flow {
        let new = write::inline(value);
        return Ok(vec![match before {
            Some(before) => (before.span.end..before.span.end, format!(", {new}")),
            None => (entries[0].span.start..entries[0].span.start, format!("{new}, ")),
        }]);
    }
    let beside = before.unwrap_or(&entries[0]);
    let hyphen = hyphen(lines.text, beside).ok_or(Broken::Awkward)?;
    let indent = lines.column(hyphen);
    let one_line = beside.style == Style::Flow && matches!(value, Value::Map(_));
    let new = if one_line { format!(" {}", write::inline(value)) } else { write::entry(value, indent + 2, lines.end) };
    Ok(vec![match before {
        Some(before) => {
            let stop = lines.stop(before.span.end.max(hyphen + 1));
            (stop..stop, format!("{}{}-{new}", lines.end, write::blanks(indent)))
        }
        None if lines.opens_line(hyphen) => {
            let start = lines.start(hyphen);
            (start..start, format!("{}-{new}{}", write::blanks(indent), lines.end))
        }
        None => (hyphen..hyphen, format!("-{new}{}{}", lines.end, write::blanks(indent))),
    }])
}

/// Takes an entry out.
pub(super) fn remove(lines: &Lines<'_>, at: Spot<'_>, index: usize) -> Result<Changes, Broken> {
    let Kind::Sequence(entries) = &at.node.kind else { return Err(Broken::Nothing) };
    let entry = entries.get(index).ok_or(Broken::Nothing)?;
    if entries.len() == 1 {
        return set::set(lines, at, &Value::List(Vec::new()));
    }
    let before = index.checked_sub(1).map(|before| &entries[before]);
    if at.node.style == Style::Flow {
        return match (entries.get(index + 1), before) {
            (Some(next), _) => Ok(vec![(entry.span.start..next.span.start, String::new())]),
            (None, Some(before)) => Ok(vec![(before.span.end..entry.span.end, String::new())]),
            (None, None) => Err(Broken::Awkward),
        };
    }
    let start = hyphen(lines.text, entry).ok_or(Broken::Awkward)?;
    if lines.opens_line(start) {
        return Ok(vec![whole_lines(lines, start, entry.span.end.max(start + 1))]);
    }
    let next = entries.get(index + 1).ok_or(Broken::Awkward)?;
    Ok(vec![(start..hyphen(lines.text, next).ok_or(Broken::Awkward)?, String::new())])
}

/// Puts the entries in another order; comments right above an entry go with it.
pub(super) fn reorder(lines: &Lines<'_>, at: Spot<'_>, order: &[usize]) -> Result<Changes, Broken> {
    let Kind::Sequence(entries) = &at.node.kind else { return Err(Broken::Nothing) };
    let mut places = order.to_vec();
    places.sort_unstable();
    if !places.into_iter().eq(0..entries.len()) {
        return Err(Broken::Nothing);
    }
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        if at.node.style == Style::Flow {
            pieces.push(entry.span.clone());
            continue;
        }
        let start = hyphen(lines.text, entry).ok_or(Broken::Awkward)?;
        let stop = lines.stop(entry.span.end.max(start + 1));
        let free = pieces.last().map_or(start, |before: &Range<usize>| before.end);
        let start = if index == 0 { start } else { with_comments(lines, start, free) };
        pieces.push(start..stop);
    }
    let moved = order.iter().zip(&pieces).enumerate().filter(|(place, (from, _))| place != *from);
    // The first piece begins at its hyphen, the others may begin above theirs: all are put down as they stand.
    Ok(moved
        .map(|(_, (from, slot))| {
            let text = &lines.text[pieces[*from].clone()];
            let text = if lines.opens_line(slot.start) && slot.start != lines.start(slot.start) {
                // The blanks before the first hyphen stay where they are.
                text.trim_start_matches(' ')
            } else {
                text
            };
            let indent =
                slot.start == lines.start(slot.start) && pieces[*from].start != lines.start(pieces[*from].start);
            let blanks = if indent { write::blanks(lines.column(pieces[*from].start)) } else { String::new() };
            (slot.clone(), format!("{blanks}{text}"))
        })
        .collect())
}

/// Where the comments begin that stand right above an entry, as deep as its hyphen; the start of its line where there are
/// none.
fn with_comments(lines: &Lines<'_>, hyphen: usize, free: usize) -> usize {
    if !lines.opens_line(hyphen) {
        return hyphen;
    }
    let indent = lines.column(hyphen);
    let mut start = lines.start(hyphen);
    while start > free {
        let above = lines.start(start - 1);
        let line = &lines.text[above..start];
        let deep = line.len() - line.trim_start_matches(' ').len();
        if above <= free || !line.trim_start().starts_with('#') || deep != indent {
            break;
        }
        start = above;
    }
    start
}
