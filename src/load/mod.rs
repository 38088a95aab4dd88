//! Content folder in, sources out: files found in sorted order, read in parallel, each turned into its records.

#![expect(clippy::disallowed_methods, reason = "load is one of the two stages that read files")]

mod aside;
mod bytes;
mod cache;
mod codes;
mod cures;
mod cut;
mod diagnose;
mod layout;
mod locate;
mod look;
mod part;
mod passage;
mod plain;
mod project;
mod published;
mod read;
mod read_all;
mod repair;
mod revision;
mod statics;
mod strange;
mod syntax;
mod table;
mod tagged;
mod translated;
mod tree;
mod wrapped;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::diag::{Failure, FileId, Sink, closest};
use bytes::Bytes;
use layout::FileKind;

pub use cache::{Cache, load_again, load_changed};
pub use codes::{CODES, MISSING_FILE, UNKNOWN_FILE};
pub use layout::Changed;
pub use locate::Locator;
pub use look::{Look, look};
pub use part::{PART, PartNote, part_file, part_note, print_of};
pub use plain::{office_file, plain_text};
pub use published::{NAME as ADDRESSES, written as addresses_text};
pub use read::ContentFile;
pub use revision::load_revision;
pub use statics::{StaticFile, static_bytes, statics};
pub use table::{HEADINGS, Heading, cells, delimiter, read_items, words};
pub use translated::{translated_file, translated_text};
pub use wrapped::unwrapped;

/// The files of the content and what each holds.
#[derive(Debug)]
pub struct Sources {
    /// The content folder.
    pub root: PathBuf,
    /// Paths from the content folder, sorted; a `FileId` is a position here.
    pub files: Vec<PathBuf>,
    /// What the readable files hold, in the order of the files.
    pub documents: Vec<(FileId, ContentFile)>,
    /// For the files that were read with a cache, a hash of their bytes.
    pub prints: HashMap<FileId, u64>,
    /// For the files that were read without one, the SHA-256 of the bytes that were read.
    pub digests: HashMap<FileId, [u8; 32]>,
    /// Where each file is in `files`, as far as it was looked for.
    found: HashMap<PathBuf, FileId>,
}

