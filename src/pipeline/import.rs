//! Files of an office and a content folder in; a new list in the folder, and a report of every cell, out.

use std::path::{Path, PathBuf};

use crate::check;
use crate::diag::{Failure, Finding, Message, Sink};
use crate::import::build::{Files, NoPlace, Said, build};
use crate::import::document::{Block, Document, column_name};
use crate::import::read::read as read_file;
use crate::import::record::Read;
use crate::import::report::{Report, report};
use crate::import::sheets::{Named, read};
use crate::load::{load, office_file, text_of};
use crate::model::Id;
use crate::publish::add_to_content;
use crate::sheet::is_own;
use crate::start::can_be_added;

use super::findings::findings;

/// What to import, and where.
#[derive(Clone, Debug)]
pub struct ImportJob {
    /// The files; `-` is the standard input.
    pub files: Vec<PathBuf>,
    /// Folder of the content.
    pub content: PathBuf,
    /// What the user says of the list.
    pub said: Said,
    /// Columns that the user says: place, counted from 0, and key.
    pub columns: Vec<(u32, String)>,
    /// Whether to report alone.
    pub dry_run: bool,
}

/// What came of an import.
#[derive(Debug, Default)]
pub struct Imported {
    /// Faults in the content folder; where there are any, nothing was read.
    pub findings: Vec<Finding>,
    /// The files of the list.
    pub files: Files,
    /// What was read.
    pub read: Read,
    /// What became of it.
    pub report: Report,
    /// Files that were written or added to; none in a dry run.
    pub written: Vec<PathBuf>,
}

/// Makes a list of files of an office.
///
/// # Errors
///
/// Fails where a file cannot be read or holds no list, where nothing says of which region the list is, or where the list
/// is there already.
pub fn import(job: &ImportJob) -> Result<Imported, Failure> {
    if let Some(id) = job.said.id.as_deref().filter(|id| !Id::new(id).is_well_formed()) {
        let words = Message::new(
            format!("“{id}”不能作 id：只用小写字母、数字和连字符，例如 jize-water"),
            format!("“{id}” cannot be an id: small letters, figures and hyphens alone, such as jize-water"),
        );
        return Err(Failure::Option { option: "--id", words });
    }
    let mut named = Vec::new();
    for path in &job.files {
        let (name, bytes) = office_file(path)?;
        if let Some(list) = is_own(&bytes) {
            return Err(Failure::Refused { words: own_workbook(&name, &list) });
        }
        let document = read_file(&name, &bytes).map_err(|refusal| {
            let shown = if name.is_empty() { "-".to_owned() } else { name.clone() };
            Failure::Refused { words: refusal.message(&shown) }
        })?;
        let name = if name.is_empty() { "粘贴的文字.txt".to_owned() } else { name };
        named.push(Named { name, document });
    }
    let read = read(&named, &job.columns);
    if read.rows.is_empty() {
        return Err(Failure::Refused { words: no_rows(&named, &read) });
    }
    let mut sink = Sink::new();
    let mut sources = load(&job.content, &mut sink)?;
    if sink.has_errors() {
        return Ok(Imported { findings: findings(&sources, &sink), ..Imported::default() });
    }
    let Some((model, reader)) = check::known(&mut sources, &mut sink) else {
        return Ok(Imported { findings: findings(&sources, &sink), ..Imported::default() });
    };
    let names: Vec<String> = named.iter().map(|named| named.name.clone()).collect();
    let entries = |titles: &[String], source: &str| check::law_entries(&model, titles, source);
    let files = build(&read, &names, &job.said, &model, &reader, &entries).map_err(no_place)?;
    let taken =
        model.lists.iter().any(|list| *list.id == *files.id) || job.content.join("lists").join(&files.id).exists();
    if taken {
        return Err(Failure::Option { option: "--id", words: taken_id(&files.id) });
    }
    for (path, text) in &files.added {
        fits_register(&job.content, path, text)?;
    }
    let mut report = report(&read);
    for named in &named {
        report.unread.extend(named.document.unread.iter().cloned());
        report.hidden.extend(hidden(&named.document));
    }
    let written = if job.dry_run { Vec::new() } else { add_to_content(&job.content, &files.new, &files.added)? };
    Ok(Imported { findings: Vec::new(), files, read, report, written })
}

