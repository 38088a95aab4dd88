//! Whether a folder may be replaced.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs;
use std::path::Path;

use crate::diag::Failure;

/// Written into every site that Qingdan makes.
pub(super) const MARKER: &str = ".qingdan";

/// What the marker says to somebody who opens it.
pub(super) const MARKER_TEXT: &str =
    "This folder is made by qingdan and replaced whole by every build. 本目录由 qingdan 生成，每次构建整体替换。\n";

/// Files that keep an empty folder in a repository; they are carried over.
pub(super) const KEEPERS: [&str; 2] = [".gitkeep", ".gitignore"];

/// Fails unless the folder does not exist, holds nothing but keepers, or was made by Qingdan.
pub(super) fn replaceable(folder: &Path) -> Result<(), Failure> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
            return Err(Failure::NotOurs { path: folder.to_owned() });
        }
        Err(error) => return Err(Failure::Read { path: folder.to_owned(), error }),
    };
    if folder.join(MARKER).is_file() {
        return Ok(());
    }
    for entry in entries {
        let name = entry.map_err(Failure::read(folder))?.file_name();
        if !KEEPERS.iter().any(|keeper| name == *keeper) {
            return Err(Failure::NotOurs { path: folder.to_owned() });
        }
    }
    Ok(())
}
