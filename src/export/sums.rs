//! Files with their checksums in, `SHA256SUMS` out, as `sha256sum --check` reads it.

use super::measure::Measure;

/// A line for each file, by its name in the folder that the sums lie in.
pub fn sums<'f>(files: impl Iterator<Item = (&'f str, &'f Measure)>) -> Vec<u8> {
    files.map(|(name, measure)| format!("{}  {name}\n", measure.sha256)).collect::<String>().into_bytes()
}
