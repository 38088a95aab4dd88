//! Every rule by example: `tests/rules/base` with the files of a case laid over it gives exactly the messages beside it.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::folder::{self, Tree};
use crate::support::{program, repository, snapshot};

const EXPECTED: [(&str, &str); 2] = [("en", "expected.en.txt"), ("zh", "expected.zh.txt")];

/// What a case that needs more than `check` adds to the command line.
const ARGUMENTS: &str = "arguments.txt";

/// Runs the check of a case.
fn checked(root: &Path, case: &Path, more: &[&str]) -> program::Run {
    let added = std::fs::read_to_string(case.join(ARGUMENTS)).unwrap_or_default();
    let arguments: Vec<&str> =
        ["check"].into_iter().chain(added.split_whitespace()).chain(more.iter().copied()).collect();
    program::run(root, &arguments)
}

/// The content of a case in a folder of its own. A `themes` folder goes beside the content.
fn lay_out(case: &Path) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    let content = root.path().join("content");
    folder::copy(&repository("tests/rules/base"), &content);
    let mut overlay = folder::read(case);
    overlay.retain(|path, _| !path.starts_with("expected.") && path != ARGUMENTS);
    let (themes, files): (Tree, Tree) = overlay.into_iter().partition(|(path, _)| path.starts_with("themes/"));
    folder::write(root.path(), &themes);
    folder::write(&content, &files);
    root
}

fn cases() -> Vec<std::path::PathBuf> {
    let mut cases = folder::children(&repository("tests/rules"));
    cases.retain(|case| folder::name(case) != "base");
    cases
}

#[test]
fn every_case_gives_its_messages() {
    let mut faults = Vec::new();
    for case in cases() {
        let name = folder::name(&case);
        let root = lay_out(&case);
        for (language, file) in EXPECTED {
            let run = checked(root.path(), &case, &["--content", "content", "--lang", language]);
            assert_eq!(run.stdout, "", "{name}: messages go to the standard error");
            let status = run.status.unwrap_or_else(|| panic!("{name} hangs or was killed"));
            let text = format!("{}exit status: {status}\n", program::steady(&run.stderr));
            faults.extend(snapshot::compare(&case.join(file), &text).err());
            faults.extend(misfit(&name, status, &run.stderr));
        }
    }
    snapshot::report(faults);
}

/// What a case's messages lack to be what its name says: the code of an `E…` case, and no other; none at all in an
/// `accepted-…` case.
fn misfit(name: &str, status: i32, stderr: &str) -> Option<String> {
    let codes: BTreeSet<&str> = stderr.lines().filter_map(code).collect();
    let wanted = match name.split('-').next() {
        Some("accepted") => BTreeSet::new(),
        _ if name.contains("several") => return None,
        code => code.into_iter().collect(),
    };
    let status_fits = if codes.is_empty() { status == 0 } else { status <= 1 };
    (codes != wanted || !status_fits).then(|| format!("{name}: codes {codes:?}, exit status {status}"))
}

/// The code of a line such as `error[E012]: …`.
fn code(line: &str) -> Option<&str> {
    let rest = ["error[", "warning[", "错误[", "警告["].into_iter().find_map(|start| line.strip_prefix(start))?;
    rest.split_once(']').map(|(code, _)| code)
}

#[test]
fn base_has_no_faults() {
    let root = lay_out(&repository("tests/rules/base"));
    let run = program::run(root.path(), &["check", "--lang", "en"]);
    assert_eq!((run.status, program::steady(&run.stderr).lines().count()), (Some(0), 1), "{}", run.stderr);
}

#[test]
fn every_code_has_a_case() {
    let cases: Vec<String> = cases().iter().map(|case| folder::name(case)).collect();
    for code in qingdan::pipeline::codes() {
        let prefix = format!("{}-{}", code.id, code.name);
        assert!(cases.iter().any(|case| case.starts_with(&prefix)), "no case tests/rules/{prefix}…");
    }
    for case in cases.iter().filter(|case| !case.starts_with("accepted-")) {
        let known = qingdan::pipeline::codes();
        let known = known.iter().any(|code| case.starts_with(&format!("{}-{}", code.id, code.name)));
        assert!(known || case.contains("several"), "tests/rules/{case} is named for no code");
    }
}

#[test]
fn all_faults_are_found_whatever_the_format() {
    for case in cases() {
        let root = lay_out(&case);
        let full = checked(root.path(), &case, &["--lang", "en"]);
        let codes: Vec<&str> = full.stderr.lines().filter_map(code).collect();
        let concise = checked(root.path(), &case, &["--lang", "en", "--format", "concise"]);
        let json = checked(root.path(), &case, &["--lang", "en", "--format", "json"]);
        let name = folder::name(&case);
        let short: Vec<&str> = concise
            .stderr
            .lines()
            .filter_map(|line| line.split_once(": "))
            .map(|(_, rest)| rest)
            .filter_map(code)
            .collect();
        assert_eq!(short, codes, "{name}: concise\n{}", concise.stderr);
        let objects: Vec<serde_json::Value> =
            json.stderr.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect();
        let named: Vec<&str> = objects.iter().filter_map(|object| object["code"].as_str()).collect();
        assert_eq!(named, codes, "{name}: JSON");
        assert_eq!((concise.status, json.status), (full.status, full.status), "{name}");
    }
}
