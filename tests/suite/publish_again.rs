//! A site that is built again: what did not change is not touched, what others put there is kept.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use qingdan::publish::Staging;

use crate::support::folder::{self, Tree};
use crate::support::{program, repository, scratch};

fn folder_with_content() -> tempfile::TempDir {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    root
}

fn build(root: &Path, more: &[&str]) -> program::Run {
    program::run(root, &[&["build", "--lang", "en"], more].concat())
}

fn built(root: &Path, more: &[&str]) -> String {
    let run = build(root, more);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    run.stderr
}

/// Changes a text of the content.
fn edit(root: &Path) {
    let path = root.join("content/lists/shiqiao-market/services.yaml");
    let text = fs::read_to_string(&path).expect("a file");
    assert!(text.contains("免费校秤"));
    fs::write(path, text.replace("免费校秤", "免费检秤")).expect("a file");
}

/// Each file of a site with its number on the disk and the time of its last change.
fn marks(site: &Path) -> BTreeMap<String, (u64, i64, i64)> {
    let mark = |path: &String| {
        let about = fs::metadata(site.join(path)).expect("a file");
        (about.ino(), about.mtime(), about.mtime_nsec())
    };
    folder::read(site).keys().filter(|path| *path != ".qingdan").map(|path| (path.clone(), mark(path))).collect()
}

/// Names beside the content and the site.
fn beside(root: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(root).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries
        .filter(|path| {
            path.to_string_lossy().contains(".qingdan") && !path.to_string_lossy().ends_with(".qingdan-cache")
        })
        .collect()
}

/// A number below a million as the program prints it: with a comma every three digits.
fn grouped(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", number / 1000, number % 1000) }
}

#[test]
fn what_did_not_change_is_not_touched() {
    let root = folder_with_content();
    let first = built(root.path(), &[]);
    assert!(!first.contains("unchanged"), "{first}");
    let site = root.path().join("output");
    let (before, bytes) = (marks(&site), folder::read(&site));
    let again = built(root.path(), &[]);
    assert_eq!(marks(&site), before, "a file was touched");
    let count = before.len();
    assert!(again.contains(&format!("Files changed: 0, unchanged: {}, removed: 0; ", grouped(count))), "{again}");
    edit(root.path());
    let third = built(root.path(), &[]);
    let after = folder::read(&site);
    let mut figures = [0; 3];
    for (path, mark) in marks(&site) {
        let same = bytes.get(&path) == after.get(&path);
        assert_eq!(before.get(&path) == Some(&mark), same, "{path}: the same file only where the bytes are the same");
        figures[usize::from(same)] += 1;
    }
    figures[2] = bytes.keys().filter(|path| !after.contains_key(*path)).count();
    let [written, unchanged, removed] = figures.map(grouped);
    let [changed, ..] = figures;
    assert!(changed > 0 && changed < count / 2, "{written} of {count} files changed");
    assert!(
        third.contains(&format!("Files changed: {written}, unchanged: {unchanged}, removed: {removed}; ")),
        "{third}"
    );
    fs::remove_dir_all(&site).expect("the folder goes");
    built(root.path(), &[]);
    assert!(folder::read(&site) == after, "a build over an old site differs from one into an empty folder");
}

#[test]
fn the_figures_come_in_chinese_too() {
    let root = folder_with_content();
    built(root.path(), &[]);
    let run = program::run(root.path(), &["build", "--lang", "zh"]);
    assert!(run.stderr.contains("。0 个文件有变化，"), "{}", run.stderr);
    assert!(run.stderr.contains(" 个未变，0 个已删除；整体换上。"), "{}", run.stderr);
    let run = program::run(
        &root.path().join("output"),
        &["build", "--lang", "zh", "--content", "../content", "--output", "."],
    );
    assert!(run.stderr.contains(" 个未变，0 个已删除；逐个文件更新，目录本身未换。"), "{}", run.stderr);
}

