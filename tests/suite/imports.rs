//! The files of `tests/import`, made by the programs of others, and what a careful person would make of every cell.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use qingdan::diag::{Failure, Severity};
use qingdan::import::build::Said;
use qingdan::import::record::{Fate, Traced};
use qingdan::pipeline::{self, ImportJob, Imported, Job, import};
use serde_json::Value;

use crate::support::{Silence, folder, repository, scratch};

/// Share of values that must be under the right key.
const LANDED: f64 = 0.97;

/// What is expected of one file.
struct Expected {
    set: String,
    name: String,
    file: String,
    refused: bool,
    cells: Vec<Value>,
    blocks: Vec<Value>,
}

fn expected(set: &str) -> Vec<Expected> {
    let mut paths: Vec<PathBuf> = fs::read_dir(repository(set).join("expected"))
        .expect("a folder")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a file");
        let value: Value = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let list = |key: &str| value[key].as_array().cloned().unwrap_or_default();
        Expected {
            set: set.to_owned(),
            name: path.file_stem().expect("a name").to_string_lossy().into_owned(),
            file: value["file"].as_str().expect("a file").to_owned(),
            refused: value["outcome"] == "refused",
            cells: list("cells"),
            blocks: list("blocks"),
        }
    };
    paths.into_iter().map(read).collect()
}

/// The files that the importer was made with, and those that somebody made who had not seen it.
const SETS: [&str; 2] = ["tests/import", "tests/import/unseen"];

fn job(expected: &Expected) -> ImportJob {
    ImportJob {
        files: vec![repository(&expected.set).join("files").join(&expected.file)],
        content: repository("tests/sites/forms/content"),
        said: Said { id: Some("imported".into()), region: Some("shuangyu".into()), ..Said::default() },
        columns: Vec::new(),
        dry_run: true,
    }
}

fn run(expected: &Expected) -> Result<Imported, Failure> {
    import(&job(expected))
}

/// A text without blanks and punctuation, with figures and letters of one width.
fn core(text: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    let counts = |c: &char| (c.is_alphanumeric() && !('①'..='⑳').contains(c)) || matches!(c, '√' | '×');
    text.chars().map(narrow).filter(counts).collect()
}

/// Words that say under which key what follows them belongs.
const LABELS: [&str; 3] = ["承接部门：", "工作方式：", "电话："];

/// The runs of letters and figures of a text.
fn runs(text: &str) -> Vec<String> {
    let text = LABELS.iter().fold(text.to_owned(), |text, label| text.replace(label, " "));
    let parts = text.split(|c: char| !c.is_alphanumeric() || c == '转' || ('①'..='⑳').contains(&c)).map(core);
    parts.filter(|run| run.chars().count() > 1).collect()
}

/// The place as the program says it: `表2!B5` for `T2!B5`, `B5` in a CSV file.
fn place(cell: &str, expected: &Expected) -> String {
    let inner = |part: &str| match part.strip_prefix('T').and_then(|rest| rest.split_once('!')) {
        Some((table, cell)) if table.chars().all(|c| c.is_ascii_digit()) => format!("表{table}!{cell}"),
        _ => part.to_owned(),
    };
    let csv = expected.file.ends_with(".csv");
    let bare = cell.strip_prefix(&format!("{}!", expected.name)).filter(|_| csv);
    match bare {
        Some(bare) => bare.to_owned(),
        None => cell.split('/').map(inner).collect::<Vec<String>>().join("/"),
    }
}

/// The numbers of one file.
#[derive(Default)]
struct Score {
    values: usize,
    landed: usize,
    noted: usize,
    wrong: usize,
    lost: usize,
}

struct Held {
    score: Score,
    told: String,
}

