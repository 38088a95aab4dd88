//! What a clerk reads after a slip: a small content, a mistake in it, the words in both languages. What a message proposes
//! is tried out: the fault is gone then, and no other has come.

mod cases;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use qingdan::check::check as check_model;
use qingdan::cli::closing;
use qingdan::diag::formats::{Shown, report};
use qingdan::diag::{Finding, MessageLang, Sink};
use qingdan::load::load;
use qingdan::pipeline::{self, Job, Outcome};

use crate::corpus::content::{TOWN, TOWN_TEXT};
use crate::rules;
use crate::support::{Silence, folder, program, repository, scratch, snapshot};

/// A mistake.
enum Slip {
    /// In a file, the first of these words is taken for others.
    Type(&'static str, &'static str, &'static str),
    /// A file is written.
    Add(&'static str, &'static str),
    /// A folder or file is copied.
    Copy(&'static str, &'static str),
    /// A folder or file is renamed.
    Rename(&'static str, &'static str),
    /// A folder or file is deleted.
    Delete(&'static str),
}

use Slip::{Add, Copy, Delete, Rename, Type};
use cases::CASES;

const LIST: &str = "lists/shiqiao-market/list.yaml";
const DUTIES: &str = "lists/shiqiao-market/duties.yaml";
const SERVICES: &str = "lists/shiqiao-market/services.yaml";
const LAWS: &str = "laws/national.yaml";
const ITEMS: &str = "lists/liuping-town/items.csv";

/// The items of the township, whose list lies beside that of the rules.
const TOWN_ITEMS: &str = "\
序号,section,事项名称,name_en,权力类型,承办机构,主题,source_row
1,行政许可,设立市场的许可,Licence to open a market,行政确认,综合办公室,metrology,1
2,行政许可,秤具使用许可,Licence to use scales,行政确认,综合办公室,metrology,2
1,行政检查,集市检查,Inspection of fairs,行政检查,农业农村办公室,product-quality,3
";

fn lay_out(slips: &[Slip]) -> tempfile::TempDir {
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("tests/rules/base"), &content);
    let write = |file: &str, text: &str| {
        let path = content.join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    write(TOWN, TOWN_TEXT);
    write(ITEMS, TOWN_ITEMS);
    for slip in slips {
        match slip {
            Type(file, from, to) => {
                let text = std::fs::read_to_string(content.join(file)).expect("a file of the content");
                assert!(text.contains(from), "{file} has no {from}");
                write(file, &text.replacen(from, to, 1));
            }
            Add(file, text) => write(file, text),
            Copy(from, to) if content.join(from).is_dir() => folder::copy(&content.join(from), &content.join(to)),
            Copy(from, to) => drop(std::fs::copy(content.join(from), content.join(to)).expect("a copy")),
            Rename(from, to) => std::fs::rename(content.join(from), content.join(to)).expect("another name"),
            Delete(path) if content.join(path).is_dir() => std::fs::remove_dir_all(content.join(path)).expect("gone"),
            Delete(path) => std::fs::remove_file(content.join(path)).expect("gone"),
        }
    }
    root
}

fn check(root: &Path) -> Outcome {
    let themes = Some(root.join("themes/default")).filter(|theme| theme.is_dir());
    let job = Job { content: root.join("content"), theme: themes, jobs: 1, ..Job::default() };
    pipeline::run(&job, &Silence).expect("a check")
}

/// What was done, as a line above the messages.
fn told(slip: &Slip) -> String {
    match slip {
        Type(file, from, to) => format!("{file}: {from:?} → {to:?}"),
        Add(file, text) => format!("{file}: {} lines added", text.lines().count()),
        Copy(from, to) => format!("{from} copied to {to}"),
        Rename(from, to) => format!("{from} renamed {to}"),
        Delete(path) => format!("{path} deleted"),
    }
}

#[test]
fn a_clerk_reads_what_to_do() {
    let mut texts = [String::new(), String::new()];
    for (name, slips) in CASES {
        let root = lay_out(slips);
        let outcome = check(root.path());
        let here = format!("{}/", root.path().display());
        for (text, speech) in texts.iter_mut().zip([MessageLang::En, MessageLang::Zh]) {
            let _ = writeln!(text, "=== {name}");
            for slip in *slips {
                let _ = writeln!(text, "=== {}", told(slip));
            }
            let shown = report(&outcome.findings, &Shown::Digest, speech, false).replace(&here, "");
            let end = program::steady(&closing(&outcome, None, Duration::ZERO, speech));
            let _ = writeln!(text, "\n{shown}{end}");
        }
    }
    let faults = texts.iter().zip(["en", "zh"]).filter_map(|(text, language)| {
        snapshot::compare(&repository(&format!("tests/suite/messages/expected.{language}.txt")), text).err()
    });
    snapshot::report(faults.collect());
}

#[test]
fn the_content_without_mistakes_has_none() {
    let root = lay_out(&[]);
    let findings = check(root.path()).findings;
    assert!(findings.is_empty(), "{}", report(&findings, &Shown::All, MessageLang::En, false));
    assert!(CASES.len() >= 60, "{} mistakes", CASES.len());
}

/// How often each fault was found, by code and words.
fn tally(findings: &[Finding]) -> BTreeMap<(&'static str, String), usize> {
    let mut tally = BTreeMap::new();
    for finding in findings {
        *tally.entry((finding.code.id, finding.message.en.clone())).or_default() += 1;
    }
    tally
}

/// What is wrong with a content, up to where pages would be made of it, by code and words, and how often.
fn read_again(root: &Path) -> BTreeMap<(&'static str, String), usize> {
    let mut sink = Sink::new();
    let mut sources = load(&root.join("content"), &mut sink).expect("a content");
    if !sink.has_errors() {
        drop(check_model(&mut sources, &mut sink));
    }
    let mut tally = BTreeMap::new();
    for fault in sink.found() {
        *tally.entry((fault.code.id, fault.message.en.clone())).or_default() += 1;
    }
    tally
}

/// Puts a proposal in its place and checks again; what is wrong with it then. A content that is `whole` has no other fault
/// than those that are reported.
fn try_out(root: &Path, before: &[Finding], finding: &Finding, whole: bool) -> Result<(), String> {
    let (Some(fix), Some(span)) = (&finding.fix, &finding.span) else { return Ok(()) };
    let said = format!("{}: {}", finding.code.id, finding.message.en);
    let help = finding.help.as_ref().map(|help| &*help.en).unwrap_or_default();
    if !help.contains(fix.trim()) {
        return Err(format!("{said}: {help}: does not say {fix}"));
    }
    let old = std::fs::read(&finding.path).expect("a file");
    let mut text = finding.source.to_string();
    text.replace_range(span.clone(), fix);
    std::fs::write(&finding.path, text).expect("a file");
    let (had, has) = (tally(before), read_again(root));
    std::fs::write(&finding.path, old).expect("a file");
    let own = (finding.code.id, finding.message.en.clone());
    let count = |tally: &BTreeMap<_, usize>| tally.get(&own).copied().unwrap_or_default();
    if count(&has) >= count(&had) {
        return Err(format!("{said}: with {fix} it is still there"));
    }
    // Where a file could not be read, what it says was not looked at. A topic may stand beside its slip already, and what
    // was not there before lacks a translation.
    let unread = before.iter().any(|finding| finding.code.id < "E010") && !whole;
    let new = has.iter().filter(|(fault, times)| had.get(*fault).copied().unwrap_or_default() < **times);
    let new: Vec<_> = new.filter(|((code, _), _)| *code != "E020" && (whole || *code != "E058")).collect();
    if new.is_empty() || unread { Ok(()) } else { Err(format!("{said}: with {fix} there is {new:?}")) }
}

#[test]
fn what_is_proposed_passes() {
    let mut faults = Vec::new();
    let mut tried = 0;
    let mut all = |name: &str, root: &Path, whole: bool| {
        let findings = check(root).findings;
        for finding in findings.iter().filter(|finding| finding.fix.is_some()).take(4) {
            tried += 1;
            faults.extend(try_out(root, &findings, finding, whole).err().map(|fault| format!("{name}: {fault}")));
        }
    };
    for (name, slips) in CASES {
        all(name, lay_out(slips).path(), true);
    }
    // What is accepted has no faults, and others stand where pages are made.
    let early = |case: &Path| folder::name(case).as_str() < "E040";
    for case in rules::cases().into_iter().filter(|case| early(case)) {
        all(&folder::name(&case), rules::lay_out(&case).path(), false);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(tried >= 60, "{tried} proposals");
}
