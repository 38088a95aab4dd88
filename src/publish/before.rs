//! The folder where a site will be in; what of it an earlier build made, and what others put there, out.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::diag::Failure;

use super::manifest::{MARKER, Manifest};

/// What version control, disks and file managers put into a folder that is empty to its owner. They are kept.
const KEEPERS: [&str; 12] = [
    ".git",
    ".gitattributes",
    ".gitignore",
    ".gitkeep",
    ".gitmodules",
    ".hg",
    ".nojekyll",
    ".svn",
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    "lost+found",
];

/// The site that is there.
#[derive(Debug)]
pub(super) struct Before {
    root: PathBuf,
    /// What a build made.
    ours: Manifest,
    /// Whether the build kept a list of that. Where it did not, everything below the first level counts as made.
    listed: bool,
    /// Whether there is a site at all.
    pub is_site: bool,
}

impl Before {
    /// Looks at a folder, which may not exist. Fails unless it is empty to its owner, or was made by Qingdan.
    pub fn open(root: &Path, shown: &Path) -> Result<Before, Failure> {
        let mut before = Before { root: root.to_owned(), ours: Manifest::default(), listed: true, is_site: false };
        let entries = match fs::read_dir(root) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(before),
            Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
                return Err(Failure::NotOurs { path: shown.to_owned() });
            }
            Err(error) => return Err(Failure::Read { path: shown.to_owned(), error }),
        };
        if root.join(MARKER).is_file() {
            before.is_site = true;
            match Manifest::read(root)? {
                Some(ours) => before.ours = ours,
                None => {
                    before.listed = false;
                    before.ours = Manifest::new(files(root)?);
                }
            }
            return Ok(before);
        }
        for entry in entries {
            let name = entry.map_err(Failure::read(shown))?.file_name();
            if !KEEPERS.iter().any(|keeper| name == *keeper) && !is_own(&name.to_string_lossy()) {
                return Err(Failure::NotOurs { path: shown.to_owned() });
            }
        }
        Ok(before)
    }

    /// A file that an earlier build made, if it is still one.
    pub fn file(&self, path: &str) -> Option<(PathBuf, fs::Metadata)> {
        if !self.ours.has(path) {
            return None;
        }
        let full = self.root.join(path);
        let about = fs::symlink_metadata(&full).ok().filter(fs::Metadata::is_file)?;
        Some((full, about))
    }

    /// Paths that an earlier build made below a folder.
    pub fn below(&self, folder: &str) -> &[Box<str>] {
        self.ours.below(folder)
    }

    /// What an earlier build made and this one, which made `now`, did not.
    pub fn gone(&self, now: &Manifest, foreign: &[PathBuf]) -> Vec<Box<str>> {
        let is_kept = |path: &str| foreign.iter().any(|kept| Path::new(path).starts_with(kept));
        self.ours.files().iter().filter(|path| !now.has(path) && !is_kept(path)).cloned().collect()
    }

    /// What lies in the folder and no build made: files, and folders with nothing of ours in them, sorted. `now` is what
    /// is made this time, where that is known.
    ///
    /// Of a site without a list only the first level tells: what `now` does not have there may be anybody's, and is kept
    /// even where it is a page of ours that is gone. Below, all was replaced by every build of that version as well.
    pub fn foreign(&self, now: Option<&Manifest>) -> Result<Vec<PathBuf>, Failure> {
        let mut found = match (self.listed, now) {
            (true, _) => {
                let none = Manifest::default();
                let shared = |folder: &str| {
                    !self.ours.below(folder).is_empty() || !now.unwrap_or(&none).below(folder).is_empty()
                };
                foreign(&self.root, "", &|file| self.ours.has(file), &shared)
            }
            (false, None) => Ok(Vec::new()),
            (false, Some(now)) => {
                let top: BTreeSet<&str> = now.files().iter().filter_map(|path| path.split('/').next()).collect();
                foreign(&self.root, "", &|name| top.contains(name), &|_| false).map(|mut found| {
                    found.retain(|path| path.to_str().is_none_or(|name| !top.contains(name)));
                    found
                })
            }
        }
        .map_err(Failure::read(&self.root))?;
        found.sort();
        Ok(found)
    }
}

/// Whether a name in the root of a site is that of a file by which builds know of each other.
fn is_own(name: &str) -> bool {
    name == MARKER || name.starts_with(".qingdan-")
}

/// What lies in a folder of a site and is not ours. Folders that are not shared are not looked into.
fn foreign(
    root: &Path,
    folder: &str,
    ours: &(dyn Fn(&str) -> bool + Sync),
    shared: &(dyn Fn(&str) -> bool + Sync),
) -> std::io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(root.join(folder)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let (mut found, mut folders) = (Vec::new(), Vec::new());
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let Some(known) = name.to_str() else {
            found.push(Path::new(folder).join(&name));
            continue;
        };
        if folder.is_empty() && is_own(known) {
            continue;
        }
        let path = if folder.is_empty() { known.to_owned() } else { format!("{folder}/{known}") };
        match entry.file_type()?.is_dir() {
            true if shared(&path) => folders.push(path),
            false if ours(&path) => {}
            _ => found.push(path.into()),
        }
    }
    let below: Vec<_> = folders.par_iter().map(|folder| foreign(root, folder, ours, shared)).collect();
    for more in below {
        found.extend(more?);
    }
    Ok(found)
}

/// Every file below a folder, links among them, by its path from there.
pub(super) fn files(root: &Path) -> Result<Vec<Box<str>>, Failure> {
    let found = std::sync::Mutex::new(Vec::new());
    let note = |file: &str| {
        found.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(Box::from(file));
        true
    };
    foreign(root, "", &note, &|_| true).map_err(Failure::read(root))?;
    Ok(found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner))
}
