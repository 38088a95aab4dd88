//! A build that takes over what did not change gives the bytes of one that makes everything.

use std::fs;
use std::path::Path;

use qingdan::diag::formats::{MessageFormat, show};
use qingdan::diag::{Finding, MessageLang};
use qingdan::pipeline::{Job, Outcome, run};

use crate::architecture;
use crate::support::edits::{Chance, edit};
use crate::support::folder::{self, Tree};
use crate::support::{Silence, program, repository, scratch, synth};

/// What differs between the sites of two builds.
fn differing(root: &Path) -> Vec<String> {
    let (kept, clean): (Tree, Tree) = (folder::read(&root.join("kept")), folder::read(&root.join("clean")));
    let all = kept.keys().chain(clean.keys().filter(|path| !kept.contains_key(*path)));
    all.filter(|path| kept.get(*path) != clean.get(*path)).cloned().collect()
}

fn build(root: &Path, output: &str, no_cache: bool, draft: bool) -> Outcome {
    let theme = root.join("theme");
    let job = Job {
        content: root.join("content"),
        theme: theme.is_dir().then_some(theme),
        output: Some(root.join(output)),
        no_cache,
        draft,
        ..Job::default()
    };
    run(&job, &Silence).expect("a build")
}

fn told(findings: &[Finding]) -> String {
    show(findings, MessageFormat::Json, MessageLang::En, false)
}

/// Makes edits at random, one on the other, and builds after each with what is known and without. Gives how many lists were
/// taken over, and how many edits had no faults; those that had are taken back.
fn after_edits(root: &Path, edits: usize, seed: u64) -> (usize, usize) {
    let chance = &mut Chance::new(seed);
    let content = root.join("content");
    let (mut taken_over, mut fit) = (0, 0);
    build(root, "kept", false, false);
    for number in 0..edits {
        let draft = chance.below(10) == 0;
        let theme = root.join("theme/layouts/print.css");
        let (what, done) = match chance.below(25) {
            0 => {
                fs::create_dir_all(theme.parent().expect("a folder")).expect("a folder");
                fs::write(&theme, format!("p {{ margin: {}px }}\n", chance.below(9))).expect("a theme");
                ("another theme".to_owned(), None)
            }
            1 if root.join("theme").exists() => {
                fs::remove_dir_all(root.join("theme")).expect("a removal");
                ("no theme".to_owned(), None)
            }
            _ => {
                let done = edit(&content, chance);
                (done.what.clone(), Some(done))
            }
        };
        let kept = build(root, "kept", false, draft);
        let clean = build(root, "clean", true, draft);
        assert_eq!(told(&kept.findings), told(&clean.findings), "edit {number}: {what}: other faults");
        if clean.summary.is_none() {
            done.expect("an edit of the content").undo();
            continue;
        }
        let summary = kept.summary.unwrap_or_else(|| panic!("edit {number}: {what}: no site"));
        taken_over += summary.as_before.expect("a look at what is known");
        fit += 1;
        let differing = differing(root);
        assert!(differing.is_empty(), "edit {number}: {what}: {:?} differ", &differing[..differing.len().min(9)]);
    }
    (taken_over, fit)
}

#[test]
fn edits_of_lists_that_name_each_other_give_what_a_clean_build_gives() {
    let root = scratch::folder();
    folder::copy(&repository("tests/sites/forms/content"), &root.path().join("content"));
    let (taken_over, fit) = after_edits(root.path(), 16, 11);
    eprintln!("{fit} edits without faults, {taken_over} lists taken over");
    assert!(fit > 5 && taken_over > 3 * fit, "{taken_over} lists taken over after {fit} edits");
}

/// `QINGDAN_EDITS=300 cargo test --release --test suite -- --ignored thirty_counties`.
#[test]
#[ignore = "takes minutes"]
fn edits_of_thirty_counties_give_what_a_clean_build_gives() {
    let root = scratch::folder();
    synth::write_content(&root.path().join("content"), 30, 3).expect("content");
    let edits = std::env::var("QINGDAN_EDITS").ok().and_then(|edits| edits.parse().ok()).unwrap_or(300);
    let (taken_over, fit) = after_edits(root.path(), edits, 5);
    eprintln!("{fit} of {edits} edits without faults, {taken_over} lists taken over");
    assert!(taken_over > 0);
}

