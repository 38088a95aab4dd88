//! Whole sites, byte for byte: what a content folder becomes is what stands in `tests/sites/<name>/expected`.
//!
//! `minimal` is the content of `tests/rules/base`. The others are `small` with some files laid over it, and what is
//! kept of them is what differs from the site of `small`, the assets and the data pages left aside.

#![allow(clippy::disallowed_methods)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::folder::{self, Tree};
use support::{program, repository, snapshot};

/// Scenarios that are `small` with other files, and the options they are built with.
const VARIANTS: [(&str, &[&str]); 4] = [
    ("untranslated", &[]),
    ("three-languages", &[]),
    ("raw-html", &[]),
    ("sub-folder", &["--base-url", "https://www.example.gov.cn/zwgk/lists/"]),
];

fn scenario(name: &str) -> PathBuf {
    repository("tests/sites").join(name)
}

/// Builds the content of these folders, one laid over the other, and returns the site.
fn site(layers: &[PathBuf], options: &[&str], prepare: impl Fn(&Path)) -> Tree {
    let root = tempfile::tempdir().expect("a folder");
    for layer in layers.iter().filter(|layer| layer.is_dir()) {
        folder::copy(layer, &root.path().join("content"));
    }
    prepare(root.path());
    let run = program::run(root.path(), &[&["build", "--lang", "en"], options].concat());
    assert_eq!(run.status, Some(0), "{layers:?}: {}", run.stderr);
    folder::read(&root.path().join("output"))
}

fn small(name: &str, options: &[&str]) -> Tree {
    let layers = [scenario("small").join("content"), scenario(name).join("content")];
    let mut site = site(&layers, options, |root| {
        if name == "three-languages" {
            third_language(root);
        }
    });
    site.retain(|path, _| !path.starts_with("assets/") && !path.ends_with("data/index.html"));
    site
}

/// A third language is given by a file of strings alone.
fn third_language(root: &Path) {
    let english = fs::read_to_string(repository("themes/default/strings/en.yaml")).expect("the English strings");
    let german = english.replacen("language: {name: English}", "language: {name: Deutsch}", 1);
    assert_ne!(german, english, "the strings no longer open with the name of the language");
    let strings = root.join("themes/default/strings");
    fs::create_dir_all(&strings).expect("a folder");
    fs::write(strings.join("de.yaml"), german).expect("a file");
}

#[test]
fn sites_are_what_is_expected() {
    let mut faults = Vec::new();
    let minimal = site(&[repository("tests/rules/base")], &[], |_| {});
    faults.extend(snapshot::compare_folder(&scenario("minimal").join("expected"), &minimal).err());
    let plain = small("small", &[]);
    faults.extend(snapshot::compare_folder(&scenario("small").join("expected"), &plain).err());
    for (name, options) in VARIANTS {
        let mut site = small(name, options);
        site.retain(|path, bytes| plain.get(path) != Some(bytes));
        assert!(!site.is_empty(), "{name} is the same as small");
        faults.extend(snapshot::compare_folder(&scenario(name).join("expected"), &site).err());
    }
    let known = ["minimal", "small"].into_iter().chain(VARIANTS.map(|(name, _)| name));
    let mut known: Vec<&str> = known.collect();
    known.sort_unstable();
    let folders: Vec<String> =
        folder::children(&repository("tests/sites")).iter().map(|path| folder::name(path)).collect();
    assert_eq!(folders, known, "folders of tests/sites and scenarios");
    snapshot::report(faults);
}

#[test]
fn a_list_in_one_file_gives_the_same_site() {
    let base = repository("tests/rules/base");
    let split = site(std::slice::from_ref(&base), &[], |_| {});
    let single = site(&[base], &[], |root| {
        let list = root.join("content/lists/shiqiao-market");
        let read = |name: &str| fs::read_to_string(list.join(name)).expect("a file of the base");
        let mut text = ["list", "duties", "boundaries", "services", "accountability"]
            .map(|name| read(&format!("{name}.yaml")))
            .concat();
        let regime = read("regimes/01-scales.yaml");
        text += "regimes:\n";
        for (index, line) in regime.lines().enumerate() {
            text += &format!("{}{line}\n", if index == 0 { "  - " } else { "    " });
        }
        fs::remove_dir_all(&list).expect("the folder goes");
        fs::write(root.join("content/lists/shiqiao-market.yaml"), text).expect("a file");
    });
    let differing: Vec<&String> = split.keys().filter(|path| single.get(*path) != split.get(*path)).collect();
    assert!(differing.is_empty() && single.len() == split.len(), "{differing:?}");
}

#[test]
fn no_page_passes_html_through() {
    for (path, bytes) in small("raw-html", &[]).iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        for bad in ["<script>alert", "<img src=x", "<b>", "<div onclick", "href=\"javascript:"] {
            assert!(!page.contains(bad), "{path} has {bad}");
        }
    }
}

#[test]
fn pages_of_a_sub_folder_say_where_they_live() {
    let site = small("sub-folder", VARIANTS[3].1);
    let home = String::from_utf8_lossy(&site["index.html"]).into_owned();
    assert!(home.contains("rel=\"canonical\" href=\"https://www.example.gov.cn/zwgk/lists/\""), "{home}");
    let missing = String::from_utf8_lossy(&site["404.html"]).into_owned();
    assert!(missing.contains("\"/zwgk/lists/"), "404.html is shown under any address: {missing}");
}
