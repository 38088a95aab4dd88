//! A content folder in, what it has already out; the files of a new site or list in, written where nothing was.

use std::path::Path;

use crate::diag::{Failure, Finding, Message, Severity, Sink};
use crate::load::{ContentFile, load, text_of};
use crate::model::PublisherKind;
use crate::publish::add_to_content;
use crate::start::{Entries, Known, ListAnswers, NewFile, can_be_added, list_files};

use super::findings::findings;

/// What became of the registers of a site that a list was added to.
pub type Registered = Vec<&'static str>;

/// What a content folder has already.
///
/// # Errors
///
/// Fails where it cannot be read. Faults that keep its files from being read are the inner error.
pub fn known(content: &Path) -> Result<Result<Known, Vec<Finding>>, Failure> {
    let mut sink = Sink::new();
    let sources = load(content, &mut sink)?;
    let found = findings(&sources, &sink);
    if found.iter().any(|finding| finding.severity == Severity::Error) {
        return Ok(Err(found));
    }
    let mut known = Known::default();
    let mut site = false;
    for (_, document) in sources.documents {
        match document {
            ContentFile::Site(settings) => {
                known.official = settings.publisher.kind == PublisherKind::Official;
                known.languages = settings.languages;
                site = true;
            }
            ContentFile::Regions(regions) => known.regions.extend(regions),
            ContentFile::Departments(departments) => known.departments.extend(departments),
            ContentFile::List(name, list) => known.lists.extend([name, list.id.to_string()]),
            _ => {}
        }
    }
    if !site {
        return Err(Failure::Refused {
            words: Message::new(
                format!("{} 里没有 site.yaml，不是网站的内容目录。新建一个网站：qingdan new 文件夹", content.display()),
                format!(
                    "{} has no site.yaml and is no content of a site; `qingdan new FOLDER` makes one",
                    content.display()
                ),
            ),
        });
    }
    Ok(Ok(known))
}

/// Writes the files of a new site into a folder.
///
/// # Errors
///
/// Fails where one is there already or cannot be written; then none is left.
pub fn make_site(folder: &Path, files: &[NewFile]) -> Result<(), Failure> {
    add_to_content(folder, &pairs(files), &[]).map(drop)
}

/// Writes the files of a list into a content folder and adds what has to be registered for it to the registers of the
/// site; gives back the files of the registers that changed.
///
/// # Errors
///
/// Fails where a file of the list is there already, where a register cannot be added to, and where the disk does.
pub fn add_list(content: &Path, list: &ListAnswers) -> Result<Registered, Failure> {
    let departments = list.body.iter().filter_map(|body| body.entry.clone()).collect();
    let lines = Entries { regions: list.place.entries.clone(), departments }.lines();
    let mut files = list_files(list);
    let mut changed = Vec::new();
    let mut added = Vec::new();
    for (name, lines) in ["regions.yaml", "departments.yaml"].into_iter().zip(lines) {
        if lines.is_empty() {
            continue;
        }
        changed.push(name);
        if content.join(name).exists() {
            if !can_be_added(&text_of(content, Path::new(name)), &lines) {
                return Err(unread(name, &lines));
            }
            added.push((name.to_owned(), lines));
        } else {
            files.push(NewFile { path: name.to_owned(), text: lines });
        }
    }
    add_to_content(content, &pairs(&files), &added)?;
    Ok(changed)
}

fn pairs(files: &[NewFile]) -> Vec<(String, String)> {
    files.iter().map(|file| (file.path.clone(), file.text.clone())).collect()
}

fn unread(name: &str, lines: &str) -> Failure {
    Failure::Refused {
        words: Message::new(
            format!("{name} 的写法不便由程序添加，请先把下面几行写进去，再运行一次：\n{}", lines.trim_end()),
            format!(
                "{name} is written in a way that cannot be added to; write these lines into it and try again:\n{}",
                lines.trim_end()
            ),
        ),
    }
}