/// Entries go to the end of a register only where it reads as one afterwards.
fn fits_register(content: &Path, path: &str, text: &str) -> Result<(), Failure> {
    let full = content.join(path);
    if !full.exists() || can_be_added(&text_of(content, Path::new(path)), text) {
        return Ok(());
    }
    let words = Message::new(
        format!("{} 的写法不便在末尾添加；请先把下面的内容加进去，再导入：\n{text}", full.display()),
        format!(
            "nothing can be added to the end of {} as it is written; add this to it first, then import again:\n{text}",
            full.display()
        ),
    );
    Err(Failure::Refused { words })
}

/// Sheets, rows and columns that a file hides.
fn hidden(document: &Document) -> Vec<String> {
    let mut hidden = Vec::new();
    for block in &document.blocks {
        let Block::Sheet(sheet) = block else { continue };
        if sheet.hidden {
            hidden.push(sheet.name.clone());
        }
        hidden.extend(sheet.rows.iter().filter(|row| row.hidden).map(|row| format!("{}!{}", sheet.name, row.line)));
        hidden.extend(sheet.hidden_columns.iter().map(|column| format!("{}!{}", sheet.name, column_name(*column))));
    }
    hidden
}

fn no_rows(named: &[Named], read: &Read) -> Message {
    let names: Vec<&str> = named.iter().map(|named| named.name.as_str()).collect();
    let names = names.join(", ");
    let pictures = named.iter().map(|named| named.document.unread.len()).sum::<usize>();
    if read.trace.is_empty() && pictures > 0 {
        return Message::new(
            format!(
                "{names}：文件里只有图片，没有文字。请找来原来的 Word 或 Excel 文件；只有扫描件时，先用文字识别软件转成文字。"
            ),
            format!(
                "{names}: the file holds pictures and no text; take the original Word or Excel file, or run the scan through text recognition first"
            ),
        );
    }
    Message::new(
        format!(
            "{names}：没有找到清单的表格（读到 {} 处文字）。表头应有“权力名称”“事项名称”“主要职责”之类的列；表头写法特别时，用 --columns 指明，例如 --columns \"B=name,D=basis\"。",
            read.trace.len()
        ),
        format!(
            "{names}: no table of a list was found ({} pieces of text were read); a head has columns such as 权力名称, 事项名称 or 主要职责. Where yours has others, name them with --columns, such as --columns \"B=name,D=basis\"",
            read.trace.len()
        ),
    )
}

fn no_place(why: NoPlace) -> Failure {
    let words = match why {
        NoPlace::Unsaid => Message::new(
            "文件里看不出是哪个地方的清单。请指明，例如 --region 鸡泽县 或 --region 130431；不在国家行政区划里的地方先在 regions.yaml 里登记。",
            "the file does not say of which place the list is; name it, such as --region 鸡泽县 or --region 130431. Register a place outside of the administrative divisions in regions.yaml first",
        ),
        NoPlace::Unknown(typed) => Message::new(
            format!("没有叫“{typed}”的地方。请写全名、六位代码，或 regions.yaml 里的 slug。"),
            format!(
                "no place is called “{typed}”; give the full name, the code of six digits, or a slug of regions.yaml"
            ),
        ),
        NoPlace::Several(names) => Message::new(
            format!("有 {} 个地方叫这个名字，请用代码指明：{}", names.len(), names.join("；")),
            format!("{} places have this name; say which by its code: {}", names.len(), names.join("; ")),
        ),
    };
    Failure::Option { option: "--region", words }
}

fn own_workbook(name: &str, list: &str) -> Message {
    Message::new(
        format!("{name} 是 qingdan sheet 写出的工作簿，要带回清单 {list}：请加上 --into {list}"),
        format!("{name} was written by qingdan sheet; to bring it back into the list {list} add --into {list}"),
    )
}

fn taken_id(id: &str) -> Message {
    Message::new(
        format!(
            "lists/{id} 已经有了。要新建一份，请另取一个 id，例如 --id {id}-2；要改原来那份，用 qingdan sheet 和 qingdan import --into。"
        ),
        format!(
            "lists/{id} is there already; for a new list give another id, such as --id {id}-2; to change the old one use qingdan sheet and qingdan import --into"
        ),
    )
}

/// The place of a column by its letters, counted from 0.
pub fn column_of(letters: &str) -> Option<u32> {
    let valid = !letters.is_empty() && letters.len() <= 3 && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    let figure =
        |letters: &str| letters.bytes().fold(0, |sum, byte| sum * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1);
    valid.then(|| figure(letters) - 1)
}

/// The folder that the files of a list lie in.
pub fn folder_of(content: &Path, id: &str) -> PathBuf {
    content.join("lists").join(id)
}
