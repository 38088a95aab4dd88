//! A folder in; what can be seen of its files from outside out: enough to tell that something was saved, never that
//! nothing was.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use walkdir::WalkDir;

/// Names, sizes, times and numbers of the files of a folder, in a hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look(u64);

impl Look {
    /// Whether the system says of a file when anything about it changed, whatever its time was set to.
    pub(super) const TELLS: bool = cfg!(unix);
}

/// Looks at a folder and whatever lies in it, links followed. A folder that is not there looks different from any other.
pub fn look(root: &Path) -> Look {
    let mut seen = DefaultHasher::new();
    for entry in WalkDir::new(root).follow_links(true).sort_by_file_name() {
        let Ok(entry) = entry else {
            "unreadable".hash(&mut seen);
            continue;
        };
        entry.path().hash(&mut seen);
        mix(entry.path(), &mut seen);
    }
    Look(seen.finish())
}

/// Looks at one file; what a link leads to where it is one.
pub(super) fn look_at(path: &Path) -> Look {
    let mut seen = DefaultHasher::new();
    mix(path, &mut seen);
    Look(seen.finish())
}

fn mix(path: &Path, seen: &mut DefaultHasher) {
    if let Ok(about) = std::fs::metadata(path) {
        (about.is_dir(), about.modified().ok()).hash(seen);
        if about.is_file() {
            about.len().hash(seen);
        }
        number(&about).hash(seen);
    }
}

/// The number of a file on its disk: another one where a file took the place of another.
#[cfg(unix)]
fn number(about: &std::fs::Metadata) -> (u64, u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (about.dev(), about.ino(), about.ctime(), about.ctime_nsec())
}

#[cfg(not(unix))]
fn number(_: &std::fs::Metadata) {}
