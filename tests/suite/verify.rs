//! A site and its checksums: which files are others since it was built.

use std::fs;
use std::path::Path;

use crate::support::{folder, program, repository, scratch};

fn built() -> tempfile::TempDir {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    let run = program::run(root.path(), &["build", "--draft", "--sums"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    root
}

fn verify(root: &Path, rest: &[&str]) -> program::Run {
    program::run(root, &[&["verify"], rest].concat())
}

#[test]
fn a_site_that_nobody_touched_is_as_it_was_built() {
    let root = built();
    let run = verify(root.path(), &[]);
    assert_eq!((run.status, &run.stdout[..]), (Some(0), ""), "{}", run.stderr);
    // A copy elsewhere, with the repository that it is published from.
    folder::copy(&root.path().join("output"), &root.path().join("elsewhere"));
    fs::create_dir(root.path().join("elsewhere/.git")).expect("a folder");
    fs::write(root.path().join("elsewhere/.git/HEAD"), "ref").expect("a file");
    let run = verify(root.path(), &["elsewhere", "--sums", "output.sha256"]);
    assert_eq!((run.status, &run.stdout[..]), (Some(0), ""), "{}", run.stderr);
}

#[test]
fn every_file_that_is_another_is_named() {
    let root = built();
    let site = root.path().join("output");
    let home = fs::read_to_string(site.join("index.html")).expect("a page");
    fs::write(site.join("index.html"), home.replacen("</body>", "<script></script></body>", 1)).expect("a page");
    fs::write(site.join("lists/extra.html"), "extra").expect("a file");
    fs::remove_file(site.join("sitemap.xml")).or_else(|_| fs::remove_file(site.join("404.html"))).expect("a file");
    let run = verify(root.path(), &[]);
    let named: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(named[..2], ["changed\tindex.html", "added\tlists/extra.html"], "{}", run.stderr);
    assert!(named.len() == 3 && named[2].starts_with("lost\t"), "{named:?}");
    assert_eq!(run.status, Some(1));
}

#[test]
fn what_is_no_list_of_checksums_is_refused() {
    let root = built();
    assert_eq!(verify(root.path(), &["--sums", "none.sha256"]).status, Some(2));
    fs::write(root.path().join("bad.sha256"), "0123  index.html\n").expect("a file");
    let run = verify(root.path(), &["--sums", "bad.sha256"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.contains("--sums"), "{}", run.stderr);
}

/// `sha256sum` of the system reads them; where there is none, this says so and looks at nothing.
#[cfg(unix)]
#[test]
fn other_programs_read_the_checksums() {
    let root = built();
    let check = std::process::Command::new("sha256sum")
        .args(["--check", "--quiet", "../output.sha256"])
        .current_dir(root.path().join("output"))
        .status();
    match check {
        Ok(status) => assert!(status.success()),
        Err(error) => eprintln!("skipped: no sha256sum here ({error})"),
    }
}

#[test]
fn a_warning_is_an_error_where_warnings_are_denied() {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    let site = root.path().join("content/site.yaml");
    let own = fs::read_to_string(&site).expect("site.yaml");
    // A zip of nothing is a warning (E068).
    fs::write(&site, format!("{own}data: {{site: [zip]}}\n")).expect("site.yaml");
    let lenient = program::run(root.path(), &["check"]);
    assert_eq!(lenient.status, Some(0), "{}", lenient.stderr);
    for command in ["check", "build"] {
        let strict = program::run(root.path(), &[command, "--deny-warnings"]);
        assert_eq!(strict.status, Some(1), "{}", strict.stderr);
        assert!(strict.stderr.contains("E068"), "{}", strict.stderr);
    }
    assert!(!root.path().join("output/index.html").exists());
}
