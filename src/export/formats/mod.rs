//! Rows in, the bytes of one file format out; one room per format. Some hold one table, others all of them.

mod archive;
mod csv;
mod database;
mod growing;
mod json;
mod packed;
#[cfg(feature = "parquet")]
mod parquet;
mod partitioned;
mod rows;
mod workbook;

use std::io::{self, Write};

use crate::dataset::{Context, Table};
use crate::model::{DataFormat, Lang, Publishing};

pub use archive::Archive;
pub use csv::add_header;
pub use database::{DatabaseFile, search_query};
pub use growing::{Append, GrowingTable};
pub use packed::Packed;
pub use partitioned::Partitioned;
pub use rows::{TableRows, Wanted, sheet_rows, table_rows};
pub use workbook::{Sheet, Stock, begun, write_workbook};

/// A format with a file for each table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// RFC 4180, UTF-8 without a byte order mark, CRLF, with a header.
    Csv,
    /// One array of objects.
    Json,
    /// One object a line.
    Ndjson,
    /// Apache Parquet.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl TableFormat {
    /// Every format, in the order of the documentation.
    pub const ALL: &'static [TableFormat] = &[
        TableFormat::Csv,
        TableFormat::Json,
        TableFormat::Ndjson,
        #[cfg(feature = "parquet")]
        TableFormat::Parquet,
    ];

    /// The formats that a site publishes, as far as this program can write them.
    pub fn published(data: &Publishing) -> impl Iterator<Item = TableFormat> {
        TableFormat::ALL.iter().copied().filter(|format| data.of_site(format.choice()))
    }

    /// The word in `site.yaml` that chooses it.
    fn choice(self) -> DataFormat {
        match self {
            TableFormat::Csv => DataFormat::Csv,
            TableFormat::Json => DataFormat::Json,
            TableFormat::Ndjson => DataFormat::Ndjson,
            #[cfg(feature = "parquet")]
            TableFormat::Parquet => DataFormat::Parquet,
        }
    }

    /// Name for readers.
    pub fn name(self) -> &'static str {
        match self {
            TableFormat::Csv => "CSV",
            TableFormat::Json => "JSON",
            TableFormat::Ndjson => "NDJSON",
            #[cfg(feature = "parquet")]
            TableFormat::Parquet => "Parquet",
        }
    }

    /// Ending of the files.
    pub fn ending(self) -> &'static str {
        match self {
            TableFormat::Csv => "csv",
            TableFormat::Json => "json",
            TableFormat::Ndjson => "ndjson",
            #[cfg(feature = "parquet")]
            TableFormat::Parquet => "parquet",
        }
    }

    /// Writes a table row by row and returns how many rows there were.
    pub(super) fn write(self, table: &Table, context: Context<'_>, out: &mut dyn Write) -> io::Result<u64> {
        let languages: &[Lang] = context.graph.model.languages();
        let header = table.header(languages);
        match self {
            TableFormat::Csv => csv::write(table, &header, context, out),
            TableFormat::Json => json::write_array(table, &header, context, out),
            TableFormat::Ndjson => json::write_lines(table, &header, context, out),
            #[cfg(feature = "parquet")]
            TableFormat::Parquet => parquet::write(table, context, out),
        }
    }
}
