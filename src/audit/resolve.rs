//! A link on a page in, the file of the site it means out.

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
    if rest.is_empty() && !path.starts_with('/') {
        return Destination::Site(file.to_owned(), anchor.to_owned());
    }
    if !path.starts_with('/') {
        parts.pop();
    }
    let folder = rest.is_empty() || rest.ends_with('/') || rest.ends_with("..") || rest == ".";
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
    Destination::Site(parts.join("/"), anchor.to_owned())
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
    }
}
