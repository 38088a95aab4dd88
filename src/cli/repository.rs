//! Findings in, the same with the paths that a host of repositories knows out: from the root of the repository, with `/`.

use std::path::{Component, Path, PathBuf};

use crate::diag::Finding;

/// Rewrites the path of each finding. A file that lies in no repository keeps its path.
pub(super) fn paths(findings: &mut [Finding]) {
    for finding in findings {
        if let Some(path) = from_root(Path::new(&finding.path)) {
            finding.path = path;
        }
    }
}

/// The path from the root of the repository in which the file lies, wherever the program was started.
fn from_root(path: &Path) -> Option<String> {
    let full = plain(&std::path::absolute(path).ok()?);
    let root = full.ancestors().skip(1).find(|folder| folder.join(".git").exists())?;
    let names = full.strip_prefix(root).ok()?.components().map(|name| name.as_os_str().to_string_lossy());
    Some(names.collect::<Vec<_>>().join("/"))
}

/// The path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}
