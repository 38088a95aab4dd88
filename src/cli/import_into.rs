//! `qingdan import FILE --into LIST`: the workbook of a list brought back into it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::diag::formats::{MessageFormat, show};
use crate::diag::{Failure, Finding, Message, MessageLang, Severity};
use crate::pipeline::{self, BroughtBack, Change, What};

use super::output::{colour, print, say};

/// Characters of a text that is shown, at most.
const SHOWN: usize = 40;

/// How often the same fault of a column is shown before it is only counted.
const SAME: usize = 3;

/// How many cells a count names.
const CELLS: usize = 20;

/// Brings a workbook back and prints what changed, or what is wrong.
pub(super) fn run(
    files: &[PathBuf],
    list: &str,
    content: &Path,
    dry_run: bool,
    speech: MessageLang,
) -> Result<ExitCode, Failure> {
    let [file] = files else {
        let words =
            Message::new("一次带回一个工作簿，请只写一个文件", "one workbook is brought back at a time; name one file");
        return Err(Failure::Option { option: "--into", words });
    };
    let back = pipeline::bring_back(content, list, file, dry_run)?;
    let lines: Vec<String> = back.changes.iter().map(|change| line(change, speech) + "\n").collect();
    print(&lines.concat());
    say(&report(&back.findings, speech));
    let errors = back.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    say(&closing(&back, errors, list, dry_run, speech));
    Ok(ExitCode::from(u8::from(errors > 0)))
}

/// What faults have in common that are shown together: code, gravity, column.
type Like<'f> = (&'f str, Severity, String);

/// The faults, the same in the same column three times and then the cells alone.
fn report(findings: &[Finding], speech: MessageLang) -> String {
    let column = |finding: &Finding| finding.path.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let mut groups: Vec<(Like<'_>, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        let key = (finding.code.id, finding.severity, column(finding));
        match groups.iter_mut().find(|(have, _)| *have == key) {
            Some((_, group)) => group.push(finding),
            None => groups.push((key, vec![finding])),
        }
    }
    let mut text = String::new();
    for ((code, ..), group) in &groups {
        // Of four, the fourth is shown as well: a line that counts it says less and is no shorter.
        let few = if group.len() <= SAME + 1 { group.len() } else { SAME };
        let shown: Vec<Finding> = group[..few].iter().map(|finding| (*finding).clone()).collect();
        text += &show(&shown, MessageFormat::Full, speech, colour());
        let rest = &group[few..];
        if rest.is_empty() {
            continue;
        }
        let cells: Vec<&str> = rest.iter().take(CELLS).filter_map(|finding| finding.path.rsplit('!').next()).collect();
        let more = rest.len() > CELLS;
        text += &match speech {
            MessageLang::Zh => {
                let more = if more { "等" } else { "" };
                format!("……另有 {} 格同样的 {code}：{}{more}\n\n", rest.len(), cells.join("、"))
            }
            MessageLang::En => {
                let more = if more { " and others" } else { "" };
                format!("… and {} more cells with {code}: {}{more}\n\n", rest.len(), cells.join(", "))
            }
        };
    }
    text
}

fn line(Change { place, what }: &Change, speech: MessageLang) -> String {
    let zh = speech == MessageLang::Zh;
    match what {
        What::Cell { heading, old, new } => {
            format!("{place} {heading}: {} → {}", quoted(old, speech), quoted(new, speech))
        }
        What::Added(name) if zh => format!("{place} 新增：{}", short(name)),
        What::Added(name) => format!("{place} new: {}", short(name)),
        What::Removed(name, 0) if zh => format!("{place} 删去：{}", short(name)),
        What::Removed(name, 0) => format!("{place} removed: {}", short(name)),
        What::Removed(name, with) if zh => format!("{place} 删去，连同属于它的 {with} 行：{}", short(name)),
        What::Removed(name, with) => format!("{place} removed, with {with} that belong to it: {}", short(name)),
        What::Moved(name) if zh => format!("{place} 换了位置：{}", short(name)),
        What::Moved(name) => format!("{place} moved: {}", short(name)),
    }
}

/// A text on one line, or a word for none.
fn quoted(text: &str, speech: MessageLang) -> String {
    match (text.is_empty(), speech) {
        (true, MessageLang::Zh) => "（空）".to_owned(),
        (true, MessageLang::En) => "(empty)".to_owned(),
        (false, _) => short(text),
    }
}

fn short(text: &str) -> String {
    let line = text.trim().replace('\n', "⏎");
    if line.chars().count() <= SHOWN { line } else { line.chars().take(SHOWN).chain(['…']).collect() }
}

fn closing(back: &BroughtBack, errors: usize, list: &str, dry_run: bool, speech: MessageLang) -> String {
    let BroughtBack { changes, files, stale, .. } = back;
    let count = changes.len();
    let mut text = String::new();
    if *stale {
        text += match speech {
            MessageLang::Zh => "注意：写出这个工作簿以后，清单又改过；只带回在工作簿里改过的，其余以清单为准。\n",
            MessageLang::En => {
                "Note: the list has changed since this workbook was written; only what was changed in the workbook is brought back.\n"
            }
        };
    }
    let changes = if count == 1 { "1 change".to_owned() } else { format!("{count} changes") };
    let in_files = if *files == 1 { "1 file".to_owned() } else { format!("{files} files") };
    text += &match (speech, errors, count) {
        (MessageLang::Zh, 1.., _) => format!("工作簿有 {errors} 处错误；没有写任何文件，清单 {list} 未改动。\n"),
        (MessageLang::En, 1, _) => {
            format!("1 fault in the workbook; nothing was written, the list {list} is as it was.\n")
        }
        (MessageLang::En, 2.., _) => {
            format!("{errors} faults in the workbook; nothing was written, the list {list} is as it was.\n")
        }
        (MessageLang::Zh, 0, 0) => format!("工作簿与清单 {list} 一样，没有要改的。\n"),
        (MessageLang::En, 0, 0) => format!("The workbook says what the list {list} says; nothing to change.\n"),
        (MessageLang::Zh, 0, _) if dry_run => {
            format!("会改 {count} 处，{files} 个文件；没有写。去掉 --dry-run 即写入。\n")
        }
        (MessageLang::En, 0, _) if dry_run => {
            format!("{changes} in {in_files} would be made; nothing was written. Leave out --dry-run to make them.\n")
        }
        (MessageLang::Zh, 0, _) => format!("已改 {count} 处，写入 {files} 个文件。\n"),
        (MessageLang::En, 0, _) => format!("Made {changes} in {in_files}.\n"),
    };
    text
}
