//! New files in, written where nothing was: a file that is there stays as it is.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::diag::Failure;

/// What version control and file managers put into a folder that is empty to its owner.
const OTHERS: [&str; 4] = [".git", ".DS_Store", "desktop.ini", "Thumbs.db"];

/// Fails unless the folder does not exist or is empty.
///
/// # Errors
///
/// Names the folder where it holds something, or is a file.
pub fn vacant(folder: &Path) -> Result<(), Failure> {
    match fs::read_dir(folder) {
        Ok(entries) => {
            for entry in entries {
                let name = entry.map_err(Failure::read(folder))?.file_name();
                if !OTHERS.iter().any(|other| name == *other) {
                    return Err(Failure::NotEmpty { path: folder.to_owned() });
                }
            }
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => Err(Failure::NotEmpty { path: folder.to_owned() }),
        Err(error) => Err(Failure::Read { path: folder.to_owned(), error }),
    }
}

/// Writes files, given by their paths from the folder with `/`. Where one cannot be written, or is there already, those
/// written before it are removed.
///
/// # Errors
///
/// Fails where a file is there already, and where the disk does.
pub fn create<'a>(folder: &Path, files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<(), Failure> {
    let mut made = Made::default();
    for (path, text) in files {
        made.file(&folder.join(path), text)?;
    }
    made.kept = true;
    Ok(())
}

/// Puts a longer text in the place of one file, by way of a file beside it.
///
/// # Errors
///
/// Fails where the disk does; the file is then as it was.
pub fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let beside = path.with_extension("qingdan-new");
    fs::write(&beside, text).and_then(|()| fs::rename(&beside, path)).map_err(|error| {
        let _ = fs::remove_file(&beside);
        Failure::Create { path: path.to_owned(), error }
    })
}

/// Files and folders made so far; dropped before all are there, they are removed again.
#[derive(Default)]
struct Made {
    paths: Vec<PathBuf>,
    kept: bool,
}

impl Made {
    fn file(&mut self, path: &Path, text: &str) -> Result<(), Failure> {
        self.folder(path.parent().unwrap_or(Path::new("")))?;
        let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(Failure::create(path))?;
        self.paths.push(path.to_owned());
        file.write_all(text.as_bytes()).map_err(Failure::create(path))
    }

    fn folder(&mut self, folder: &Path) -> Result<(), Failure> {
        let missing: Vec<&Path> =
            folder.ancestors().take_while(|one| !one.as_os_str().is_empty() && !one.exists()).collect();
        for one in missing.into_iter().rev() {
            fs::create_dir(one).map_err(Failure::create(one))?;
            self.paths.push(one.to_owned());
        }
        Ok(())
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        if !self.kept {
            for path in self.paths.iter().rev() {
                // Only what was made here goes, and a folder that somebody put something into stays.
                let _ = if path.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) };
            }
        }
    }
}
