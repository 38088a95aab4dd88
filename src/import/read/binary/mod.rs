//! The stream of a workbook of Excel up to 2003 in, its sheets out.

mod records;
mod sheet;

use std::collections::BTreeMap;

use self::records::{PartReader, Record, Records, Texts, u16_at, u32_at};
use self::sheet::Book;
use super::number_format::NumberFormat;
use super::refusal::Refusal;
use crate::import::document::{Document, Unread, UnreadKind};

/// A sheet as the workbook announces it.
struct Announced {
    start: usize,
    name: String,
    hidden: bool,
    kind: u8,
}

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut records = Records::from(bytes, 0);
    let first = records.next().ok_or(Refusal::Damaged)?;
    let wide = match (first.kind, u16_at(first.parts[0], 0)) {
        (0x0809, Some(0x0600)) => true,
        (0x0809, Some(0x0500)) => false,
        (0x0009 | 0x0209 | 0x0409 | 0x0809, _) => return Err(Refusal::OtherWorkbook),
        _ => return Err(Refusal::Damaged),
    };
    let mut book = Book {
        texts: if wide { Texts::Wide } else { Texts::of_page(936) },
        strings: Vec::new(),
        formats: Vec::new(),
        from_1904: false,
        spent: std::cell::Cell::default(),
    };
    let mut sheets = Vec::new();
    let mut codes = BTreeMap::new();
    let mut styles = Vec::new();
    for record in records {
        let data = record.parts[0];
        match record.kind {
            // The end of what is said of the workbook as a whole.
            0x000a => break,
            0x002f => return Err(Refusal::Protected),
            0x0042 if !wide => book.texts = Texts::of_page(u16_at(data, 0).unwrap_or(936)),
            0x0022 => book.from_1904 = u16_at(data, 0) == Some(1),
            0x0085 => sheets.extend(announced(&record, book.texts)),
            0x00fc => book.strings = shared(&record),
            0x041e => {
                if let (Some(id), Some(code)) = (u16_at(data, 0), book.texts.at(&record.parts, 2, wide)) {
                    codes.insert(id, NumberFormat::of_code(&code));
                }
            }
            0x00e0 => styles.extend(u16_at(data, 2)),
            _ => {}
        }
    }
    let format = |id: u16| codes.get(&id).cloned().unwrap_or_else(|| NumberFormat::of_id(u32::from(id)));
    book.formats = styles.into_iter().map(format).collect();
    if sheets.is_empty() {
        return Err(Refusal::Damaged);
    }
    let mut document = Document::default();
    for Announced { start, name, hidden, kind } in sheets {
        match kind {
            0 => sheet::read(Records::from(bytes, start), &name, hidden, &book, &mut document)?,
            2 => document.unread.push(Unread { place: name, what: UnreadKind::Chart }),
            _ => document.unread.push(Unread { place: name, what: UnreadKind::Object }),
        }
    }
    Ok(document)
}

fn announced(record: &Record, texts: Texts) -> Option<Announced> {
    let data = record.parts[0];
    let name = texts.at(&record.parts, 6, false)?;
    let start = u32_at(data, 0)? as usize;
    Some(Announced { start, name, hidden: data.get(4)? & 3 != 0, kind: *data.get(5)? })
}

/// The texts that cells share.
fn shared(record: &Record) -> Vec<String> {
    let mut reader = PartReader::at(&record.parts, 8);
    let count = u32_at(record.parts[0], 4).unwrap_or(0);
    (0..count).map_while(|_| reader.rich()).collect()
}
