//! `qingdan diff` where lists have another id: what was renamed is one list, and its records are held against each other.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::addresses::stages;
use crate::support::folder::{self, Tree};
use crate::support::{program, repository, scratch};

fn diff(root: &Path, arguments: &[&str]) -> String {
    let run = program::run(root, &[&["diff", "old", "new", "--content", "new"], arguments].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    run.stdout
}

/// Two folders beside each other.
fn beside(old: &Tree, new: &Tree) -> tempfile::TempDir {
    let root = scratch::folder();
    folder::write(&root.path().join("old"), old);
    folder::write(&root.path().join("new"), new);
    root
}

fn lists(root: &Path) -> Vec<Value> {
    let json: Value = serde_json::from_str(&diff(root, &["--format", "json"])).expect("JSON");
    json["lists"].as_array().expect("lists").clone()
}

#[test]
fn a_renamed_list_is_one_list_whose_records_are_compared() {
    let root = beside(&stages()[1].content, &stages()[2].content);
    let told = lists(root.path());
    let said = |id: &str| told.iter().find(|list| list["list"] == id).unwrap_or_else(|| panic!("no {id}: {told:?}"));
    assert!(!told.iter().any(|list| list["list"] == "yunting-quality"), "it is told once, under its id of now");
    let renamed = said("yunting-standards");
    assert_eq!((&renamed["what"], &renamed["formerly"]), (&json!("renamed"), &json!("yunting-quality")));
    let changes = renamed["changes"].as_array().expect("changes");
    let kinds: Vec<[&Value; 3]> =
        changes.iter().map(|change| [&change["what"], &change["record"], &change["successors"]]).collect();
    // The duties name the office by another id, which is the same office; nothing was added or removed.
    let expected = [
        [
            json!("renamed"),
            json!("yunting-quality/offices/equipment"),
            json!(["yunting-standards/offices/special-equipment"]),
        ],
        [json!("changed"), json!("yunting-standards/duties/lifts"), json!([])],
    ];
    assert_eq!(kinds, expected.each_ref().map(|row| row.each_ref()));
    let fields: Vec<&Value> = changes[1]["fields"].as_array().expect("fields").iter().map(|of| &of["field"]).collect();
    assert_eq!(fields, ["duty_offices"]);
    // What several took the place of, and what is new.
    let split = said("yunting-planning");
    assert_eq!(split["what"], "split");
    assert_eq!(split["successors"], json!(["yunting-land", "yunting-housing"]));
    assert_eq!(said("yunting-land")["what"], "added");
    let text = diff(root.path(), &["--lang", "en"]);
    assert!(
        text.contains("(yunting-standards): renamed yunting-quality → yunting-standards; 1 changed, 1 renamed\n"),
        "{text}"
    );
    assert!(text.contains("(yunting-planning): split → yunting-land yunting-housing\n"), "{text}");
    let markdown = diff(root.path(), &["--lang", "zh", "--format", "markdown"]);
    assert!(
        markdown.contains("`yunting-standards` · 改标识 yunting-quality → yunting-standards；修改 1、改标识 1"),
        "{markdown}"
    );
}

#[test]
fn lists_that_became_one_are_told_so() {
    let root = beside(&stages()[2].content, &stages()[3].content);
    for old in ["yunting-land", "yunting-housing"] {
        let told = lists(root.path());
        let list = told.iter().find(|list| list["list"] == old).expect("the list");
        assert_eq!((&list["what"], &list["successors"]), (&json!("merged"), &json!(["yunting-resources"])));
    }
}

#[test]
fn a_renamed_list_that_says_the_same_has_no_other_change() {
    let old = folder::read(&repository("tests/editions/content"));
    let mut new = Tree::new();
    for (path, bytes) in &old {
        let path = path.replace("lists/qingshui-water", "lists/qingshui-shuiwu");
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        let text = text.replace("id: qingshui-water\n", "id: qingshui-shuiwu\nformerly: qingshui-water\n");
        new.insert(path, text.into_bytes());
    }
    let root = beside(&old, &new);
    let text = diff(root.path(), &["--lang", "en"]);
    assert!(text.ends_with("(qingshui-shuiwu): renamed qingshui-water → qingshui-shuiwu\n"), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
}

/// The pages and the table of changes stand under the id of the series: a renamed list with editions has the changes that it had.
#[test]
fn the_changes_of_the_editions_of_a_renamed_list_are_those_that_it_had() {
    let build = |lay_out: &dyn Fn(&Path)| {
        let root = scratch::folder();
        lay_out(&root.path().join("content"));
        let run = program::run(root.path(), &["build", "--lang", "en"]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        fs::read_to_string(root.path().join("output/data/changes.csv")).expect("the changes")
    };
    let source = repository("tests/editions/content");
    let before = build(&|content| folder::copy(&source, content));
    let after = build(&|content| {
        for (path, bytes) in folder::read(&source) {
            let text = String::from_utf8(bytes).expect("UTF-8");
            let newest = path == "lists/qingshui-market/list.yaml";
            let id = if newest { "id: qingshui-scjg\nformerly: qingshui-market\n" } else { "id: qingshui-scjg\n" };
            let text = text.replace("id: qingshui-market\n", id);
            let path = content.join(path.replace("lists/qingshui-market/", "lists/qingshui-scjg/"));
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
    });
    assert_eq!(after, before.replace("qingshui-market", "qingshui-scjg"));
    assert!(before.lines().count() > 10);
}
