//! Faults as GitHub and GitLab read them: by the grammar of workflow commands, and by the keys of a report on the quality
//! of code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use qingdan::diag::formats::{MessageFormat, show};
use qingdan::diag::{Finding, Message, MessageLang, Severity};
use serde_json::Value;

use crate::support::{folder, program, repository, scratch};

/// A workflow command, read as the runner of GitHub reads one.
#[derive(Debug, PartialEq)]
struct Workflow {
    name: String,
    properties: BTreeMap<String, String>,
    data: String,
}

/// A command of one line: `::name key=value,key=value::data`.
fn workflow(line: &str) -> Workflow {
    let (head, data) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("a workflow command");
    let (name, properties) = head.split_once(' ').expect("properties");
    let properties = properties.split(',').map(|property| {
        let (key, value) = property.split_once('=').expect("key=value");
        (key.to_owned(), read(value, &[("%3A", ":"), ("%2C", ",")]))
    });
    Workflow { name: name.to_owned(), properties: properties.collect(), data: read(data, &[]) }
}

/// A value with its codes read, `%25` last, as the runner does.
fn read(value: &str, more: &[(&str, &str)]) -> String {
    let mut value = value.replace("%0D", "\r").replace("%0A", "\n");
    for (code, character) in more {
        value = value.replace(code, character);
    }
    value.replace("%25", "%")
}

/// A finding with everything that ends something in a command.
fn awkward() -> Finding {
    let source = "一: 100%\n二: [甲, 乙]\n";
    let start = source.find('甲').expect("the place");
    Finding {
        code: qingdan::check::codes().find(|code| code.id == "E012").expect("a code"),
        severity: Severity::Warning,
        path: "content/lists/a,b：c:d/100%.yaml".to_owned(),
        source: Arc::from(source),
        span: Some(start..start + "甲".len()),
        message: Message::new("没有 `甲::乙`，100%\r\n::error::第二行", "no `a::b`, 100%\r\n::error::second line"),
        label: None,
        help: Some(Message::new("写：\n  - law: 甲", "write:\n  - law: a")),
        fix: None,
        counted: false,
    }
}

#[test]
fn a_finding_is_one_workflow_command_whatever_it_says() {
    for (speech, message, help) in [
        (MessageLang::Zh, "没有 `甲::乙`，100%\r\n::error::第二行", "写：\n  - law: 甲"),
        (MessageLang::En, "no `a::b`, 100%\r\n::error::second line", "write:\n  - law: a"),
    ] {
        let text = show(&[awkward()], MessageFormat::Github, speech, false);
        assert_eq!(text.lines().count(), 1, "{text}");
        let command = workflow(text.trim_end());
        assert_eq!(command.name, "warning");
        assert_eq!(command.data, format!("{message}\n{help}"));
        let properties =
            [("file", "content/lists/a,b：c:d/100%.yaml"), ("line", "2"), ("col", "5"), ("title", "E012 unknown-law")];
        assert_eq!(command.properties, properties.map(|(key, value)| (key.to_owned(), value.to_owned())).into());
    }
}

/// A repository whose content, in a folder of it, has many faults.
fn repository_with_faults() -> tempfile::TempDir {
    let root = scratch::folder();
    fs::create_dir_all(root.path().join(".git")).expect("a folder");
    let content = root.path().join("site/content");
    folder::copy(&repository("tests/rules/base"), &content);
    let duties = content.join("lists/shiqiao-market/duties.yaml");
    let text = fs::read_to_string(&duties).expect("a file of the base");
    fs::write(duties, text.replace("offices: [quality]", "offices: [qualty]")).expect("a file");
    root
}

fn check(folder: &Path, format: &str, rest: &[&str]) -> program::Run {
    program::run(folder, &[&["check", "--format", format], rest].concat())
}

#[test]
fn files_are_named_from_the_root_of_the_repository() {
    let root = repository_with_faults();
    let file = "site/content/lists/shiqiao-market/duties.yaml";
    for (folder, rest) in
        [("site", [].as_slice()), ("", &["--content", "site/content"]), ("site/content", &["--content", "."])]
    {
        let run = check(&root.path().join(folder), "github", rest);
        assert_eq!(run.status, Some(1), "{}", run.stderr);
        let named: BTreeSet<String> =
            run.stdout.lines().map(|line| workflow(line).properties["file"].clone()).collect();
        assert_eq!(named, BTreeSet::from([file.to_owned()]), "started in `{folder}`");
        let run = check(&root.path().join(folder), "gitlab", rest);
        let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
        assert_eq!(report[0]["location"]["path"], file, "started in `{folder}`");
    }
}

/// Fingerprints of a report, each of whose entries has what GitLab asks for and nothing else.
fn fingerprints(report: &str) -> Vec<String> {
    let report: Value = serde_json::from_str(report).expect("JSON");
    let entries = report.as_array().expect("an array");
    let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<BTreeSet<_>>();
    for entry in entries {
        let asked = ["check_name", "description", "fingerprint", "location", "severity"];
        assert_eq!(keys(entry), asked.map(str::to_owned).into());
        assert!(
            ["info", "minor", "major", "critical", "blocker"].contains(&entry["severity"].as_str().expect("a word"))
        );
        let (location, lines) = (&entry["location"], &entry["location"]["lines"]);
        assert_eq!(keys(location), ["lines", "path"].map(str::to_owned).into());
        assert_eq!(keys(lines), ["begin".to_owned()].into());
        assert!(lines["begin"].as_u64().expect("a number") > 0);
        let path = location["path"].as_str().expect("a path");
        assert!(!path.starts_with(['/', '.']), "{path}");
    }
    entries.iter().map(|entry| entry["fingerprint"].as_str().expect("a text").to_owned()).collect()
}

#[test]
fn a_report_for_gitlab_tells_findings_apart_and_knows_them_again() {
    let root = repository_with_faults();
    let run = check(&root.path().join("site"), "gitlab", &["--lang", "zh"]);
    let before = fingerprints(&run.stdout);
    assert!(!before.is_empty(), "{}", run.stderr);
    // The language and lines above change nothing.
    let duties = root.path().join("site/content/lists/shiqiao-market/duties.yaml");
    let text = fs::read_to_string(&duties).expect("a file");
    fs::write(&duties, format!("# 一行\n\n{text}")).expect("a file");
    assert_eq!(fingerprints(&check(&root.path().join("site"), "gitlab", &["--lang", "en"]).stdout), before);
    // The same fault on the same words twice is two.
    let twice = show(&[awkward(), awkward()], MessageFormat::Gitlab, MessageLang::Zh, false);
    assert_eq!(fingerprints(&twice).iter().collect::<BTreeSet<_>>().len(), 2);
}

#[test]
fn what_programs_read_stands_alone_on_the_standard_output() {
    let root = repository_with_faults();
    for format in ["json", "github", "gitlab"] {
        let run = check(&root.path().join("site"), format, &["--lang", "zh"]);
        assert_eq!(run.status, Some(1));
        assert!(!run.stdout.is_empty() && !run.stdout.contains("内容有"), "{format}: {}", run.stdout);
        assert!(!run.stderr.contains("E013"), "{format}: {}", run.stderr);
    }
}
