//! What others put into a site in; the same in the folder that will take its place out, with a way back.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Moves what is foreign from the old folder to the new one. What is to move stands in `journal` first, so that the next
/// build can bring it back where this one is killed; where something cannot move, all that did is brought back now.
pub(super) fn carry(foreign: &[PathBuf], old: &Path, new: &Path, journal: &Path) -> io::Result<()> {
    if foreign.is_empty() {
        return Ok(());
    }
    fs::write(journal, foreign.iter().flat_map(|path| [&bytes(path)[..], b"\0"].concat()).collect::<Vec<u8>>())?;
    let moved = foreign.iter().try_for_each(|path| one(&old.join(path), &new.join(path)));
    if moved.is_err() {
        back(old, new, journal)?;
    }
    moved
}

/// Brings back what a journal names and is not where it was.
pub(super) fn back(old: &Path, new: &Path, journal: &Path) -> io::Result<()> {
    let text = match fs::read(journal) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        text => text?,
    };
    for path in text.split(|byte| *byte == 0).filter(|path| !path.is_empty()).map(path) {
        let (from, to) = (new.join(&path), old.join(&path));
        if is_there(&from) && !is_there(&to) {
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::rename(from, to)?;
        }
    }
    fs::remove_file(journal)
}

/// A file is in both folders until the old one goes; a folder can be in one alone.
fn one(from: &Path, to: &Path) -> io::Result<()> {
    let Some(parent) = to.parent() else { return Ok(()) };
    fs::create_dir_all(parent)?;
    let is_folder = match fs::symlink_metadata(from) {
        // Somebody took it away.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        about => about?.is_dir(),
    };
    if is_folder || fs::hard_link(from, to).is_err() { fs::rename(from, to) } else { Ok(()) }
}

fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

#[cfg(unix)]
fn bytes(path: &Path) -> Vec<u8> {
    use std::os::unix::ffi::OsStrExt;
    path.as_os_str().as_bytes().to_vec()
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    std::ffi::OsStr::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn bytes(path: &Path) -> Vec<u8> {
    path.to_string_lossy().into_owned().into_bytes()
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}
