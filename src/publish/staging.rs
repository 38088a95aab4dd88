//! The staging folder: files go in from many threads at once; then it takes the place of the old site, or is removed.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::diag::Failure;

use super::growing::Growing;
use super::lock::Lock;
use super::ours::{KEEPERS, MARKER, MARKER_TEXT, replaceable};
use super::swap::swap;

/// A site under construction, beside the folder it will replace. Dropped without `publish`, it is removed and the old
/// site stays as it is.
#[derive(Debug)]
pub struct Staging {
    output: PathBuf,
    folder: PathBuf,
    /// Held for as long as the folder is in use, so that a second build notices the first.
    lock: Option<Lock>,
    made: Mutex<HashSet<PathBuf>>,
    files: AtomicU64,
    bytes: AtomicU64,
}

impl Staging {
    /// Opens a staging folder for a site that will be published at `output`. What a killed build left is cleared away.
    ///
    /// # Errors
    ///
    /// Fails where `output` holds something that Qingdan did not make, where another build is at work, or where the
    /// folder cannot be written.
    pub fn open(output: &Path) -> Result<Staging, Failure> {
        // Where the output is a link, the folder it leads to is replaced, not the link.
        let real = output.is_symlink().then(|| output.canonicalize());
        let output = &real.transpose().map_err(Failure::write(output))?.unwrap_or_else(|| output.to_owned());
        replaceable(output)?;
        let folder = sibling(output, "new");
        if let Some(parent) = folder.parent() {
            fs::create_dir_all(parent).map_err(Failure::write(parent))?;
        }
        let lock = Lock::take(sibling(output, "lock"), output)?;
        for left in [&folder, &sibling(output, "old")] {
            if left.exists() {
                fs::remove_dir_all(left).map_err(Failure::write(left))?;
            }
        }
        fs::create_dir_all(&folder).map_err(Failure::write(&folder))?;
        let staging = Staging {
            output: output.to_owned(),
            folder,
            lock: Some(lock),
            made: Mutex::default(),
            files: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
        };
        let marker = staging.folder.join(MARKER);
        fs::write(&marker, MARKER_TEXT).map_err(Failure::write(&marker))?;
        Ok(staging)
    }

    /// Writes a file, given by its path from the root of the site.
    ///
    /// # Errors
    ///
    /// Fails where the disk does.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let full = self.place(path)?;
        fs::write(&full, bytes).map_err(Failure::write(&full))?;
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        Ok(())
    }

    /// Writes a file piece by piece and returns its size in bytes beside what `fill` returns.
    ///
    /// # Errors
    ///
    /// Fails where the disk does.
    pub fn stream<T>(
        &self,
        path: &str,
        fill: impl FnOnce(&mut dyn Write) -> std::io::Result<T>,
    ) -> Result<(T, u64), Failure> {
        let full = self.place(path)?;
        let file = File::create(&full).map_err(Failure::write(&full))?;
        let mut counted = CountedWriter { inner: BufWriter::with_capacity(1 << 16, file), bytes: 0 };
        let value = fill(&mut counted).map_err(Failure::write(&full))?;
        counted.flush().map_err(Failure::write(&full))?;
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(counted.bytes, Ordering::Relaxed);
        Ok((value, counted.bytes))
    }

    /// Begins a file that is written in pieces, among those of other files.
    ///
    /// # Errors
    ///
    /// Fails where the disk does.
    pub fn grow(&self, path: &str) -> Result<Growing, Failure> {
        Growing::begin(self.place(path)?)
    }

    /// Ends a file that was written in pieces.
    ///
    /// # Errors
    ///
    /// Fails where the disk does.
    pub fn grown(&self, file: Growing) -> Result<(), Failure> {
        let bytes = file.end()?;
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        Ok(())
    }

    /// Where a library is to write a file by itself; `lent` afterwards counts it.
    ///
    /// # Errors
    ///
    /// Fails where the disk does.
    pub fn lend(&self, path: &str) -> Result<PathBuf, Failure> {
        self.place(path)
    }

    /// Counts a file that a library wrote.
    ///
    /// # Errors
    ///
    /// Fails where it is not there.
    pub fn lent(&self, path: &str) -> Result<(), Failure> {
        let full = self.folder.join(path);
        let bytes = fs::metadata(&full).map_err(Failure::write(&full))?.len();
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        Ok(())
    }

    /// Opens a file that was written, to be packed with others.
    ///
    /// # Errors
    ///
    /// Fails where the disk does.
    pub fn read_back(&self, path: &str) -> Result<impl Read, Failure> {
        let full = self.folder.join(path);
        File::open(&full).map_err(Failure::write(&full))
    }

    /// Gives a folder another name; both are paths from the root of the site.
    ///
    /// # Errors
    ///
    /// Fails where the disk does.
    pub fn rename(&self, from: &str, to: &str) -> Result<(), Failure> {
        let to = self.place(to)?;
        fs::rename(self.folder.join(from), &to).map_err(Failure::write(&to))
    }

    /// Files written so far and their size in bytes.
    pub fn written(&self) -> (u64, u64) {
        (self.files.load(Ordering::Relaxed), self.bytes.load(Ordering::Relaxed))
    }

    /// Puts the staged site in the place of the old one.
    ///
    /// # Errors
    ///
    /// Fails where the disk does; the old site is then as it was.
    pub fn publish(mut self) -> Result<(), Failure> {
        for keeper in KEEPERS {
            let (old, new) = (self.output.join(keeper), self.folder.join(keeper));
            if old.is_file() && !new.exists() {
                fs::copy(&old, &new).map_err(Failure::write(&new))?;
            }
        }
        // Somebody may have put something there while the site was being built.
        replaceable(&self.output)?;
        swap(&self.folder, &self.output, &sibling(&self.output, "old"))?;
        self.lock = None;
        Ok(())
    }

    fn place(&self, path: &str) -> Result<PathBuf, Failure> {
        let full = self.folder.join(path);
        if let Some(parent) = full.parent() {
            let known = self.made.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).contains(parent);
            if !known {
                fs::create_dir_all(parent).map_err(Failure::write(parent))?;
                self.made.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).insert(parent.to_owned());
            }
        }
        Ok(full)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if self.lock.is_some() {
            // There is nobody left to tell; the next build clears away what stays.
            let _ = fs::remove_dir_all(&self.folder);
            self.lock = None;
        }
    }
}

struct CountedWriter<W> {
    inner: W,
    bytes: u64,
}

impl<W: Write> Write for CountedWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

/// A hidden folder or file beside the output.
fn sibling(output: &Path, what: &str) -> PathBuf {
    let name = output.file_name().map_or_else(|| "site".into(), |name| name.to_string_lossy().into_owned());
    output.with_file_name(format!(".{name}.qingdan-{what}"))
}
