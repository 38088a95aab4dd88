//! New texts of files of the content in, the files replaced out: all of them, or none.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::diag::Failure;

/// A file that was replaced, and how to undo that.
struct Done {
    real: PathBuf,
    /// Where what stood there before lies; `None` where nothing did.
    before: Option<PathBuf>,
}

/// Replaces, makes and removes files below a folder. Each is written beside its place first; only when all of them are
/// there do they take their places, and where one cannot, those before it are put back. A file that is a link stays one:
/// what it leads to is replaced.
///
/// # Errors
///
/// Fails where a file cannot be written or replaced; everything is then as it was.
pub fn replace(root: &Path, files: &BTreeMap<PathBuf, Option<String>>) -> Result<(), Failure> {
    let mut ready: Vec<(PathBuf, Option<PathBuf>)> = Vec::new();
    let result = prepare(root, files, &mut ready).and_then(|()| put(&ready));
    for new in ready.iter().filter_map(|(_, new)| new.as_ref()) {
        let _ = fs::remove_file(new);
    }
    result
}

/// Writes one file that is not part of the content, such as a workbook, in one step.
///
/// # Errors
///
/// Fails where it cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if path.is_dir() {
        let error = std::io::Error::from(std::io::ErrorKind::IsADirectory);
        return Err(Failure::Write { path: path.to_owned(), error });
    }
    let real = if path.exists() { path.canonicalize().map_err(Failure::write(path))? } else { path.to_owned() };
    let new = beside(&real, "new");
    let written = fs::write(&new, bytes).and_then(|()| fs::rename(&new, &real));
    written.map_err(|error| {
        let _ = fs::remove_file(&new);
        Failure::Write { path: path.to_owned(), error }
    })
}

fn prepare(
    root: &Path,
    files: &BTreeMap<PathBuf, Option<String>>,
    ready: &mut Vec<(PathBuf, Option<PathBuf>)>,
) -> Result<(), Failure> {
    for (path, text) in files {
        let full = root.join(path);
        let real = if full.exists() { full.canonicalize().map_err(Failure::write(&full))? } else { full.clone() };
        let Some(text) = text else {
            ready.push((real, None));
            continue;
        };
        if let Some(folder) = real.parent() {
            fs::create_dir_all(folder).map_err(Failure::write(folder))?;
        }
        // A file that may not be written to is not replaced either, though its folder would allow it.
        if fs::metadata(&real).is_ok_and(|before| before.permissions().readonly()) {
            return Err(Failure::write(&full)(std::io::ErrorKind::PermissionDenied.into()));
        }
        let new = beside(&real, "new");
        fs::write(&new, text).map_err(Failure::write(&full))?;
        if let Ok(before) = fs::metadata(&real) {
            let _ = fs::set_permissions(&new, before.permissions());
        }
        ready.push((real, Some(new)));
    }
    Ok(())
}

fn put(ready: &[(PathBuf, Option<PathBuf>)]) -> Result<(), Failure> {
    let mut done: Vec<Done> = Vec::new();
    for (real, new) in ready {
        if let Err(error) = put_one(real, new.as_deref(), &mut done) {
            for Done { real, before } in done.into_iter().rev() {
                let _ = match before {
                    Some(before) => fs::rename(before, real),
                    None => fs::remove_file(real),
                };
            }
            return Err(Failure::Write { path: real.clone(), error });
        }
    }
    for before in done.iter().filter_map(|done| done.before.as_ref()) {
        let _ = fs::remove_file(before);
    }
    Ok(())
}

fn put_one(real: &Path, new: Option<&Path>, done: &mut Vec<Done>) -> std::io::Result<()> {
    let before = beside(real, "old");
    let had = real.exists();
    if had && new.is_some() {
        // A copy, so that the file is there at every moment.
        fs::copy(real, &before)?;
    } else if had {
        fs::rename(real, &before)?;
    }
    if let Some(new) = new
        && let Err(error) = fs::rename(new, real)
    {
        let _ = fs::remove_file(&before);
        return Err(error);
    }
    done.push(Done { real: real.to_owned(), before: had.then_some(before) });
    Ok(())
}

/// A name beside a file that the walk of the content passes over.
fn beside(path: &Path, what: &str) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.qingdan-{what}"))
}
