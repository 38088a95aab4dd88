//! What a page loads is called by what it holds, so that no cache mixes two builds.

use std::collections::BTreeSet;
use std::fs;

use super::sites::{VARIANTS, pages, small};
use crate::support::{golden, repository};

#[test]
fn pages_name_style_sheet_scripts_and_search_by_their_fingerprints() {
    let base = fs::read_to_string(repository("themes/default/layouts/base.html")).expect("the layout");
    let script = golden::scripts(&base);
    for name in ["small"].into_iter().chain(VARIANTS.map(|(name, _)| name)) {
        let site = small(name);
        let mut named = BTreeSet::new();
        for (path, page) in pages(site) {
            assert_eq!(golden::scripts(&page), script, "{name}: {path}: the script of the layout, and no other");
            assert!(page.contains("<link rel=\"stylesheet\""), "{name}: {path} has no style sheet");
            for folder in ["assets/", "search/"] {
                for (at, _) in page.match_indices(folder) {
                    let file = page[at..].split(['"', '\'', '?', '#', '&']).next().expect("a path");
                    let there = site.keys().any(|have| have == file || file.ends_with('/') && have.starts_with(file));
                    assert!(there || file == "search/", "{name}: {path} names {file}, which is not there");
                    named.insert(file.to_owned());
                }
            }
        }
        // There is nothing to compare in so small a content.
        let assets = site.keys().filter(|path| path.starts_with("assets/") && !path.starts_with("assets/compare."));
        let unnamed: Vec<&String> = assets.filter(|path| !named.contains(*path)).collect();
        assert!(unnamed.is_empty(), "{name}: no page names {unnamed:?}");
        let indexed =
            || site.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("search/")?.split_once('/')?, bytes)));
        let indexes: BTreeSet<&str> = indexed().map(|((lang, _), _)| lang).collect();
        assert!(indexes.len() >= 2, "{name}: {indexes:?}");
        for index in indexes {
            let folder = |page: &str| page.contains("data-index=\"") && page.contains(&format!("{index}/\" data-root"));
            let naming = pages(site).filter(|(_, page)| folder(page)).count();
            assert_eq!(naming, 1, "{name}: the search page alone names the index {index}");
        }
        for ((lang, file), bytes) in indexed().filter(|((_, file), _)| *file != "index.js") {
            let called = file.trim_end_matches(".js");
            let print = called.rsplit(['.', '-']).next().expect("a name");
            assert_eq!(print.len(), 10, "{name}: {lang}/{file} is called by what it holds");
            let told =
                indexed().filter(|((one, _), bytes)| *one == lang && String::from_utf8_lossy(bytes).contains(print));
            assert!(told.count() >= 2, "{name}: no file of the index leads to {lang}/{file}");
            assert!(bytes.starts_with(format!("qingdanSearch(\"{called}\",").as_bytes()), "{name}: {lang}/{file}");
        }
    }
}