fn hold(expected: &Expected, imported: &Imported) -> Held {
    let mut held = Held { score: Score::default(), told: String::new() };
    let by_place: BTreeMap<&str, &Traced> = imported.read.trace.iter().map(|one| (one.place.as_str(), one)).collect();
    let paragraphs: Vec<&Traced> = imported.read.trace.iter().filter(|one| one.place.starts_with('¶')).collect();
    let output: String = imported.files.new.iter().chain(&imported.files.added).map(|(_, text)| core(text)).collect();
    let all: Vec<Value> = expected
        .cells
        .iter()
        .cloned()
        .chain(expected.blocks.iter().flat_map(|block| spread(block, imported)))
        .collect();
    let mut met = std::collections::BTreeSet::new();
    for cell in &all {
        let (at, key) = (cell["cell"].as_str().expect("a cell"), cell["key"].as_str().expect("a key"));
        let text = cell["printed"].as_str().or(cell["value"].as_str()).unwrap_or_default();
        let is_paragraph = at.strip_prefix('P').is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()));
        let found = if is_paragraph {
            paragraphs.iter().copied().find(|one| one.place == at.replace('P', "¶"))
        } else {
            // A table inside a cell is part of its text, or stands for the cell.
            let whole = place(at, expected);
            let outer = whole.split_once('/').and_then(|(outer, _)| by_place.get(outer));
            let outer = outer.filter(|one| core(&one.text).contains(&core(text)));
            let inner = || whole.rsplit_once('/').and_then(|(_, inner)| by_place.get(inner));
            by_place.get(whole.as_str()).or(outer).or_else(inner).copied()
        };
        let Some(found) = found else {
            if cell["automatic"] == true {
                continue;
            }
            held.score.lost += 1;
            held.score.values += 1;
            writeln!(held.told, "  lost {at} {key} {text}").expect("a string");
            continue;
        };
        met.insert(found.place.clone());
        let value = cell["value"].as_str().unwrap_or_default();
        let ok = match (key, &found.fate) {
            ("section", Fate::Key(key)) if key == "section" => true,
            ("head", Fate::Key(_)) if at.contains('/') => true,
            ("head" | "repeated-head", fate) => matches!(fate, Fate::Head),
            ("section" | "part-heading" | "empty-part", fate) => {
                matches!(fate, Fate::Section | Fate::Title | Fate::Note)
                    || matches!(fate, Fate::Key(key) if key.ends_with("body"))
            }
            ("count", fate) => matches!(fate, Fate::Count | Fate::Note | Fate::Section),
            ("filler" | "blank", fate) => !matches!(fate, Fate::Key(_)) || output_has(&output, value),
            ("report", _) => true,
            (key, fate) if key.starts_with("list.") => matches!(fate, Fate::Title | Fate::Note | Fate::Section),
            ("note", fate) => {
                matches!(fate, Fate::Note)
                    || matches!(fate, Fate::Key(key) if key.ends_with("notes") || key.ends_with("remarks"))
            }
            (_, Fate::Key(have)) if also(cell, have) => true,
            (key, Fate::Key(have)) => same(key, have),
            _ => false,
        };
        let structural = matches!(
            key,
            "head"
                | "repeated-head"
                | "section"
                | "part-heading"
                | "empty-part"
                | "count"
                | "filler"
                | "blank"
                | "report"
        ) || key.starts_with("list.");
        if structural {
            if !ok {
                writeln!(held.told, "  frame {at} {key} {:?} {text}", found.fate).expect("a string");
            }
            continue;
        }
        held.score.values += 1;
        let is_day = cell["printed"].as_str().is_some_and(|printed| output.contains(&core(printed)));
        let kept =
            is_day || output_has(&output, value) || matches!(key, "type" | "role" | "levels" | "change" | "number");
        if !kept {
            held.score.lost += 1;
            writeln!(held.told, "  lost in the files {at} {key} {value}").expect("a string");
        } else if ok {
            held.score.landed += 1;
        } else if matches!(found.fate, Fate::Note | Fate::Title) {
            held.score.noted += 1;
            writeln!(held.told, "  note {at} {key} {text}").expect("a string");
        } else {
            held.score.wrong += 1;
            writeln!(held.told, "  wrong {at} {key} {:?} {text}", found.fate).expect("a string");
        }
    }
    for one in imported.read.trace.iter().filter(|one| !met.contains(&one.place)) {
        writeln!(held.told, "  unexpected {} {:?} {}", one.place, one.fate, one.text).expect("a string");
    }
    held
}

/// Every run of a value is somewhere in the files.
fn output_has(output: &str, value: &str) -> bool {
    output.contains(&core(value)) || runs(value).iter().all(|run| output.contains(run.as_str()))
}

/// Whether a cell that holds several things is expected under this key as well.
fn also(cell: &Value, key: &str) -> bool {
    let others = cell["also"].as_array().into_iter().flatten();
    others.filter_map(Value::as_str).any(|other| same(other, key))
}

/// A stage may have a column of its own.
fn same(expected: &str, found: &str) -> bool {
    expected == found || (expected == "stages" && found.starts_with("stages:"))
}

