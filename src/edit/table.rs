//! The text of a table and edits by record and place in, the text with exactly those cells changed out.

use std::ops::Range;

use crate::load::cells;

/// A change of a table; records are counted from 0, lines without a character are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableEdit {
    /// Puts a text in a cell.
    Set {
        /// Which record.
        record: usize,
        /// Which cell of it.
        place: usize,
        /// The text.
        text: String,
    },
    /// Puts the records in another order, leaves some out, and puts in new ones; nothing before `from` is touched.
    Arrange {
        /// The first record that may move.
        from: usize,
        /// The records from there on: one that is there by its number, or the cells of a new one.
        records: Vec<Result<usize, Vec<String>>>,
    },
}

/// The cells of a table as they read, record by record.
pub fn records(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut records: Vec<Vec<String>> = Vec::new();
    for cell in cells(bare, delimiter) {
        if cell.place == 0 {
            records.push(Vec::new());
        }
        if let Some(record) = records.last_mut() {
            record.push(unquoted(&bare[cell.span]));
        }
    }
    records
}

/// Makes the edits of cells first, then the arrangement; `None` where a record is named that is not there.
pub fn edit(text: &str, delimiter: u8, edits: &[TableEdit]) -> Option<String> {
    let before = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    let (mark, bare) = text.split_at(before);
    let mut spans: Vec<Vec<Range<usize>>> = Vec::new();
    for cell in cells(bare, delimiter) {
        if cell.place == 0 {
            spans.push(Vec::new());
        }
        spans.last_mut()?.push(cell.span);
    }
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    for edit in edits {
        if let TableEdit::Set { record, place, text } = edit {
            let record = spans.get(*record)?;
            changes.push(match record.get(*place) {
                Some(span) => (span.clone(), written(text, delimiter, bare[span.clone()].starts_with('"'))),
                None => {
                    let end = record.last()?.end;
                    let gap = char::from(delimiter).to_string().repeat(place + 1 - record.len());
                    (end..end, gap + &written(text, delimiter, false))
                }
            });
        }
    }
    changes.sort_by_key(|(span, _)| (span.start, span.end));
    let mut out = bare.to_owned();
    for (span, new) in changes.into_iter().rev() {
        out.replace_range(span, &new);
    }
    for edit in edits {
        if let TableEdit::Arrange { from, records } = edit {
            out = arranged(&out, delimiter, *from, records)?;
        }
    }
    Some(format!("{mark}{out}"))
}

fn arranged(text: &str, delimiter: u8, from: usize, records: &[Result<usize, Vec<String>>]) -> Option<String> {
    let mut extents: Vec<Range<usize>> = Vec::new();
    for cell in cells(text, delimiter) {
        match extents.last_mut() {
            Some(last) if cell.place > 0 => last.end = cell.span.end,
            _ => extents.push(cell.span),
        }
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let start = extents.get(from).map_or(text.len(), |extent| extent.start);
    // Each record keeps the empty lines behind it.
    let behind = |index: usize| {
        let next = extents.get(index + 1).map_or(text.len(), |extent| extent.start);
        extents.get(index).map(|extent| &text[extent.end..next])
    };
    let mut out = text[..start].to_owned();
    for record in records {
        if !out.is_empty() && !out.ends_with('\n') {
            out.push_str(end);
        }
        match record {
            Ok(index) => {
                out.push_str(&text[extents.get(*index)?.clone()]);
                out.push_str(behind(*index)?);
            }
            Err(cells) => {
                let cells: Vec<String> = cells.iter().map(|cell| written(cell, delimiter, false)).collect();
                out.push_str(&cells.join(&char::from(delimiter).to_string()));
                out.push_str(end);
            }
        }
    }
    if !text.ends_with('\n') && out.ends_with(end) && records.last().is_some_and(Result::is_err) {
        out.truncate(out.len() - end.len());
    }
    Some(out)
}

/// What a cell holds, by the rules of the format.
fn unquoted(raw: &str) -> String {
    let Some(inner) = raw.strip_prefix('"') else { return raw.to_owned() };
    let inner = inner.trim_end();
    inner.strip_suffix('"').unwrap_or(inner).replace("\"\"", "\"")
}

/// A text as a cell.
fn written(text: &str, delimiter: u8, quoted: bool) -> String {
    let odd = |c: char| matches!(c, '"' | '\n' | '\r') || c == char::from(delimiter);
    let needs = text.contains(odd) || text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    if quoted || needs { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
