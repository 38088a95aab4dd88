//! What `data` of site.yaml does not choose is not made, and nothing on the site names it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::folder::{self, Tree};
#[cfg(feature = "parquet")]
use crate::support::scratch;
use crate::support::{repository, site};

const CONTENT: &str = "tests/sites/forms/content";

/// The site of a content folder with `lines` in its site.yaml.
fn with(lines: &str, options: &[&str]) -> Tree {
    site::build(options, |root: &Path| {
        folder::copy(&repository(CONTENT), &root.join("content"));
        let path = root.join("content/site.yaml");
        let own = fs::read_to_string(&path).expect("site.yaml");
        fs::write(path, format!("{own}{lines}")).expect("site.yaml");
    })
}

/// Files below `data/` that are no pages, by their endings, and files beside the pages of lists.
fn endings(tree: &Tree) -> BTreeSet<&str> {
    let data = tree.keys().filter(|path| path.starts_with("data/") && !path.ends_with("/index.html"));
    data.filter_map(|path| path.rsplit('.').next()).filter(|ending| *ending != "html").collect()
}

/// Files of data, wherever they lie.
fn files(tree: &Tree) -> Vec<&String> {
    let pages = ["html", "js", "css", "svg", "txt", "xml", "png", "ico", "woff2", "qingdan", "webmanifest"];
    let data = |path: &&String| !pages.contains(&path.rsplit('.').next().unwrap_or_default());
    tree.keys().filter(data).collect()
}

/// Names of files of data that any page has.
fn named(tree: &Tree, names: &[&str]) -> Vec<String> {
    let pages = tree.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with("llms.txt"));
    let found = pages.flat_map(|(path, bytes)| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        names.iter().filter(move |name| text.contains(**name)).map(move |name| format!("{path}: {name}"))
    });
    found.take(5).collect()
}

#[test]
fn nothing_chosen_is_pages_and_search_alone() {
    let none = with("data: {preset: none}\n", &[]);
    assert_eq!(files(&none), Vec::<&String>::new());
    let names =
        ["index.json", ".csv", ".ndjson", ".parquet", "qingdan.xlsx", "qingdan.db", "qingdan.zip", "SHA256SUMS"];
    assert_eq!(named(&none, &names), Vec::<String>::new());
    let all = site::of(CONTENT, &[]);
    let pages = |tree: &Tree| tree.keys().filter(|path| path.ends_with(".html")).cloned().collect::<Vec<_>>();
    assert_eq!(pages(&none), pages(all), "the pages are the same");
}

#[test]
fn a_draft_is_a_site_without_data() {
    let draft = site::of(CONTENT, &["--draft"]);
    assert_eq!(*draft, with("data: {preset: none}\n", &[]));
}

#[test]
fn a_nation_has_what_stays_useful() {
    let nation = with("data: {preset: nation}\n", &[]);
    let wanted = ["SHA256SUMS", "bib", "cff", "csv", "json", "jsonld", "parquet", "ttl", "txt", "zip"];
    let ends: BTreeSet<&str> = endings(&nation).into_iter().map(|end| end.rsplit('/').next().unwrap_or(end)).collect();
    assert_eq!(ends, wanted.into());
    assert_eq!(named(&nation, &[".ndjson", "qingdan.xlsx", "qingdan.db", "records.ttl"]), Vec::<String>::new());
    assert!(!nation.contains_key("data/laws.json") && nation.contains_key("laws/index.html"));
    assert!(nation.keys().any(|path| path.starts_with("lists/") && path.ends_with(".xlsx")));
}

/// Of each table the rows in the one file, and those in the files of its partitions, with the folders that these lie in.
#[cfg(feature = "parquet")]
#[test]
fn partitions_hold_the_rows_of_the_whole() {
    use std::collections::BTreeMap;

    use parquet::file::reader::{FileReader, SerializedFileReader};

    let nation = with("data: {preset: nation}\n", &[]);
    let scratch = scratch::folder();
    let rows = |bytes: &[u8]| {
        let path = scratch.path().join("one.parquet");
        fs::write(&path, bytes).expect("a file");
        let reader = SerializedFileReader::new(fs::File::open(path).expect("a file")).expect("Parquet");
        reader.metadata().file_metadata().num_rows()
    };
    let files = nation.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("data/")?, bytes)));
    let files = files.filter(|(path, _)| path.ends_with(".parquet"));
    let (mut whole, mut parts) = (BTreeMap::new(), BTreeMap::<&str, i64>::new());
    let mut folders = BTreeSet::new();
    for (path, bytes) in files {
        match path.split('/').collect::<Vec<_>>()[..] {
            [table] => drop(whole.insert(table.trim_end_matches(".parquet"), rows(bytes))),
            ["parquet", table, _] => *parts.entry(table).or_default() += rows(bytes),
            ["parquet", table, province, kind, _] => {
                *parts.entry(table).or_default() += rows(bytes);
                folders.insert(format!("{province}/{kind}"));
            }
            _ => panic!("{path}"),
        }
    }
    assert_eq!(whole, parts);
    assert!(whole["duties"] > 0 && whole["regions"] > 0, "{whole:?}");
    assert!(folders.len() > 2 && folders.iter().all(|of| of.starts_with("province=")), "{folders:?}");
    let sums = String::from_utf8_lossy(&nation["data/parquet/SHA256SUMS"]);
    let named: BTreeSet<&str> = sums.lines().filter_map(|line| line.split("  ").nth(1)).collect();
    let there =
        nation.keys().filter_map(|path| path.strip_prefix("data/parquet/")).filter(|path| *path != "SHA256SUMS");
    assert_eq!(named, there.collect());
}

#[test]
fn each_is_chosen_by_itself() {
    let some = with("data: {site: [json, sqlite], lists: [zip], pages: false}\n", &[]);
    for path in ["data/laws.json", "data/qingdan.db", "data/metadata.json", "data/openapi.json", "data/SHA256SUMS"] {
        assert!(some.contains_key(path), "{path}");
    }
    for path in ["data/laws.csv", "data/datapackage.json", "data/qingdan.zip", "data/records.ttl", "laws/index.json"] {
        assert!(!some.contains_key(path), "{path}");
    }
    assert!(!some.keys().any(|path| path.ends_with("/index.json") || path.ends_with(".xlsx")));
    assert!(some.keys().any(|path| path.starts_with("lists/") && path.ends_with(".zip")));
    assert_eq!(named(&some, &["index.json", ".csv", "qingdan.zip", ".xlsx"]), Vec::<String>::new());
}
