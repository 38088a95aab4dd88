//! Output that can fail: a full disk is told, a closed pipe is nobody's fault, and what is for programs stands alone.

use std::fs::File;
use std::process::Stdio;

use crate::support::{folder, program, repository, scratch};

const FULL: &str = "/dev/full";

/// Commands that print to the standard output.
const PRINTING: [&[&str]; 12] = [
    &["check", "--format", "json"],
    &["check", "--format", "github"],
    &["check", "--format", "gitlab"],
    &["build", "--format", "gitlab"],
    &["cite", "notice.txt"],
    &["cite", "notice.txt", "--format", "json"],
    &["impact", "product-quality-law"],
    &["schema"],
    &["schema", "site"],
    &["explain"],
    &["explain", "E001"],
    &["--help"],
];

fn content(case: &str) -> tempfile::TempDir {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    folder::copy(&repository("tests/rules").join(case), &root.path().join("content"));
    std::fs::write(root.path().join("notice.txt"), "依照《产品质量法》第八条。\n").expect("a text");
    root
}

#[test]
fn a_full_disk_is_told() {
    let root = content("E101-look-alike-in-a-text");
    for arguments in PRINTING {
        let arguments = [arguments, &["--lang", "en"]].concat();
        let mut command = program::command(root.path(), &arguments);
        let full = File::options().write(true).open(FULL).expect("/dev/full");
        let ended = command.stdin(Stdio::null()).stdout(full).output().expect("a run");
        let said = String::from_utf8(ended.stderr).expect("UTF-8");
        assert_eq!(ended.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("No space left"), "{arguments:?}: {said}");
    }
    for arguments in [&["check"][..], &["check", "--format", "concise"], &["build"]] {
        let full = File::options().write(true).open(FULL).expect("/dev/full");
        let ended = program::command(root.path(), arguments).stdin(Stdio::null()).stderr(full).output().expect("a run");
        assert_eq!(ended.status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_closed_pipe_is_no_fault() {
    let root = content("E101-look-alike-in-a-text");
    for arguments in PRINTING {
        let mut command = program::command(root.path(), arguments);
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a run");
        drop(child.stdout.take());
        let ended = child.wait_with_output().expect("a run");
        let said = String::from_utf8(ended.stderr).expect("UTF-8");
        assert_eq!(ended.status.code(), Some(0), "{arguments:?}: {said}");
        assert!(!said.contains("panicked"), "{arguments:?}: {said}");
    }
}

#[test]
fn what_is_for_programs_stands_alone() {
    let root = content("E012-unknown-law");
    for format in ["json", "github", "gitlab"] {
        let run = program::run(root.path(), &["check", "--format", format]);
        assert_eq!(run.status, Some(1));
        match format {
            "github" => assert!(run.stdout.lines().all(|line| line.starts_with("::error file=")), "{}", run.stdout),
            "json" => {
                for line in run.stdout.lines() {
                    serde_json::from_str::<serde_json::Value>(line).expect("an object");
                }
                assert_eq!(run.stderr, "");
            }
            _ => drop(serde_json::from_str::<serde_json::Value>(&run.stdout).expect("an array")),
        }
    }
}
