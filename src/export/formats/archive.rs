//! Files in, a zip out: the same files give the same bytes, because every entry bears the day of the content.

use std::io::{self, Read, Write};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::dataset::Day;

/// Endings of files that are compressed already.
const PACKED: [&str; 3] = [".xlsx", ".zip", ".parquet"];

/// A piece of a file that can be joined with others.
#[derive(Clone, Debug, Default)]
pub struct Packed(Vec<u8>);

impl Packed {
    /// Packs bytes.
    pub fn of(bytes: &[u8]) -> Packed {
        Packed(bytes.to_vec())
    }
}

/// A zip that is being written, from the front to the back.
pub struct Archive<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    options: SimpleFileOptions,
}

impl<W: Write> Archive<W> {
    /// Begins a zip whose entries bear a day.
    pub fn new(out: W, day: Day) -> Archive<W> {
        // A zip knows no day after 2107; such an entry bears the first day that it knows.
        let time = DateTime::from_date_and_time(day.year, day.month, day.day, 0, 0, 0).unwrap_or_default();
        let options = SimpleFileOptions::default().last_modified_time(time).unix_permissions(0o644);
        Archive { zip: ZipWriter::new_stream(out), options }
    }

    /// Adds a file that is at hand.
    ///
    /// # Errors
    ///
    /// Fails where `out` does.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.stream(name, bytes.len() as u64, &mut &*bytes)
    }

    /// Adds a file that is made of pieces.
    ///
    /// # Errors
    ///
    /// Fails where `out` does.
    pub fn add_packed(&mut self, name: &str, pieces: &[&Packed]) -> io::Result<()> {
        let bytes: Vec<u8> = pieces.iter().flat_map(|piece| piece.0.iter().copied()).collect();
        self.add(name, &bytes)
    }

    /// Adds a file of so many bytes.
    ///
    /// # Errors
    ///
    /// Fails where `out` or `file` does.
    pub fn stream(&mut self, name: &str, bytes: u64, file: &mut dyn Read) -> io::Result<()> {
        let packed = PACKED.iter().any(|ending| name.ends_with(ending));
        let method = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let large = bytes > u64::from(u32::MAX);
        self.zip.start_file(name, self.options.compression_method(method).large_file(large))?;
        io::copy(file, &mut self.zip).map(|_| ())
    }

    /// Writes the list of contents.
    ///
    /// # Errors
    ///
    /// Fails where `out` does.
    pub fn finish(self) -> io::Result<()> {
        self.zip.finish()?.into_inner().flush()
    }
}
