//! Bytes in, piece by piece and among those of many other files; a file of the staging folder out.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;

use crate::diag::Failure;

/// How many bytes are held before they are written.
const HELD: usize = 1 << 16;

/// A file that grows. It is open only while it is written: a system lets a program have few files open at once.
#[derive(Debug)]
pub struct Growing {
    path: PathBuf,
    /// Its path from the root of the site.
    name: Box<str>,
    held: Vec<u8>,
}

impl Growing {
    /// Begins an empty file at `path`, called `name` from the root of the site.
    pub(super) fn begin(name: &str, path: PathBuf) -> Result<Growing, Failure> {
        File::create(&path).map_err(Failure::write(&path))?;
        Ok(Growing { path, name: name.into(), held: Vec::new() })
    }

    /// Appends bytes.
    ///
    /// # Errors
    ///
    /// Fails where the disk does.
    pub fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.held.len() + bytes.len() <= HELD {
            self.held.extend_from_slice(bytes);
            return Ok(());
        }
        let mut file = OpenOptions::new().append(true).open(&self.path)?;
        file.write_all(&self.held)?;
        self.held.clear();
        file.write_all(bytes)
    }

    /// Writes what is held and gives the name of the file.
    pub(super) fn end(self) -> Result<Box<str>, Failure> {
        let write = || OpenOptions::new().append(true).open(&self.path)?.write_all(&self.held);
        if !self.held.is_empty() {
            write().map_err(Failure::write(&self.path))?;
        }
        Ok(self.name)
    }
}
