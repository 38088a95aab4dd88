//! Bytes as they come and a file that may hold the same in; a new file out, begun only where the bytes part.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// Bytes read or written at once.
const BLOCK: usize = 1 << 16;

/// A file that is written, or found to be the same as an old one.
pub(super) struct Sieve {
    new: PathBuf,
    bytes: u64,
    state: State,
}

enum State {
    /// All bytes so far are those of the old file.
    Same(PathBuf, BufReader<File>),
    New(BufWriter<File>),
}

impl Sieve {
    /// Begins a file at `new`, held against `old` where there is one that can be read.
    pub fn begin(new: &Path, old: Option<&Path>) -> io::Result<Sieve> {
        let open = old.and_then(|old| Some((old, File::open(old).ok()?)));
        let state = match open {
            Some((old, file)) => State::Same(old.to_owned(), BufReader::with_capacity(BLOCK, file)),
            None => State::New(create(new)?),
        };
        Ok(Sieve { new: new.to_owned(), bytes: 0, state })
    }

    /// Ends the file: its size, and whether it is the same as the old one; then nothing was written.
    pub fn end(mut self) -> io::Result<(u64, bool)> {
        if let State::Same(_, rest) = &mut self.state {
            if rest.read(&mut [0])? == 0 {
                return Ok((self.bytes, true));
            }
            self.part()?;
        }
        if let State::New(out) = &mut self.state {
            out.flush()?;
        }
        Ok((self.bytes, false))
    }

    /// Begins the new file with what the old one has in common with it.
    fn part(&mut self) -> io::Result<()> {
        let State::Same(old, _) = &self.state else { return Ok(()) };
        let mut out = create(&self.new)?;
        let copied = io::copy(&mut File::open(old)?.take(self.bytes), &mut out)?;
        if copied < self.bytes {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.state = State::New(out);
        Ok(())
    }
}

impl Write for Sieve {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let State::Same(_, old) = &mut self.state
            && !comes_next(old, bytes)
        {
            self.part()?;
        }
        if let State::New(out) = &mut self.state {
            out.write_all(bytes)?;
        }
        self.bytes += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.state {
            State::Same(..) => Ok(()),
            State::New(out) => out.flush(),
        }
    }
}

/// Whether these bytes come next in a file. What cannot be read is not the same.
fn comes_next(file: &mut impl Read, mut bytes: &[u8]) -> bool {
    let mut block = [0; 1 << 13];
    while !bytes.is_empty() {
        let size = bytes.len().min(block.len());
        if file.read_exact(&mut block[..size]).is_err() || block[..size] != bytes[..size] {
            return false;
        }
        bytes = &bytes[size..];
    }
    true
}

/// Whether a file holds these bytes.
pub(super) fn holds(file: &Path, bytes: &[u8]) -> bool {
    File::open(file).is_ok_and(|mut file| comes_next(&mut file, bytes) && matches!(file.read(&mut [0]), Ok(0)))
}

/// Whether two files hold the same.
pub(super) fn same(a: &Path, b: &Path) -> bool {
    let (Ok(one), Ok(other)) = (File::open(a), File::open(b)) else { return false };
    let (mut one, mut other) = (one, BufReader::with_capacity(BLOCK, other));
    let mut block = vec![0; BLOCK];
    loop {
        match one.read(&mut block) {
            Ok(0) => return matches!(other.read(&mut [0]), Ok(0)),
            Ok(size) if comes_next(&mut other, &block[..size]) => {}
            _ => return false,
        }
    }
}

/// Opens a new file. What is there is taken away first and not written over: it may be a link to a file of the old site.
fn create(path: &Path) -> io::Result<BufWriter<File>> {
    let file = File::create_new(path).or_else(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => fs::remove_file(path).and_then(|()| File::create_new(path)),
        _ => Err(error),
    });
    Ok(BufWriter::with_capacity(BLOCK, file?))
}

/// Writes a file at once.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    create(path)?.into_inner().map_err(io::IntoInnerError::into_error)?.write_all(bytes)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write;

    use super::{Sieve, holds, same};

    /// Writes pieces over an old file; what came of it.
    fn sift(old: &str, pieces: &[&str]) -> (u64, bool, Option<String>) {
        let folder = tempfile::tempdir().expect("a folder");
        let (before, new) = (folder.path().join("old"), folder.path().join("new"));
        fs::write(&before, old).expect("a file");
        let mut sieve = Sieve::begin(&new, Some(&before)).expect("a file");
        for piece in pieces {
            sieve.write_all(piece.as_bytes()).expect("a piece");
        }
        let (bytes, kept) = sieve.end().expect("an end");
        assert_eq!(holds(&before, pieces.concat().as_bytes()), kept);
        assert!(kept || same(&new, &new) && !same(&new, &before));
        (bytes, kept, fs::read_to_string(&new).ok())
    }

    #[test]
    fn writes_nothing_where_nothing_changed() {
        assert_eq!(sift("one two", &["one", " ", "two"]), (7, true, None));
        assert_eq!(sift("", &[]), (0, true, None));
    }

    #[test]
    fn writes_all_where_something_changed() {
        assert_eq!(sift("one two", &["one", " ", "six"]), (7, false, Some("one six".into())));
        assert_eq!(sift("one two", &["one"]), (3, false, Some("one".into())));
        assert_eq!(sift("one", &["one", " two"]), (7, false, Some("one two".into())));
        assert_eq!(sift("one", &[]), (0, false, Some(String::new())));
    }
}