impl Sources {
    /// The file with this path from the content folder. One that does not exist is added, so that its absence can be
    /// reported.
    pub fn file(&mut self, path: &str) -> FileId {
        if self.found.len() != self.files.len() {
            let files = self.files.iter().enumerate();
            self.found = files.map(|(at, path)| (path.clone(), FileId(at as u32))).collect();
        }
        if let Some(file) = self.found.get(Path::new(path)) {
            return *file;
        }
        let file = FileId(self.files.len() as u32);
        self.files.push(path.into());
        self.found.insert(path.into(), file);
        file
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
    load_with(root, &BTreeMap::new(), sink)
}

/// Reads a content folder as it would be with some files changed: their new texts by path from the folder, `None` for one
/// that is taken away.
///
/// # Errors
///
/// As [`load`].
pub fn load_with(root: &Path, changed: &Changed, sink: &mut Sink) -> Result<Sources, Failure> {
    let mut files = files(root)?;
    if !changed.is_empty() {
        files.retain(|file| !matches!(changed.get(file), Some(None)));
        let new = changed.iter().filter(|(path, text)| text.is_some() && !files.contains(path));
        let new: Vec<PathBuf> = new.map(|(path, _)| path.clone()).collect();
        files.extend(new);
        files.sort();
    }
    let kinds = kinds(&files);
    let (documents, digests) = read_all::read_all(root, &kinds, changed, sink);
    Ok(Sources { root: root.to_owned(), files, documents, prints: HashMap::new(), digests, found: HashMap::new() })
}

/// Fails where there is no content folder.
///
/// # Errors
///
/// Only that.
pub fn exists(root: &Path) -> Result<(), Failure> {
    if root.is_dir() { Ok(()) } else { Err(Failure::NoContent { path: root.to_owned() }) }
}

/// Every file of a content folder, by its path from there, sorted; and whatever else has the name of a file of the content: a
/// folder, a pipe, a link that leads nowhere.
fn files(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    exists(root)?;
    let mut files = Vec::new();
    let walk = WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter();
    let content = |entry: &walkdir::DirEntry| {
        let name = entry.file_name();
        let told = name.to_string_lossy();
        let hidden = is_of_a_program(&told) && !(entry.file_type().is_file() && aside::may_be_meant(&told));
        // A list that somebody hid is not read, and told as long as there is none in its place.
        let list = entry.depth() == 2 && aside::may_be_list(&told) && entry.path().join("list.yaml").is_file();
        let below = list && entry.path().parent() == Some(&*root.join("lists"));
        entry.depth() == 0 || !(entry.depth() == 1 && name == statics::STATIC || hidden && !below)
    };
    for entry in walk.filter_entry(content) {
        let path = match entry {
            Ok(entry) if entry.file_type().is_file() => entry.into_path(),
            Ok(entry) if takes_the_place_of_a_file(root, entry.path()) => entry.into_path(),
            Ok(_) => continue,
            // What a link leads back to is read where it stands.
            Err(error) if error.loop_ancestor().is_some() => continue,
            Err(error) => match error.path().filter(|path| path.is_symlink()) {
                Some(link) if takes_the_place_of_a_file(root, link) => link.to_owned(),
                Some(_) => continue,
                // What went while the folder was looked through.
                None if error.io_error().is_some_and(|error| error.kind() == ErrorKind::NotFound) => continue,
                None => {
                    let path = error.path().unwrap_or(root).to_owned();
                    return Err(Failure::Read { path, error: error.into() });
                }
            },
        };
        files.push(path.strip_prefix(root).unwrap_or(&path).to_owned());
    }
    Ok(files)
}

/// Whether something that is no file is called as a file of the content is: what that would hold would not be missed. The
/// folder of a list may have any name.
fn takes_the_place_of_a_file(root: &Path, path: &Path) -> bool {
    let below = path.strip_prefix(root).unwrap_or(path);
    let of_a_list = path.is_dir() && below.starts_with("lists") && below.iter().count() == 2;
    let meant = !matches!(
        layout::kind(below),
        FileKind::Foreign
            | FileKind::Stray(_)
            | FileKind::Misnamed(_)
            | FileKind::Unreadable(_)
            | FileKind::PassedOver(_)
    );
    !of_a_list && meant
}

/// Whether a file or folder is hidden, or one that a system or a program keeps for itself beside what people keep.
fn is_of_a_program(name: &str) -> bool {
    const FOLDERS: [&str; 11] = [
        "__MACOSX",
        "__pycache__",
        "@eaDir",
        "#recycle",
        "#snapshot",
        "@Recycle",
        "CVS",
        "$RECYCLE.BIN",
        "System Volume Information",
        "lost+found",
        "node_modules",
    ];
    name.starts_with('.') || FOLDERS.contains(&name)
}

/// The files that are read, with what each is.
fn kinds(files: &[PathBuf]) -> Vec<(FileId, &Path, FileKind)> {
    let there: HashSet<&Path> = files.iter().map(PathBuf::as_path).collect();
    let of = |path: &Path| match layout::kind(path) {
        FileKind::Foreign => aside::meant(path, &|path| there.contains(path)).unwrap_or(FileKind::Foreign),
        kind => kind,
    };
    files
        .iter()
        .enumerate()
        .map(|(index, path)| (FileId(index as u32), path.as_path(), of(path)))
        .filter(|(.., kind)| *kind != FileKind::Foreign)
        .collect()
}

/// The files of a list and their texts, paths from the content folder, the one with its head first. The list is named by
/// its id, or by the path of its folder or file.
///
/// # Errors
///
/// Fails where there is no such list, or a file of it cannot be read or is not UTF-8.
pub fn list_files(root: &Path, list: &str) -> Result<(String, Vec<(PathBuf, String)>), Failure> {
    if !root.is_dir() {
        return Err(Failure::NoContent { path: root.to_owned() });
    }
    let name = Path::new(list).file_name().map_or(list.into(), |name| name.to_string_lossy().into_owned());
    let name = match name.strip_suffix(".yaml") {
        Some("list") => {
            Path::new(list).parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned())
        }
        Some(stem) => Some(stem.to_owned()),
        None => None,
    }
    .unwrap_or(name);
    let mut found = Vec::new();
    let mut names = Vec::new();
    for entry in WalkDir::new(root.join("lists")).follow_links(true).sort_by_file_name() {
        let Ok(entry) = entry else { continue };
        let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
        if !entry.file_type().is_file() {
            continue;
        }
        let is_head = matches!(layout::kind(path), FileKind::List(_));
        if let FileKind::List(of) | FileKind::Part(of) | FileKind::Table(of) | FileKind::Regime(of) = layout::kind(path)
        {
            if is_head && !of.contains('/') {
                names.push(of.clone());
            }
            if of == name {
                found.push((!is_head, path.to_owned()));
            }
        }
    }
    found.sort();
    if found.first().is_none_or(|(is_part, _)| *is_part) {
        let near = closest(&name, names.iter().map(String::as_str)).map(str::to_owned);
        return Err(Failure::NoList { list: list.to_owned(), near });
    }
    let read = |(_, path): (bool, PathBuf)| {
        let full = root.join(&path);
        let text = std::fs::read_to_string(&full).map_err(Failure::read(&full))?;
        Ok((path, text))
    };
    Ok((name, found.into_iter().map(read).collect::<Result<_, Failure>>()?))
}

/// The bytes of a file that is named on the command line.
///
/// # Errors
///
/// Fails where it cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(Failure::read(path))
}

/// The text of a source file as a fault shows it: what is not UTF-8 is replaced, one that is missing or cannot be read is empty.
pub fn text_of(root: &Path, file: &Path) -> String {
    match bytes::shown(&root.join(file)) {
        Bytes::Of(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        _ => String::new(),
    }
}