/// Puts things into a site that no build made, at the top and below.
fn put_foreign(site: &Path) -> Tree {
    let foreign: Tree = [
        (".git/HEAD", "ref: refs/heads/main\n"),
        (".git/objects/ab/cdef", "x"),
        ("CNAME", "lists.example\n"),
        ("verify.html", "ok"),
        ("lists/shiqiao-market/note.txt", "below"),
        ("own folder/说明.txt", "kept"),
        ("lists/shiqiao-market/regimes/scales/scan.pdf", "beside a page"),
    ]
    .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
    .into();
    folder::write(site, &foreign);
    symlink("nowhere", site.join("link")).expect("a link");
    fs::create_dir(site.join("empty")).expect("a folder");
    fs::set_permissions(site.join("verify.html"), fs::Permissions::from_mode(0o400)).expect("a mode");
    foreign
}

#[test]
fn what_others_put_there_is_kept() {
    for in_place in [false, true] {
        let root = folder_with_content();
        built(root.path(), &[]);
        let site = root.path().join("output");
        let foreign = put_foreign(&site);
        let number = fs::metadata(site.join(".git/HEAD")).expect("a file").ino();
        for round in 0..3 {
            if round == 1 {
                edit(root.path());
            }
            if round == 2 {
                fs::remove_dir_all(root.path().join("content/lists/shiqiao-market/regimes")).expect("the folder goes");
            }
            let said = if in_place {
                let run = program::run(&site, &["build", "--lang", "en", "--content", "../content", "--output", "."]);
                assert_eq!(run.status, Some(0), "{}", run.stderr);
                run.stderr
            } else {
                built(root.path(), &[])
            };
            assert!(said.contains(if in_place { "the folder stayed" } else { "exchanged as a whole" }), "{said}");
            for (path, bytes) in &foreign {
                assert_eq!(fs::read(site.join(path)).ok().as_ref(), Some(bytes), "round {round}: {path}");
            }
            assert!(site.join("empty").is_dir() && site.join("link").is_symlink(), "round {round}");
            assert_eq!(fs::metadata(site.join(".git/HEAD")).expect("a file").ino(), number, "another file");
        }
        assert!(!site.join("lists/shiqiao-market/regimes/scales/index.html").exists(), "a page that is gone");
        assert_eq!(beside(root.path()), Vec::<PathBuf>::new());
        assert_eq!(beside(&site), [site.join(".qingdan")]);
    }
}

#[test]
fn a_file_in_the_place_of_ours_stops_the_build() {
    let root = folder_with_content();
    built(root.path(), &[]);
    let site = root.path().join("output");
    fs::remove_dir_all(root.path().join("content/lists/shiqiao-market/regimes")).expect("the folder goes");
    built(root.path(), &[]);
    let page = site.join("lists/shiqiao-market/regimes");
    assert!(!page.exists());
    fs::write(&page, "mine").expect("a file");
    let before = folder::read(&site);
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    let run = build(root.path(), &[]);
    assert_eq!(run.status, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains("regimes was not made by Qingdan"), "{}", run.stderr);
    assert!(folder::read(&site) == before, "something was written");
    assert_eq!(beside(root.path()), Vec::<PathBuf>::new());
    fs::remove_file(page).expect("the file goes");
    built(root.path(), &[]);
}

#[test]
fn a_site_of_the_version_before_goes_on() {
    let root = folder_with_content();
    built(root.path(), &[]);
    let site = root.path().join("output");
    let fresh = folder::read(&site);
    let old =
        "This folder is made by qingdan and replaced whole by every build. 本目录由 qingdan 生成，每次构建整体替换。\n";
    fs::write(site.join(".qingdan"), old).expect("a marker");
    fs::write(site.join("lists/stale.html"), "a page of before").expect("a file");
    fs::write(site.join("verify.html"), "ok").expect("a file");
    fs::create_dir_all(site.join(".git")).expect("a folder");
    fs::write(site.join(".git/HEAD"), "main").expect("a file");
    let said = built(root.path(), &[]);
    assert!(said.contains("Files changed: 0, ") && said.contains("removed: 1; "), "{said}");
    let mut after = folder::read(&site);
    assert!(after.remove("verify.html").is_some() && after.remove(".git/HEAD").is_some(), "something was lost");
    assert!(after == fresh);
    // Now there is a list, and what it does not name is kept below as well.
    fs::write(site.join("lists/mine.html"), "mine").expect("a file");
    built(root.path(), &[]);
    assert!(site.join("lists/mine.html").is_file());
}

