//! Rules that ask: a site turns them off or makes them errors, a list waives what is right in it, and content without such
//! faults has none of their findings.

use std::path::Path;

use qingdan::check::check;
use qingdan::diag::{Finding, Severity, Sink};
use qingdan::load::load;
use qingdan::pipeline::{self, Job, stamp};

use crate::support::{Silence, folder, repository, scratch, synth};

/// The content of the rules with a list that numbers its duties 1, 2, 4, and what a test adds to the files.
fn content(site: &str, list: &str) -> tempfile::TempDir {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), root.path());
    folder::copy(&repository("tests/rules/accepted-waived/lists"), &root.path().join("lists"));
    let edit = |file: &str, change: &dyn Fn(String) -> String| {
        let path = root.path().join(file);
        let text = std::fs::read_to_string(&path).expect("a file");
        std::fs::write(path, change(text)).expect("a file");
    };
    edit("site.yaml", &|text| text + site);
    edit("lists/shiqiao-water.yaml", &|text| {
        let (head, rest) = text.split_once("waivers:").expect("waivers");
        let (_, records) = rest.split_once("duties:\n").expect("duties");
        format!("{head}{list}duties:\n{records}")
    });
    root
}

fn findings(content: &Path, deny_warnings: bool) -> Vec<Finding> {
    let job = Job { content: content.to_owned(), jobs: 1, deny_warnings, ..Job::default() };
    pipeline::run(&job, &Silence).expect("a check").findings
}

fn found(content: &Path) -> Vec<(&'static str, Severity)> {
    findings(content, false).iter().map(|finding| (finding.code.id, finding.severity)).collect()
}

const WAIVED: &str = "waivers: [{rule: E110, record: duties/d4, reason: {zh: 原件如此。, en: So printed.}}]\n";

#[test]
fn a_site_says_how_grave_a_rule_is() {
    use Severity::{Error, Warning};
    let all = content("", "");
    assert_eq!(found(all.path()), [("E110", Warning), ("E114", Warning), ("E115", Warning)]);
    let said = content("rules: {E110: error, vague-part: off}\n", "");
    assert_eq!(found(said.path()), [("E110", Error), ("E114", Warning)]);
    let off = content("rules: {E110: off, E114: off, E115: off}\n", "");
    assert!(findings(off.path(), true).is_empty(), "what is off is no warning to be denied");
    assert!(findings(all.path(), true).iter().all(|finding| finding.severity == Error));
}

#[test]
fn every_fault_has_a_name_that_a_site_may_say() {
    let codes: Vec<String> = pipeline::codes().iter().map(|code| format!("  {}: error\n", code.id)).collect();
    let said = content(&format!("rules:\n{}", codes.concat()), "");
    assert!(found(said.path()).iter().all(|(code, _)| ["E110", "E114", "E115"].contains(code)));
}

#[test]
fn a_list_waives_what_is_right_in_it() {
    let waived = content("rules: {E114: off, E115: off}\n", WAIVED);
    assert!(findings(waived.path(), true).is_empty());
    let of_another = content("rules: {E114: off, E115: off}\n", &WAIVED.replace("d4", "d2"));
    let codes: Vec<&str> = found(of_another.path()).iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["E127", "E110"]);
}

#[test]
fn what_is_waived_is_published_with_its_reason() {
    let root = content("", WAIVED);
    let output = scratch::folder();
    let site = output.path().join("site");
    let job = Job { content: root.path().to_owned(), output: Some(site.clone()), jobs: 1, ..Job::default() };
    pipeline::run(&job, &Silence).expect("a site");
    let read = |path: &str| std::fs::read_to_string(site.join(path)).unwrap_or_else(|_| panic!("no {path}"));
    let table = read("data/waivers.csv");
    assert!(
        table.lines().any(|line| line.trim_end() == "shiqiao-water,1,E110,duties/d4,原件如此。,So printed.,1"),
        "{table}"
    );
    for (page, reason) in [("quality/index.html", "原件如此。"), ("en/quality/index.html", "So printed.")] {
        let page = read(page);
        assert!(page.contains("id=\"_waived\"") && page.contains(reason) && page.contains("E110"));
    }
    assert!(read("quality/index.json").contains("\"findings_waived\":1"));
}

#[test]
fn content_without_slips_has_none_of_their_findings() {
    let root = scratch::folder();
    synth::write_content(root.path(), 50, 11).expect("content");
    let mut sink = Sink::new();
    let mut sources = load(root.path(), &mut sink).expect("a folder of content");
    assert!(check(&mut sources, &mut sink).is_some());
    let found: Vec<&str> = sink.found().iter().map(|fault| fault.code.id).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn chinese_that_changes_after_its_translation_is_told() {
    let root = content("rules: {E110: off, E114: off, E115: off}\n", "");
    let list = "lists/shiqiao-water.yaml";
    let edit = |from: &str, to: &str| {
        let path = root.path().join(list);
        let text = std::fs::read_to_string(&path).expect("a list");
        assert!(text.contains(from));
        std::fs::write(path, text.replacen(from, to, 1)).expect("a list");
    };
    let stamped = |all: bool| stamp(root.path(), &["shiqiao-water".to_owned()], all).expect("a file");
    let codes = || found(root.path()).iter().map(|(code, _)| *code).collect::<Vec<_>>();
    assert!(stamped(false).files == 1 && codes().is_empty());
    assert_eq!(stamped(false).files, 0, "nothing changed");
    edit("用水计量。", "用水和排水计量。");
    assert_eq!(codes(), ["E123"]);
    stamped(false);
    assert_eq!(codes(), ["E123"], "writing down what is known does not make it right");
    edit("Metering water.", "Metering of water and sewage.");
    assert!(codes().is_empty(), "the translation has followed");
    edit("节水。", "节约用水。");
    assert_eq!(codes(), ["E123"]);
    stamped(true);
    assert!(codes().is_empty(), "somebody says that it is right");
}
