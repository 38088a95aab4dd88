//! A content folder in; the files of its `static/`, which go to the site as they are, out.

#![expect(clippy::disallowed_methods, reason = "load is one of the two stages that read files")]

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::diag::{Failure, FileId};

/// The folder in the content whose files are copied to the root of the site. Nothing in it is content.
pub(super) const STATIC: &str = "static";

/// A file of `static/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticFile {
    /// Where it will be, from the root of the site.
    pub path: String,
    /// Where it is.
    pub full: PathBuf,
    /// The file among the sources.
    pub file: FileId,
}

/// Finds the files of `static/`, sorted; `file` gives the file among the sources that has a path. What systems and editors
/// leave there is passed over.
///
/// # Errors
///
/// Fails where the folder cannot be read, or a name is not UTF-8.
pub fn statics(root: &Path, file: &mut dyn FnMut(&str) -> FileId) -> Result<Vec<StaticFile>, Failure> {
    let found = paths(root)?;
    let of = |(path, full): (String, PathBuf)| {
        let file = file(&format!("{STATIC}/{path}"));
        StaticFile { path, full, file }
    };
    Ok(found.into_iter().map(of).collect())
}

/// The bytes of a file of `static/`, by its path from the root of the site; `None` where there is none.
pub fn static_bytes(root: &Path, path: &str) -> Option<Vec<u8>> {
    let wanted = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let (_, full) = paths(root).ok()?.into_iter().find(|(have, _)| *have == wanted)?;
    std::fs::read(full).ok()
}

fn paths(root: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    let folder = root.join(STATIC);
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in WalkDir::new(&folder).follow_links(true).sort_by_file_name() {
        let left = |path: &Path| path.file_name().is_some_and(|name| is_left_behind(&name.to_string_lossy()));
        // A lock of Emacs is a link to nowhere.
        if entry.as_ref().is_err_and(|error| error.path().is_some_and(left)) {
            continue;
        }
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(&folder).to_owned();
            Failure::Read { path, error: error.into() }
        })?;
        if !entry.file_type().is_file() || left(entry.path()) {
            continue;
        }
        let below = entry.path().strip_prefix(&folder).unwrap_or(entry.path());
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        let parts = parts.ok_or_else(|| Failure::read(entry.path())(ErrorKind::InvalidFilename.into()))?;
        found.push((parts.join("/"), entry.path().to_owned()));
    }
    Ok(found)
}

/// Whether a file is nobody's: made by a file manager, or a lock of an editor.
fn is_left_behind(name: &str) -> bool {
    let swap = name.starts_with('.') && [".swp", ".swo", ".swx"].iter().any(|ending| name.ends_with(ending));
    let made = [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&name);
    made || swap || [".#", ".~lock.", "~$"].iter().any(|begin| name.starts_with(begin))
}
