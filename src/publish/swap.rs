//! Puts one folder in the place of another.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Moves `new` to `place`; what was there is then at the path that is returned. Where that fails, all is as it was.
///
/// Where the system can exchange two folders in one step, a reader sees the old site or the new one and nothing else.
/// Elsewhere the old site is moved aside first, and moved back if the second step fails.
pub(super) fn swap(new: &Path, place: &Path, aside: &Path) -> io::Result<Option<PathBuf>> {
    if !place.exists() {
        return fs::rename(new, place).map(|()| None);
    }
    if exchange(new, place) {
        return Ok(Some(new.to_owned()));
    }
    fs::rename(place, aside)?;
    if let Err(error) = fs::rename(new, place) {
        fs::rename(aside, place)?;
        return Err(error);
    }
    Ok(Some(aside.to_owned()))
}

#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}
