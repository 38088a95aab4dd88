//! Parts of a site that were made one by one are put together to the same bytes as one build of everything; parts that do not
//! fit are refused.

use std::fs;
use std::path::Path;

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::load::load;

use crate::support::program::{self, Run};
use crate::support::{folder, scratch, synth};

/// A folder with the content of four counties, and their slugs.
fn nation() -> (tempfile::TempDir, Vec<String>) {
    let root = scratch::folder();
    let content = root.path().join("content");
    synth::write_content(&content, 4, 5).expect("content");
    let mut sink = Sink::new();
    let mut sources = load(&content, &mut sink).expect("sources");
    let model = check(&mut sources, &mut sink).expect("a model");
    let slugs = model.lists.iter().map(|list| list.region.to_string()).collect();
    (root, slugs)
}

fn run(root: &Path, arguments: &[&str]) -> Run {
    program::run(root, &[arguments, &["--lang", "en"]].concat())
}

fn done(root: &Path, arguments: &[&str]) {
    let run = run(root, arguments);
    assert_eq!(run.status, Some(0), "{arguments:?}: {}", run.stderr);
}

/// Builds a part for each region and gives their folders.
fn parts(root: &Path, slugs: &[String], options: &[&str]) -> Vec<String> {
    let part = |slug: &String| {
        let folder = format!("part-{slug}");
        done(root, &[&["build", "--region", slug, "--output", &folder], options].concat());
        folder
    };
    slugs.iter().map(part).collect()
}

fn join<'a>(parts: &'a [String], options: &[&'a str]) -> Vec<&'a str> {
    let folders = parts.iter().map(String::as_str);
    std::iter::once("join").chain(folders).chain(options.iter().copied()).collect()
}

#[test]
fn four_parts_are_the_whole_to_the_byte() {
    let (root, slugs) = nation();
    let root = root.path();
    for options in [&[][..], &["--draft"]] {
        done(root, &[&["build", "--output", "whole"], options].concat());
        let parts = parts(root, &slugs, options);
        let one = folder::read(&root.join(&parts[0]));
        assert!(one.contains_key("qingdan-part.json") && !one.contains_key("index.html"), "a part has its lists alone");
        done(root, &[&join(&parts, &["--output", "joined"])[..], options].concat());
        let (whole, joined) = (folder::read(&root.join("whole")), folder::read(&root.join("joined")));
        let differing: Vec<&String> = whole.keys().filter(|path| whole.get(*path) != joined.get(*path)).collect();
        assert!(differing.is_empty(), "differ: {:?}", &differing[..differing.len().min(5)]);
        assert_eq!(whole.len(), joined.len());
    }
}

#[test]
fn the_pages_of_lists_are_those_of_the_parts() {
    let (root, slugs) = nation();
    let root = root.path();
    let parts = parts(root, &slugs, &[]);
    let page = |folder: &str| fs::read_dir(root.join(folder).join("lists")).expect("lists").next();
    let list = page(&parts[0]).expect("a list").expect("an entry").file_name();
    let page = root.join(&parts[0]).join("lists").join(&list).join("index.html");
    let marked = fs::read_to_string(&page).expect("a page").replace("</main>", "<!-- from the part --></main>");
    fs::write(&page, &marked).expect("a page");
    done(root, &join(&parts, &[]));
    let joined = fs::read_to_string(root.join("output/lists").join(&list).join("index.html")).expect("a page");
    assert_eq!(joined, marked);
}

#[test]
fn parts_that_do_not_fit_are_refused() {
    let (root, slugs) = nation();
    let root = root.path();
    let mut parts = parts(root, &slugs, &[]);
    let refused = |parts: &[String], words: &str| {
        let run = run(root, &join(parts, &["--output", "joined"]));
        assert_eq!(run.status, Some(2), "{}", run.stderr);
        assert!(run.stderr.contains(words), "{}", run.stderr);
        assert!(!root.join("joined").exists(), "nothing is written");
    };
    refused(&parts[1..], "1 lists are in none of the parts");
    parts.push(parts[0].clone());
    refused(&parts, "it may be in one part alone");
    parts.pop();
    refused(&["content".to_owned()], "is no part of a site");
    let about = root.join("content/pages");
    let about = fs::read_dir(about).expect("pages").next().expect("a page").expect("an entry").path();
    fs::write(&about, format!("{}\n\n又一段。\n", fs::read_to_string(&about).expect("a page"))).expect("a page");
    refused(&parts, "was made from other content");
    let unknown = run(root, &["build", "--region", "nowhere", "--output", "part"]);
    assert_eq!(unknown.status, Some(2));
    assert!(unknown.stderr.contains("no region has the slug `nowhere`"), "{}", unknown.stderr);
}
