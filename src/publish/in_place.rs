//! A folder with new and changed files in; the site with them in it, and without what is gone, out, file by file.
//!
//! Once everything is staged, a journal is written, and from then on there is only one way: forward. A build that is killed
//! on it is completed by the next.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, ErrorKind};
use std::path::Path;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::diag::Failure;

use super::before::files;
use super::manifest::{MARKER, Manifest};
use super::remove::remove;
use super::way::{is_frozen, writable};

/// In the staging folder: what is to be taken away, in the form of a marker.
const JOURNAL: &str = ".qingdan-journal";

/// Begins to change a site in place: the staging folder has its new and changed files and its marker, `gone` is to go.
/// Where this fails, the site is as it was; what would stand in the way later is looked for now.
pub(super) fn begin(staging: &Path, site: &Path, gone: Vec<Box<str>>) -> Result<(), Failure> {
    let staged = files(staging)?;
    let folders: BTreeSet<&Path> = staged.iter().chain(&gone).filter_map(|path| Path::new(&**path).parent()).collect();
    for folder in folders {
        let existing = site.join(folder);
        let existing = existing.ancestors().find(|folder| folder.is_dir());
        existing.map_or(Ok(()), |folder| writable(folder).map_err(Failure::write(folder)))?;
    }
    if let Some(path) = staged.iter().chain(&gone).map(|path| site.join(&**path)).find(|path| is_frozen(path)) {
        return Err(Failure::Write { path, error: ErrorKind::PermissionDenied.into() });
    }
    let draft = staging.join(".qingdan-draft");
    let written =
        fs::write(&draft, Manifest::new(gone).text()).and_then(|()| fs::rename(&draft, staging.join(JOURNAL)));
    written.map_err(Failure::write(&draft))
}

/// Whether a staging folder is one whose files are on their way into the site.
pub(super) fn is_begun(staging: &Path) -> bool {
    staging.join(JOURNAL).is_file()
}

/// Completes what was begun, in an order in which every link leads somewhere at every moment: what pages use, then new
/// pages, then changed ones from the deepest to the home page, and only then is taken away what is gone.
pub(super) fn finish(staging: &Path, site: &Path) -> Result<(), Failure> {
    let marker = if staging.join(MARKER).is_file() { staging } else { site };
    let new = Manifest::read(marker)?.unwrap_or_default();
    let gone = fs::read_to_string(staging.join(JOURNAL)).map_err(Failure::read(staging))?;
    let gone = Manifest::parse(&gone).unwrap_or_default();
    let mut staged = files(staging)?;
    staged.retain(|path| new.has(path));
    let mut ordered: Vec<(Turn, &str)> = staged.iter().map(|path| (Turn::of(path, site), &**path)).collect();
    ordered.sort_unstable();
    let failed = |path: &str| {
        let path = site.join(path);
        move |error| Failure::Halfway { path, error }
    };
    for together in ordered.chunk_by(|a, b| a.0 == b.0) {
        let put = |(_, path): &(Turn, &str)| put(path, staging, site, &gone).map_err(failed(path));
        together.par_iter().map(put).collect::<Result<(), Failure>>()?;
    }
    let pages_first = |page: bool| gone.files().iter().filter(move |path| path.ends_with(".html") == page);
    for path in pages_first(true).chain(pages_first(false)) {
        take_away(path, site).map_err(failed(path))?;
    }
    if marker == staging {
        fs::rename(staging.join(MARKER), site.join(MARKER)).map_err(failed(MARKER))?;
    }
    remove(staging).map_err(Failure::write(staging))
}

/// When a file takes its place; the order of the variants is that of the turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// What pages use.
    Beside,
    /// A page that nobody links to as yet.
    NewPage,
    /// A page that changed, by how many folders from the deepest.
    Page(std::cmp::Reverse<usize>),
}

impl Turn {
    fn of(path: &str, site: &Path) -> Turn {
        match path.ends_with(".html") {
            false => Turn::Beside,
            true if !site.join(path).exists() => Turn::NewPage,
            true => Turn::Page(std::cmp::Reverse(path.matches('/').count())),
        }
    }
}

fn put(path: &str, staging: &Path, site: &Path, gone: &Manifest) -> io::Result<()> {
    let (from, to) = (staging.join(path), site.join(path));
    clear_the_way(path, site, gone)?;
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    match fs::rename(&from, &to) {
        // Part of the site lies on another disk.
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            // Always the same name for the same file, so that whoever completes a killed build leaves nothing there.
            let beside = to.with_file_name(format!(".qingdan-{:016x}", hash(path)));
            let copied = fs::copy(&from, &beside).and_then(|_| fs::rename(&beside, &to));
            copied.inspect_err(|_| drop(fs::remove_file(&beside)))?;
            fs::remove_file(&from)
        }
        renamed => renamed,
    }
}

fn hash(path: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    path.hash(&mut hasher);
    hasher.finish()
}

/// Takes away a file where a folder is to be, and the files of a folder where a file is to be.
fn clear_the_way(path: &str, site: &Path, gone: &Manifest) -> io::Result<()> {
    for (at, _) in path.match_indices('/') {
        if gone.has(&path[..at]) && site.join(&path[..at]).is_file() {
            fs::remove_file(site.join(&path[..at]))?;
        }
    }
    for below in gone.below(path) {
        take_away(below, site)?;
    }
    Ok(())
}

/// Takes a file away, and the folders that are empty then.
fn take_away(path: &str, site: &Path) -> io::Result<()> {
    let full = site.join(path);
    match fs::remove_file(&full) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
        // A folder took its place.
        Err(_) if full.is_dir() => return Ok(()),
        removed => removed?,
    }
    for folder in full.ancestors().skip(1).take_while(|folder| *folder != site) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
