//! The folder of a part of a site in; what it says of itself, and the bytes of its files, out. Beside that, a content folder
//! in, one number for all it holds out.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::diag::{Failure, Message};

use super::Sources;

/// The name of the file in which a part says what it is.
pub const PART: &str = "qingdan-part.json";

/// What a part of a site says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartNote {
    /// What it was made from and how, as a word: another one for other content, theme, address, choice of data or program.
    pub made_from: String,
    /// The ids of the lists that are in it.
    pub lists: Vec<String>,
}

/// Reads what a part says of itself.
///
/// # Errors
///
/// Fails where the folder is no part of a site.
pub fn part_note(folder: &Path) -> Result<PartNote, Failure> {
    let none = || Failure::Option {
        option: "PART",
        words: Message::new(
            format!("{} 不是网站的一部分：里面没有 {PART}；用 qingdan build --region 生成", folder.display()),
            format!(
                "{} is no part of a site: it has no {PART}; make one with `qingdan build --region`",
                folder.display()
            ),
        ),
    };
    let bytes = fs::read(folder.join(PART)).map_err(|_| none())?;
    serde_json::from_slice(&bytes).map_err(|_| none())
}

/// Reads a file of a part, given by its path from the root of the site.
///
/// # Errors
///
/// Fails where it is not there.
pub fn part_file(folder: &Path, path: &str) -> Result<Vec<u8>, Failure> {
    let full = folder.join(path);
    fs::read(&full).map_err(Failure::read(&full))
}

/// A word for the bytes of all files of a content folder: another one for other files, or for the same with other bytes.
///
/// # Errors
///
/// Fails where a file cannot be read.
pub fn print_of(sources: &Sources) -> Result<String, Failure> {
    let mut all = Sha256::new();
    for file in &sources.files {
        let full = sources.root.join(file);
        let bytes = fs::read(&full).map_err(Failure::read(&full))?;
        let name = file.to_string_lossy().replace('\\', "/");
        all.update((name.len() as u64).to_le_bytes());
        all.update(name);
        all.update((bytes.len() as u64).to_le_bytes());
        all.update(&bytes);
    }
    Ok(all.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
