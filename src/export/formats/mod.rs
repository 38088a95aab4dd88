//! Rows in, the bytes of one file format out; one file per format.

mod csv;
mod json;

use std::io::{self, Write};

use crate::model::Lang;

use super::row::Context;
use super::table::Table;

/// A format that tables are published in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RFC 4180, UTF-8 without a byte order mark, CRLF, with a header.
    Csv,
    /// One array of objects.
    Json,
}

impl Format {
    /// Every format, in the order of the documentation.
    pub const ALL: &'static [Format] = &[Format::Csv, Format::Json];

    /// Name for readers.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Json => "JSON",
        }
    }

    /// Ending of the files.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
        }
    }

    /// Writes a table row by row and returns how many rows there were.
    pub(super) fn write(self, table: &Table, context: Context<'_>, out: &mut dyn Write) -> io::Result<u64> {
        let languages: &[Lang] = context.graph.model.languages();
        let header = table.header(languages);
        match self {
            Format::Csv => csv::write(table, &header, context, out),
            Format::Json => json::write(table, &header, context, out),
        }
    }
}
