//! Plan in, `sitemap.xml` out: every page in every language, each with all its languages; split, with an index, where
//! it would be longer than the protocol has it.

use crate::plan::{Plan, Target};

use super::file::File;

/// The most addresses of a sitemap.
const ADDRESSES: usize = 50_000;

/// The most bytes of a sitemap, less the room for what stands around the addresses.
const BYTES: usize = 52_428_800 - 1_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// The sitemap of a site that knows where it lives, with its index where it is split.
pub(super) fn sitemaps(plan: &Plan<'_>) -> Vec<File> {
    let pages = plan.targets.iter().filter(|target| **target != Target::NotFound && target.kind().found);
    let parts = pack(pages.flat_map(|target| page(plan, *target)), ADDRESSES, BYTES);
    let around = |entries: &String| {
        let open = format!("<urlset {NAMESPACE} xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        [HEAD, &open, entries, "</urlset>\n"].concat().into_bytes()
    };
    if let [all] = &parts[..] {
        return vec![("sitemap.xml".into(), around(all))];
    }
    let mut index = format!("{HEAD}<sitemapindex {NAMESPACE}>\n");
    let mut files = Vec::new();
    for (number, part) in (1..).zip(&parts) {
        let path = format!("sitemap-{number}.xml");
        index += &format!("<sitemap><loc>{}</loc></sitemap>\n", escape(&plan.base.absolute(&path)));
        files.push((path, around(part)));
    }
    index += "</sitemapindex>\n";
    files.insert(0, ("sitemap.xml".into(), index.into_bytes()));
    files
}

/// A page: an entry for each language, and in each of them all languages.
fn page(plan: &Plan<'_>, target: Target) -> Vec<String> {
    let languages = plan.model.languages();
    let address = |lang| escape(&plan.url(target, lang));
    let link =
        |lang: &str, href: &str| format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{href}\"/>\n");
    let mut links: String = languages.iter().map(|lang| link(lang.as_str(), &address(*lang))).collect();
    links.extend(languages.first().map(|lang| link("x-default", &address(*lang))));
    languages.iter().map(|lang| format!("<url>\n<loc>{}</loc>\n{links}</url>\n", address(*lang))).collect()
}

/// Joins entries to parts of at most so many entries and bytes; one part at least.
fn pack(entries: impl Iterator<Item = String>, most: usize, bytes: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut count = 0;
    for entry in entries {
        let full = parts.last().is_some_and(|part| count == most || (count > 0 && part.len() + entry.len() > bytes));
        if full {
            parts.push(String::new());
            count = 0;
        }
        if let Some(part) = parts.last_mut() {
            part.push_str(&entry);
        }
        count += 1;
    }
    parts
}

/// An address as XML; a base URL holds none of the other signs that would need it.
fn escape(address: &str) -> String {
    address.replace('&', "&amp;")
}

#[cfg(test)]
mod tests {
    use super::pack;

    #[test]
    fn splits_by_number_and_by_size() {
        let entries = |count: usize| (0..count).map(|_| "<url/>".to_owned());
        assert_eq!(pack(entries(0), 3, 100), [""]);
        assert_eq!(pack(entries(3), 3, 100), ["<url/><url/><url/>"]);
        assert_eq!(pack(entries(4), 3, 100), ["<url/><url/><url/>", "<url/>"]);
        assert_eq!(pack(entries(4), 100, 12), ["<url/><url/>", "<url/><url/>"]);
        assert_eq!(pack(entries(2), 100, 1), ["<url/>", "<url/>"], "no entry is left out or split");
        assert_eq!(pack(entries(100_001), 50_000, usize::MAX).len(), 3);
    }
}
