//! A list in, its workbook out; the workbook in, the list with its changes out, or all that is wrong with them.

use std::collections::HashMap;
use std::path::Path;

use crate::check::check;
use crate::diag::{Failure, Finding, Message, Severity, Sink};
use crate::load::{Changed, Sources, bytes, list_files, load_with};
use crate::publish;
use crate::sheet::{self, Change, Unfit, Written};

use super::findings::placed;

/// What came of bringing a workbook back.
#[derive(Debug, Default)]
pub struct BroughtBack {
    /// What is wrong with the workbook, or with the list as it would be.
    pub findings: Vec<Finding>,
    /// What changed.
    pub changes: Vec<Change>,
    /// How many files change.
    pub files: usize,
    /// Whether the list has changed since the workbook was made.
    pub stale: bool,
    /// Whether the files were written.
    pub written: bool,
}

/// Writes the workbook of a list.
///
/// # Errors
///
/// Fails where there is no such list, a file of it is no YAML, or the workbook cannot be written.
pub fn sheet(content: &Path, list: &str, output: &Path) -> Result<Written, Failure> {
    let (id, files) = list_files(content, list)?;
    let written = sheet::workbook(&id, &files).map_err(|unfit| failure(unfit, content, output))?;
    publish::write(output, &written.bytes).map_err(Failure::nothing_written)?;
    Ok(written)
}

/// Brings a workbook back into its list. Nothing is written where anything is wrong, or on a trial.
///
/// # Errors
///
/// Fails where the workbook is none of this list, or a file cannot be read or written.
pub fn bring_back(content: &Path, list: &str, workbook: &Path, trial: bool) -> Result<BroughtBack, Failure> {
    let (id, files) = list_files(content, list)?;
    let read = bytes(workbook)?;
    let name = workbook.display().to_string();
    let compared = sheet::compare(&id, &files, &name, &read).map_err(|unfit| failure(unfit, content, workbook))?;
    let mut findings = Vec::new();
    // Where rows or cells cannot be told, what the list would be says nothing.
    let is_told = compared.findings.iter().all(|finding| finding.severity != Severity::Error);
    if is_told && !compared.files.is_empty() {
        let before = faults(content, &Changed::new())?;
        let mut known: HashMap<(&str, String), usize> = HashMap::new();
        for (_, finding) in &before {
            *known.entry((finding.code.id, finding.message.zh.clone())).or_default() += 1;
        }
        for (path, finding) in faults(content, &compared.files)? {
            if let Some(left) = known.get_mut(&(finding.code.id, finding.message.zh.clone())).filter(|left| **left > 0)
            {
                *left -= 1;
                continue;
            }
            let span = finding.span.clone().unwrap_or(0..0);
            findings.push(compared.in_cell(finding, &path, &span));
        }
    }
    let (changes, stale, changed) = (compared.changes, compared.stale, compared.files);
    findings.splice(0..0, compared.findings);
    let is_wrong = findings.iter().any(|finding| finding.severity == Severity::Error);
    let written = !is_wrong && !trial && !changed.is_empty();
    if written {
        publish::replace(content, &changed).map_err(Failure::nothing_written)?;
    }
    Ok(BroughtBack { findings, changes, files: changed.len(), stale, written })
}

/// What is wrong with a content folder, with some files changed, as far as the records go.
fn faults(content: &Path, changed: &Changed) -> Result<Vec<(std::path::PathBuf, Finding)>, Failure> {
    let mut sink = Sink::new();
    let mut sources: Sources = load_with(content, changed, &mut sink)?;
    if !sink.has_errors() {
        check(&mut sources, &mut sink);
    }
    Ok(placed(&sources, &sink, changed))
}

fn failure(unfit: Unfit, content: &Path, workbook: &Path) -> Failure {
    let (path, words) = match unfit {
        Unfit::NotYaml(path) => (
            content.join(path),
            Message::new(
                "不符合 YAML 写法，先用 qingdan check 找出来改好",
                "this is not YAML; `qingdan check` shows where; mend it first",
            ),
        ),
        Unfit::Library(error) => (
            workbook.to_owned(),
            Message::new(format!("不能写成工作簿：{error}"), format!("cannot be written as a workbook: {error}")),
        ),
        Unfit::OpenDocument => (
            workbook.to_owned(),
            Message::new(
                "是 .ods；用 LibreOffice、WPS 或 Excel 打开，另存为 .xlsx",
                "this is an .ods; open it and save it as .xlsx",
            ),
        ),
        Unfit::NoWorkbook => (
            workbook.to_owned(),
            Message::new(
                "不是 .xlsx 工作簿，或者加了密码；在 Excel 或 WPS 里去掉密码，另存为 .xlsx",
                "this is no .xlsx workbook, or it has a password; take the password off and save it as .xlsx",
            ),
        ),
        Unfit::NotOurs => (
            workbook.to_owned(),
            Message::new(
                "不是 qingdan sheet 写出的工作簿；自己的表格，不带 --into 导入成新的清单",
                "this workbook was not made by `qingdan sheet`; import a table of your own as a new list, without --into",
            ),
        ),
        Unfit::Later(version) => (
            workbook.to_owned(),
            Message::new(
                format!("是较新的程序写出的（版式 {version}），请更新本程序"),
                format!("a later version of the program made it (layout {version}); update this one"),
            ),
        ),
        Unfit::OtherList(list) => (
            workbook.to_owned(),
            Message::new(
                format!("这是清单 {list} 的工作簿，写 --into {list}"),
                format!("this is the workbook of the list {list}; write --into {list}"),
            ),
        ),
    };
    Failure::Workbook { path, words }
}
