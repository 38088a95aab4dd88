//! A link on a page in, the file of the site it means out.

use std::borrow::Cow;

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// A file of the site, by its path from the root, and an anchor, empty where there is none.
    Site(String, String),
    /// Another site, a phone, a mail address.
    Elsewhere,
    /// Above the root of the site.
    Outside,
}

/// Resolves a link on the page in `file`; `base` is the path of the site on its host, with a slash at both ends.
pub(super) fn resolve(file: &str, link: &str, base: &str) -> Destination {
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let path = path.split('?').next().unwrap_or_default();
    let scheme = path.find(':').is_some_and(|colon| !path[..colon].contains('/'));
    if scheme || path.starts_with("//") {
        return Destination::Elsewhere;
    }
    let (mut parts, rest): (Vec<&str>, &str) = match path.strip_prefix('/') {
        Some(_) => match path.strip_prefix(base) {
            Some(rest) => (Vec::new(), rest),
            None => return Destination::Outside,
        },
        None => (file.split('/').collect(), path),
    };
    let anchor = decoded(anchor).into_owned();
    if rest.is_empty() && !path.starts_with('/') {
        return Destination::Site(file.to_owned(), anchor);
    }
    if !path.starts_with('/') {
        parts.pop();
    }
    let folder = rest.is_empty() || rest.ends_with('/') || rest.ends_with("..") || rest == ".";
    let rest = decoded(rest);
    for part in rest.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if parts.pop().is_none() {
                    return Destination::Outside;
                }
            }
            part => parts.push(part),
        }
    }
    if folder {
        parts.push("index.html");
    }
    Destination::Site(parts.join("/"), anchor)
}

/// What an address says once the codes of its bytes (`%E6%B8%85`) are read; the same where they are no text.
pub(super) fn decoded(address: &str) -> Cow<'_, str> {
    if !address.contains('%') {
        return Cow::Borrowed(address);
    }
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((first, further)) = rest.split_first() {
        let code = (*first == b'%').then(|| further.get(..2)).flatten();
        let byte = code.and_then(|code| u8::from_str_radix(str::from_utf8(code).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &further[2..] } else { further };
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(address), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::{Destination, resolve};

    fn site(path: &str, anchor: &str) -> Destination {
        Destination::Site(path.into(), anchor.into())
    }

    #[test]
    fn follows_links_as_a_browser_would() {
        let page = "en/lists/jize-qts/index.html";
        assert_eq!(resolve(page, "../../laws/#a", "/"), site("en/laws/index.html", "a"));
        assert_eq!(
            resolve(page, "duties/metrology/index.html", "/"),
            site("en/lists/jize-qts/duties/metrology/index.html", "")
        );
        assert_eq!(resolve(page, "#sources", "/"), site(page, "sources"));
        assert_eq!(resolve(page, "../../..", "/"), site("index.html", ""));
        assert_eq!(resolve("index.html", "./", "/"), site("index.html", ""));
        assert_eq!(resolve("404.html", "/qd/laws/", "/qd/"), site("laws/index.html", ""));
        assert_eq!(resolve("404.html", "/other/", "/qd/"), Destination::Outside);
        assert_eq!(resolve(page, "../../../../x", "/"), Destination::Outside);
        assert_eq!(resolve(page, "https://example.org/", "/"), Destination::Elsewhere);
        assert_eq!(resolve(page, "tel:7511860", "/"), Destination::Elsewhere);
        assert_eq!(resolve(page, "#%E8%AF%B4%E6%98%8E", "/"), site(page, "说明"));
        assert_eq!(resolve(page, "../../%E8%A1%A8%20a.pdf#%zz", "/"), site("en/表 a.pdf", "%zz"));
    }
}
