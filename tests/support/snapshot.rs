//! Expected files: what a test produced is held against them, or with `QINGDAN_BLESS=1` written over them.

use std::fs;
use std::path::Path;

use super::folder::{self, Tree};

/// Whether expected files are to be rewritten.
pub fn blessing() -> bool {
    std::env::var_os("QINGDAN_BLESS").is_some_and(|value| value == "1")
}

/// Holds a text against an expected file. Returns what differs.
pub fn compare(path: &Path, actual: &str) -> Result<(), String> {
    if blessing() {
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        if fs::read(path).ok().as_deref() != Some(actual.as_bytes()) {
            fs::write(path, actual).expect("the expected file is written");
        }
        return Ok(());
    }
    match fs::read_to_string(path) {
        Ok(expected) if expected == actual => Ok(()),
        Ok(expected) => Err(format!("{}: {}", path.display(), difference(&expected, actual))),
        Err(_) => Err(format!("{} is missing; it would hold:\n{actual}", path.display())),
    }
}

/// Holds all files of a folder against what a test produced: none differs, none is missing, none is left over.
pub fn compare_folder(path: &Path, actual: &Tree) -> Result<(), String> {
    let expected = if path.is_dir() { folder::read(path) } else { Tree::new() };
    if blessing() {
        for left in expected.keys().filter(|name| !actual.contains_key(*name)) {
            fs::remove_file(path.join(left)).expect("a leftover is removed");
        }
        let changed = actual.iter().filter(|(name, bytes)| expected.get(*name) != Some(bytes));
        folder::write(path, &changed.map(|(name, bytes)| (name.clone(), bytes.clone())).collect());
        return Ok(());
    }
    let mut faults = Vec::new();
    for (name, bytes) in actual {
        match expected.get(name) {
            None => faults.push(format!("{name} is new")),
            Some(have) if have != bytes => {
                let (have, bytes) = (String::from_utf8_lossy(have), String::from_utf8_lossy(bytes));
                faults.push(format!("{name}: {}", difference(&have, &bytes)));
            }
            Some(_) => {}
        }
    }
    faults.extend(expected.keys().filter(|name| !actual.contains_key(*name)).map(|name| format!("{name} is gone")));
    if faults.is_empty() {
        return Ok(());
    }
    let count = faults.len();
    faults.truncate(5);
    Err(format!("{}: {count} files differ\n{}", path.display(), faults.join("\n")))
}

/// Fails with everything that differs, and how to accept it.
pub fn report(faults: Vec<String>) {
    let count = faults.len();
    let text = faults.join("\n\n");
    assert!(
        faults.is_empty(),
        "{text}\n\n{count} differ. Where the new form is right, run: QINGDAN_BLESS=1 cargo test"
    );
}

/// The first line in which two texts differ.
fn difference(expected: &str, actual: &str) -> String {
    let mut left = expected.lines();
    let mut right = actual.lines();
    let mut number = 1;
    loop {
        match (left.next(), right.next()) {
            (Some(a), Some(b)) if a == b => number += 1,
            (None, None) => return "differs in its line ends alone".into(),
            (a, b) => {
                let (a, b) = (a.unwrap_or("<end>"), b.unwrap_or("<end>"));
                return format!("line {number}\n  expected: {a}\n  actual:   {b}");
            }
        }
    }
}
