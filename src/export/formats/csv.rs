//! Rows in, CSV out: RFC 4180, UTF-8 without a byte order mark, CRLF, with a header.

use std::io::{self, Write};

use crate::dataset::{Cell, Context, Table};

/// How many bytes are held before they are written.
const HELD: usize = 1 << 16;

/// Writes a table and returns how many rows there were. Cells are never altered, not even those that a spreadsheet
/// would take for a formula.
pub(super) fn write(table: &Table, header: &[String], context: Context<'_>, out: &mut dyn Write) -> io::Result<u64> {
    let mut bytes = Vec::with_capacity(2 * HELD);
    add_header(header, &mut bytes);
    let mut rows = 0;
    table.rows(context, &mut |cells| {
        rows += 1;
        add_row(cells, &mut bytes);
        if bytes.len() >= HELD {
            out.write_all(&bytes)?;
            bytes.clear();
        }
        Ok(())
    })?;
    out.write_all(&bytes)?;
    Ok(rows)
}

/// Appends the header of a file.
pub fn add_header(header: &[String], out: &mut Vec<u8>) {
    add_fields(header.iter().map(|name| name.as_str().into()), out);
}

/// Appends a row.
pub(super) fn add_row(cells: &[Cell<'_>], out: &mut Vec<u8>) {
    add_fields(cells.iter().map(Cell::to_text), out);
}

fn add_fields<'c>(fields: impl ExactSizeIterator<Item = std::borrow::Cow<'c, str>>, out: &mut Vec<u8>) {
    // A line with nothing on it would be no row.
    let alone = fields.len() == 1;
    for (at, field) in fields.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        add_field(field.as_bytes(), alone, out);
    }
    out.extend_from_slice(b"\r\n");
}

fn add_field(field: &[u8], alone: bool, out: &mut Vec<u8>) {
    let special = field.iter().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n'));
    let quoted = special || (alone && field.is_empty());
    if !quoted {
        out.extend_from_slice(field);
        return;
    }
    out.push(b'"');
    for (at, part) in field.split(|byte| *byte == b'"').enumerate() {
        if at > 0 {
            out.extend_from_slice(b"\"\"");
        }
        out.extend_from_slice(part);
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use csv::{QuoteStyle, Terminator, WriterBuilder};
    use proptest::prelude::{Strategy, prop, proptest};

    use super::add_row;
    use crate::dataset::Cell;

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(vec!["", "a", "计", ",", "\"", "\r", "\n", " ", "=", "\t"]), 0..5)
            .prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn a_row_is_what_the_library_writes(texts in prop::collection::vec(text(), 1..5)) {
            let mut writer =
                WriterBuilder::new().terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary).from_writer(Vec::new());
            writer.write_record(&texts).expect("a row");
            let cells: Vec<Cell<'_>> = texts.iter().map(|text| Cell::from(text.as_str())).collect();
            let mut own = Vec::new();
            add_row(&cells, &mut own);
            assert_eq!(String::from_utf8(own), String::from_utf8(writer.into_inner().expect("bytes")));
        }
    }
}
