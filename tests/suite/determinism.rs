//! The same content gives the same bytes: whatever the number of threads, the folder, the time zone and the locale.

use std::path::Path;

use crate::support::folder::{self, Tree};
use crate::support::{program, repository, scratch};

/// Threads, time zone, locale, and the folder built in.
const WAYS: [(&str, &str, &str, &str); 4] = [
    ("1", "UTC", "C", "first"),
    ("4", "Asia/Shanghai", "zh_CN.UTF-8", "second"),
    ("4", "America/St_Johns", "tr_TR.UTF-8", "a folder with spaces/and 汉字"),
    ("1", "Pacific/Kiritimati", "ar_EG.UTF-8", "first"),
];

fn build(content: &Path, root: &Path, (jobs, zone, locale, folder): (&str, &str, &str, &str)) -> Tree {
    let place = root.join(folder);
    if !place.exists() {
        folder::copy(content, &place.join("content"));
    }
    let mut command = program::command(&place, &["build", "--jobs", jobs]);
    command.env("TZ", zone).env("LC_ALL", locale).env("LANG", locale);
    let run = program::finish(command);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    folder::read(&place.join("output"))
}

fn hold(content: &Path, files: usize) {
    let root = scratch::folder();
    let first = build(content, root.path(), WAYS[0]);
    assert!(first.len() > files, "only {} files", first.len());
    for whole in ["data/qingdan.xlsx", "data/qingdan.db", "data/qingdan.zip", "data/SHA256SUMS"] {
        assert!(first.contains_key(whole), "{whole} is not compared");
    }
    for way in WAYS.into_iter().skip(1) {
        let other = build(content, root.path(), way);
        let differing: Vec<&String> = first.keys().filter(|path| other.get(*path) != first.get(*path)).collect();
        assert!(differing.is_empty() && first.len() == other.len(), "{way:?}: {differing:?}");
    }
}

#[test]
fn small_content_gives_the_same_bytes() {
    hold(&repository("tests/rules/base"), 50);
}

#[test]
fn the_content_of_this_repository_gives_the_same_bytes() {
    hold(&repository("content"), 200);
}

#[test]
fn messages_come_in_the_same_order() {
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("content"), &content);
    let site = std::fs::read_to_string(content.join("site.yaml")).expect("site.yaml");
    std::fs::write(content.join("site.yaml"), site.replace("languages: [zh, en]", "languages: [zh, en, fr]"))
        .expect("a file");
    let messages = |jobs: &str| program::run(root.path(), &["check", "--format", "concise", "--jobs", jobs]).stderr;
    let first = messages("1");
    assert!(first.lines().count() > 100, "{first}");
    assert!(messages("4") == first && messages("4") == first, "the order depends on the threads");
}
