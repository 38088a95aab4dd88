//! A part of a text in, its bytes in the file that holds the text out.

use std::ops::Range;

use crate::diag::Passage;

/// The bytes of a part of a value that stands at a span, to the end of its line where it goes on in the next; `None` where
/// the file writes it otherwise, such as with an escape. A file may break a line wherever white space stands, so white
/// space does not count.
pub(super) fn within(text: &str, span: Range<usize>, part: &Passage) -> Option<Range<usize>> {
    let mut solid = String::new();
    // For each byte of it, where its character begins in the file.
    let mut places = Vec::new();
    for (at, character) in text.get(span.clone())?.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        solid.push(character);
        places.resize(solid.len(), span.start + at);
    }
    let (first, found) = solid.match_indices(&*part.text).nth(part.before)?;
    let last = found.chars().next_back()?;
    let (start, end) = (places[first], places[first + found.len() - 1] + last.len_utf8());
    Some(first_line(text, start..end))
}

/// The first line of a span.
pub(super) fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let line = text.get(span.clone()).and_then(|slice| slice.find(['\r', '\n']));
    span.start..line.map_or(span.end, |at| span.start + at)
}
