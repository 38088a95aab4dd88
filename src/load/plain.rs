//! A file, or the standard input, in; its text out.

#![expect(clippy::disallowed_methods, reason = "load is one of the two stages that read files")]

use std::io::{Error, ErrorKind, Read};
use std::path::Path;

use crate::diag::{Failure, closest};

/// The text of a file, or of the standard input where there is none.
///
/// # Errors
///
/// Fails where it cannot be read or is not UTF-8.
pub fn plain_text(path: Option<&Path>) -> Result<String, Failure> {
    let Some(path) = path else {
        let mut bytes = Vec::new();
        let input = Path::new("-");
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(Failure::read(input))?;
        return text(bytes).map_err(Failure::read(input));
    };
    std::fs::read(path).and_then(text).map_err(unread(path))
}

/// The bytes of a file of an office, or of the standard input where the path is `-`, with the name of the file.
///
/// # Errors
///
/// Fails where it cannot be read.
pub fn office_file(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(Failure::read(path))?;
        return Ok((String::new(), bytes));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    std::fs::read(path).map(|bytes| (name, bytes)).map_err(unread(path))
}

/// Of a file that is not there, the name of one beside it that may have been meant.
fn unread(path: &Path) -> impl FnOnce(Error) -> Failure {
    move |error| {
        if error.kind() != ErrorKind::NotFound {
            return Failure::read(path)(error);
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        let files = entries.filter(|entry| entry.path().is_file());
        let mut names: Vec<String> = files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        let typed = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let near = closest(&typed, names.iter().map(String::as_str)).map(str::to_owned);
        Failure::Missing { path: path.to_owned(), near }
    }
}

fn text(bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|_| Error::new(ErrorKind::InvalidData, "not UTF-8 · 不是 UTF-8 编码"))
}
