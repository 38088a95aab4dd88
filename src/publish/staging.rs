//! The staging folder: files go in from many threads at once; then it takes the place of the old site, or is removed.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::{self, Read, Write};
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
use super::sieve::{self, Sieve};
use super::swap::swap;
use super::way::{self, Way};
use super::{carry, in_place, leftovers, like};

/// A site under construction, beside the folder it will replace, or in it where that folder must stay. Dropped without
/// `publish`, it is removed and the old site stays as it is.
#[derive(Debug)]
pub struct Staging {
    output: PathBuf,
    folder: PathBuf,
    way: Way,
    before: Before,
    /// What lies in the output and no build made.
    foreign: Vec<PathBuf>,
    /// Held for as long as the folder is in use, so that a second build notices the first.
    lock: Option<Lock>,
    /// Folders that were made, by their paths from the root of the site.
    folders: Mutex<HashSet<Box<str>>>,
    /// The files of the site.
    files: Mutex<BTreeMap<Box<str>, Fate>>,
    bytes: AtomicU64,
    /// Whether a folder of the old site is somebody else's, so that it can be neither made again nor taken away.
    must_stay: AtomicBool,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
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

    /// Takes paths that will be written, before anything is: fails where one is that of a file that Qingdan did not make.
    ///
    /// # Errors
    ///
    /// Names that file.
    pub fn claim<'p>(&self, paths: impl IntoIterator<Item = &'p str>) -> Result<(), Failure> {
        if self.foreign.is_empty() { Ok(()) } else { paths.into_iter().try_for_each(|path| self.admit(path)) }
    }

    /// Writes a file, given by its path from the root of the site. One whose bytes are those of the old site stays the
    /// file it is.
    ///
    /// # Errors
    ///
    /// Fails where the disk does, and where a file that Qingdan did not make has the path.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.admit(path)?;
        let old = self.before.file(path);
        let same = old.as_ref().filter(|(old, about)| about.len() == bytes.len() as u64 && sieve::holds(old, bytes));
        let fate = match same {
            Some((old, about)) => self.take_over(path, old, about)?,
            None => {
                let full = self.place(path)?;
                sieve::write(&full, bytes).map_err(Failure::write(&full))?;
                as_before(old.as_ref(), &full);
                Fate::Written
            }
        };
        self.enter(path, fate, bytes.len() as u64);
        Ok(())
    }

    /// Writes a file piece by piece and returns its size in bytes beside what `fill` returns.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn stream<T>(
        &self,
        path: &str,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<T>,
    ) -> Result<(T, u64), Failure> {
        self.admit(path)?;
        let full = self.place(path)?;
        let old = self.before.file(path);
        let mut out = Sieve::begin(&full, old.as_ref().map(|(old, _)| old.as_path())).map_err(Failure::write(&full))?;
        let value = fill(&mut out).map_err(Failure::write(&full))?;
        let (bytes, same) = out.end().map_err(Failure::write(&full))?;
        let fate = match &old {
            Some((old, about)) if same => self.take_over(path, old, about)?,
            _ => {
                as_before(old.as_ref(), &full);
                Fate::Written
            }
        };
        self.enter(path, fate, bytes);
        Ok((value, bytes))
    }

    /// Writes a file with the bytes of another.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`]; and where the other cannot be read.
    pub fn copy(&self, path: &str, from: &Path) -> Result<(), Failure> {
        let mut read = File::open(from).map_err(Failure::read(from))?;
        self.stream(path, |out| io::copy(&mut read, out)).map(drop)
    }

    /// Takes over a file of the old site as it is, without its bytes. Returns whether there is one.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn keep(&self, path: &str) -> Result<bool, Failure> {
        let Some((old, about)) = self.before.file(path) else { return Ok(false) };
        let fate = self.take_over(path, &old, &about)?;
        self.enter(path, fate, about.len());
        Ok(true)
    }

    /// Takes over all that an earlier build made below a folder of the old site. Returns how many files that is.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn keep_tree(&self, folder: &str) -> Result<usize, Failure> {
        let kept = self.before.below(folder).par_iter().map(|path| self.keep(path).map(usize::from));
        kept.try_reduce(|| 0, |a, b| Ok(a + b))
    }

    /// Opens a file that was written, to be packed with others.
    ///
    /// # Errors
    ///
    /// Fails where the disk does.
    pub fn read_back(&self, path: &str) -> Result<impl Read + use<>, Failure> {
        let full = self.root_of(path).join(path);
        File::open(&full).map_err(Failure::write(&full))
    }

    /// Gives a folder another name; both are paths from the root of the site.
    ///
    /// # Errors
    ///
    /// Fails where the disk does.
    pub fn rename(&self, from: &str, to: &str) -> Result<(), Failure> {
        self.admit(to)?;
        let full = self.place(to)?;
        fs::rename(self.folder.join(from), &full).map_err(Failure::write(&full))?;
        let inside = format!("{from}/");
        held(&self.folders).retain(|folder| **folder != *from && !folder.starts_with(&inside));
        let mut files = held(&self.files);
        let moved: Vec<Box<str>> = files.keys().filter(|path| path.starts_with(&inside)).cloned().collect();
        let moved: Vec<(String, Fate)> = moved
            .iter()
            .filter_map(|path| Some((format!("{to}/{}", &path[inside.len()..]), files.remove(path)?)))
            .collect();
        drop(files);
        let settled: Vec<Result<(), Failure>> = moved.par_iter().map(|(path, fate)| self.settle(path, *fate)).collect();
        settled.into_iter().collect()
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

    fn enter(&self, path: &str, fate: Fate, bytes: u64) {
        held(&self.files).insert(path.into(), fate);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Makes a file of the old site one of the new site: the same file under another name where the disk can do that, else
    /// one with the same bytes and times.
    fn take_over(&self, path: &str, old: &Path, about: &fs::Metadata) -> Result<Fate, Failure> {
        if self.way == Way::InPlace {
            return Ok(Fate::Unchanged);
        }
        let full = self.place(path)?;
        let linked = fs::hard_link(old, &full).or_else(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => fs::remove_file(&full).and_then(|()| fs::hard_link(old, &full)),
            _ => Err(error),
        });
        let copied = linked.or_else(|_| {
            if way::is_frozen(old) {
                self.must_stay.store(true, Ordering::Relaxed);
            }
            fs::copy(old, &full)?;
            File::options().append(true).open(&full).and_then(|file| file.set_modified(about.modified()?)).or(Ok(()))
        });
        copied.map_err(Failure::write(&full))?;
        Ok(Fate::Unchanged)
    }

    /// Enters a file that came to this path with its folder, and is the same file as before where its bytes are.
    fn settle(&self, path: &str, fate: Fate) -> Result<(), Failure> {
        let full = self.folder.join(path);
        let old = self.before.file(path).filter(|(old, _)| sieve::same(old, &full));
        let fate = match old {
            Some((old, about)) => {
                fs::remove_file(&full).map_err(Failure::write(&full))?;
                self.take_over(path, &old, &about)?
            }
            None => fate,
        };
        held(&self.files).insert(path.into(), fate);
        Ok(())
    }

    /// The folder in which a file of the new site lies by now.
    fn root_of(&self, path: &str) -> &Path {
        let stays = self.way == Way::InPlace && held(&self.files).get(path) == Some(&Fate::Unchanged);
        if stays { &self.output } else { &self.folder }
    }

    /// Fails where a file that Qingdan did not make is at a path of ours, or above it.
    fn admit(&self, path: &str) -> Result<(), Failure> {
        if self.foreign.is_empty() {
            return Ok(());
        }
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        for prefix in ends.map(|end| &path[..end]) {
            if self.foreign.binary_search_by(|have| have.as_path().cmp(Path::new(prefix))).is_err() {
                continue;
            }
            // A folder of somebody's may take in files of ours, as long as none of his has their place.
            let in_the_way = if self.output.join(prefix).is_dir() { path } else { prefix };
            let full = self.output.join(in_the_way);
            if fs::symlink_metadata(&full).is_ok() {
                return Err(Failure::Foreign { path: full });
            }
        }
        Ok(())
    }

    fn place(&self, path: &str) -> Result<PathBuf, Failure> {
        if let Some((parent, _)) = path.rsplit_once('/') {
            self.make(parent)?;
        }
        Ok(self.folder.join(path))
    }

    /// Makes a folder with those above it, each like the one of the old site.
    fn make(&self, folder: &str) -> Result<(), Failure> {
        if held(&self.folders).contains(folder) {
            return Ok(());
        }
        if let Some((parent, _)) = folder.rsplit_once('/') {
            self.make(parent)?;
        }
        let full = self.folder.join(folder);
        match fs::create_dir(&full) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(Failure::Write { path: full, error });
            }
            Ok(()) if self.before.is_site => {
                let old = self.output.join(folder);
                if let Ok(about) = fs::symlink_metadata(&old)
                    && about.is_dir()
                {
                    if like::same(&about, &full).is_err() || way::is_frozen(&old) {
                        self.must_stay.store(true, Ordering::Relaxed);
                    }
                }
            }
            _ => {}
        }
        held(&self.folders).insert(folder.into());
        Ok(())
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

/// A new file is as its predecessor was to those who may read and change it, as far as we may say so.
fn as_before(old: Option<&(PathBuf, fs::Metadata)>, new: &Path) {
    if let Some((_, about)) = old {
        let _ = like::same(about, new);
    }
}

fn held<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
