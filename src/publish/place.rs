//! The output as somebody typed it in; the folder that it is, and where what belongs to its builds lies, out.

use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Component, Path, PathBuf};

use crate::diag::Failure;

/// The longest name that every file system takes, less what stands around it.
const LONGEST: usize = 255 - ".".len() - ".qingdan-journal".len();

/// The folder itself: without links, `.`, `..` and a slash at the end. Where the output is a link, the folder that it
/// leads to is what is replaced.
pub(super) fn resolve(output: &Path) -> Result<PathBuf, Failure> {
    if output.is_symlink() || output.exists() {
        return output.canonicalize().map_err(Failure::write(output));
    }
    let full = std::path::absolute(output).map_err(Failure::write(output))?;
    let real = full.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    let Some((above, mut real)) = real else { return Ok(full) };
    for part in full.strip_prefix(above).unwrap_or(Path::new("")).components() {
        match part {
            Component::ParentDir => drop(real.pop()),
            Component::Normal(name) => real.push(name),
            _ => {}
        }
    }
    Ok(real)
}

/// A hidden folder or file beside the output.
pub(super) fn sibling(output: &Path, what: &str) -> PathBuf {
    let name = output.file_name().map_or_else(|| OsString::from("site"), OsString::from);
    let mut hidden = OsString::from(".");
    if name.len() <= LONGEST {
        hidden.push(&name);
    } else {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        hidden.push(format!("{:016x}", hasher.finish()));
    }
    hidden.push(format!(".qingdan-{what}"));
    output.with_file_name(hidden)
}

/// A hidden folder or file in the output, where nothing may be written beside it.
pub(super) fn inside(output: &Path, what: &str) -> PathBuf {
    output.join(format!(".qingdan-{what}"))
}
