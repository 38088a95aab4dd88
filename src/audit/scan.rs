//! HTML of one page in, what it declares and links to out, where the page is written plainly; else nothing.
//!
//! Pages are written by templates, in a few forms out of the many that a browser takes. These are read here in one pass
//! that copies nothing; whatever else stands on a page makes it one for the reader of all forms (`inspect.rs`), which a
//! test holds this one against.

use std::borrow::Cow;

use super::inspect::DeclaredLinks;

/// Reads a page; `None` where anything on it asks for more care.
pub(super) fn scan(html: &[u8]) -> Option<DeclaredLinks<'_>> {
    let html = std::str::from_utf8(html).ok()?;
    if html.contains(['\r', '\0']) {
        return None;
    }
    let mut declared = DeclaredLinks::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        rest = match rest.as_bytes().first() {
            Some(b'a'..=b'z') => start_tag(rest, &mut declared)?,
            Some(b'/') => end_tag(&rest[1..])?,
            Some(b'!') => comment(&rest[1..])?,
            Some(b'A'..=b'Z' | b'?') => return None,
            // No tag begins so.
            _ => rest,
        };
    }
    Some(declared)
}

/// What follows a start tag.
fn start_tag<'h>(html: &'h str, declared: &mut DeclaredLinks<'h>) -> Option<&'h str> {
    let (name, mut rest) = word(html, &[])?;
    if let [b'h', level @ b'1'..=b'6'] = name.as_bytes() {
        declared.headings.push(level - b'0');
    }
    loop {
        rest = rest.trim_start_matches(blank);
        match rest.as_bytes().first()? {
            b'>' => return Some(&rest[1..]),
            b'/' => rest = &rest[1..],
            _ => rest = attribute(rest, declared)?,
        }
    }
}

/// What follows an attribute.
fn attribute<'h>(html: &'h str, declared: &mut DeclaredLinks<'h>) -> Option<&'h str> {
    let (name, rest) = word(html, &['='])?;
    let Some(rest) = rest.trim_start_matches(blank).strip_prefix('=') else { return Some(rest) };
    let rest = rest.trim_start_matches(blank);
    let (value, rest) = match rest.as_bytes().first()? {
        b'"' => rest[1..].split_once('"')?,
        b'\'' => rest[1..].split_once('\'')?,
        b'>' => return None,
        _ => rest.split_at(rest.find(|c| blank(c) || c == '>')?),
    };
    let values = match name {
        "id" => &mut declared.ids,
        "href" | "src" | "action" => &mut declared.links,
        _ => return Some(rest),
    };
    // An attribute without a value says nothing.
    if !value.is_empty() {
        values.push(resolved(value)?);
    }
    Some(rest)
}

/// A name of a tag or an attribute, and what follows it; `None` where it is written as templates write none.
fn word<'h>(html: &'h str, ends: &[char]) -> Option<(&'h str, &'h str)> {
    let end = html.find(|c| blank(c) || matches!(c, '/' | '>') || ends.contains(&c))?;
    let (name, rest) = html.split_at(end);
    let usual = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b':' | b'_');
    (!name.is_empty() && name.bytes().all(usual)).then_some((name, rest))
}

/// What follows an end tag, without attributes.
fn end_tag(html: &str) -> Option<&str> {
    let (_, rest) = word(html, &[])?;
    html.starts_with(|c: char| c.is_ascii_lowercase()).then_some(())?;
    rest.trim_start_matches(blank).strip_prefix('>')
}

/// What follows a comment or the document type.
fn comment(html: &str) -> Option<&str> {
    if let Some(rest) = html.strip_prefix("doctype html>").or_else(|| html.strip_prefix("DOCTYPE html>")) {
        return Some(rest);
    }
    let (comment, rest) = html.strip_prefix("--")?.split_once("-->")?;
    let odd = comment.starts_with(['>', '-']) || comment.ends_with('-') || comment.contains("--");
    (!odd && !comment.contains('<')).then_some(rest)
}

/// A value with the references of the five characters that templates escape resolved.
fn resolved(value: &str) -> Option<Cow<'_, str>> {
    const ESCAPED: [(&str, char); 5] = [("&amp;", '&'), ("&quot;", '"'), ("&#39;", '\''), ("&lt;", '<'), ("&gt;", '>')];
    if !value.contains('&') {
        return Some(Cow::Borrowed(value));
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (reference, character) = ESCAPED.iter().find(|(reference, _)| rest[at..].starts_with(reference))?;
        out.push(*character);
        rest = &rest[at + reference.len()..];
    }
    out.push_str(rest);
    Some(Cow::Owned(out))
}

fn blank(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\t' | '\x0c')
}

#[cfg(test)]
mod tests {
    use super::super::inspect::inspect;
    use super::scan;

    /// Pieces that pages, and what is no page, are put together from.
    const PIECES: [&str; 62] = [
        "<!doctype html>",
        "<!DOCTYPE html>",
        "<!doctype html public \"x>\">",
        "<!",
        "<!-- <a href=b> -->",
        "<!---->",
        "<!-->",
        "<!--->",
        "<!-- a -- b -->",
        "<!-- --!> -->",
        "<!-- <!-- -->",
        "-->",
        "<a",
        "<a ",
        "<h1>",
        "<h2 id=\"",
        "<h3\n",
        "<h6/>",
        "<h7>",
        "<H1>",
        "</a>",
        "</a >",
        "</a href=x>",
        "</",
        "</ a>",
        "</1>",
        "<p",
        "<br/>",
        "<1",
        "< ",
        "<?x>",
        "<",
        ">",
        "/>",
        "/",
        " href",
        " href=",
        " HREF=\"a\"",
        " href=\"../b/?x=1&amp;y#z\"",
        " href=''",
        " href=\"\"",
        " src='c.svg'",
        " action=../d/",
        " id=top",
        " id=\"甲\"",
        " id='a\"b'",
        " id = \"e\" ",
        " data-id=\"f\"",
        " id",
        "=",
        "\"",
        "'",
        "&",
        "&amp;",
        "&quot;&#39;&lt;&gt;",
        "&ampx",
        "&copy;",
        "&#x41;",
        "文字",
        " ",
        "\r\n",
        "<script>if (a<b) {}</script>",
    ];

    #[test]
    fn what_is_read_plainly_is_read_as_by_the_reader_of_all_forms() {
        let mut state = 1_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        let mut plain = 0;
        for _ in 0..20_000 {
            let html: String = (0..=next(12)).map(|_| PIECES[next(PIECES.len())]).collect();
            if let Some(found) = scan(html.as_bytes()) {
                plain += 1;
                assert_eq!(found, inspect(html.as_bytes()), "{html:?}");
            }
        }
        assert!(plain > 1_000, "{plain}");
    }

    #[test]
    fn what_templates_write_is_plain() {
        let page = r##"<!doctype html><html lang="zh"><a class="a" href="../b/?x=1&amp;y#z">b&nbsp;</a><!-- c --><h1 id=top>甲</h1>
<img src='c.svg' alt><form action="../d/" method=get></form><br/></html>"##;
        let found = scan(page.as_bytes()).expect("a plain page");
        assert_eq!(found.links, ["../b/?x=1&y#z", "c.svg", "../d/"]);
        assert_eq!((found.ids[0].as_ref(), &*found.headings), ("top", &[1][..]));
    }
}
