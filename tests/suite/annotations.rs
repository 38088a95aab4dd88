//! Faults as hosts of repositories read them: by the grammar of workflow commands of GitHub, by the keys of a report of GitLab
//! on the quality of code, as SARIF, and as a report of tests.

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
        mend: None,
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
    for format in ["json", "github", "gitlab", "sarif", "junit"] {
        let run = check(&root.path().join("site"), format, &["--lang", "zh"]);
        assert_eq!(run.status, Some(1));
        assert!(!run.stdout.is_empty() && !run.stdout.contains("内容有"), "{format}: {}", run.stdout);
        assert!(!run.stderr.contains("E013"), "{format}: {}", run.stderr);
    }
}

#[test]
fn sarif_says_the_place_in_characters_and_the_rule() {
    let fixed = Finding { fix: Some("甲法".to_owned()), ..awkward() };
    let log: Value =
        serde_json::from_str(&show(&[awkward(), fixed], MessageFormat::Sarif, MessageLang::En, false)).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!((rules.len(), &rules[0]["id"]), (1, &Value::from("E012")), "a rule is told once");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let results = run["results"].as_array().expect("results");
    let place = &results[0]["locations"][0]["physicalLocation"];
    // A relative reference (RFC 3986): the colon of a full-width text and the percent sign are written as their bytes.
    assert_eq!(place["artifactLocation"]["uri"], "content/lists/a%2Cb%EF%BC%9Ac%3Ad/100%25.yaml");
    let region = serde_json::json!({"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 6});
    assert_eq!(place["region"], region);
    assert_eq!((&results[0]["level"], &results[0]["ruleIndex"]), (&Value::from("warning"), &Value::from(0)));
    assert!(results[0].get("fixes").is_none());
    let replaced = &results[1]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!((&replaced["deletedRegion"], &replaced["insertedContent"]["text"]), (&region, &Value::from("甲法")));
    assert_ne!(results[0]["partialFingerprints"], results[1]["partialFingerprints"], "two are two");
    let none: Value = serde_json::from_str(&show(&[], MessageFormat::Sarif, MessageLang::Zh, false)).expect("JSON");
    assert_eq!(none["runs"][0]["results"], serde_json::json!([]));
}

/// The names of elements with their attributes, and the texts, of a report as a reader of XML finds them.
fn elements(xml: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                let attributes = tag.attributes().map(|attribute| {
                    let attribute = attribute.expect("an attribute");
                    let value = quick_xml::escape::unescape(&attribute.value);
                    (attribute.key.as_ref().to_owned(), value.expect("escaped").into_owned())
                });
                let attributes = attributes.collect();
                found.push((tag.name().as_ref().to_owned(), attributes));
            }
            quick_xml::events::Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn a_report_of_tests_fails_for_errors_alone() {
    let error = Finding {
        severity: Severity::Error,
        message: Message::new("<甲> & \"乙\" \u{7}", "<a> & \"b\" \u{7}"),
        ..awkward()
    };
    let report = elements(&show(&[awkward(), error], MessageFormat::Junit, MessageLang::Zh, false));
    let names: Vec<&str> = report.iter().map(|(name, _)| &name[..]).collect();
    assert_eq!(names, ["testsuites", "testsuite", "testcase", "system-out", "testcase", "failure"]);
    assert_eq!((&report[0].1["tests"][..], &report[0].1["failures"][..]), ("2", "1"));
    assert_eq!(report[4].1["name"], "E012 unknown-law 2:5");
    assert_eq!(report[5].1["message"], "<甲> & \"乙\" \u{fffd}");
    let none = elements(&show(&[], MessageFormat::Junit, MessageLang::Zh, false));
    assert_eq!(none.iter().filter(|(name, _)| name == "testcase").count(), 1, "a report without tests is refused");
}
