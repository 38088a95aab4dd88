//! Bytes in, the same bytes on, with their number and SHA-256.

use std::io::{self, Write};

use sha2::{Digest, Sha256};

/// Size and checksum of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
}

impl Measure {
    /// Measures bytes that are all at hand.
    pub fn of(bytes: &[u8]) -> Measure {
        Measure { bytes: bytes.len() as u64, sha256: hex(&Sha256::digest(bytes)) }
    }
}

/// Lets `fill` write to `out` and measures what it writes.
pub fn measured<T>(
    out: &mut dyn Write,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> io::Result<(T, Measure)> {
    let mut counted = MeasuredWriter { out, measure: Measuring::default() };
    let value = fill(&mut counted)?;
    Ok((value, counted.measure.done()))
}

/// A file that is being measured while it grows.
#[derive(Clone, Debug, Default)]
pub struct Measuring {
    bytes: u64,
    hash: Sha256,
}

impl Measuring {
    /// Takes in what comes next.
    pub fn add(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.hash.update(bytes);
    }

    /// Size and checksum of all that came.
    pub fn done(self) -> Measure {
        Measure { bytes: self.bytes, sha256: hex(&self.hash.finalize()) }
    }
}

struct MeasuredWriter<'o> {
    out: &'o mut dyn Write,
    measure: Measuring,
}

impl Write for MeasuredWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.measure.add(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
