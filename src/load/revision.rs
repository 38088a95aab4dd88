//! A content folder and a revision of its git repository in; the files of the folder as they were then, by path, out. The
//! program git says it; without it two folders can be told apart all the same.

use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use zip::ZipArchive;

use crate::diag::{Failure, Message, Sink};

use super::layout::Changed;
use super::{Sources, exists, kinds, read_all};

/// Reads a content folder as it was in a revision.
///
/// # Errors
///
/// Fails where git is not there, or knows no such revision, or the folder is in no repository.
pub fn load_revision(root: &Path, revision: &str, sink: &mut Sink) -> Result<Sources, Failure> {
    exists(root)?;
    let texts = texts(root, revision)?;
    let files: Vec<PathBuf> = texts.keys().cloned().collect();
    let (documents, digests) = read_all::read_all(root, &kinds(&files), &texts, sink);
    Ok(Sources { root: root.to_owned(), files, documents, prints: HashMap::new(), digests, found: HashMap::new() })
}

/// The texts of the files of a folder in a revision, sorted by path.
fn texts(root: &Path, revision: &str) -> Result<Changed, Failure> {
    if revision.starts_with('-') {
        return Err(refused(revision, "git 没有这样的版本", "git has no such revision"));
    }
    let git = Command::new("git").arg("-C").arg(root).args(["archive", "--format=zip", revision, "."]).output();
    let output = git.map_err(|_| {
        refused(revision, "这台电脑没有 git；请写两个文件夹", "git is not installed here; name two folders instead")
    })?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.lines().next().unwrap_or_default();
        return Err(refused(revision, &format!("git 读不出：{said}"), &format!("git cannot read it: {said}")));
    }
    let unread = || refused(revision, "git 交出的文件读不出", "what git handed over cannot be read");
    let mut archive = ZipArchive::new(Cursor::new(&output.stdout[..])).map_err(|_| unread())?;
    let mut texts = Changed::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(|_| unread())?;
        if !file.is_file() {
            continue;
        }
        let path = PathBuf::from(file.name().map_err(|_| unread())?.into_owned());
        if kinds(std::slice::from_ref(&path)).is_empty() {
            continue;
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|_| unread())?;
        texts.insert(path, Some(String::from_utf8_lossy(&bytes).into_owned()));
    }
    Ok(texts)
}

fn refused(revision: &str, zh: &str, en: &str) -> Failure {
    let words = Message::new(format!("`{revision}`：{zh}"), format!("`{revision}`: {en}"));
    Failure::Option { option: "git", words }
}
