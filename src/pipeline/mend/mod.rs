//! A content folder in; the texts that its files have once everything is mended that may be without asking anybody, out.
//!
//! Whatever finds a fault says itself what mends it (`Diagnostic::mend`), where nothing but the notation is wrong. One fault
//! hides others, so what is mended is checked again, until nothing is left that can be.

mod edits;
mod plain;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::check::check;
use crate::diag::{Failure, Message, Sink};
use crate::load::{Changed, bytes, load_with};
use crate::publish;

use super::findings::placed;
use super::pool::pool;
use edits::{Edit, apply};

/// How often is looked again, at most: a text with several slips of a kind shows one at a time.
const ROUNDS: usize = 200;

/// What is mended.
#[derive(Debug, Default)]
pub struct Mended {
    /// The files that change, sorted by path.
    pub files: Vec<MendedFile>,
    /// How many faults of each code are mended.
    pub faults: BTreeMap<&'static str, usize>,
    /// How many characters are made plain that a build makes plain as it reads them.
    pub plain: usize,
}

/// A file that changes.
#[derive(Debug)]
pub struct MendedFile {
    /// Path from the content folder.
    pub path: PathBuf,
    /// Its text as it is.
    pub before: String,
    /// Its text once it is mended, with as many ends of lines.
    pub after: String,
}

impl Mended {
    /// How many places are mended.
    pub fn places(&self) -> usize {
        self.faults.values().sum::<usize>() + self.plain
    }

    /// The new texts of the files.
    pub fn changed(&self) -> Changed {
        self.files.iter().map(|file| (file.path.clone(), Some(file.after.clone()))).collect()
    }
}

/// Mends what can be mended of a content folder, in memory; `jobs` are the threads to work with, 0 for one a processor.
///
/// # Errors
///
/// Fails where the folder cannot be read.
pub fn mend(content: &Path, jobs: usize) -> Result<Mended, Failure> {
    pool(jobs)?.install(|| rounds(content))
}

fn rounds(content: &Path) -> Result<Mended, Failure> {
    let mut mended = Mended::default();
    let mut texts = Texts { content, before: BTreeMap::new(), now: Changed::new() };
    for _ in 0..ROUNDS {
        let mut sink = Sink::new();
        let mut sources = load_with(content, &texts.now, &mut sink)?;
        let model = if sink.has_errors() { None } else { check(&mut sources, &mut sink) };
        let mut edits: BTreeMap<PathBuf, Vec<Edit>> = BTreeMap::new();
        for (path, finding) in placed(&sources, &sink, &texts.now) {
            let Some((span, text)) = finding.mend else { continue };
            if texts.holds(&path, &finding.source) {
                edits.entry(path).or_default().push(Edit { span, text, code: Some(finding.code.id) });
            }
        }
        let mut is_done = texts.apply(edits, &mut mended);
        if let (true, Some(model)) = (is_done, &model) {
            // What is no fault comes last, when every file can be read.
            is_done = texts.apply(plain::edits(model, &sources, &texts.now)?, &mut mended);
        }
        if is_done {
            break;
        }
    }
    mended.files = texts.files();
    Ok(mended)
}

/// The texts of the files that change.
struct Texts<'c> {
    content: &'c Path,
    before: BTreeMap<PathBuf, String>,
    now: Changed,
}

impl Texts<'_> {
    /// Whether a file holds a text, byte for byte: what is not UTF-8 is never written back.
    fn holds(&mut self, path: &Path, text: &str) -> bool {
        match self.now.get(path) {
            Some(now) => now.as_deref() == Some(text),
            None => bytes(&self.content.join(path)).is_ok_and(|bytes| bytes == text.as_bytes()),
        }
    }

    /// Makes the edits; returns whether there was nothing to do.
    fn apply(&mut self, edits: BTreeMap<PathBuf, Vec<Edit>>, mended: &mut Mended) -> bool {
        let mut is_done = true;
        for (path, edits) in edits {
            let known = self.now.get(&path).cloned().flatten();
            let read = || bytes(&self.content.join(&path)).ok().and_then(|bytes| String::from_utf8(bytes).ok());
            let Some(text) = known.or_else(read) else { continue };
            let (new, made) = apply(&text, edits);
            if made.is_empty() {
                continue;
            }
            is_done = false;
            for code in made {
                match code {
                    Some(code) => *mended.faults.entry(code).or_default() += 1,
                    None => mended.plain += 1,
                }
            }
            self.before.entry(path.clone()).or_insert(text);
            self.now.insert(path, Some(new));
        }
        is_done
    }

    fn files(self) -> Vec<MendedFile> {
        let mut now = self.now;
        let files = self.before.into_iter().filter_map(|(path, before)| {
            let after = now.remove(&path).flatten()?;
            (before != after).then_some(MendedFile { path, before, after })
        });
        files.collect()
    }
}

/// Puts the mended files in their places: each whole, and all of them or none.
///
/// # Errors
///
/// Fails where a file was changed meanwhile, may not be written to, or cannot be written; then none is changed.
pub fn put(content: &Path, mended: &Mended) -> Result<(), Failure> {
    for file in &mended.files {
        let path = content.join(&file.path);
        if bytes(&path)? != file.before.as_bytes() {
            let words = Message::new(
                format!("{} 刚才被别的程序改动过；没有写任何文件，请再运行一次", path.display()),
                format!(
                    "{} was changed by another program meanwhile; nothing was written, run this again",
                    path.display()
                ),
            );
            return Err(Failure::Refused { words });
        }
    }
    publish::replace(content, &mended.changed()).map_err(Failure::nothing_written)
}
