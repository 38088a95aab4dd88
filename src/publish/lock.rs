//! A lock that keeps two builds of one site apart.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::diag::Failure;

/// A lock file that is held; letting go removes it. The system lets go of the lock of a killed process.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// Closed after the file is removed, so that whoever opens it in between finds it gone.
    _file: File,
}

impl Lock {
    /// Takes the lock at `path` for building `output`.
    pub fn take(path: PathBuf, output: &Path) -> Result<Lock, Failure> {
        loop {
            let file = File::create(&path).map_err(Failure::write(&path))?;
            if file.try_lock().is_err() {
                return Err(Failure::Busy { path: output.to_owned() });
            }
            // The build before may have removed the file after it was opened here; that lock keeps nobody out.
            if is_at(&file, &path) {
                return Ok(Lock { path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(held), Ok(there)) => (held.dev(), held.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}