#[test]
fn the_folder_keeps_its_mode() {
    let root = folder_with_content();
    built(root.path(), &[]);
    let site = root.path().join("output");
    let mode = |path: &str| fs::metadata(site.join(path)).expect("a file").mode() & 0o7777;
    for (path, mode) in [("", 0o2775), ("lists", 0o750), ("index.html", 0o664), ("404.html", 0o440)] {
        fs::set_permissions(site.join(path), fs::Permissions::from_mode(mode)).expect("a mode");
    }
    let modes = || ["", "lists", "index.html", "404.html"].map(mode);
    let before = modes();
    let number = fs::metadata(&site).expect("a folder").ino();
    edit(root.path());
    let path = root.path().join("content/site.yaml");
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(&path, text.replacen("石桥", "石桥桥", 1)).expect("a file");
    built(root.path(), &[]);
    assert_eq!(modes(), before);
    assert_ne!(fs::metadata(&site).expect("a folder").ino(), number, "the folder was to be exchanged");
}

#[test]
fn an_output_may_be_named_in_many_ways() {
    let root = folder_with_content();
    built(root.path(), &[]);
    let site = root.path().join("output");
    let before = folder::read(&site);
    for name in ["output/", "./output", "content/../output/", "../content/../output"] {
        let root = if name.starts_with("..") { root.path().join("content") } else { root.path().to_owned() };
        let said = match name.starts_with("..") {
            true => built(&root, &["--content", ".", "--output", name]),
            false => built(&root, &["--output", name]),
        };
        assert!(said.contains("Files changed: 0, "), "{name}: {said}");
        assert!(folder::read(&site) == before, "{name}");
    }
    let long = "长".repeat(85);
    for _ in 0..2 {
        built(root.path(), &["--output", &long]);
        assert!(root.path().join(&long).join("index.html").is_file());
    }
    assert_eq!(beside(root.path()), Vec::<PathBuf>::new());
    for name in ["content/site", "content", ".", "content/static/"] {
        let run = build(root.path(), &["--output", name]);
        assert_eq!(run.status, Some(2), "{name}");
        assert!(run.stderr.contains("overlaps"), "{name}: {}", run.stderr);
    }
}

#[test]
fn files_can_be_kept_without_their_bytes() {
    let root = scratch::folder();
    let site = root.path().join("site");
    let first = Staging::open(&site).expect("a staging folder");
    for path in ["index.html", "a/x", "a/b/y", "ab", "c/z"] {
        first.write(path, path.as_bytes()).expect("a file");
    }
    assert!(!first.keep("index.html").expect("an answer"), "there is nothing to keep");
    assert_eq!(first.publish().expect("a site").written, 5);
    fs::write(site.join("a/mine"), "mine").expect("a file");
    let before = marks(&site);
    let second = Staging::open(&site).expect("a staging folder");
    assert_eq!(second.keep_tree("a").expect("files"), 2);
    assert!(second.keep("index.html").expect("an answer"));
    assert!(!second.keep("a/mine").expect("an answer"), "no file of ours");
    second.stream("ab", |out| out.write_all(b"ab")).expect("a file");
    second.write("new/x", b"x").expect("a file");
    assert_eq!(second.written(), (5, 21));
    let changes = second.changes().expect("figures");
    assert_eq!((changes.written, changes.unchanged, changes.removed), (1, 4, 1));
    assert_eq!(second.publish().expect("a site"), changes);
    let mut after = marks(&site);
    assert!(after.remove("new/x").is_some());
    let mut kept = before;
    kept.remove("c/z");
    assert_eq!(after, kept);
}

#[test]
fn an_empty_repository_may_become_a_site() {
    let root = folder_with_content();
    let site = root.path().join("output");
    let kept: Tree = [(".git/HEAD", "main"), (".gitignore", "*.tmp\n"), (".nojekyll", "")]
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .into();
    folder::write(&site, &kept);
    built(root.path(), &[]);
    let tree = folder::read(&site);
    assert!(kept.iter().all(|(path, bytes)| tree.get(path) == Some(bytes)));
    assert!(tree.contains_key("index.html"));
}
