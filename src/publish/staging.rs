//! The staging folder: files go in from many threads at once; then it takes the place of the old site, or is removed.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::diag::Failure;

use super::before::Before;
use super::changes::Changes;
use super::lock::Lock;
use super::manifest::{MARKER, Manifest};
use super::place::{inside, resolve, sibling};
use super::remove::remove;
use super::sieve;
use super::swap::swap;
use super::way::{self, Way};
use super::{carry, in_place, leftovers, like};

/// A site under construction, beside the folder it will replace, or in it where that folder must stay. Dropped without
/// `publish`, it is removed and the old site stays as it is.
#[derive(Debug)]
pub struct Staging {
    pub(super) output: PathBuf,
    pub(super) folder: PathBuf,
    pub(super) way: Way,
    pub(super) before: Before,
    /// What lies in the output and no build made.
    pub(super) foreign: Vec<PathBuf>,
    /// Held for as long as the folder is in use, so that a second build notices the first.
    lock: Option<Lock>,
    /// Folders that were made, by their paths from the root of the site.
    pub(super) folders: Mutex<HashSet<Box<str>>>,
    /// The files of the site.
    pub(super) files: Mutex<BTreeMap<Box<str>, Fate>>,
    pub(super) bytes: AtomicU64,
    /// Whether a folder of the old site is somebody else's, so that it can be neither made again nor taken away.
    pub(super) must_stay: AtomicBool,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Its bytes are new.
    Written,
    /// Its bytes are those of the old site, and so is the file.
    Unchanged,
}

impl Staging {
    /// Opens a staging folder for a site that will be published at `output`. What a killed build left is completed or
    /// cleared away.
    ///
    /// # Errors
    ///
    /// Fails where `output` holds something that Qingdan did not make and no site, where another build is at work, or where
    /// a folder cannot be written.
    pub fn open(output: &Path) -> Result<Staging, Failure> {
        let shown = output;
        let output = &resolve(output)?;
        if !leftovers::are_there(output) {
            Before::open(output, shown)?;
        }
        if let Some(parent) = output.parent() {
            fs::create_dir_all(parent).map_err(Failure::write(parent))?;
        }
        let beside = output.parent().is_some_and(|parent| way::writable(parent).is_ok());
        let lock = if beside { sibling(output, "lock") } else { inside(output, "lock") };
        let lock = Lock::take(lock, shown)?;
        leftovers::clear(output)?;
        let mut way = way::choose(output)?;
        let before = Before::open(output, shown)?;
        let foreign = before.foreign(None)?;
        let mut folder = sibling(output, "new");
        if way == Way::Exchange {
            fs::create_dir(&folder).map_err(Failure::write(&folder))?;
            if output.exists() && like::folder(output, &folder).is_err() {
                // A new folder cannot be what the old one is, so the old one stays.
                remove(&folder).map_err(Failure::write(&folder))?;
                way = Way::InPlace;
            }
        }
        if way == Way::InPlace {
            folder = inside(output, "new");
            fs::create_dir(&folder).map_err(Failure::write(&folder))?;
        }
        Ok(Staging {
            output: output.to_owned(),
            folder,
            way,
            before,
            foreign,
            lock: Some(lock),
            folders: Mutex::default(),
            files: Mutex::default(),
            bytes: AtomicU64::new(0),
            must_stay: AtomicBool::new(false),
        })
    }

    /// Files written so far and their size in bytes.
    pub fn written(&self) -> (u64, u64) {
        (held(&self.files).len() as u64, self.bytes.load(Ordering::Relaxed))
    }

    /// What is another than in the old site, as far as files were written. What is gone is known when all of them are.
    ///
    /// # Errors
    ///
    /// Fails where the old site cannot be read.
    pub fn changes(&self) -> Result<Changes, Failure> {
        let now = self.manifest();
        let foreign = self.before.foreign(Some(&now))?;
        Ok(self.compared(self.before.gone(&now, &foreign).len()))
    }

    /// Puts the staged site in the place of the old one, with all that others put there. Returns what changed.
    ///
    /// # Errors
    ///
    /// Fails where the disk does; the old site is then as it was, or, where its folder must stay and some files have
    /// taken their places, is completed by the next build.
    pub fn publish(mut self) -> Result<Changes, Failure> {
        let now = self.manifest();
        // Somebody may have put something there while the site was being built.
        let foreign = self.before.foreign(Some(&now))?;
        let taken = foreign.iter().find(|path| path.to_str().is_some_and(|path| is_claimed(&now, path)));
        if let Some(path) = taken {
            return Err(Failure::Foreign { path: self.output.join(path) });
        }
        let gone = self.before.gone(&now, &foreign);
        let mut changes = self.compared(gone.len());
        let marker = self.folder.join(MARKER);
        sieve::write(&marker, now.text().as_bytes()).map_err(Failure::write(&marker))?;
        let stays = self.way == Way::InPlace || self.must_stay.load(Ordering::Relaxed);
        if stays || self.exchange(&foreign).is_err() {
            changes.in_place = true;
            self.leave_unchanged().map_err(Failure::write(&self.folder))?;
            in_place::begin(&self.folder, &self.output, gone)?;
            // From here on the staging folder is what completes the site.
            let lock = self.lock.take();
            in_place::finish(&self.folder, &self.output)?;
            drop(lock);
        }
        self.lock = None;
        Ok(changes)
    }

    /// Exchanges the folders. Where that fails, the old site is as it was.
    fn exchange(&self, foreign: &[PathBuf]) -> io::Result<()> {
        let journal = sibling(&self.output, "journal");
        carry::carry(foreign, &self.output, &self.folder, &journal)?;
        match swap(&self.folder, &self.output, &sibling(&self.output, "old")) {
            Ok(old) => {
                // The new site is there; what cannot be removed of the old one is no reason to say otherwise.
                let _ = fs::remove_file(&journal);
                let _ = old.map(|old| remove(&old));
                Ok(())
            }
            Err(error) => {
                carry::back(&self.output, &self.folder, &journal)?;
                Err(error)
            }
        }
    }

    /// Takes out of the staging folder what stays where it is.
    fn leave_unchanged(&self) -> io::Result<()> {
        if self.way == Way::InPlace {
            return Ok(());
        }
        let files = held(&self.files);
        let unchanged: Vec<&Box<str>> = files.iter().filter(|of| *of.1 == Fate::Unchanged).map(|of| of.0).collect();
        unchanged.par_iter().map(|path| fs::remove_file(self.folder.join(&***path))).collect()
    }

    fn compared(&self, removed: usize) -> Changes {
        let files = held(&self.files);
        let unchanged = files.values().filter(|fate| **fate == Fate::Unchanged).count() as u64;
        Changes {
            is_first: !self.before.is_site,
            written: files.len() as u64 - unchanged,
            unchanged,
            removed: removed as u64,
            in_place: self.way == Way::InPlace,
        }
    }

    fn manifest(&self) -> Manifest {
        Manifest::new(held(&self.files).keys().cloned().collect())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if self.lock.is_some() {
            // There is nobody left to tell; the next build clears away what stays.
            let _ = remove(&self.folder);
            self.lock = None;
        }
    }
}

/// Whether a file that is not ours has the path of one of ours, or of a folder that ours are in.
fn is_claimed(now: &Manifest, path: &str) -> bool {
    let above = path.match_indices('/').any(|(at, _)| now.has(&path[..at]));
    above || now.has(path) || !now.below(path).is_empty()
}

pub(super) fn held<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
