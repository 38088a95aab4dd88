//! Whether a folder may become that of a new site.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

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
