//! A file of the content folder in, its bytes or what stands in their way out.

#![expect(clippy::disallowed_methods, reason = "load is one of the two stages that read files")]

use std::path::Path;

use super::layout::FileKind;

/// What a system gives for a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Bytes {
    /// Its bytes; none for one that has no place, and so is not read.
    Of(Vec<u8>),
    /// It is a folder.
    Folder,
    /// It is no file that can be read to its end: a pipe, a socket, a device.
    Special,
    /// It is a link that leads nowhere, or round in a circle.
    Dangling,
    /// It is larger than a file of the content may be.
    Huge(u64),
    /// The system refuses it, for this reason.
    Refused(String),
}

/// Bytes of a file, at most: some hundred times those of the largest list there is. A table is read row by row.
const LARGEST: u64 = 24 << 20;
const LARGEST_TABLE: u64 = 64 << 20;

/// The bytes of a file.
pub(super) fn bytes_of(root: &Path, path: &Path, kind: &FileKind) -> Bytes {
    if matches!(kind, FileKind::Stray(_) | FileKind::Misnamed(_) | FileKind::Unreadable(_) | FileKind::PassedOver(_)) {
        return Bytes::Of(Vec::new());
    }
    let largest = if matches!(kind, FileKind::Table(_)) { LARGEST_TABLE } else { LARGEST };
    given(&root.join(path), largest)
}

/// What a file of the content holds, as far as that can be shown.
pub(super) fn shown(full: &Path) -> Bytes {
    given(full, LARGEST_TABLE)
}

/// What the system gives for a path. A pipe is never opened: nobody may write to it.
fn given(full: &Path, largest: u64) -> Bytes {
    match std::fs::metadata(full) {
        Ok(about) if about.is_dir() => Bytes::Folder,
        Ok(about) if !about.is_file() => Bytes::Special,
        Ok(about) if about.len() > largest => Bytes::Huge(about.len()),
        Ok(_) => std::fs::read(full).map_or_else(|error| Bytes::Refused(error.to_string()), Bytes::Of),
        Err(_) if full.is_symlink() => Bytes::Dangling,
        Err(error) => Bytes::Refused(error.to_string()),
    }
}
