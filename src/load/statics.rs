//! A content folder in; the files of its `static/`, which go to the site as they are, out.

#![expect(clippy::disallowed_methods, reason = "load is one of the two stages that read files")]

use std::path::{Path, PathBuf};

use encoding_rs::GB18030;
use walkdir::WalkDir;

use crate::diag::{Failure, FileId, Sink};

use super::bytes::Bytes;
use super::layout::FileKind;
use super::strange;

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
/// leave there is passed over; a link that leads nowhere and a name that is not UTF-8 are faults of the content.
///
/// # Errors
///
/// Fails where the folder cannot be read.
pub fn statics(root: &Path, file: &mut dyn FnMut(&str) -> FileId, sink: &mut Sink) -> Result<Vec<StaticFile>, Failure> {
    let Found { files: found, dangling, misread } = paths(root)?;
    for path in dangling {
        let id = file(&format!("{STATIC}/{path}"));
        strange::fault(&Bytes::Dangling, id, &root.join(STATIC).join(path), &FileKind::Foreign)
            .into_iter()
            .for_each(|fault| sink.push(fault));
    }
    for (lossy, gbk) in misread {
        sink.push(strange::not_utf8(file(&format!("{STATIC}/{lossy}")), &gbk));
    }
    let of = |(path, full): (String, PathBuf)| {
        let file = file(&format!("{STATIC}/{path}"));
        StaticFile { path, full, file }
    };
    Ok(found.into_iter().map(of).collect())
}

/// The bytes of a file of `static/`, by its path from the root of the site; `None` where there is none.
pub fn static_bytes(root: &Path, path: &str) -> Option<Vec<u8>> {
    let wanted = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let (_, full) = paths(root).ok()?.files.into_iter().find(|(have, _)| *have == wanted)?;
    std::fs::read(full).ok()
}

/// What lies in the folder, by paths from there.
#[derive(Default)]
struct Found {
    /// Files, each with where it is.
    files: Vec<(String, PathBuf)>,
    /// Links that lead nowhere.
    dangling: Vec<String>,
    /// Files whose names are not UTF-8: as far as they can be read, and read as GBK.
    misread: Vec<(String, String)>,
}

fn paths(root: &Path) -> Result<Found, Failure> {
    let folder = root.join(STATIC);
    let mut found = Found::default();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in WalkDir::new(&folder).follow_links(true).sort_by_file_name() {
        let left = |path: &Path| path.file_name().is_some_and(|name| is_left_behind(&name.to_string_lossy()));
        // A lock of Emacs is a link to nowhere.
        if entry.as_ref().is_err_and(|error| error.path().is_some_and(left)) {
            continue;
        }
        let entry = match entry {
            Ok(entry) => entry,
            // What a link leads back to is copied where it stands.
            Err(error) if error.loop_ancestor().is_some() => continue,
            Err(error) => {
                let path = error.path().unwrap_or(&folder).to_owned();
                if !path.is_symlink() {
                    return Err(Failure::Read { path, error: error.into() });
                }
                let below = path.strip_prefix(&folder).unwrap_or(&path);
                found.dangling.push(below.to_string_lossy().into_owned());
                continue;
            }
        };
        if !entry.file_type().is_file() || left(entry.path()) {
            continue;
        }
        let below = entry.path().strip_prefix(&folder).unwrap_or(entry.path());
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        let Some(parts) = parts else {
            let (gbk, _) = GB18030.decode_without_bom_handling(below.as_os_str().as_encoded_bytes());
            found.misread.push((below.to_string_lossy().into_owned(), gbk.into_owned()));
            continue;
        };
        found.files.push((parts.join("/"), entry.path().to_owned()));
    }
    Ok(found)
}

/// Whether a file is nobody's: made by a file manager, or a lock of an editor.
fn is_left_behind(name: &str) -> bool {
    let swap = name.starts_with('.') && [".swp", ".swo", ".swx"].iter().any(|ending| name.ends_with(ending));
    let made = [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&name);
    made || swap || [".#", ".~lock.", "~$"].iter().any(|begin| name.starts_with(begin))
}