/// A site that was built, the path of a page of a list in it, and what is known of it.
fn site() -> (tempfile::TempDir, std::path::PathBuf) {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    build(root.path(), "kept", false, false);
    build(root.path(), "clean", true, false);
    let page = root.path().join("kept/lists/shiqiao-market/dossier/index.html");
    (root, page)
}

#[test]
fn a_site_that_did_not_change_is_taken_over() {
    let (root, _) = site();
    let again = build(root.path(), "kept", false, false).summary.expect("a site");
    assert_eq!((again.as_before, again.changes.expect("changes").written), (Some(1), 0));
    assert_eq!(build(root.path(), "clean", true, false).summary.expect("a site").as_before, None);
    assert!(differing(root.path()).is_empty());
    assert!(!root.path().join(".clean.qingdan-cache").exists(), "something was written down in spite of all");
    let run = program::run(root.path(), &["build", "--lang", "en", "--output", "kept", "--no-cache"]);
    assert!(!run.stderr.contains("as before"), "{}", run.stderr);
    assert!(!root.path().join(".kept.qingdan-cache").exists());
    for said in [None, Some(" 1 list: 1 as before, 0 made anew.")] {
        let run = program::run(root.path(), &["build", "--lang", "en", "--output", "kept"]);
        assert_eq!(run.stderr.contains("as before"), said.is_some(), "{}", run.stderr);
        assert!(run.stderr.contains(said.unwrap_or_default()), "{}", run.stderr);
    }
}

#[test]
fn a_page_that_somebody_changed_is_made_again() {
    let (root, page) = site();
    let whole = fs::read(&page).expect("a page");
    let time = fs::metadata(&page).expect("a page").modified().expect("a time");
    type Harm = fn(&Path, &[u8]);
    let harms: [Harm; 3] = [
        |page, _| fs::write(page, "shorter").expect("a page"),
        |page, whole| fs::write(page, [b"?", &whole[1..]].concat()).expect("a page"),
        |page, _| fs::remove_file(page).expect("a removal"),
    ];
    for (at, harm) in harms.into_iter().enumerate() {
        harm(&page, &whole);
        let again = build(root.path(), "kept", false, false).summary.expect("a site");
        assert_eq!((again.as_before, again.changes.expect("changes").written), (Some(0), 1), "harm {at}");
        assert!(differing(root.path()).is_empty(), "harm {at}");
    }
    // Another file in its place, whatever its size and time.
    let other = page.with_file_name("other");
    fs::write(&other, [b"?", &whole[1..]].concat()).expect("a page");
    fs::File::options().append(true).open(&other).expect("a page").set_modified(time).expect("a time");
    fs::rename(&other, &page).expect("a page");
    build(root.path(), "kept", false, false);
    assert!(differing(root.path()).is_empty());
}

#[test]
fn what_is_written_down_and_damaged_says_nothing() {
    let (root, _) = site();
    let cache = root.path().join(".kept.qingdan-cache");
    let whole = fs::read(&cache).expect("what is written down");
    for damaged in [&whole[..whole.len() / 2], &[&whole[..99], b"?", &whole[100..]].concat(), b"", b"\0"] {
        fs::write(&cache, damaged).expect("a file");
        let again = build(root.path(), "kept", false, false).summary.expect("a site");
        assert_eq!(again.as_before, Some(0));
        assert!(differing(root.path()).is_empty());
        assert_eq!(fs::read(&cache).expect("what is written down").len(), whole.len());
    }
}

#[test]
fn a_fault_is_told_as_if_nothing_were_known() {
    let (root, _) = site();
    let path = root.path().join("content/pages/about.zh.md");
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, "# 关于\n\n[没有](/lists/nowhere/)\n").expect("a page");
    let [kept, clean] = [("kept", false), ("clean", true)].map(|(output, no)| build(root.path(), output, no, false));
    assert!(kept.summary.is_none() && !kept.findings.is_empty());
    assert_eq!(told(&kept.findings), told(&clean.findings));
}

#[test]
fn a_page_is_made_by_one_thread() {
    // Which lists are looked at is noted thread by thread.
    for root in ["src/render", "src/dataset", "src/export/record", "src/export/describe"] {
        for (path, text) in architecture::files(root) {
            assert!(!text.contains("rayon") && !text.contains("thread::"), "{path} hands work to other threads");
        }
    }
}
