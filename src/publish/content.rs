//! Files for a content folder in; all of them written, or none.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs::{self, OpenOptions};
use std::io::{Error, Write};
use std::path::{Path, PathBuf};

use crate::diag::Failure;

/// Puts new files into a content folder and adds to the end of others. What was written is taken back where anything
/// cannot be written.
///
/// # Errors
///
/// Fails where a new file is there already, or anything cannot be written; then the folder is as it was.
pub fn add_to_content(
    root: &Path,
    new: &[(String, String)],
    added: &[(String, String)],
) -> Result<Vec<PathBuf>, Failure> {
    let mut done = Undo::default();
    for (path, text) in new {
        let path = root.join(path);
        done.create(&path, text).map_err(Failure::unwritten(&path))?;
    }
    for (path, text) in added {
        let path = root.join(path);
        done.append(&path, text).map_err(Failure::unwritten(&path))?;
    }
    Ok(done.finish())
}

/// What was written so far; taken back when dropped unfinished.
#[derive(Default)]
struct Undo {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    before: Vec<(PathBuf, Vec<u8>)>,
}

impl Undo {
    fn create(&mut self, path: &Path, text: &str) -> Result<(), Error> {
        self.folder(path)?;
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        self.files.push(path.to_owned());
        file.write_all(text.as_bytes())
    }

    fn folder(&mut self, path: &Path) -> Result<(), Error> {
        // The last ancestor of a path that is not absolute is empty: it is the folder we are in.
        let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
        let missing: Vec<&Path> = path.ancestors().skip(1).take_while(is_missing).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            self.folders.push(folder.to_owned());
        }
        Ok(())
    }

    fn append(&mut self, path: &Path, text: &str) -> Result<(), Error> {
        if !path.exists() {
            return self.create(path, text);
        }
        let before = fs::read(path)?;
        let mut after = before.clone();
        if !after.ends_with(b"\n") && !after.is_empty() {
            after.push(b'\n');
        }
        after.extend_from_slice(text.as_bytes());
        self.before.push((path.to_owned(), before));
        fs::write(path, after)
    }

    fn finish(mut self) -> Vec<PathBuf> {
        self.folders.clear();
        let changed = std::mem::take(&mut self.before).into_iter().map(|(path, _)| path);
        std::mem::take(&mut self.files).into_iter().chain(changed).collect()
    }
}

impl Drop for Undo {
    fn drop(&mut self) {
        for path in &self.files {
            let _ = fs::remove_file(path);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
        for (path, before) in &self.before {
            let _ = fs::write(path, before);
        }
    }
}
