//! Plan and data set in, open data out: tables in every format, what describes them to programs, and the data file beside
//! each page.

mod describe;
mod files;
mod formats;
mod list_file;
mod measure;
mod partition;
mod rdf;
mod record;
mod schema;
mod site_file;
mod sums;
#[cfg(test)]
mod tests;
mod whole;
mod written;

use std::io::{self, Write};

use crate::dataset::{Context, Table};

pub use files::{ARCHIVE, SUMS, distributions, paths};
pub use formats::{
    Append, Archive, DatabaseFile, GrowingTable, Partitioned, Sheet, Stock, TableFormat, TableRows, Wanted, table_rows,
    write_workbook,
};
pub use list_file::{AlikeInLists, ListData, ListFile, OfList, list_files};
pub use measure::{Measure, measured};
pub use partition::{PARTITION_SUMS, PARTITIONS, Partitions, partition_sums, write_partition};
pub use rdf::{DcatFile, Distribution, dcat};
pub use record::{further_records, record, record_files};
pub use schema::{SOURCES, SourceKind, schemas};
pub use site_file::SiteFile;
pub use sums::sums;
pub use written::{Written, file, path};

/// Writes one table in one format, row by row, and returns how many rows there were.
pub fn write(table: &Table, format: TableFormat, context: Context<'_>, out: &mut dyn Write) -> io::Result<u64> {
    format.write(table, context, out)
}
