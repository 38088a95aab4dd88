//! One file in, its records or its faults out.

#![expect(clippy::disallowed_methods, reason = "load is one of the two stages that read files")]

use std::collections::HashMap;
use std::path::Path;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::diag::{At, Code, Diagnostic, Failure, FileId, Message, Place, Sink};
use crate::model::{Agency, Department, Id, Item, Lang, Law, List, ListPart, Regime, Region, Site, Term, Topic};

use super::codes::{NOT_UTF8, PAGE_HEADING, PASSED_OVER, UNKNOWN_FILE, WRONG_VALUE, YAML_SYNTAX};
use super::diagnose::diagnose;
use super::layout::{Changed, FileKind, Meant};

/// What one file holds.
#[derive(Clone, Debug)]
pub enum ContentFile {
    /// `site.yaml`.
    Site(Box<Site>),
    /// `regions.yaml`.
    Regions(Vec<Region>),
    /// `departments.yaml`.
    Departments(Vec<Department>),
    /// `topics.yaml`.
    Topics(Vec<Topic>),
    /// `terms.yaml`.
    Terms(Vec<Term>),
    /// `agencies.yaml`.
    Agencies(Vec<Agency>),
    /// A file of laws.
    Laws(Vec<Law>),
    /// The header of a list, or all of it, and the name of its folder or file.
    List(String, Box<List>),
    /// Collections of the list in that folder.
    Part(String, ListPart),
    /// Items of the list in that folder, from a table that may call offices and the like by their names.
    Table(String, Vec<Item>),
    /// A regime of the list in that folder.
    Regime(String, Box<Regime>),
    /// A free page: name, language, title, Markdown below the title.
    Page(Id, Lang, String, String),
}

/// What readable files hold, in the order of the files, and the SHA-256 of each file that was read.
pub(super) type Read = (Vec<(FileId, ContentFile)>, HashMap<FileId, [u8; 32]>);

/// Reads files in parallel; results and faults come back in the order of the files.
pub(super) fn read_all(
    root: &Path,
    files: &[(FileId, &Path, FileKind)],
    changed: &Changed,
    sink: &mut Sink,
) -> Result<Read, Failure> {
    let results: Vec<Result<(Option<ContentFile>, [u8; 32], Sink), Failure>> = files
        .par_iter()
        .map(|(id, path, kind)| {
            let mut sink = Sink::new();
            let bytes = match changed.get(*path) {
                Some(Some(text)) => text.clone().into_bytes(),
                _ => bytes_of(root, path, kind)?,
            };
            let document = read(&bytes, *id, &root.join(path), kind, &mut sink);
            Ok((document, Sha256::digest(&bytes).into(), sink))
        })
        .collect();
    let mut documents = Vec::with_capacity(files.len());
    let mut digests = HashMap::with_capacity(files.len());
    for (result, (id, ..)) in results.into_iter().zip(files) {
        let (document, digest, faults) = result?;
        sink.absorb(faults);
        documents.extend(document.map(|document| (*id, document)));
        digests.insert(*id, digest);
    }
    Ok((documents, digests))
}

/// The bytes of a file; of one that has no place, and so is not read, none.
pub(super) fn bytes_of(root: &Path, path: &Path, kind: &FileKind) -> Result<Vec<u8>, Failure> {
    if matches!(kind, FileKind::Stray(_) | FileKind::PassedOver(_)) {
        return Ok(Vec::new());
    }
    let full = root.join(path);
    match std::fs::read(&full) {
        // A folder in the place of a file; `read` says so.
        Err(_) if full.is_dir() => Ok(Vec::new()),
        read => read.map_err(Failure::read(&full)),
    }
}

