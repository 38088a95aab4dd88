//! A template in; the scripts and styles that stand in it, and what browsers would refuse to run of it, out.
//!
//! A script or a style that stands in a template as it goes to the page is known when the theme is read, so a browser can be told
//! its hash. One that is made of values of the content cannot be, nor can an attribute that runs or dresses something.

use sha2::{Digest, Sha256};

use super::pieces::{Kind, pieces};

/// What a template carries.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Inline {
    /// Hashes of scripts.
    pub scripts: Vec<String>,
    /// Hashes of styles.
    pub styles: Vec<String>,
    /// What browsers would refuse: its first byte, and what it is.
    pub refused: Option<(usize, Refused)>,
}

/// What browsers refuse, because a content that slipped through could do the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// A script or a style that holds values.
    Values,
    /// An attribute such as `onclick`.
    Handler,
    /// The attribute `style`.
    Style,
}

/// Looks through a template.
pub(super) fn inline(source: &str) -> Inline {
    let mut found = Inline::default();
    // What the engine reads becomes blanks of the same length, so that places stay.
    let mut text = String::with_capacity(source.len());
    for piece in pieces(source) {
        match piece.kind {
            Kind::Text => text.push_str(piece.text),
            _ => text.extend(std::iter::repeat_n(VALUE, piece.text.len())),
        }
    }
    let lower = text.to_ascii_lowercase();
    let mut at = 0;
    while let Some(open) = lower[at..].find('<').map(|open| at + open) {
        let name: &str = lower[open + 1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if lower[open..].starts_with("<!--") {
            at = lower[open..].find("-->").map_or(lower.len(), |end| open + end);
            continue;
        }
        let end = tag(&lower, open);
        if !name.is_empty() {
            attributes(&lower, open, end, &mut found);
        }
        at = end.max(open + 1);
        let head = &lower[open..end];
        if !matches!(name, "script" | "style") || is_outside(head) || is_data(head) {
            continue;
        }
        let close = lower[end..].find(&format!("</{name}")).map_or(lower.len(), |close| end + close);
        let inner = &text[end..close];
        if inner.contains(VALUE) {
            found.refused.get_or_insert((open, Refused::Values));
        } else if name == "script" {
            found.scripts.push(hash(inner));
        } else {
            found.styles.push(hash(inner));
        }
        at = close;
    }
    found
}

/// What stands for what the engine reads.
const VALUE: char = '\u{1}';

/// The hash of a script or style, as a policy names it.
pub(in crate::theme) fn hash(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

/// Whether an element leads to a file.
fn is_outside(head: &str) -> bool {
    head.split(|c: char| c.is_ascii_whitespace() || c == VALUE).any(|word| word.starts_with("src="))
}

/// Whether an element says by its type that it is no script.
fn is_data(head: &str) -> bool {
    head.split_once("type=")
        .is_some_and(|(_, kind)| kind.trim_start_matches(['"', '\'']).starts_with("application/ld+json"))
}

/// The byte behind the `>` that ends a tag; one between quotes ends nothing.
fn tag(text: &str, open: usize) -> usize {
    let mut quote = None;
    for (at, c) in text[open..].char_indices() {
        match (quote, c) {
            (None, '>') => return open + at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(own), c) if own == c => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// Looks at the attributes of a tag.
fn attributes(text: &str, open: usize, end: usize, found: &mut Inline) {
    let mut quote = None;
    let mut blank = false;
    for (at, c) in text[open..end].char_indices() {
        if let (None, true) = (quote, blank) {
            let rest = &text[open + at..end];
            let name = rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
            let set = rest[name.len()..].trim_start().starts_with('=');
            let what = match name {
                "style" if set => Some(Refused::Style),
                name if set && name.len() > 3 && name.starts_with("on") => Some(Refused::Handler),
                _ => None,
            };
            if let (Some(what), None) = (what, found.refused) {
                found.refused = Some((open + at, what));
            }
        }
        blank = c.is_ascii_whitespace() || c == VALUE;
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(own), c) if own == c => quote = None,
            _ => {}
        }
    }
}

/// Bytes in base 64.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let whole = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let value = whole >> (18 - 6 * digit) & 63;
            let known = digit <= three.len();
            out.push(DIGITS.get(value as usize).filter(|_| known).map_or('=', |digit| char::from(*digit)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Refused, base64, inline};

    #[test]
    fn bytes_in_base_64() {
        assert_eq!(["", "a", "ab", "abc"].map(|text| base64(text.as_bytes())), ["", "YQ==", "YWI=", "YWJj"]);
    }

    #[test]
    fn scripts_and_styles_of_a_template_are_known() {
        let found = inline(
            "<p {% if a > b %}class=\"x\"{% endif %}>one=\"1\"</p><SCRIPT>alert(1)</SCRIPT><script src=\"x\" defer></script>\
             <style>p{color:red}</style><script type=\"application/ld+json\">{{ page.linked }}</script><!-- <script>{{ a }}</script> -->",
        );
        assert_eq!((found.scripts.len(), found.styles.len(), found.refused), (1, 1, None));
        assert_eq!(found.scripts, ["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]);
    }

    #[test]
    fn what_browsers_refuse_is_found() {
        let refused = |source: &str| inline(source).refused;
        assert_eq!(refused("<p>a</p><script>x = {{ y }}</script>"), Some((8, Refused::Values)));
        assert_eq!(refused("<p title='a onclick=b' onclick = \"go()\">"), Some((23, Refused::Handler)));
        assert_eq!(refused("<p {{ a }}style=\"color:red\">"), Some((10, Refused::Style)));
        assert_eq!(refused("<input data-on=\"x\" OnInput=x> onclick=\"x\""), Some((19, Refused::Handler)));
        assert_eq!(refused("<p data-onclick=\"x\">a style=\"b\"</p>"), None);
    }
}
