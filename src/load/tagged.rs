//! The text of a YAML file in, the first value that its author tagged as bytes out: it would be decoded in silence, and another text
//! published than the one that stands in the file.

use std::ops::Range;

use granit_parser::{Event, Parser};

/// What YAML calls values that are written in Base64.
const BINARY: &str = "binary";

/// The bytes of a value tagged `!!binary`; only a file in which the word stands is looked through.
pub(super) fn binary(text: &str) -> Option<Range<usize>> {
    if !text.contains(BINARY) {
        return None;
    }
    let mut parser = Parser::new_from_str(text);
    while let Some(Ok((event, span))) = parser.next_event() {
        if let Event::Scalar(_, _, _, Some(tag)) = event
            && tag.suffix().ends_with(BINARY)
        {
            return span.byte_range();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::binary;

    #[test]
    fn values_tagged_as_bytes_are_found() {
        for text in ["a: !!binary 6LSo6YeP\n", "a: [x, !<tag:yaml.org,2002:binary> 6LSo6YeP]\n"] {
            assert_eq!(binary(text).map(|bytes| &text[bytes]), Some("6LSo6YeP"), "{text}");
        }
        for text in ["a: \"!!binary 6LSo\"\n", "a: binary # !!binary\n", "a: !!str binary\n"] {
            assert_eq!(binary(text), None, "{text}");
        }
    }
}
