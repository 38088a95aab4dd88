//! A file seen from outside in; a stamp by which it is known again without its bytes out.

use std::fs::Metadata;

/// Size, time and number of a file. A file that anybody wrote to or put in its place bears another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(pub [u64; 4]);

impl Stamp {
    /// The stamp of a file; none where the system gives files no numbers.
    #[cfg(unix)]
    pub(super) fn of(about: &Metadata) -> Option<Stamp> {
        use std::os::unix::fs::MetadataExt;
        let time = [about.mtime() as u64, about.mtime_nsec() as u64];
        Some(Stamp([about.size(), time[0], time[1], about.ino()]))
    }

    #[cfg(not(unix))]
    pub(super) fn of(_: &Metadata) -> Option<Stamp> {
        None
    }
}

/// A word for the program that runs: another one for another program, whatever it calls itself. None where the system does
/// not tell of every change of a file.
#[cfg(unix)]
pub fn program() -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let about = std::env::current_exe().ok()?.metadata().ok()?;
    // The time of the last change, which nobody can set, besides what a copy may have in common with the original.
    let seen = [about.dev(), about.ino(), about.size()];
    let times = [about.mtime(), about.mtime_nsec(), about.ctime(), about.ctime_nsec()];
    Some(format!("{} {seen:?} {times:?}", env!("CARGO_PKG_VERSION")))
}

#[cfg(not(unix))]
pub fn program() -> Option<String> {
    None
}
