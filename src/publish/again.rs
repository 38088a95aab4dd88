//! Files of the old site that are known to be those of the new one in; the same in the new site out, without a look at their
//! bytes. Beside that, the file in which a build writes down what the next may know.
//!
//! The file lies beside the site, where no server shows it; where nothing may be written there, nothing is kept.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs;
use std::path::PathBuf;

use crate::diag::Failure;

use super::place::sibling;
use super::staging::{Fate, Staging};
use super::stamp::Stamp;
use super::way::{self, Way};

impl Staging {
    /// Takes over a file of the old site, if it is there and bears this stamp. Whether it was: where the disk lets no file
    /// have two names, it is not.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn keep_known(&self, path: &str, stamp: &Stamp) -> Result<bool, Failure> {
        let Some((old, about)) = self.before.file(path) else { return Ok(false) };
        if Stamp::of(&about).as_ref() != Some(stamp) {
            return Ok(false);
        }
        if self.way == Way::Exchange && fs::hard_link(old, self.place(path)?).is_err() {
            return Ok(false);
        }
        self.enter(path, Fate::Unchanged, about.len());
        Ok(true)
    }

    /// The stamp of a file of the new site.
    pub fn stamp(&self, path: &str) -> Option<Stamp> {
        fs::symlink_metadata(self.root_of(path).join(path)).ok().as_ref().and_then(Stamp::of)
    }

    /// What the last build wrote down.
    pub fn recall(&self) -> Option<Vec<u8>> {
        fs::read(self.memory()).ok()
    }

    /// Writes down what the next build may know. Where that cannot be, the next knows nothing.
    pub fn remember(&self, bytes: &[u8]) {
        let beside = self.output.parent().is_some_and(|parent| way::writable(parent).is_ok());
        if !beside || fs::write(self.memory(), bytes).is_err() {
            self.forget();
        }
    }

    /// Takes away what the last build wrote down.
    pub fn forget(&self) {
        let _ = fs::remove_file(self.memory());
    }

    fn memory(&self) -> PathBuf {
        sibling(&self.output, "cache")
    }
}
