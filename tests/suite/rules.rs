//! Every rule by example: `tests/rules/base` with the files of a case laid over it gives exactly the messages beside it.
//!
//! A case is checked once, in this process, and its faults are shown in every format and language. Some cases are
//! checked by the program too, which must say the same.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};
use std::thread;
use std::time::Duration;

use qingdan::cli::{closing, status};
use qingdan::diag::MessageLang;
use qingdan::diag::formats::{MessageFormat, Shown, report, show};
use qingdan::model::Date;
use qingdan::pipeline::{self, Job};

use crate::support::folder::{self, Tree};
use crate::support::{Silence, program, repository, scratch, snapshot};

const EXPECTED: [(&str, MessageLang, &str); 2] =
    [("en", MessageLang::En, "expected.en.txt"), ("zh", MessageLang::Zh, "expected.zh.txt")];

/// What a case that needs more than `check` adds to the command line.
const ARGUMENTS: &str = "arguments.txt";

/// Cases that are checked by the program, too: what each of the stages finds, with and without a fault, a theme of its
/// own, arguments, files that no text is in, and what might not end.
const PROCESSES: [&str; 12] = [
    "E001-not-utf8-utf16",
    "E002-yaml-syntax-deep-nesting",
    "E005-wrong-value-figure",
    "E007-unknown-file-page-bad-language",
    "E012-unknown-law-far-off",
    "E023-misnamed-file-regime",
    "E026-endless-loop",
    "E035-law-out-of-force-replaced",
    "E036-law-changed-perhaps",
    "E041-dead-link",
    "E044-orphan-page",
    "accepted-law-out-of-force-later",
];

/// What a case said.
struct Said {
    name: String,
    status: u8,
    /// In English and in Chinese, each with its closing line.
    full: [String; 2],
    /// Every fault, in English.
    whole: String,
    concise: String,
    json: String,
}

/// The content of a case in a folder of its own. A `themes` folder goes beside the content; `x.link` is a link `x` to what it
/// says.
pub fn lay_out(case: &Path) -> tempfile::TempDir {
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("tests/rules/base"), &content);
    let mut overlay = folder::read(case);
    overlay.retain(|path, _| !path.starts_with("expected.") && path != ARGUMENTS);
    let (themes, files): (Tree, Tree) = overlay.into_iter().partition(|(path, _)| path.starts_with("themes/"));
    folder::write(root.path(), &themes);
    let (links, files): (Tree, Tree) = files.into_iter().partition(|(path, _)| path.ends_with(".link"));
    folder::write(&content, &files);
    #[cfg(unix)]
    for (path, target) in &links {
        let target = std::str::from_utf8(target).expect("a path").trim();
        std::os::unix::fs::symlink(target, content.join(path.trim_end_matches(".link"))).expect("a link");
    }
    root
}

/// Every case.
pub fn cases() -> Vec<PathBuf> {
    let mut cases = folder::children(&repository("tests/rules"));
    cases.retain(|case| folder::name(case) != "base");
    cases
}

fn arguments(case: &Path) -> Vec<String> {
    let added = std::fs::read_to_string(case.join(ARGUMENTS)).unwrap_or_default();
    added.split_whitespace().map(str::to_owned).collect()
}

/// The day that the arguments of a case name.
fn as_of(case: &Path) -> Option<Date> {
    match &arguments(case)[..] {
        [] => None,
        [option, day] if option == "--as-of" => Some(day.parse().expect("a day")),
        other => panic!("{}: {other:?}", case.display()),
    }
}

/// Checks a case once.
fn check(case: &Path) -> Said {
    let name = folder::name(case);
    let root = lay_out(case);
    let themes = Some(root.path().join("themes/default")).filter(|theme| theme.is_dir());
    let content = root.path().join("content");
    let job = Job { content, theme: themes, as_of: as_of(case), jobs: 1, ..Job::default() };
    let outcome = pipeline::run(&job, &Silence).unwrap_or_else(|failure| panic!("{name}: {failure:?}"));
    // A user is in the folder that holds the content.
    let here = format!("{}/", root.path().display());
    let shown = |format, speech| show(&outcome.findings, format, speech, false).replace(&here, "");
    let full = EXPECTED.map(|(_, speech, _)| {
        report(&outcome.findings, &Shown::Digest, speech, false).replace(&here, "")
            + &program::steady(&closing(&outcome, None, Duration::ZERO, speech))
    });
    let (concise, json) = (shown(MessageFormat::Concise, MessageLang::En), shown(MessageFormat::Json, MessageLang::En));
    let whole = shown(MessageFormat::Full, MessageLang::En);
    Said { name, status: status(&outcome), full, whole, concise, json }
}

