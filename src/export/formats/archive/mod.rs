//! Files in, a zip out: the same files give the same bytes, because every entry bears the day of the content and what is
//! packed as one piece depends on the bytes alone, not on how many processors there are.

mod entry;
#[cfg(test)]
mod tests;

use std::borrow::Borrow;
use std::io::{self, Read, Write};

use crate::dataset::Day;

use super::packed::{END, Joined, PIECE, Packed, crc};
use entry::{Entry, Method, end};

/// Endings of files that are compressed already.
const PACKED: [&str; 3] = [".xlsx", ".zip", ".parquet"];

/// The most bytes that a block of a deflated stream holds as they are.
const BLOCK: usize = u16::MAX as usize;

/// A file at least this large says its sizes in 64 bits: packed it may be a little larger than it is.
const LARGE: u64 = 0xF000_0000;

/// A zip that is being written, from the front to the back.
pub struct Archive<W: Write> {
    out: W,
    day: Day,
    at: u64,
    entries: Vec<Entry>,
}

impl<W: Write> Archive<W> {
    /// Begins a zip whose entries bear a day.
    pub fn new(out: W, day: Day) -> Archive<W> {
        Archive { out, day, at: 0, entries: Vec::new() }
    }

    /// Adds a file that is at hand.
    ///
    /// # Errors
    ///
    /// Fails where `out` does.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        if is_packed(name) {
            self.stored(name, bytes.len() as u64, Some(crc(bytes)), &mut &*bytes)
        } else {
            self.add_packed(name, &Packed::pieces(bytes))
        }
    }

    /// Adds a file of pieces that are packed already.
    ///
    /// # Errors
    ///
    /// Fails where `out` does.
    pub fn add_packed(&mut self, name: &str, pieces: &[impl Borrow<Packed>]) -> io::Result<()> {
        let mut all = Joined::default();
        pieces.iter().for_each(|piece| all.add(piece.borrow()));
        let mut entry = self.begin(name, Method::Deflated, all.raw.max(all.deflated), false);
        (entry.crc, entry.raw, entry.packed) = (all.crc(), all.raw, all.deflated + END.len() as u64);
        self.write(&entry.local(self.day))?;
        for piece in pieces {
            self.write(piece.borrow().deflated())?;
        }
        self.write(&END)?;
        self.entries.push(entry);
        Ok(())
    }

    /// Adds a file of so many bytes as it is. Where its checksum is not known, its bytes lie in a deflated stream as they
    /// are: a reader that goes from the front to the back finds the end of such a file, and not of one that is stored.
    ///
    /// # Errors
    ///
    /// Fails where `out` or `file` does, or where `file` has another size.
    pub fn stored(&mut self, name: &str, size: u64, crc: Option<u32>, file: &mut dyn Read) -> io::Result<()> {
        let Some(crc) = crc else {
            return self.later(name, size, file, |archive, bytes, all| archive.blocks(bytes, all));
        };
        let mut entry = self.begin(name, Method::Stored, size, false);
        (entry.crc, entry.raw, entry.packed) = (crc, size, size);
        self.write(&entry.local(self.day))?;
        let copied = io::copy(&mut file.take(size), &mut self.out)?;
        if copied != size || file.read(&mut [0])? != 0 {
            return Err(io::Error::other(format!("{name} has not {size} bytes, as was said")));
        }
        self.at += size;
        self.entries.push(entry);
        Ok(())
    }

    /// Adds a file of so many bytes, some million of them at a time.
    ///
    /// # Errors
    ///
    /// Fails where `out` or `file` does.
    pub fn stream(&mut self, name: &str, size: u64, file: &mut dyn Read) -> io::Result<()> {
        if is_packed(name) {
            return self.stored(name, size, None, file);
        }
        self.later(name, size, file, |archive, bytes, all| {
            for piece in Packed::pieces(bytes) {
                all.add(&piece);
                archive.write(piece.deflated())?;
            }
            Ok(())
        })
    }

    /// Writes the list of contents.
    ///
    /// # Errors
    ///
    /// Fails where `out` does.
    pub fn finish(mut self) -> io::Result<()> {
        let list: Vec<u8> = self.entries.iter().flat_map(|entry| entry.central(self.day)).collect();
        self.out.write_all(&list)?;
        self.out.write_all(&end(self.entries.len() as u64, self.at, list.len() as u64))?;
        self.out.flush()
    }

    /// Adds a file whose checksum and sizes are known when it is written.
    fn later(
        &mut self,
        name: &str,
        size: u64,
        file: &mut dyn Read,
        mut put: impl FnMut(&mut Self, &[u8], &mut Joined) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut entry = self.begin(name, Method::Deflated, size, true);
        self.write(&entry.local(self.day))?;
        let begin = self.at;
        let mut all = Joined::default();
        let mut bytes = Vec::new();
        // Each processor packs a piece and has another waiting.
        let at_once = (PIECE * 2 * rayon::current_num_threads()) as u64;
        while (&mut *file).take(at_once).read_to_end(&mut bytes)? > 0 {
            put(self, &bytes, &mut all)?;
            bytes.clear();
        }
        self.write(&END)?;
        (entry.crc, entry.raw, entry.packed) = (all.crc(), all.raw, self.at - begin);
        if !entry.large && entry.raw.max(entry.packed) > u64::from(u32::MAX) {
            return Err(io::Error::other(format!("{name} has more than {size} bytes, as was said")));
        }
        self.write(&entry.descriptor())?;
        self.entries.push(entry);
        Ok(())
    }

    /// Writes bytes as they are into a deflated stream.
    fn blocks(&mut self, bytes: &[u8], all: &mut Joined) -> io::Result<()> {
        all.plain(bytes);
        // As pieces are: how much is read at once hangs on the number of processors.
        for block in bytes.chunks(PIECE).flat_map(|piece| piece.chunks(BLOCK)) {
            let length = block.len() as u16;
            let [low, high] = length.to_le_bytes();
            self.write(&[0, low, high, !low, !high])?;
            self.write(block)?;
        }
        Ok(())
    }

    fn begin(&self, name: &str, method: Method, size: u64, later: bool) -> Entry {
        let large = size >= LARGE;
        Entry { name: name.to_owned(), method, later, large, crc: 0, packed: 0, raw: 0, at: self.at }
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.at += bytes.len() as u64;
        self.out.write_all(bytes)
    }
}

fn is_packed(name: &str) -> bool {
    PACKED.iter().any(|ending| name.ends_with(ending))
}
