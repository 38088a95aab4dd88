//! Content folder in, sources out: files found in sorted order, read in parallel, each turned into its records.

#![expect(clippy::disallowed_methods, reason = "load is one of the two stages that read files")]

mod codes;
mod cut;
mod diagnose;
mod layout;
mod locate;
mod passage;
mod plain;
mod read;
mod syntax;
mod table;
mod tree;

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::diag::{Failure, FileId, Sink};
use layout::FileKind;

pub use codes::{CODES, MISSING_FILE, UNKNOWN_FILE};
pub use locate::Locator;
pub use plain::plain_text;
pub use read::ContentFile;
pub use table::{HEADINGS, Heading, cells, delimiter};

/// The files of the content and what each holds.
#[derive(Debug)]
pub struct Sources {
    /// The content folder.
    pub root: PathBuf,
    /// Paths from the content folder, sorted; a `FileId` is a position here.
    pub files: Vec<PathBuf>,
    /// What the readable files hold, in the order of the files.
    pub documents: Vec<(FileId, ContentFile)>,
}

impl Sources {
    /// The file with this path from the content folder. One that does not exist is added, so that its absence can be
    /// reported.
    pub fn file(&mut self, path: &str) -> FileId {
        let at = self.files.iter().position(|file| file == Path::new(path));
        FileId(at.unwrap_or_else(|| {
            self.files.push(path.into());
            self.files.len() - 1
        }) as u32)
    }
}

/// Reads a content folder.
///
/// ```
/// use std::path::Path;
///
/// use qingdan::diag::{Failure, Sink};
/// use qingdan::load::load;
///
/// let sources = load(Path::new("tests/rules/base"), &mut Sink::new())?;
/// assert_eq!(sources.files[0], Path::new("departments.yaml"));
/// assert!(!sources.documents.is_empty());
///
/// let nothing = load(Path::new("nowhere"), &mut Sink::new());
/// assert!(matches!(nothing, Err(Failure::NoContent { .. })));
/// # Ok::<(), Failure>(())
/// ```
///
/// # Errors
///
/// Fails where the folder or a file in it cannot be read; whatever is wrong inside the files goes to the sink.
pub fn load(root: &Path, sink: &mut Sink) -> Result<Sources, Failure> {
    if !root.is_dir() {
        return Err(Failure::NoContent { path: root.to_owned() });
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(root).follow_links(true).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(root).to_owned();
            Failure::Read { path, error: error.into() }
        })?;
        if entry.file_type().is_file() {
            files.push(entry.path().strip_prefix(root).unwrap_or(entry.path()).to_owned());
        }
    }
    let kinds: Vec<(FileId, &Path, FileKind)> = files
        .iter()
        .enumerate()
        .map(|(index, path)| (FileId(index as u32), path.as_path(), layout::kind(path)))
        .filter(|(.., kind)| *kind != FileKind::Foreign)
        .collect();
    let documents = read::read_all(root, &kinds, sink)?;
    Ok(Sources { root: root.to_owned(), files, documents })
}

/// The text of a source file as a fault shows it: what is not UTF-8 is replaced, a missing file is empty.
pub fn text_of(root: &Path, file: &Path) -> String {
    let bytes = std::fs::read(root.join(file)).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}
