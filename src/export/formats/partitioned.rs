//! Rows of a table in, list by list; the bytes to append to its Parquet files out, one file for each partition.

#[cfg(feature = "parquet")]
use std::collections::BTreeMap;
use std::io;

use crate::dataset::{HeldRows, Table};
use crate::export::measure::Measure;
#[cfg(feature = "parquet")]
use crate::export::measure::Measuring;
use crate::model::Lang;

#[cfg(feature = "parquet")]
use super::parquet::ParquetFile;

/// How many bytes of text a file holds before they are written: there are as many files as partitions and tables.
#[cfg(feature = "parquet")]
const HELD: usize = 512 << 10;

/// The files of a table that is being written, by the place of their partitions; none where the program has no Parquet.
#[derive(Default)]
pub struct Partitioned {
    #[cfg(feature = "parquet")]
    files: BTreeMap<Option<usize>, (ParquetFile, Measuring)>,
}

/// Takes bytes to append to the file of a partition.
type Append<'a> = dyn FnMut(Option<usize>, &[u8]) -> io::Result<()> + 'a;

#[cfg(feature = "parquet")]
impl Partitioned {
    /// Begins the files of these partitions, of a site in these languages.
    ///
    /// # Errors
    ///
    /// Fails where a library does.
    pub fn begin(
        table: &Table,
        languages: &[Lang],
        partitions: impl Iterator<Item = Option<usize>>,
    ) -> io::Result<Partitioned> {
        let begin = |at| Ok((at, (ParquetFile::begin(table, languages, HELD)?, Measuring::default())));
        Ok(Partitioned { files: partitions.map(begin).collect::<io::Result<_>>()? })
    }

    /// Appends rows that were kept to the file of a partition.
    ///
    /// # Errors
    ///
    /// Fails where a library or `append` does.
    pub fn rows(&mut self, at: Option<usize>, rows: &HeldRows, append: &mut Append<'_>) -> io::Result<()> {
        let Some((file, measure)) = self.files.get_mut(&at) else { return Ok(()) };
        let cells = rows.cells();
        rows.rows(&cells).try_for_each(|row| file.row(row))?;
        let bytes = file.drain();
        if bytes.is_empty() {
            return Ok(());
        }
        measure.add(&bytes);
        append(at, &bytes)
    }

    /// Ends the files; the size and checksum of each.
    ///
    /// # Errors
    ///
    /// Fails where a library or `append` does.
    pub fn finish(self, append: &mut Append<'_>) -> io::Result<Vec<(Option<usize>, Measure)>> {
        let end = |(at, (file, mut measure)): (Option<usize>, (ParquetFile, Measuring))| {
            let bytes = file.finish()?;
            measure.add(&bytes);
            append(at, &bytes)?;
            Ok((at, measure.done()))
        };
        self.files.into_iter().map(end).collect()
    }
}

#[cfg(not(feature = "parquet"))]
impl Partitioned {
    /// Nothing: there are no partitions for a program without Parquet.
    #[expect(clippy::unnecessary_wraps, reason = "as with Parquet")]
    pub fn begin(_: &Table, _: &[Lang], _: impl Iterator<Item = Option<usize>>) -> io::Result<Partitioned> {
        Ok(Partitioned::default())
    }

    /// Nothing.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "as with Parquet")]
    pub fn rows(&mut self, _: Option<usize>, _: &HeldRows, _: &mut Append<'_>) -> io::Result<()> {
        Ok(())
    }

    /// Nothing.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "as with Parquet")]
    pub fn finish(self, _: &mut Append<'_>) -> io::Result<Vec<(Option<usize>, Measure)>> {
        Ok(Vec::new())
    }
}
