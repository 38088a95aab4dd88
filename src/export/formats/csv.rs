//! Rows in, CSV out: RFC 4180, UTF-8 without a byte order mark, CRLF, with a header.

use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::dataset::{Context, Table};

/// Writes a table and returns how many rows there were. Cells are never altered, not even those that a spreadsheet
/// would take for a formula.
pub(super) fn write(table: &Table, header: &[String], context: Context<'_>, out: &mut dyn Write) -> io::Result<u64> {
    let mut writer =
        WriterBuilder::new().terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary).from_writer(out);
    writer.write_record(header)?;
    let mut rows = 0;
    table.rows(context, &mut |cells| {
        rows += 1;
        for cell in cells {
            writer.write_field(&*cell.to_text())?;
        }
        writer.write_record(None::<&[u8]>)?;
        Ok(())
    })?;
    writer.flush()?;
    Ok(rows)
}
