//! The site is replaced whole or not at all: killed builds, builds side by side, what a folder keeps.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support::folder::{self, Tree};
use crate::support::{program, repository, scratch, synth};

/// Counties of the larger content: enough that a build takes a while.
const COUNTIES: usize = 24;

fn folder_with_content() -> tempfile::TempDir {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    root
}

fn build(root: &Path) -> program::Run {
    program::run(root, &["build", "--lang", "en"])
}

/// What stands beside the content and the site: names of files and folders.
fn beside(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root).expect("the folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> =
        names.filter(|name| !["content", "large", "output"].contains(&name.as_str())).collect();
    // What a build that was published knows for the next.
    names.retain(|name| !name.ends_with(".qingdan-cache"));
    names.sort();
    names
}

/// Starts a build of the larger content and kills it once it has written some of the site. Returns whether the build
/// was caught at work.
fn killed(root: &Path) -> bool {
    let mut command = program::command(root, &["build", "--content", "large", "--jobs", "1"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let staging = root.join(".output.qingdan-new");
    let started = Instant::now();
    while !(staging.join("lists").is_dir() || staging.join("data").is_dir()) {
        if child.try_wait().expect("a status").is_some() || started.elapsed() > Duration::from_secs(60) {
            break;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().expect("the build is killed");
    !child.wait().expect("a status").success() && staging.is_dir()
}

#[test]
fn a_killed_build_leaves_the_old_site() {
    let root = folder_with_content();
    synth::write_content(&root.path().join("large"), COUNTIES, 7).expect("content");
    assert_eq!(build(root.path()).status, Some(0));
    let output = root.path().join("output");
    let before = folder::read(&output);
    assert!(killed(root.path()), "the build was over before it could be killed");
    assert!(folder::read(&output) == before, "the old site changed");
    assert!(!beside(root.path()).is_empty(), "a killed build leaves its staging folder");
    let run = build(root.path());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(folder::read(&output) == before, "the next build differs");
    assert_eq!(beside(root.path()), Vec::<String>::new(), "the next build clears what was left");
}

#[test]
fn a_stale_staging_folder_is_cleared() {
    let root = folder_with_content();
    for name in [".output.qingdan-new", ".output.qingdan-old"] {
        fs::create_dir_all(root.path().join(name).join("lists")).expect("a folder");
        fs::write(root.path().join(name).join("lists/stale.html"), "old").expect("a file");
    }
    assert_eq!(build(root.path()).status, Some(0));
    assert!(!folder::read(&root.path().join("output")).contains_key("lists/stale.html"), "stale pages were published");
    assert_eq!(beside(root.path()), Vec::<String>::new());
}

#[test]
fn two_builds_at_once_give_one_whole_site() {
    let root = scratch::folder();
    synth::write_content(&root.path().join("content"), COUNTIES, 7).expect("content");
    assert_eq!(program::run(root.path(), &["build", "--output", "alone"]).status, Some(0));
    let alone = folder::read(&root.path().join("alone"));
    let runs: Vec<program::Run> = std::thread::scope(|scope| {
        let builds: Vec<_> = (0..3).map(|_| scope.spawn(|| build(root.path()))).collect();
        builds.into_iter().map(|build| build.join().expect("a run")).collect()
    });
    let built = runs.iter().filter(|run| run.status == Some(0)).count();
    for run in runs.iter().filter(|run| run.status != Some(0)) {
        let busy = run.status == Some(2) && run.stderr.contains("another build is writing to");
        assert!(busy, "{:?}: {}", run.status, run.stderr);
    }
    assert!(built >= 1, "{runs:?}");
    assert!(folder::read(&root.path().join("output")) == alone, "the site is not whole");
    fs::remove_dir_all(root.path().join("alone")).expect("the folder goes");
    assert_eq!(beside(root.path()), Vec::<String>::new(), "something was left beside the site");
}

#[test]
fn keepers_survive() {
    let root = folder_with_content();
    let output = root.path().join("output");
    let keepers: Tree = [(".gitkeep", ""), (".gitignore", "*\n")]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into();
    folder::write(&output, &keepers);
    for round in ["first", "second"] {
        assert_eq!(build(root.path()).status, Some(0), "{round} build");
        let site = folder::read(&output);
        for (name, text) in &keepers {
            assert_eq!(site.get(name), Some(text), "{round} build: {name}");
        }
        assert!(site.contains_key(".qingdan") && site.contains_key("index.html"));
    }
}

#[test]
fn a_page_that_is_gone_from_the_content_is_gone_from_the_site() {
    let root = folder_with_content();
    assert_eq!(build(root.path()).status, Some(0));
    let regime = "lists/shiqiao-market/regimes/scales/index.html";
    assert!(folder::read(&root.path().join("output")).contains_key(regime));
    fs::remove_dir_all(root.path().join("content/lists/shiqiao-market/regimes")).expect("the folder goes");
    assert_eq!(build(root.path()).status, Some(0));
    assert!(!folder::read(&root.path().join("output")).contains_key(regime));
}

#[test]
fn an_output_that_is_a_link_stays_one() {
    let root = folder_with_content();
    let real = root.path().join("large");
    fs::create_dir(&real).expect("a folder");
    std::os::unix::fs::symlink(&real, root.path().join("output")).expect("a link");
    let run = build(root.path());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(root.path().join("output/index.html").is_file(), "no site");
    let link = fs::symlink_metadata(root.path().join("output")).expect("the output").file_type().is_symlink();
    assert!(link && real.join("index.html").is_file(), "the link was replaced by a folder");
}