/// What every case said, in the order of their names; checked by as many threads as there are processors.
fn said() -> &'static [Said] {
    static SAID: OnceLock<Vec<Said>> = OnceLock::new();
    SAID.get_or_init(|| {
        let cases = cases();
        let next = AtomicUsize::new(0);
        let said = Mutex::new(Vec::new());
        let work = || {
            while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                let one = check(case);
                said.lock().expect("what was said").push(one);
            }
        };
        thread::scope(|scope| {
            for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
                scope.spawn(work);
            }
        });
        let mut said = said.into_inner().expect("what was said");
        said.sort_by(|a, b| a.name.cmp(&b.name));
        said
    })
}

#[test]
fn every_case_gives_its_messages() {
    let mut faults = Vec::new();
    for said in said() {
        let case = repository("tests/rules").join(&said.name);
        for ((_, _, file), full) in EXPECTED.iter().zip(&said.full) {
            let text = format!("{full}exit status: {}\n", said.status);
            faults.extend(snapshot::compare(&case.join(file), &text).err());
            faults.extend(misfit(said, full));
        }
    }
    snapshot::report(faults);
}

/// What a case's messages lack to be what its name says: the code of an `E…` case, and no other; none at all in an
/// `accepted-…` case.
fn misfit(said: &Said, full: &str) -> Option<String> {
    let Said { name, status, .. } = said;
    let codes: BTreeSet<&str> = full.lines().filter_map(code).collect();
    let wanted = match name.split('-').next() {
        Some("accepted") => BTreeSet::new(),
        _ if name.contains("several") => return None,
        code => code.into_iter().collect(),
    };
    let status_fits = if codes.is_empty() { *status == 0 } else { *status <= 1 };
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
    // Those of workbooks have theirs in `sheet_edits.rs`, which holds them against the same list.
    for code in qingdan::pipeline::codes().into_iter().filter(|code| !qingdan::sheet::CODES.contains(code)) {
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
    for Said { name, whole, concise, json, .. } in said() {
        let codes: Vec<&str> = whole.lines().filter_map(code).collect();
        let short = concise.lines().filter_map(|line| line.split_once(": "));
        let short: Vec<&str> = short.map(|(_, rest)| rest).filter_map(code).collect();
        assert_eq!(short, codes, "{name}: concise\n{concise}");
        let objects: Vec<serde_json::Value> =
            json.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect();
        let named: Vec<&str> = objects.iter().filter_map(|object| object["code"].as_str()).collect();
        assert_eq!(named, codes, "{name}: JSON");
    }
}

#[test]
fn the_program_says_the_same_and_leaves_the_files_alone() {
    for name in PROCESSES {
        let case = repository("tests/rules").join(name);
        let said = said().iter().find(|said| said.name == name).unwrap_or_else(|| panic!("there is no case {name}"));
        let root = lay_out(&case);
        let before = folder::read(root.path());
        let added = arguments(&case);
        let run = |more: &[&str]| {
            let added = added.iter().map(String::as_str);
            let run = program::run(
                root.path(),
                &["check"].into_iter().chain(added).chain(more.iter().copied()).collect::<Vec<_>>(),
            );
            // What programs read goes to the standard output, and nothing else does.
            let (text, other) =
                if more.contains(&"json") { (&run.stdout, &run.stderr) } else { (&run.stderr, &run.stdout) };
            assert_eq!(other, "", "{name}: {more:?}");
            let status = run.status.unwrap_or_else(|| panic!("{name} hangs or was killed"));
            assert_eq!(status, i32::from(said.status), "{name} {more:?}");
            program::steady(text)
        };
        for ((language, ..), full) in EXPECTED.iter().zip(&said.full) {
            assert_eq!(run(&["--content", "content", "--lang", language]), *full, "{name}");
        }
        let [end, _] = &said.full;
        let concise = run(&["--lang", "en", "--format", "concise"]);
        let closing = concise.strip_prefix(&said.concise).unwrap_or_else(|| panic!("{name}: {concise}"));
        assert!(end.ends_with(closing), "{name}: {concise}");
        assert_eq!(run(&["--lang", "en", "--format", "json"]), said.json, "{name}");
        assert!(folder::read(root.path()) == before, "{name}: something was written");
    }
}
