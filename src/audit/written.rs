//! The Markdown of a free page and a link of its page in; where its author wrote the link out.

use std::ops::Range;

use super::resolve::decoded;

/// The bytes of the address in the file; `None` where none of its links is this one.
pub(super) fn written(raw: &str, link: &str) -> Option<Range<usize>> {
    let wanted = plain(link);
    addresses(raw).find(|bytes| plain(&raw[bytes.clone()]) == wanted)
}

/// What stands where Markdown has an address: in brackets behind a text, between angle brackets, behind a reference.
fn addresses(raw: &str) -> impl Iterator<Item = Range<usize>> {
    ["](", "]:", "<"].into_iter().flat_map(move |before| {
        raw.match_indices(before).filter_map(move |(at, _)| {
            let rest = &raw[at + before.len()..];
            let inner = rest.trim_start_matches([' ', '\t']).trim_start_matches('<');
            let start = raw.len() - raw[at + before.len()..].len() + rest.len() - inner.len();
            let length = inner.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>')).unwrap_or(inner.len());
            (length > 0).then_some(start..start + length)
        })
    })
}

/// An address without the way to the root and the names of files that links of pages have.
fn plain(address: &str) -> String {
    let address = decoded(address);
    let (path, anchor) = address.split_once('#').unwrap_or((&address, ""));
    let mut path = path;
    while let Some(rest) =
        path.strip_prefix("../").or_else(|| path.strip_prefix("./")).or_else(|| path.strip_prefix('/'))
    {
        path = rest;
    }
    let path = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
    if anchor.is_empty() { path.to_owned() } else { format!("{path}#{anchor}") }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn finds_the_address_as_it_was_written() {
        let raw =
            "# 甲\n\n见[表](/files/办法.pdf \"题\")、[说明](#使用说明)\n\n[乙]: /laws/none/\n<丙> [丁](</a b/>)\n";
        for (link, shown) in [
            ("../files/%E5%8A%9E%E6%B3%95.pdf", Some("/files/办法.pdf")),
            ("#%E4%BD%BF%E7%94%A8%E8%AF%B4%E6%98%8E", Some("#使用说明")),
            ("../laws/none/index.html", Some("/laws/none/")),
            ("../../laws/none/", Some("/laws/none/")),
            ("../topics/", None),
        ] {
            assert_eq!(written(raw, link).map(|bytes| &raw[bytes]), shown, "{link}");
        }
    }
}
