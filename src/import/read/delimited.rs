//! A text of values between commas, semicolons or tabs in, a sheet out.

use csv::{ReaderBuilder, StringRecord};

use super::grid::Grid;
use super::refusal::Refusal;
use crate::import::document::{Block, Document, Sheet};

/// What may stand between values, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Records that are looked at to find out what stands between values.
const SAMPLE: usize = 100;

/// Columns of a sheet of Excel, beyond which no spreadsheet shows a table.
const COLUMNS: usize = 16_384;

/// Reads a CSV file.
pub(super) fn read(text: &str) -> Result<Document, Refusal> {
    let text = line_ends(text);
    let (declared, text) = declared(&text);
    let delimiter = declared.or_else(|| delimiter(text)).unwrap_or(b',');
    if records(text, delimiter).any(|(_, record)| record.len() > COLUMNS) {
        return Err(Refusal::TooLarge);
    }
    Ok(Document { blocks: vec![Block::Sheet(sheet(text, delimiter)?)], unread: Vec::new() })
}

/// A text whose lines end in `\n`, the last one too.
pub(super) fn line_ends(text: &str) -> String {
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// The first line `sep=;`, by which Excel is told what stands between values.
fn declared(text: &str) -> (Option<u8>, &str) {
    let Some((line, rest)) = text.split_once('\n') else { return (None, text) };
    let line = line.trim().trim_matches('"');
    match line.strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) => (Some(*delimiter), rest),
        _ => (None, text),
    }
}

/// What stands between values: that which cuts the most records into the same number of them.
pub(super) fn delimiter(text: &str) -> Option<u8> {
    let score = |delimiter: &u8| {
        let records = records(text, *delimiter).take(SAMPLE).map(|(_, record)| record.len());
        let mut counts = std::collections::BTreeMap::new();
        records.filter(|values| *values > 1).for_each(|values| *counts.entry(values).or_insert(0_usize) += 1);
        counts.into_iter().map(|(values, records)| (records, values)).max().unwrap_or((0, 0))
    };
    let scored = DELIMITERS.iter().rev().map(|delimiter| (score(delimiter), *delimiter));
    scored.max_by_key(|(score, _)| *score).filter(|((records, _), _)| *records > 0).map(|(_, delimiter)| delimiter)
}

/// The sheet that a text is, or that it is larger than one may be: no table is cut in silence.
pub(super) fn sheet(text: &str, delimiter: u8) -> Result<Sheet, Refusal> {
    let mut grid = Grid::default();
    // Rows are counted as a spreadsheet does: blank lines are rows, lines within quotes are not.
    for (row, record) in records(text, delimiter) {
        for (column, value) in (0_u32..).zip(&record) {
            grid.text_cell(row, column, value)?;
        }
    }
    Ok(grid.finish("", false))
}

/// The records of a text, whose last line has an end, with the row that each is of, from 1.
fn records(text: &str, delimiter: u8) -> impl Iterator<Item = (u32, StringRecord)> {
    let quoting = !open_quote(text, delimiter);
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter).quoting(quoting);
    let mut reader = builder.from_reader(text.as_bytes());
    let mut row = 0_u64;
    std::iter::from_fn(move || {
        let before = reader.position().line();
        let mut record = StringRecord::new();
        // Reading from memory cannot fail, and the text is UTF-8.
        reader.read_record(&mut record).ok().filter(|more| *more)?;
        let within: usize = record.iter().map(|value| value.matches('\n').count()).sum();
        // Lines that were read and are none of the record's are blank ones before it.
        row += (reader.position().line() - before).saturating_sub(within as u64).max(1);
        Some((u32::try_from(row).unwrap_or(u32::MAX), record))
    })
}

/// Whether a quote that opens a value is never closed, so that it is a character like others.
fn open_quote(text: &str, delimiter: u8) -> bool {
    let (mut within, mut start) = (false, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if within && bytes.next_if_eq(&b'"').is_some() => {}
            b'"' if within => within = false,
            b'"' if start => within = true,
            _ => {}
        }
        start = !within && (byte == delimiter || byte == b'\n');
    }
    within
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop, proptest};
    use proptest::{prop_assert_eq, prop_assume};

    use super::{delimiter, read};
    use crate::import::document::{Block, Sheet};
    use crate::import::read::encoding::clean;

    fn sheet(text: &str) -> Sheet {
        match read(text).expect("a table").blocks.remove(0) {
            Block::Sheet(sheet) => sheet,
            Block::Paragraph(paragraph) => panic!("{paragraph:?}"),
        }
    }

    fn texts(sheet: &Sheet) -> Vec<(u32, u32, &str)> {
        let cells = sheet.rows.iter().flat_map(|row| row.cells.iter().map(|cell| (row.line, cell.column, &*cell.text)));
        cells.collect()
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_does() {
        let sheet = sheet("权责清单\r\n\r\n序号,名称\r\n1,\"甲\r\n乙\"\r\n\r\n2,\"说\"\"是\"\"\"\r\n");
        let all = texts(&sheet);
        let cells = [(1, 0, "权责清单"), (3, 0, "序号"), (3, 1, "名称"), (4, 0, "1"), (4, 1, "甲\n乙")];
        assert_eq!(all[..5], cells);
        assert_eq!(all[5..], [(6, 0, "2"), (6, 1, "说\"是\"")]);
    }

    #[test]
    fn what_stands_between_values_is_found() {
        assert_eq!(texts(&sheet("a,\"b\n\"\n\n\nc")), [(1, 0, "a"), (1, 1, "b"), (4, 0, "c")]);
        assert_eq!(delimiter("标题\na;b,c;d\ne;f;g\n"), Some(b';'));
        assert_eq!(delimiter("a\tb, c\nd\te\n"), Some(b'\t'));
        assert_eq!(delimiter("a,b\n"), Some(b','));
        assert_eq!(delimiter("a\nb\n"), None);
        assert_eq!(texts(&sheet("sep=;\n1,5;2\n")), [(1, 0, "1,5"), (1, 1, "2")]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_a_character() {
        assert_eq!(texts(&sheet("a,\"b\nc,d\n")), [(1, 0, "a"), (1, 1, "\"b"), (2, 0, "c"), (2, 1, "d")]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(rows in prop::collection::vec(prop::collection::vec("[a甲,;\t\"\n 　]{0,6}", 2..5), 1..8), quote in any::<bool>()) {
            let style = if quote { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
            let mut writer = csv::WriterBuilder::new().flexible(true).quote_style(style).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            prop_assume!(delimiter(&text) == Some(b','));
            let expected: Vec<(u32, u32, String)> = (1..).zip(&rows).flat_map(|(line, row)| {
                (0..).zip(row).map(move |(column, value)| (line, column, clean(value))).filter(|(_, _, text)| !text.is_empty())
            }).collect();
            let sheet = sheet(&text);
            let read: Vec<(u32, u32, String)> = texts(&sheet).into_iter().map(|(line, column, text)| (line, column, text.to_owned())).collect();
            prop_assert_eq!(read, expected);
        }
    }
}
