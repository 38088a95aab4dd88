//! What leads programs to the site: a sitemap of every page in every language that all point to each other, and the
//! files of a host's root where they belong.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::folder::{self, Tree};
use crate::support::{repository, site};

const SECURITY: &str = "security: {contact: [\"mailto:security@shiqiao.example\", \"tel:+86-999-7100000\"], \
                        expires: 2027-06-30, policy: https://shiqiao.example/security}\n";

/// Builds the content of `tests/rules/base` with more lines in its `site.yaml`.
fn build(more: &str, options: &[&str]) -> &'static Tree {
    const BASE: &str = "tests/rules/base";
    if more.is_empty() {
        return site::of(BASE, options);
    }
    site::once(&format!("{BASE} {more} {}", options.join(" ")), || {
        site::build(options, |root| {
            let content = root.join("content");
            folder::copy(&repository(BASE), &content);
            let file = content.join("site.yaml");
            let text = std::fs::read_to_string(&file).expect("a file");
            std::fs::write(file, text + more).expect("a file");
        })
    })
}

fn text(site: &Tree, path: &str) -> String {
    String::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).expect("UTF-8")
}

/// Other languages of a page: tag, address.
type Links = BTreeSet<(String, String)>;

/// What is wrong with a sitemap: its form, line by line, and whether pages that name each other do so both ways.
fn fault(sitemap: &str, pages: &BTreeSet<String>, languages: &[&str]) -> Option<String> {
    let mut lines = sitemap.lines();
    let head = [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">",
    ];
    if !head.into_iter().all(|line| lines.next() == Some(line)) {
        return Some("it does not open as a sitemap".into());
    }
    let mut entries: BTreeMap<String, Links> = BTreeMap::new();
    let mut closed = false;
    while let Some(line) = lines.next() {
        if line == "</urlset>" {
            closed = lines.next().is_none();
            break;
        }
        let location = lines.next().and_then(|line| line.strip_prefix("<loc>")?.strip_suffix("</loc>"));
        let Some(location) = location.filter(|_| line == "<url>") else { return Some(format!("no entry: {line}")) };
        let mut links = Links::new();
        for line in lines.by_ref().take_while(|line| *line != "</url>") {
            let link = line.strip_prefix("<xhtml:link rel=\"alternate\" hreflang=\"").and_then(|rest| {
                let (lang, href) = rest.strip_suffix("\"/>")?.split_once("\" href=\"")?;
                Some((lang.to_owned(), href.to_owned()))
            });
            let Some(link) = link else { return Some(format!("no link: {line}")) };
            links.insert(link);
        }
        if entries.insert(location.to_owned(), links).is_some() {
            return Some(format!("{location} stands twice"));
        }
    }
    if !closed {
        return Some("it does not end".into());
    }
    if entries.keys().cloned().collect::<BTreeSet<_>>() != *pages {
        return Some("its pages are not those of the site".into());
    }
    for (page, links) in &entries {
        let tags: Vec<&str> = links.iter().map(|(tag, _)| tag.as_str()).collect();
        if tags != languages {
            return Some(format!("{page} is in {tags:?}"));
        }
        if !links.iter().any(|(_, href)| href == page) {
            return Some(format!("{page} does not name itself"));
        }
        if let Some((_, href)) = links.iter().find(|(_, href)| entries.get(href) != Some(links)) {
            return Some(format!("{page} names {href}, which does not name it"));
        }
    }
    None
}

/// Addresses of the pages of a site.
fn pages(site: &Tree, base: &str) -> BTreeSet<String> {
    let pages = site.keys().filter(|path| path.ends_with("index.html"));
    pages.map(|path| format!("{base}{}", path.trim_end_matches("index.html"))).collect()
}

#[test]
fn the_sitemap_has_every_page_in_every_language() {
    let base = "https://www.example.gov.cn/zwgk/lists/";
    let site = build("", &["--base-url", base]);
    let sitemap = text(site, "sitemap.xml");
    let pages = pages(site, base);
    assert!(pages.len() > 40, "{pages:?}");
    let fault = |sitemap: &str| fault(sitemap, &pages, &["en", "x-default", "zh"]);
    assert_eq!(fault(&sitemap), None);
    let english = format!("hreflang=\"en\" href=\"{base}en/laws/\"");
    for (old, new) in [
        (english.as_str(), "hreflang=\"en\" href=\"https://example.org/\""),
        ("hreflang=\"x-default\"", "hreflang=\"de\""),
        ("</urlset>", ""),
        ("<loc>https", "<loc>http"),
        ("<urlset ", "<urls "),
    ] {
        let planted = sitemap.replacen(old, new, 1);
        assert_ne!(planted, sitemap, "{old}");
        assert!(fault(&planted).is_some(), "a sitemap with {new} instead of {old} passes");
    }
    // The pages say the same of their languages.
    let page = text(site, "laws/index.html");
    assert!(page.contains(&format!("<link rel=\"alternate\" {english}>")), "{page}");
}

#[test]
fn files_of_the_host_lie_where_they_belong() {
    let root = build(SECURITY, &["--base-url", "https://lists.example.org/"]);
    assert_eq!(text(root, "robots.txt"), "User-agent: *\nAllow: /\n\nSitemap: https://lists.example.org/sitemap.xml\n");
    assert_eq!(
        text(root, ".well-known/security.txt"),
        "Contact: mailto:security@shiqiao.example\nContact: tel:+86-999-7100000\nExpires: 2027-06-30T00:00:00Z\n\
         Preferred-Languages: zh, en\nCanonical: https://lists.example.org/.well-known/security.txt\n\
         Policy: https://shiqiao.example/security\n"
    );
    assert!(!root.keys().any(|path| path.starts_with("host-root")), "the site lives at the root");

    let folder = build(SECURITY, &["--base-url", "https://www.example.gov.cn/zwgk/"]);
    let robots = text(folder, "host-root/robots.txt");
    assert!(robots.contains("Sitemap: https://www.example.gov.cn/zwgk/sitemap.xml\n"), "{robots}");
    let security = text(folder, "host-root/.well-known/security.txt");
    assert!(security.contains("Canonical: https://www.example.gov.cn/.well-known/security.txt\n"), "{security}");
    assert!(folder.contains_key("host-root/README.txt") && folder.contains_key("sitemap.xml"));
    assert!(!folder.contains_key("robots.txt") && !folder.contains_key(".well-known/security.txt"));

    let anywhere = build("", &[]);
    for path in ["sitemap.xml", "robots.txt", ".well-known/security.txt"] {
        assert!(!anywhere.keys().any(|have| have.ends_with(path)), "{path} without an address");
    }
}

#[test]
fn llms_txt_leads_to_files_of_the_site() {
    let base = "https://lists.example.org/";
    for (options, base) in [(&[][..], ""), (&["--base-url", base][..], base)] {
        let site = build("", options);
        let text = text(site, "llms.txt");
        assert!(text.starts_with("# 石桥县责任清单\n\n> 石桥县各部门的责任清单。\n"), "{text}");
        let links: Vec<&str> = text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
        assert!(links.len() > 20, "{text}");
        for link in links {
            let path = link.strip_prefix(base).unwrap_or_else(|| panic!("{link} is not absolute"));
            let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.into() };
            assert!(site.contains_key(&file), "{link} leads nowhere");
        }
    }
}
