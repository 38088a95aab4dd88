//! Rows in, JSON out: objects with the columns as keys in the order of the columns, `null` for an empty cell; a row a
//! line, either in one array or each for itself (NDJSON).

use std::io::{self, BufWriter, Write};

use crate::dataset::{Cell, Context, Table};

/// What stands around the rows: at the start, before the first, before every other, after each, at the end.
pub(super) struct JsonFrame([&'static str; 5]);

/// One array of objects.
pub(super) const ARRAY: JsonFrame = JsonFrame(["[", "\n", ",\n", "", "\n]\n"]);

/// One object a line, and nothing else.
pub(super) const LINES: JsonFrame = JsonFrame(["", "", "", "\n", ""]);

/// Writes a table and returns how many rows there were.
pub(super) fn write(
    JsonFrame([start, first, later, after, end]): &JsonFrame,
    table: &Table,
    header: &[String],
    context: Context<'_>,
    out: &mut dyn Write,
) -> io::Result<u64> {
    let keys = header
        .iter()
        .enumerate()
        .map(|(at, name)| Ok(format!("{}{}:", if at == 0 { "{" } else { "," }, serde_json::to_string(name)?)))
        .collect::<io::Result<Vec<String>>>()?;
    let mut out = BufWriter::new(out);
    let mut rows = 0;
    out.write_all(start.as_bytes())?;
    table.rows(context, &mut |cells| {
        out.write_all(if rows == 0 { first } else { later }.as_bytes())?;
        rows += 1;
        for (key, cell) in keys.iter().zip(cells) {
            out.write_all(key.as_bytes())?;
            write_cell(cell, &mut out)?;
        }
        out.write_all(b"}")?;
        out.write_all(after.as_bytes())
    })?;
    out.write_all(end.as_bytes())?;
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
