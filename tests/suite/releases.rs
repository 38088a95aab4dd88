//! Releases of the data: what a site declares stands in everything that tells of the data, as of a day those up to that day; where
//! nothing is declared, nothing names a version.

use std::fs;
use std::path::Path;

use crate::support::folder::{self, Tree};
use crate::support::{repository, site};

const CONTENT: &str = "tests/sites/small/content";

const RELEASES: &str = "releases:\n  - {version: 1.10.0, date: 2026-03-01, changes: {zh: 增补一项服务, en: One more service}, doi: \
                        10.5072/liuxi.10}\n  - {version: 1.9.0, date: 2025-09-01, changes: {zh: 首次发布, en: First release}, doi: \
                        10.5072/liuxi.9}\n";

fn lay_out(root: &Path) {
    let content = root.join("content");
    folder::copy(&repository(CONTENT), &content);
    let path = content.join("site.yaml");
    let text = fs::read_to_string(&path).expect("site.yaml");
    fs::write(path, text + RELEASES).expect("site.yaml");
}

/// The files that tell which version the data are.
const TELLING: [&str; 9] = [
    "data/index.html",
    "en/data/index.html",
    "data/duties/index.html",
    "data/releases.csv",
    "data/datapackage.json",
    "data/catalog.ttl",
    "data/CITATION.cff",
    "data/citation.bib",
    "llms.txt",
];

fn text(site: &Tree, path: &str) -> String {
    String::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).expect("UTF-8")
}

#[test]
fn what_is_declared_is_told_wherever_the_data_are() {
    let site = site::build(&["--base-url", "https://lists.example/"], lay_out);
    for path in TELLING {
        let text = text(&site, path);
        assert!(text.contains("1.10.0") && text.contains("10.5072/liuxi.10"), "{path} tells which version it is");
    }
    let page = text(&site, "en/data/index.html");
    let rows: Vec<&str> = page.split("<tr id=\"release-").skip(1).collect();
    assert_eq!(rows.len(), 2, "every release, the newest first");
    assert!(rows[0].starts_with("1.10.0") && rows[0].contains("One more service") && rows[0].contains("1 March 2026"));
    assert!(rows[1].starts_with("1.9.0") && rows[1].contains("https://doi.org/10.5072/liuxi.9"));
    let cite = "Open Liuxi: Responsibility Lists of Liuxi County, All tables together, version 1.10.0 (1 March 2026), CC-BY-4.0. \
                https://doi.org/10.5072/liuxi.10";
    assert!(page.contains(cite), "how to cite the data");
    assert!(page.contains("\"version\":\"1.10.0\"") && page.contains("\"datePublished\":\"2026-03-01\""), "JSON-LD");
}

#[test]
fn a_site_of_an_earlier_day_is_the_release_of_that_day() {
    let then = site::build(&["--base-url", "https://lists.example/", "--as-of", "2026-02-28"], lay_out);
    for path in TELLING {
        let text = text(&then, path);
        assert!(text.contains("1.9.0") && text.contains("10.5072/liuxi.9"), "{path} tells which version it was");
    }
    let later: Vec<&String> = then
        .iter()
        .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("1.10.0"))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(later, Vec::<&String>::new());
    let before = site::build(&["--base-url", "https://lists.example/", "--as-of", "2025-08-31"], lay_out);
    let none = site::build(&["--base-url", "https://lists.example/"], |root| {
        folder::copy(&repository(CONTENT), &root.join("content"));
    });
    let differing: Vec<&String> = none.keys().filter(|path| before.get(*path) != none.get(*path)).collect();
    assert_eq!(differing, Vec::<&String>::new(), "before its first release a site is one without any");
}

#[test]
fn without_releases_nothing_names_a_version() {
    let site = site::real();
    let pages = ["data/index.html", "en/data/index.html", "data/duties/index.html", "llms.txt", "data/catalog.ttl"];
    for path in pages {
        let text = text(site, path);
        for claim in
            ["id=\"release-", "\"version\":", "数据版本：", "Version of the data", "dcat:version", "datePublished"]
        {
            assert!(!text.contains(claim), "{path} says {claim}");
        }
    }
    let package: serde_json::Value = serde_json::from_str(&text(site, "data/datapackage.json")).expect("JSON");
    assert!(package["version"].is_null() && package["created"].is_null() && package["id"].is_null());
    assert_eq!(text(site, "data/releases.csv").lines().count(), 1, "a header alone");
}
