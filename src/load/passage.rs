//! A part of a text in, its bytes in the file that holds the text out.

use std::ops::Range;

use crate::diag::Passage;
use crate::text::folded;

/// The bytes of a part of a value that stands at a span, to the end of its line where it goes on in the next; `None` where
/// the file writes it otherwise, such as with an escape. A file may break a line wherever white space stands, so white
/// space does not count.
pub(super) fn within(text: &str, span: Range<usize>, part: &Passage) -> Option<Range<usize>> {
    // A text is held in plain characters, the file may have others.
    let plain = |c: char| if matches!(c, '○' | '◯') { '〇' } else { folded(c) };
    let mut solid = String::new();
    // For each byte of it, where its character begins in the file.
    let mut places = Vec::new();
    for (at, character) in text.get(span.clone())?.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        solid.push(plain(character));
        places.resize(solid.len(), span.start + at);
    }
    let wanted: String = part.text.chars().map(plain).collect();
    let (first, found) = solid.match_indices(&*wanted).nth(part.before)?;
    let start = places[first];
    let last = places[first + found.len() - 1];
    let end = last + text.get(last..)?.chars().next()?.len_utf8();
    Some(first_line(text, start..end))
}

/// The first line of a span.
pub(super) fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let line = text.get(span.clone()).and_then(|slice| slice.find(['\r', '\n']));
    span.start..line.map_or(span.end, |at| span.start + at)
}
