//! A folder in; nothing out: removed with all that is in it, on several threads.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that removes files")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// Removes a folder. One that is not there is no fault.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    match below(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == ErrorKind::PermissionDenied && loosen(folder) => below(folder),
        done => done,
    }
}

fn below(folder: &Path) -> io::Result<()> {
    let mut folders: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(entry.path());
        } else {
            gone(fs::remove_file(entry.path()))?;
        }
    }
    folders.par_iter().map(|folder| remove(folder)).collect::<io::Result<()>>()?;
    gone(fs::remove_dir(folder))
}

fn gone(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// A folder that its owner may not write to cannot be emptied before he may.
#[cfg(unix)]
fn loosen(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).is_ok()
}

#[cfg(not(unix))]
fn loosen(_: &Path) -> bool {
    false
}
