//! A text and what is to take the place of some of its bytes in, the text with that out.

use std::ops::Range;

/// What takes the place of some bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// The bytes.
    pub span: Range<usize>,
    /// What takes their place.
    pub text: String,
    /// The code of the fault that this mends; `None` where there is none.
    pub code: Option<&'static str>,
}

/// Makes the edits from the first byte to the last; one that touches another is left for later. Returns the codes of those
/// that were made.
pub(super) fn apply(text: &str, mut edits: Vec<Edit>) -> (String, Vec<Option<&'static str>>) {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut new = String::with_capacity(text.len());
    let mut made = Vec::new();
    let mut at = 0;
    for Edit { span, text: fix, code } in edits {
        let is_free = span.start >= at && (made.is_empty() || span.start > at);
        let Some(between) = text.get(at..span.start).filter(|_| is_free && text.is_char_boundary(span.end)) else {
            continue;
        };
        new.push_str(between);
        new.push_str(&fix);
        at = span.end;
        made.push(code);
    }
    new.push_str(text.get(at..).unwrap_or_default());
    (new, made)
}

#[cfg(test)]
mod tests {
    use super::{Edit, apply};

    #[test]
    fn what_touches_another_waits() {
        let edit = |span, text: &str| Edit { span, text: text.to_owned(), code: Some("E001") };
        let edits = vec![edit(3..4, "X"), edit(0..1, "Y"), edit(0..2, "Z"), edit(1..2, "W")];
        let (text, made) = apply("abcde", edits);
        assert_eq!((&*text, made.len()), ("YbcXe", 2));
        assert_eq!(apply("甲", vec![edit(1..2, "")]).0, "甲");
    }
}