/// What the bytes of a file hold.
pub(super) fn read(bytes: &[u8], id: FileId, path: &Path, kind: &FileKind, sink: &mut Sink) -> Option<ContentFile> {
    if let FileKind::PassedOver(meant) = kind {
        sink.push(passed_over(id, path, meant));
        return None;
    }
    if let FileKind::Stray(meant) = kind {
        sink.push(stray(id, meant.as_deref()));
        return None;
    }
    if bytes.is_empty() && path.is_dir() {
        sink.push(folder(id));
        return None;
    }
    let is_table = matches!(kind, FileKind::Table(_));
    let text = match str::from_utf8(bytes) {
        // UTF-16 of Latin letters alone is UTF-8 as well, with a NUL beside each.
        Ok(text) if is_table && text.contains('\0') => {
            sink.push(not_utf8(id, text.find('\0').unwrap_or_default(), bytes, is_table));
            return None;
        }
        Ok(text) => text,
        Err(error) => {
            sink.push(not_utf8(id, error.valid_up_to(), bytes, is_table));
            return None;
        }
    };
    match kind {
        FileKind::Site => yaml(text, id, sink).map(|site| ContentFile::Site(Box::new(site))),
        FileKind::Regions => yaml(text, id, sink).map(ContentFile::Regions),
        FileKind::Departments => yaml(text, id, sink).map(ContentFile::Departments),
        FileKind::Topics => yaml(text, id, sink).map(ContentFile::Topics),
        FileKind::Terms => yaml(text, id, sink).map(ContentFile::Terms),
        FileKind::Agencies => yaml(text, id, sink).map(ContentFile::Agencies),
        FileKind::Laws => yaml(text, id, sink).map(ContentFile::Laws),
        FileKind::List(name) => yaml(text, id, sink).map(|list| ContentFile::List(name.clone(), Box::new(list))),
        FileKind::Part(list) => yaml(text, id, sink).map(|part| ContentFile::Part(list.clone(), part)),
        FileKind::Table(list) => {
            super::table::items(text, id, sink).map(|items| ContentFile::Table(list.clone(), items))
        }
        FileKind::Regime(list) => {
            yaml(text, id, sink).map(|regime| ContentFile::Regime(list.clone(), Box::new(regime)))
        }
        FileKind::Page(name, lang) => page(text, id, name, lang, sink),
        FileKind::Stray(_) | FileKind::PassedOver(_) | FileKind::Foreign => None,
    }
}

/// Reads YAML straight into its type; where that fails, finds out all that is wrong.
fn yaml<T: DeserializeOwned>(text: &str, id: FileId, sink: &mut Sink) -> Option<T> {
    if text.trim_start_matches('\u{feff}').lines().all(|line| line.trim().is_empty() || line.trim().starts_with('#')) {
        sink.push(unreadable(&YAML_SYNTAX, Place::file(id), Message::new("文件是空的", "the file is empty")));
        return None;
    }
    super::cut::warn(text, id, sink);
    match serde_yaml::from_str::<T>(text) {
        Ok(value) => Some(value),
        Err(error) => {
            if !diagnose::<T>(text, id, sink) {
                let at =
                    error.location().map_or(At::File, |place| At::Bytes(bytes(text, place.line(), place.column())));
                let place = Place { file: id, at };
                let what = error.to_string();
                sink.push(if what.contains("multiple YAML documents") {
                    let message = Message::new("`---` 之后又是一个文件", "another document starts after `---`");
                    unreadable(&YAML_SYNTAX, place, message)
                } else if what.contains("budget breached") {
                    let message = Message::new(
                        "文件太大或层次太深，不能一次读入：分成几个文件",
                        "the file is too large, or nested too deep, to be read at once: split it",
                    );
                    unreadable(&WRONG_VALUE, place, message)
                } else {
                    // The two readers disagree: say what the first one says, where it says it.
                    let what = what.lines().next().unwrap_or_default();
                    let message = Message::new(format!("无法读入：{what}"), format!("this cannot be read: {what}"));
                    unreadable(&WRONG_VALUE, place, message)
                });
            }
            None
        }
    }
}

fn unreadable(code: &'static Code, place: Place, message: Message) -> Diagnostic {
    let help = Message::new(
        "写法见 docs/data-format.md；没有内容的文件可以删去",
        "docs/data-format.md says how it is written; a file with nothing to say can be deleted",
    );
    Diagnostic::error(code, place, message).help(help)
}

/// The byte range of the character at a line and column, both counted from 1.
fn bytes(text: &str, line: u64, column: u64) -> std::ops::Range<usize> {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1) as usize).map(str::len).sum();
    let mut rest = text[start..].char_indices().skip(column.saturating_sub(1) as usize);
    let from = rest.next().map_or(text.len(), |(at, _)| start + at);
    let to = rest.next().map_or(text.len(), |(at, _)| start + at);
    from..to
}