/// A block as one expectation a cell.
fn spread(block: &Value, imported: &Imported) -> Vec<Value> {
    let cells = block["cells"].as_str().expect("cells");
    let (sheet, range) = cells.split_once('!').expect("a sheet");
    let (first, last) = range.split_once(':').expect("a range");
    let column: String = first.chars().take_while(char::is_ascii_alphabetic).collect();
    let line = |cell: &str| cell.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().expect("a row");
    let texts: BTreeMap<&str, &str> =
        imported.read.trace.iter().map(|one| (one.place.as_str(), one.text.as_str())).collect();
    let each = (line(first)..=line(last)).map(|row| {
        let place = format!("{sheet}!{column}{row}");
        let text = texts.get(place.as_str()).copied().unwrap_or_default();
        serde_json::json!({"cell": place, "key": block["key"], "value": text})
    });
    each.collect()
}

#[test]
fn every_cell_of_every_file_is_where_a_careful_person_would_put_it() {
    held("tests/import");
}

#[test]
fn so_is_every_cell_of_files_by_somebody_who_had_not_seen_the_importer() {
    held("tests/import/unseen");
}

/// Holds the files of a set: at least 97% of the values under their keys, the rest in notes, none under another key.
fn held(set: &str) {
    let mut all = Score::default();
    let mut told = String::new();
    for expected in expected(set).iter().filter(|expected| !expected.refused) {
        let imported = match run(expected) {
            Ok(imported) => imported,
            Err(failure) => {
                writeln!(told, "{failure}").expect("a string");
                all.lost += expected.cells.len();
                continue;
            }
        };
        let Held { score, told: own } = hold(expected, &imported);
        writeln!(
            told,
            "{}: {} of {} landed, {} noted, {} wrong, {} lost",
            expected.file, score.landed, score.values, score.noted, score.wrong, score.lost
        )
        .expect("a string");
        told.push_str(&own);
        all.values += score.values;
        all.landed += score.landed;
        all.noted += score.noted;
        all.wrong += score.wrong;
        all.lost += score.lost;
    }
    let share = all.landed as f64 / all.values as f64;
    let sum = format!(
        "{} of {} landed ({share:.4}), {} noted, {} wrong, {} lost",
        all.landed, all.values, all.noted, all.wrong, all.lost
    );
    if let Ok(path) = std::env::var("QINGDAN_IMPORTS") {
        fs::write(format!("{path}.{}", set.len()), format!("{told}{sum}\n")).expect("a report");
    }
    assert!(share >= LANDED && all.wrong == 0 && all.lost == 0, "{told}{sum}");
}

#[test]
fn what_holds_no_list_is_refused_with_advice() {
    for expected in
        SETS.iter().flat_map(|set| expected(set)).collect::<Vec<_>>().iter().filter(|expected| expected.refused)
    {
        let failure = run(expected).expect_err(&expected.file).words();
        assert!(failure.zh.contains(&expected.file) && failure.en.contains(&expected.file), "{failure:?}");
    }
}

/// Lists that were read can be built: nothing in them is a fault.
#[test]
fn what_was_imported_has_no_faults() {
    let mut told = String::new();
    for expected in
        SETS.iter().flat_map(|set| expected(set)).collect::<Vec<_>>().iter().filter(|expected| !expected.refused)
    {
        let scratch = scratch::folder();
        let content = scratch.path().join("content");
        folder::copy(&repository("tests/sites/forms/content"), &content);
        // The lists of the site are held elsewhere.
        fs::remove_dir_all(content.join("lists")).expect("lists");
        let mut job = job(expected);
        (job.content, job.dry_run) = (content.clone(), false);
        let imported = import(&job).unwrap_or_else(|failure| panic!("{}: {failure}", expected.file));
        assert!(!imported.written.is_empty());
        let check = Job { content, jobs: 1, ..Job::default() };
        let outcome = pipeline::run(&check, &Silence).expect("a check");
        for finding in outcome.findings.iter().filter(|finding| finding.severity == Severity::Error) {
            writeln!(
                told,
                "{}: {} {}:{} {} {:?}",
                expected.file,
                finding.code.id,
                finding.path,
                finding.position().0,
                finding.message.en,
                finding.source.lines().nth(finding.position().0 - 1)
            )
            .expect("a string");
        }
    }
    assert!(told.is_empty(), "{told}");
}
