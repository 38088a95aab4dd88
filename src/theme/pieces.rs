//! A template in; its pieces out: what goes to the page as it stands, and what the engine reads.

/// What a piece of a template is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Goes to the page as it stands.
    Text,
    /// `{{ … }}`.
    Expression,
    /// `{% … %}`.
    Statement,
    /// `{# … #}`.
    Comment,
}

/// A piece of a template.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    /// What it is.
    pub kind: Kind,
    /// Its first byte in the template.
    pub start: usize,
    /// Its text, with the marks around it.
    pub text: &'t str,
}

impl<'t> Piece<'t> {
    /// What stands between the marks of what the engine reads, without strings.
    pub fn code(&self) -> String {
        let inner = self.text.get(2..self.text.len().saturating_sub(2)).unwrap_or_default();
        let mut out = String::with_capacity(inner.len());
        let mut rest = inner;
        while let Some(c) = rest.chars().next() {
            let length = if is_quote(c) { string(rest) } else { c.len_utf8() };
            out.push_str(if is_quote(c) { "\"\"" } else { &rest[..length] });
            rest = &rest[length..];
        }
        out.trim_matches(|c: char| c == '-' || c.is_whitespace()).to_owned()
    }
}

/// The pieces of a template, in order, every byte in one of them. What is never closed goes on to the end.
pub(super) fn pieces(source: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut raw = false;
    while at < source.len() {
        let rest = &source[at..];
        let (kind, length) = match rest.get(..2) {
            _ if raw => (Kind::Text, raw_end(rest)),
            Some("{{") => (Kind::Expression, closed(rest, "}}")),
            Some("{%") => (Kind::Statement, closed(rest, "%}")),
            Some("{#") => (Kind::Comment, rest.find("#}").map_or(rest.len(), |end| end + 2)),
            _ => (Kind::Text, text(rest)),
        };
        let piece = Piece { kind, start: at, text: &rest[..length] };
        raw = kind == Kind::Statement && piece.code() == "raw";
        if length > 0 {
            out.push(piece);
        }
        at += length;
    }
    out
}

/// Bytes until the engine reads something.
fn text(rest: &str) -> usize {
    ["{{", "{%", "{#"].into_iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len())
}

/// Bytes of what the engine passes on unread.
fn raw_end(rest: &str) -> usize {
    let ends = |at: &usize| rest[at + 2..].trim_start_matches(['-', ' ', '\n', '\t', '\r']).starts_with("endraw");
    rest.match_indices("{%").map(|(at, _)| at).find(ends).unwrap_or(rest.len())
}

/// Bytes up to and with a mark that closes; one in a string closes nothing.
fn closed(rest: &str, mark: &str) -> usize {
    let mut at = 2;
    while let Some(c) = rest.get(at..).and_then(|rest| rest.chars().next()) {
        if rest[at..].starts_with(mark) {
            return at + mark.len();
        }
        at += if is_quote(c) { string(&rest[at..]) } else { c.len_utf8() };
    }
    rest.len()
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`')
}

/// Bytes of the string that a text opens with, quotes counted.
fn string(text: &str) -> usize {
    let mut escaped = false;
    let mut chars = text.char_indices();
    let Some((_, quote)) = chars.next() else { return 0 };
    for (at, c) in chars {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{Kind, pieces};

    #[test]
    fn every_byte_is_in_one_piece() {
        let source = "a{{ b | x(y=\"}}\") }}c{%- for d in `%}` -%}{# {{ #}{% raw %}{{ e }}{% endraw -%}f{{ g";
        let found: Vec<(Kind, &str)> = pieces(source).iter().map(|piece| (piece.kind, piece.text)).collect();
        assert_eq!(found.iter().map(|(_, text)| *text).collect::<String>(), source);
        assert_eq!(
            found,
            [
                (Kind::Text, "a"),
                (Kind::Expression, "{{ b | x(y=\"}}\") }}"),
                (Kind::Text, "c"),
                (Kind::Statement, "{%- for d in `%}` -%}"),
                (Kind::Comment, "{# {{ #}"),
                (Kind::Statement, "{% raw %}"),
                (Kind::Text, "{{ e }}"),
                (Kind::Statement, "{% endraw -%}"),
                (Kind::Text, "f"),
                (Kind::Expression, "{{ g"),
            ]
        );
        assert_eq!(pieces(source)[3].code(), "for d in \"\"");
    }
}
