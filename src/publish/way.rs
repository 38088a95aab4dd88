//! The folder of a site in; how a new site can take its place out.

use std::path::Path;

use crate::diag::Failure;

use super::mounts;

/// How a new site takes the place of what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// One folder takes the place of the other, in one step.
    Exchange,
    /// The folder stays, and its files are replaced one after the other.
    InPlace,
}

/// The way for a folder, which need not exist. Fails where nothing may be written to it.
pub(super) fn choose(output: &Path) -> Result<Way, Failure> {
    if !output.exists() {
        return Ok(Way::Exchange);
    }
    writable(output).map_err(Failure::write(output))?;
    let Some(parent) = output.parent() else { return Ok(Way::InPlace) };
    // Whoever stands in the folder, say in a terminal, would stand in one that is gone.
    let stands_in_it = std::env::current_dir().is_ok_and(|here| here.starts_with(output));
    let held = stands_in_it || writable(parent).is_err() || !same_disk(output, parent) || mounts::hold(output);
    Ok(if held { Way::InPlace } else { Way::Exchange })
}

/// Fails where the system would not let us write to a folder, say because it may not be changed or the disk is read-only.
#[cfg(unix)]
pub(super) fn writable(folder: &Path) -> std::io::Result<()> {
    use rustix::fs::{Access, access};
    Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

#[cfg(not(unix))]
pub(super) fn writable(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Whether a file or folder is marked as one that nobody may change or take away.
#[cfg(unix)]
pub(super) fn is_frozen(path: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(path, Access::WRITE_OK) == Err(rustix::io::Errno::PERM)
}

#[cfg(not(unix))]
pub(super) fn is_frozen(_: &Path) -> bool {
    false
}

#[cfg(unix)]
fn same_disk(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (a.metadata(), b.metadata()) {
        (Ok(a), Ok(b)) => a.dev() == b.dev(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn same_disk(_: &Path, _: &Path) -> bool {
    true
}