fn page(text: &str, id: FileId, name: &str, lang: &str, sink: &mut Sink) -> Option<ContentFile> {
    let start = text.len() - text.trim_start_matches('\u{feff}').trim_start().len();
    let (first, body) = text[start..].split_once('\n').unwrap_or((&text[start..], ""));
    let title = first.strip_prefix("# ").map(str::trim).filter(|title| !title.is_empty());
    let Some(title) = title else {
        let message = Message::new("页面没有以一级标题开头", "the page does not open with a first-level heading");
        let help = Message::new("第一行写“# 题目”", "make `# Title` the first line");
        let place = Place { file: id, at: At::Bytes(start..start + first.trim_end().len()) };
        sink.push(Diagnostic::error(&PAGE_HEADING, place, message).help(help));
        return None;
    };
    let Some(lang) = Lang::new(lang) else {
        sink.push(stray(id, None));
        return None;
    };
    Some(ContentFile::Page(Id::new(name), lang, title.to_owned(), body.to_owned()))
}

fn stray(id: FileId, meant: Option<&str>) -> Diagnostic {
    let message = Message::new("内容目录里没有这个文件的位置", "the content folder has no place for this file");
    let help = match meant {
        Some(name) => Message::new(format!("是不是 `{name}`？改名即可"), format!("did you mean `{name}`? rename it")),
        None => Message::new(
            "改名或移动到 docs/data-format.md 所列的位置",
            "rename or move it to a place that docs/data-format.md lists",
        ),
    };
    Diagnostic::error(&UNKNOWN_FILE, Place::file(id), message).help(help)
}

fn folder(id: FileId) -> Diagnostic {
    let message = Message::new("这是一个文件夹，这里要的是文件", "this is a folder; a file is wanted here");
    let help = Message::new(
        "里面如有同名的文件，把它移出来；文件夹改名或删去",
        "if the file lies inside, move it out; rename the folder or take it away",
    );
    Diagnostic::error(&UNKNOWN_FILE, Place::file(id), message).help(help)
}

fn passed_over(id: FileId, path: &Path, meant: &Meant) -> Diagnostic {
    let message = Message::new("这个文件没有读入", "this file is not read");
    let path = path.display();
    let help = match meant {
        Meant::Named(name) => Message::new(
            format!("改名为 `{name}`（Windows 里先打开“查看 → 文件扩展名”）"),
            format!("rename it to `{name}` (in Windows turn on View, File name extensions first)"),
        ),
        Meant::Table => Message::new(
            format!("用 `qingdan import {path}` 把它转成清单；只留作底稿的，移到 content 以外"),
            format!(
                "turn it into a list with `qingdan import {path}`; if it is kept for reference, move it out of the content"
            ),
        ),
        Meant::Document => Message::new(
            "在 Word 或 WPS 里另存为 .docx，再用 `qingdan import` 转成清单；只留作底稿的，移到 content 以外",
            "save it as .docx in Word or WPS and turn that into a list with `qingdan import`; if it is kept for reference, move it out of the content",
        ),
    };
    Diagnostic::warning(&PASSED_OVER, Place::file(id), message).help(help)
}

fn not_utf8(id: FileId, at: usize, bytes: &[u8], is_table: bool) -> Diagnostic {
    let marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let (zh, en) = if marked || (is_table && bytes.contains(&0)) {
        ("UTF-16", "UTF-16")
    } else if is_table && is_gbk(bytes) {
        ("GBK", "GBK")
    } else {
        ("GBK 或其他旧编码", "GBK or another legacy encoding")
    };
    let message =
        Message::new(format!("文件不是 UTF-8，可能是 {zh}"), format!("the file is not UTF-8; it may be {en}"));
    let help = if is_table {
        Message::new(
            "另存为 UTF-8：Excel 和 WPS 里选“另存为”，类型选“CSV UTF-8（逗号分隔）”",
            "save it as UTF-8: in Excel choose Save As, then the type CSV UTF-8 (Comma delimited)",
        )
    } else {
        Message::new(
            "另存为 UTF-8：记事本里选“另存为”，编码选“UTF-8”",
            "save it as UTF-8: in Notepad choose Save As, then the encoding UTF-8",
        )
    };
    // What cannot be read is shown as U+FFFD, three bytes long.
    let place = Place { file: id, at: At::Bytes(at..at + if bytes.get(at) == Some(&0) { 1 } else { 3 }) };
    Diagnostic::error(&NOT_UTF8, place, message).help(help)
}

/// Whether every byte that is not ASCII begins or ends a character of GBK.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(first) = rest.next() {
        let fits = match first {
            0x00..=0x7f => true,
            0x81..=0xfe => rest.next().is_some_and(|second| matches!(second, 0x40..=0x7e | 0x80..=0xfe)),
            _ => false,
        };
        if !fits {
            return false;
        }
    }
    true
}
