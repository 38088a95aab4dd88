//! Files of a site in, from many threads at once; what is new of them in the staging folder, and what is not taken over from
//! the old site, out.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::diag::Failure;

use super::growing::Growing;
use super::like;
use super::sieve::{self, Sieve};
use super::staging::{Fate, Staging, held};
use super::way::{self, Way};

impl Staging {
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

    /// Begins a file that is written in pieces, among those of other files.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn grow(&self, path: &str) -> Result<Growing, Failure> {
        Growing::begin(path, self.lend(path)?)
    }

    /// Ends a file that was written in pieces.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn grown(&self, file: Growing) -> Result<(), Failure> {
        self.lent(&file.end()?)
    }

    /// Where a library is to write a file by itself; `lent` afterwards enters it.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn lend(&self, path: &str) -> Result<PathBuf, Failure> {
        self.admit(path)?;
        self.place(path)
    }

    /// Enters a file that a library wrote. One whose bytes are those of the old site stays the file it was.
    ///
    /// # Errors
    ///
    /// Fails where it is not there.
    pub fn lent(&self, path: &str) -> Result<(), Failure> {
        let full = self.folder.join(path);
        let bytes = fs::metadata(&full).map_err(Failure::write(&full))?.len();
        as_before(self.before.file(path).as_ref(), &full);
        self.settle(path, Fate::Written)?;
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        Ok(())
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

    pub(super) fn enter(&self, path: &str, fate: Fate, bytes: u64) {
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
        let size = fs::metadata(&full).map_err(Failure::write(&full))?.len();
        let old = self.before.file(path).filter(|(old, about)| about.len() == size && sieve::same(old, &full));
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
    pub(super) fn root_of(&self, path: &str) -> &Path {
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

    pub(super) fn place(&self, path: &str) -> Result<PathBuf, Failure> {
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
                    && (like::same(&about, &full).is_err() || way::is_frozen(&old))
                {
                    self.must_stay.store(true, Ordering::Relaxed);
                }
            }
            _ => {}
        }
        held(&self.folders).insert(folder.into());
        Ok(())
    }
}

/// A new file is as its predecessor was to those who may read and change it, as far as we may say so.
fn as_before(old: Option<&(PathBuf, fs::Metadata)>, new: &Path) {
    if let Some((_, about)) = old {
        let _ = like::same(about, new);
    }
}
