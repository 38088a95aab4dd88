//! Rows in, one JSON array of objects out: a row a line, keys in the order of the columns, `null` for an empty cell.

use std::io::{self, BufWriter, Write};

use crate::export::cell::Cell;
use crate::export::row::Context;
use crate::export::table::Table;

/// Writes a table and returns how many rows there were.
pub(super) fn write(table: &Table, header: &[String], context: Context<'_>, out: &mut dyn Write) -> io::Result<u64> {
    let keys = header
        .iter()
        .enumerate()
        .map(|(at, name)| Ok(format!("{}{}:", if at == 0 { "{" } else { "," }, serde_json::to_string(name)?)))
        .collect::<io::Result<Vec<String>>>()?;
    let mut out = BufWriter::new(out);
    let mut rows = 0;
    out.write_all(b"[")?;
    table.rows(context, &mut |cells| {
        out.write_all(if rows == 0 { b"\n" } else { b",\n" })?;
        rows += 1;
        for (key, cell) in keys.iter().zip(cells) {
            out.write_all(key.as_bytes())?;
            write_cell(cell, &mut out)?;
        }
        out.write_all(b"}")
    })?;
    out.write_all(b"\n]\n")?;
    out.flush()?;
    Ok(rows)
}

fn write_cell(cell: &Cell<'_>, out: &mut dyn Write) -> io::Result<()> {
    match cell {
        Cell::Empty => out.write_all(b"null"),
        Cell::Text(text) => Ok(serde_json::to_writer(out, text)?),
        Cell::Integer(_) | Cell::Number(_) | Cell::Boolean(_) => out.write_all(cell.to_text().as_bytes()),
    }
}
