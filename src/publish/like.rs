//! A file or folder and a new one that will take its place in; the new one with the mode, owner and group of the old out.

use std::fs::Metadata;
use std::io;
use std::path::Path;

/// Gives a new folder mode, owner, group and further attributes of the old one. Fails where one of them cannot be given.
#[cfg(unix)]
pub(super) fn folder(old: &Path, new: &Path) -> io::Result<()> {
    attributes(old, new)?;
    same(&old.metadata()?, new)
}

/// Gives a new file or folder mode, owner and group of the old one.
#[cfg(unix)]
pub(super) fn same(old: &Metadata, new: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, chown};
    let made = new.symlink_metadata()?;
    if made.gid() != old.gid() {
        chown(new, None, Some(old.gid()))?;
    }
    if made.uid() != old.uid() {
        chown(new, Some(old.uid()), None)?;
    }
    // Last, because another owner takes the setgid bit away.
    if made.mode() != old.mode() {
        std::fs::set_permissions(new, old.permissions())?;
    }
    Ok(())
}

/// Access lists and the like.
#[cfg(target_os = "linux")]
fn attributes(old: &Path, new: &Path) -> io::Result<()> {
    use rustix::fs::{XattrFlags, getxattr, listxattr, setxattr};
    let mut names = vec![0u8; 1 << 16];
    // Where the file system has none, there is nothing to give.
    let Ok(size) = listxattr(old, &mut names[..]) else { return Ok(()) };
    for name in names[..size].split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let mut value = vec![0u8; 1 << 16];
        let size = getxattr(old, name, &mut value[..])?;
        let given = setxattr(new, name, &value[..size], XattrFlags::empty());
        // Labels of the system are its own affair.
        if !name.starts_with(b"security.") && !name.starts_with(b"trusted.") {
            given?;
        }
    }
    Ok(())
}

#[cfg(all(unix, not(target_os = "linux")))]
fn attributes(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn folder(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn same(_: &Metadata, _: &Path) -> io::Result<()> {
    Ok(())
}
