//! Folders for the length of a test: in memory where the machine has room there, else where such folders lie.

use std::path::Path;

use tempfile::{Builder, TempDir};

/// Where Linux keeps files in memory.
const MEMORY: &str = "/dev/shm";

/// What must be free there: all the tests at once need less.
const ROOM: u64 = 2 << 30;

/// A folder of its own for one test, gone with the value.
pub fn folder() -> TempDir {
    let mut builder = Builder::new();
    builder.prefix("qingdan-test-");
    let memory = Some(Path::new(MEMORY)).filter(|folder| free(folder) >= ROOM);
    memory.and_then(|folder| builder.tempdir_in(folder).ok()).unwrap_or_else(|| builder.tempdir().expect("a folder"))
}

/// Bytes that may still be written to a folder; 0 where nobody knows.
#[cfg(unix)]
fn free(folder: &Path) -> u64 {
    rustix::fs::statvfs(folder).map_or(0, |room| room.f_bavail * room.f_frsize)
}

#[cfg(not(unix))]
fn free(_: &Path) -> u64 {
    0
}
