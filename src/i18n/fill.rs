//! A text with places in braces and values in, the text with the values out.

/// Puts values at the places `{name}` of a text; a place without a value stays as it is.
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let value = rest.find('}').and_then(|close| {
            let name = &rest[1..close];
            values.iter().find(|(have, _)| *have == name).map(|(_, value)| (*value, close))
        });
        let (taken, piece) = match value {
            Some((value, close)) => (close + 1, value),
            None => (1, "{"),
        };
        out.push_str(piece);
        rest = &rest[taken..];
    }
    out.push_str(rest);
    out
}
