//! The folder of a theme in, its files by relative path out, over those of the default theme.

#![expect(clippy::disallowed_methods, reason = "theme is one of the two stages that read files")]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::diag::{Failure, Message};

static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// A file of a theme.
#[derive(Debug)]
pub(super) struct ThemeFile {
    /// Where it was read, for messages.
    pub origin: PathBuf,
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
}

/// Files of one theme by path, with `/` between the parts.
pub(super) type Files = BTreeMap<String, ThemeFile>;

/// The files of the default theme.
pub(super) fn embedded() -> Files {
    let mut files = Files::new();
    gather(&DEFAULT, &mut files);
    files
}

fn gather(dir: &Dir<'static>, files: &mut Files) {
    for file in dir.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        let origin = Path::new("themes/default").join(&name);
        files.insert(name, ThemeFile { origin, bytes: Cow::Borrowed(file.contents()) });
    }
    for below in dir.dirs() {
        gather(below, files);
    }
}

/// A byte order mark.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Endings of files that are texts.
const TEXTS: [&str; 9] = [".html", ".css", ".yaml", ".js", ".svg", ".json", ".txt", ".xml", ".md"];

/// Bytes of a text of a theme, and of any other file, at most.
const LARGEST_TEXT: u64 = 24 << 20;
const LARGEST: u64 = 128 << 20;

/// The files of a folder. Names that start with a dot are passed over.
pub(super) fn read(dir: &Path) -> Result<Files, Failure> {
    let mut files = Files::new();
    let root = std::fs::canonicalize(dir).map_err(Failure::read(dir))?;
    read_folder(dir, "", &root, &mut files)?;
    Ok(files)
}

fn read_folder(dir: &Path, prefix: &str, root: &Path, files: &mut Files) -> Result<(), Failure> {
    for entry in std::fs::read_dir(dir).map_err(Failure::read(dir))? {
        let entry = entry.map_err(Failure::read(dir))?;
        let path = entry.path();
        let name = match entry.file_name().into_string() {
            Ok(name) if !name.starts_with('.') => format!("{prefix}{name}"),
            _ => continue,
        };
        let about = match std::fs::metadata(&path) {
            Ok(about) => about,
            // A link that leads nowhere is nobody's file.
            Err(_) if path.is_symlink() => continue,
            Err(error) => return Err(Failure::read(&path)(error)),
        };
        if path.is_symlink() {
            inside(&path, root)?;
        }
        if about.is_dir() {
            read_folder(&path, &format!("{name}/"), root, files)?;
        } else if about.is_file() {
            let is_text = TEXTS.iter().any(|ending| name.ends_with(ending));
            let largest = if is_text { LARGEST_TEXT } else { LARGEST };
            if about.len() > largest {
                let message = format!("the file has {} MB, and may have {} MB", about.len() >> 20, largest >> 20);
                return Err(Failure::Theme { path, message });
            }
            let mut bytes = std::fs::read(&path).map_err(Failure::read(&path))?;
            // Editors of Windows put it before a text; in the midst of a page it would be shown.
            if is_text {
                bytes = without_marks(bytes);
                held_as_text(&path, &bytes)?;
            }
            files.insert(name, ThemeFile { origin: path, bytes: Cow::Owned(bytes) });
        }
    }
    Ok(())
}

/// The bytes without byte order marks: files that were put together from several have them in their midst.
fn without_marks(bytes: Vec<u8>) -> Vec<u8> {
    if !bytes.windows(MARK.len()).any(|window| window == MARK) {
        return bytes;
    }
    let mut rest = &bytes[..];
    let mut out = Vec::with_capacity(bytes.len());
    while let Some(first) = rest.first() {
        match rest.strip_prefix(MARK) {
            Some(after) => rest = after,
            None => {
                out.push(*first);
                rest = &rest[1..];
            }
        }
    }
    out
}

/// Holds a file to what a text is: every page would carry what is none.
fn held_as_text(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let fault = |message: String| Err(Failure::Theme { path: path.to_owned(), message });
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return fault(not_utf8(&error)),
    };
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    match text.char_indices().find(|(_, c)| odd(*c)) {
        None => Ok(()),
        Some((at, c)) => {
            let line = text[..at].matches('\n').count() + 1;
            let column = text[..at].rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
            fault(format!("{line}:{column}: U+{:04X} (control character)", u32::from(c)))
        }
    }
}

/// What to say of bytes that are no UTF-8.
fn not_utf8(error: &std::str::Utf8Error) -> String {
    format!("not UTF-8 after byte {}; save it as UTF-8", error.valid_up_to())
}

/// Holds a link to the folder of the theme: a theme of somebody else must not carry a file of this machine into the site.
fn inside(link: &Path, root: &Path) -> Result<(), Failure> {
    let to = std::fs::canonicalize(link).map_err(Failure::read(link))?;
    let place = link.parent().and_then(|place| std::fs::canonicalize(place).ok());
    let (zh, en) = if !to.starts_with(root) {
        (
            "指向主题文件夹之外；请把文件放进主题文件夹",
            "leads out of the folder of the theme; put the file itself there",
        )
    } else if place.is_some_and(|place| place.starts_with(&to)) {
        ("指向自己所在的文件夹；请删除这个链接", "leads to a folder that it is in; remove the link")
    } else {
        return Ok(());
    };
    let at = link.display();
    Err(Failure::Refused { words: Message::new(format!("{at} {zh}"), format!("{at} {en}")) })
}

/// The bytes of a file as text, or a fault that names it.
pub(super) fn text(file: &ThemeFile) -> Result<&str, Failure> {
    std::str::from_utf8(&file.bytes)
        .map_err(|error| Failure::Theme { path: file.origin.clone(), message: not_utf8(&error) })
}
