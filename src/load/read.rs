//! One file in, its records or its faults out.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::diag::{At, Code, Diagnostic, FileId, Message, Place, Sink};
use crate::model::{
    Agency, Department, FreePage, Id, Item, Lang, Law, List, ListPart, PublishedAddress, Regime, Region,
    Reorganisation, Site, Term, Topic, Translated,
};
use crate::text::{fold, fold_lines};

use super::bytes::Bytes;
use super::codes::{NOT_UTF8, PAGE_HEADING, WRONG_VALUE, YAML_SYNTAX};
use super::diagnose::diagnose;
use super::layout::FileKind;
use super::strange;

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
    /// `reorganisations.yaml`.
    Reorganisations(Vec<Reorganisation>),
    /// `addresses.txt`.
    Addresses(Vec<PublishedAddress>),
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
    /// Of which Chinese the translations of the list were made.
    Translated(String, Vec<Translated>),
    /// A free page; which file it is, is not known here.
    Page(Box<FreePage>),
}

/// What the bytes of a file hold.
pub(super) fn read(bytes: &Bytes, id: FileId, path: &Path, kind: &FileKind, sink: &mut Sink) -> Option<ContentFile> {
    if let Some(fault) = strange::fault(bytes, id, path, kind) {
        sink.push(fault);
        return None;
    }
    let Bytes::Of(bytes) = bytes else { return None };
    let is_table = matches!(kind, FileKind::Table(_));
    let text = match str::from_utf8(bytes) {
        // UTF-16 of Latin letters alone is UTF-8 as well, with a NUL beside each.
        Ok(text) if text.contains('\0') && (is_table || is_wide(bytes)) => {
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
        FileKind::Reorganisations => yaml(text, id, sink).map(ContentFile::Reorganisations),
        FileKind::Addresses => Some(ContentFile::Addresses(super::published::read(text))),
        FileKind::Laws => yaml(text, id, sink).map(ContentFile::Laws),
        FileKind::List(name) => yaml(text, id, sink).map(|list| ContentFile::List(name.clone(), Box::new(list))),
        FileKind::Part(list) => yaml(text, id, sink).map(|part| ContentFile::Part(list.clone(), part)),
        FileKind::Table(list) => {
            super::table::items(text, id, sink).map(|items| ContentFile::Table(list.clone(), items))
        }
        FileKind::Regime(list) => {
            yaml(text, id, sink).map(|regime| ContentFile::Regime(list.clone(), Box::new(regime)))
        }
        FileKind::Translated(list) => {
            Some(ContentFile::Translated(list.clone(), super::translated::read(text, id, sink)))
        }
        FileKind::Page(name, lang) => page(text, id, name, lang, sink),
        FileKind::Stray(_)
        | FileKind::Misnamed(_)
        | FileKind::Unreadable(_)
        | FileKind::PassedOver(_)
        | FileKind::Foreign => None,
    }
}

/// Reads YAML straight into its type; where that fails, finds out all that is wrong.
fn yaml<T: DeserializeOwned>(text: &str, id: FileId, sink: &mut Sink) -> Option<T> {
    if text.trim_start_matches('\u{feff}').lines().all(|line| line.trim().is_empty() || line.trim().starts_with('#')) {
        sink.push(unreadable(&YAML_SYNTAX, Place::file(id), Message::new("文件是空的", "the file is empty")));
        return None;
    }
    if let Some(bytes) = super::tagged::binary(text) {
        let message = Message::new("`!!binary` 的值会被解码成另一段文字", "a value tagged `!!binary` would be decoded");
        let help = Message::new("删去 `!!binary`，直接写文字", "take `!!binary` out and write the text itself");
        sink.push(Diagnostic::error(&WRONG_VALUE, Place { file: id, at: At::Bytes(bytes) }, message).help(help));
        return None;
    }
    super::cut::warn(text, id, sink);
    if let Ok(value) = serde_yaml::from_str::<T>(&super::wrapped::unwrapped(text)) {
        return Some(value);
    }
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
                    // The two readers disagree: what the first one says is about YAML, and no help to an author.
                    odd_value(text, place)
                });
            }
            None
        }
    }
}

/// A value that YAML takes for something that no key has: a number without end, or one with a tag.
fn odd_value(text: &str, mut place: Place) -> Diagnostic {
    let mut tagged = false;
    if let At::Bytes(bytes) = &mut place.at {
        let start = text[..bytes.start].rfind('\n').map_or(0, |end| end + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        if let Some(tag) = line.find(" !").map(|at| start + at + 1) {
            let end = text[tag..].find(char::is_whitespace).map_or(text.len(), |end| tag + end);
            *bytes = tag..end;
            tagged = true;
        }
    }
    let message = if tagged {
        Message::new("这里不用 YAML 的标签（!…）", "a tag of YAML (`!…`) has no use here")
    } else {
        Message::new(
            "这个值读不了：YAML 把它当成了别的东西",
            "this value cannot be read: YAML takes it for something else",
        )
    };
    let help = Message::new("删去标签，把值放在英文双引号里", "take a tag out, and put the value in double quotes");
    Diagnostic::error(&WRONG_VALUE, place, message).help(help)
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
    let title = first.strip_prefix("# ").map(fold).filter(|title| !title.is_empty());
    let Some(title) = title else {
        let message = Message::new("页面没有以一级标题开头", "the page does not open with a first-level heading");
        let help = Message::new("第一行写“# 题目”", "make `# Title` the first line");
        let place = Place { file: id, at: At::Bytes(start..start + first.trim_end().len()) };
        let fault = Diagnostic::error(&PAGE_HEADING, place.clone(), message).help(help);
        sink.push(match heading(first) {
            Some((mark, right)) => {
                let at = At::Bytes(start..start + mark.len());
                fault.mend(Place { at, ..place }, mark, right)
            }
            None => fault,
        });
        return None;
    };
    let Some(lang) = Lang::new(lang) else {
        sink.push(strange::stray(id, None));
        return None;
    };
    let (title, body) = (title.into_owned(), fold_lines(body));
    Some(ContentFile::Page(Box::new(FreePage {
        name: Id::new(name),
        lang,
        title,
        body,
        raw: text.to_owned(),
        file: id,
    })))
}

/// The mark of a heading as it was typed, and as Markdown has it: without the blank behind it, or of full width.
fn heading(first: &str) -> Option<(&str, &'static str)> {
    let title = first.trim_start_matches(['#', '＃', ' ', '\u{3000}', '\u{a0}']);
    let mark = &first[..first.len() - title.len()];
    let is_first = mark.matches(['#', '＃']).count() == 1 && mark.starts_with(['#', '＃']);
    (is_first && !title.trim().is_empty()).then_some((mark, "# "))
}

fn not_utf8(id: FileId, at: usize, bytes: &[u8], is_table: bool) -> Diagnostic {
    let marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let (zh, en) = if marked || is_wide(bytes) || (is_table && bytes.contains(&0)) {
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

/// Whether so many bytes are NUL that the file can only be UTF-16 or UTF-32 of Latin letters.
fn is_wide(bytes: &[u8]) -> bool {
    bytes.iter().filter(|byte| **byte == 0).count() * 3 > bytes.len()
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
