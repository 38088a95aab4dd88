//! Puts one folder in the place of another.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs;
use std::path::Path;

use crate::diag::Failure;

/// Moves `new` to `place`; what was there goes to `aside` and is removed.
///
/// Where the system can exchange two folders in one step, a reader sees the old site or the new one and nothing else.
/// Elsewhere the old site is moved aside first, and moved back if the second step fails.
pub(super) fn swap(new: &Path, place: &Path, aside: &Path) -> Result<(), Failure> {
    if !place.exists() {
        return fs::rename(new, place).map_err(Failure::write(place));
    }
    if exchange(new, place) {
        return fs::remove_dir_all(new).map_err(Failure::write(new));
    }
    fs::rename(place, aside).map_err(Failure::write(place))?;
    if let Err(error) = fs::rename(new, place) {
        fs::rename(aside, place).map_err(Failure::write(place))?;
        return Err(Failure::Write { path: place.to_owned(), error });
    }
    fs::remove_dir_all(aside).map_err(Failure::write(aside))
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
