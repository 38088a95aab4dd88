//! Rows of a table in, list by list; the bytes to append to each of its files out, with size and checksum in the end.

use std::io;

use crate::dataset::{Survey, Table};
use crate::export::measure::Measuring;
use crate::export::written::Written;
use crate::model::Lang;

use super::TableFormat;
use super::csv;
use super::json::{ARRAY, add_to_array};
#[cfg(feature = "parquet")]
use super::parquet::{ParquetFile, SIZE};
use super::rows::TableRows;
use super::workbook::{Sheet, begun};

/// The files of a table that is being written.
pub struct GrowingTable<'t> {
    table: &'t Table,
    survey: Survey,
    sheet: Sheet,
    files: Vec<GrowingFile>,
}

/// Takes bytes to append to the file of a format.
pub type Append<'a> = dyn FnMut(TableFormat, &[u8]) -> io::Result<()> + 'a;

impl<'t> GrowingTable<'t> {
    /// Begins the files of a table in these formats, of a site in these languages.
    pub fn begin(
        table: &'t Table,
        languages: &[Lang],
        formats: &[TableFormat],
        append: &mut Append<'_>,
    ) -> io::Result<GrowingTable<'t>> {
        let mut files =
            formats.iter().map(|format| GrowingFile::new(*format, table, languages)).collect::<io::Result<Vec<_>>>()?;
        let header = table.header(languages);
        files.iter_mut().try_for_each(|file| file.begin(&header, append))?;
        let survey = Survey::begin(table, languages);
        Ok(GrowingTable { table, sheet: begun(&survey), survey, files })
    }

    /// Appends rows.
    pub fn append(&mut self, rows: &TableRows, append: &mut Append<'_>) -> io::Result<()> {
        self.survey.merge(&rows.survey);
        self.sheet.add(&rows.sheet);
        self.files.iter_mut().try_for_each(|file| file.rows(rows, append))
    }

    /// Ends the files; the rows of the sheet are there to be put into a workbook.
    pub fn finish(self, append: &mut Append<'_>) -> io::Result<(Written<'t>, Sheet)> {
        let files = self.files.into_iter().map(|file| file.finish(append)).collect::<io::Result<_>>()?;
        Ok((Written { table: self.table, survey: self.survey, files }, self.sheet))
    }
}

/// One of the files.
struct GrowingFile {
    format: TableFormat,
    measure: Measuring,
    /// What is about to be appended.
    bytes: Vec<u8>,
    /// Whether a row is in the file.
    any: bool,
    #[cfg(feature = "parquet")]
    parquet: Option<ParquetFile>,
}

impl GrowingFile {
    #[cfg_attr(not(feature = "parquet"), expect(unused_variables, reason = "Parquet alone needs a schema"))]
    fn new(format: TableFormat, table: &Table, languages: &[Lang]) -> io::Result<GrowingFile> {
        Ok(GrowingFile {
            format,
            measure: Measuring::default(),
            bytes: Vec::new(),
            any: false,
            #[cfg(feature = "parquet")]
            parquet: (format == TableFormat::Parquet)
                .then(|| ParquetFile::begin(table, languages, SIZE))
                .transpose()?,
        })
    }

    fn begin(&mut self, header: &[String], append: &mut Append<'_>) -> io::Result<()> {
        match self.format {
            TableFormat::Csv => csv::add_header(header, &mut self.bytes),
            TableFormat::Json => self.bytes.extend_from_slice(ARRAY[0].as_bytes()),
            _ => {}
        }
        self.emit(append)
    }

    fn rows(&mut self, rows: &TableRows, append: &mut Append<'_>) -> io::Result<()> {
        match self.format {
            TableFormat::Csv => return self.pass(&rows.csv, append),
            TableFormat::Ndjson => return self.pass(&rows.of_site.lines, append),
            TableFormat::Json => add_to_array(&rows.of_site.lines, &mut self.any, &mut self.bytes),
            #[cfg(feature = "parquet")]
            TableFormat::Parquet => {
                let Some(file) = &mut self.parquet else { return Ok(()) };
                let cells = rows.of_site.held.cells();
                rows.of_site.held.rows(&cells).try_for_each(|row| file.row(row))?;
                self.bytes = file.drain();
            }
        }
        self.emit(append)
    }

    fn finish(mut self, append: &mut Append<'_>) -> io::Result<(TableFormat, crate::export::measure::Measure)> {
        match self.format {
            TableFormat::Json => self.bytes.extend_from_slice(ARRAY[3].as_bytes()),
            #[cfg(feature = "parquet")]
            TableFormat::Parquet => {
                self.bytes = self.parquet.take().map(ParquetFile::finish).transpose()?.unwrap_or_default();
            }
            _ => {}
        }
        self.emit(append)?;
        Ok((self.format, self.measure.done()))
    }

    fn emit(&mut self, append: &mut Append<'_>) -> io::Result<()> {
        let bytes = std::mem::take(&mut self.bytes);
        self.pass(&bytes, append)?;
        self.bytes = bytes;
        self.bytes.clear();
        Ok(())
    }

    fn pass(&mut self, bytes: &[u8], append: &mut Append<'_>) -> io::Result<()> {
        self.measure.add(bytes);
        append(self.format, bytes)
    }
}
