//! Rows in, JSON out: objects with the columns as keys in the order of the columns, `null` for an empty cell; a row a
//! line, either in one array or each for itself (NDJSON).

use std::io::{self, Write};

use crate::dataset::{Cell, Context, Table};

/// How many bytes are held before they are written.
const HELD: usize = 1 << 16;

/// What stands around the rows of one array of objects: at the start, before the first row, before any other, at the end.
pub(super) const ARRAY: [&str; 4] = ["[", "\n", ",\n", "\n]\n"];

/// Writes a table as one array and returns how many rows there were.
pub(super) fn write_array(
    table: &Table,
    header: &[String],
    context: Context<'_>,
    out: &mut dyn Write,
) -> io::Result<u64> {
    let [start, _, _, end] = ARRAY;
    let mut array = Vec::new();
    out.write_all(start.as_bytes())?;
    let mut any = false;
    let rows = stream(table, header, context, &mut |lines| {
        array.clear();
        add_to_array(lines, &mut any, &mut array);
        out.write_all(&array)
    })?;
    out.write_all(end.as_bytes())?;
    Ok(rows)
}

/// Writes a table as one object a line and returns how many rows there were.
pub(super) fn write_lines(
    table: &Table,
    header: &[String],
    context: Context<'_>,
    out: &mut dyn Write,
) -> io::Result<u64> {
    stream(table, header, context, &mut |lines| out.write_all(lines))
}

/// Calls `take` with the lines of many rows at a time.
fn stream(
    table: &Table,
    header: &[String],
    context: Context<'_>,
    take: &mut dyn FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<u64> {
    let keys = Keys::new(header)?;
    let mut lines = Vec::with_capacity(2 * HELD);
    let mut rows = 0;
    table.rows(context, &mut |cells| {
        rows += 1;
        keys.add_row(cells, &mut lines)?;
        if lines.len() >= HELD {
            take(&lines)?;
            lines.clear();
        }
        Ok(())
    })?;
    take(&lines)?;
    Ok(rows)
}

/// Appends rows, which stand a line each, to an array that has `any` by now.
pub(super) fn add_to_array(lines: &[u8], any: &mut bool, out: &mut Vec<u8>) {
    let [_, first, later, _] = ARRAY;
    // Texts have their line breaks escaped.
    for line in lines.split_inclusive(|byte| *byte == b'\n') {
        out.extend_from_slice(if *any { later } else { first }.as_bytes());
        out.extend_from_slice(line.strip_suffix(b"\n").unwrap_or(line));
        *any = true;
    }
}

/// What stands before each cell of a row.
pub(super) struct Keys(Vec<String>);

impl Keys {
    /// The keys of a table with this header.
    pub fn new(header: &[String]) -> io::Result<Keys> {
        let key = |(at, name): (usize, &String)| {
            Ok(format!("{}{}:", if at == 0 { "{" } else { "," }, serde_json::to_string(name)?))
        };
        header.iter().enumerate().map(key).collect::<io::Result<Vec<String>>>().map(Keys)
    }

    /// Appends a row as a line.
    pub fn add_row(&self, cells: &[Cell<'_>], out: &mut Vec<u8>) -> io::Result<()> {
        for (key, cell) in self.0.iter().zip(cells) {
            out.extend_from_slice(key.as_bytes());
            match cell {
                Cell::Empty => out.extend_from_slice(b"null"),
                Cell::Text(text) => serde_json::to_writer(&mut *out, text)?,
                Cell::Integer(_) | Cell::Number(_) | Cell::Boolean(_) => {
                    out.extend_from_slice(cell.to_text().as_bytes());
                }
            }
        }
        out.extend_from_slice(b"}\n");
        Ok(())
    }
}
