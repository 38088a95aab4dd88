//! The records of a sheet of Excel up to 2003 in, its cells out.

use std::collections::BTreeMap;

use super::records::{PartReader, Record, Records, Texts, f64_at, packed, u16_at, u32_at};
use crate::import::document::{Block, Document, Doubt, Unread, UnreadKind};
use crate::import::read::encoding::clean;
use crate::import::read::grid::{Grid, Range, Spent};
use crate::import::read::number_format::NumberFormat;
use crate::import::read::numbers::show;
use crate::import::read::refusal::Refusal;

/// What the sheets of a workbook share.
pub(super) struct Book {
    /// How texts are written.
    pub texts: Texts,
    /// Texts.
    pub strings: Vec<String>,
    /// The format of numbers of each style.
    pub formats: Vec<NumberFormat>,
    /// Whether days are counted from 1904.
    pub from_1904: bool,
    /// What the sheets before have come to.
    pub spent: std::cell::Cell<Spent>,
}

/// A sheet that is being read.
struct Sheet<'b> {
    book: &'b Book,
    grid: Grid,
    /// The cell of a formula whose text comes in a record of its own.
    awaited: Option<(u32, u32)>,
    /// The object that was described last: what it is, and its number.
    object: Option<(u16, u16)>,
    /// Texts of comments by the number of their objects.
    comments: BTreeMap<u16, String>,
    /// Texts of text boxes.
    boxes: Vec<String>,
    unread: Vec<UnreadKind>,
}

/// Reads a sheet.
pub(super) fn read(
    records: Records,
    name: &str,
    hidden: bool,
    book: &Book,
    document: &mut Document,
) -> Result<(), Refusal> {
    let mut sheet = Sheet {
        book,
        grid: Grid::after(book.spent.get()),
        awaited: None,
        object: None,
        comments: BTreeMap::new(),
        boxes: Vec::new(),
        unread: Vec::new(),
    };
    // A chart on a sheet is described within it.
    let mut depth = 0_u32;
    for record in records {
        match record.kind {
            0x0809 => depth += 1,
            0x000a if depth <= 1 => break,
            0x000a => depth -= 1,
            _ if depth == 1 => sheet.record(&record)?,
            _ => {}
        }
    }
    if depth == 0 {
        return Err(Refusal::Damaged);
    }
    book.spent.set(sheet.grid.spent());
    document.blocks.push(Block::Sheet(sheet.grid.finish(name, hidden)));
    document.unread.extend(sheet.unread.into_iter().map(|what| Unread { place: name.to_owned(), what }));
    for text in sheet.boxes.iter().map(|text| clean(text)).filter(|text| !text.is_empty()) {
        document.add_paragraph(text, None);
    }
    Ok(())
}

impl Sheet<'_> {
    fn record(&mut self, record: &Record) -> Result<(), Refusal> {
        let data = record.parts[0];
        // Most records open with the place of a cell. A record that is too short says nothing.
        let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) else { return Ok(()) };
        let (line, at) = (u32::from(row) + 1, u32::from(column));
        match record.kind {
            0x00fd => {
                let text = u32_at(data, 6).and_then(|index| self.book.strings.get(index as usize));
                self.grid.cell(line, at, text.map_or("", |text| text), None)?;
            }
            0x0204 | 0x00d6 => {
                let text = self.book.texts.at(&record.parts, 6, true).unwrap_or_default();
                self.grid.cell(line, at, &text, None)?;
            }
            0x0203 => self.number(line, at, u16_at(data, 4), f64_at(data, 6))?,
            0x027e => self.number(line, at, u16_at(data, 4), u32_at(data, 6).map(packed))?,
            0x00bd => {
                let cells = data.get(4..data.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6);
                for (cell, column) in cells.zip(at..) {
                    self.number(line, column, u16_at(cell, 0), u32_at(cell, 2).map(packed))?;
                }
            }
            0x0205 => {
                let (value, error) = (data.get(6).copied().unwrap_or(0), data.get(7) == Some(&1));
                self.logical(line, at, value, error)?;
            }
            0x0006 | 0x0206 | 0x0406 => self.formula(line, at, data)?,
            0x0207 => {
                if let (Some((line, column)), Some(text)) =
                    (self.awaited.take(), self.book.texts.at(&record.parts, 0, true))
                {
                    self.grid.cell(line, column, &text, None)?;
                }
            }
            0x0208 if u32_at(data, 12).is_some_and(|options| options & 0x20 != 0) => self.grid.hide_line(line),
            0x007d if u16_at(data, 8).is_some_and(|options| options & 1 != 0) => {
                self.grid.hide_columns(u32::from(row), at);
            }
            0x00e5 => self.merge(data),
            // What an object is and which: of a comment, a picture, a chart, a text box.
            0x005d => {
                self.object = u16_at(data, 4).zip(u16_at(data, 6));
                match self.object {
                    Some((8, _)) => self.unread.push(UnreadKind::Picture),
                    Some((5, _)) => self.unread.push(UnreadKind::Chart),
                    _ => {}
                }
            }
            0x01b6 => self.box_text(record),
            0x001c => {
                if let Some(text) = u16_at(data, 6).and_then(|object| self.comments.remove(&object)) {
                    self.grid.comment(line, at, &text)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn number(&mut self, line: u32, column: u32, style: Option<u16>, value: Option<f64>) -> Result<(), Refusal> {
        let Some(value) = value else { return Ok(()) };
        let general = NumberFormat::General;
        let format = style.and_then(|style| self.book.formats.get(usize::from(style))).unwrap_or(&general);
        let (text, doubt) = show(value, None, format, self.book.from_1904);
        self.grid.cell(line, column, &text, doubt)
    }

    fn logical(&mut self, line: u32, column: u32, value: u8, error: bool) -> Result<(), Refusal> {
        if !error {
            return self.grid.cell(line, column, if value == 1 { "TRUE" } else { "FALSE" }, None);
        }
        let text = match value {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0f => "#VALUE!",
            0x17 => "#REF!",
            0x1d => "#NAME?",
            0x24 => "#NUM!",
            _ => "#N/A",
        };
        self.grid.cell(line, column, text, Some(Doubt::Formula))
    }

    fn formula(&mut self, line: u32, column: u32, data: &[u8]) -> Result<(), Refusal> {
        self.awaited = None;
        match (data.get(6..14), u16_at(data, 12)) {
            (Some(&[0, ..]), Some(0xffff)) => self.awaited = Some((line, column)),
            (Some(&[kind @ (1 | 2), _, value, ..]), Some(0xffff)) => self.logical(line, column, value, kind == 2)?,
            (Some(_), Some(0xffff)) => {}
            _ => self.number(line, column, u16_at(data, 4), f64_at(data, 6))?,
        }
        Ok(())
    }

    fn merge(&mut self, data: &[u8]) {
        for range in data.get(2..).unwrap_or_default().chunks_exact(8) {
            let at = |at| u16_at(range, at).map_or(0, u32::from);
            let (first, last, left, right) = (at(0), at(2), at(4), at(6));
            if first <= last && left <= right {
                self.grid.merge(Range { lines: (first + 1, last + 1), columns: (left, right) });
            }
        }
    }

    /// The text of a comment or a text box, which follows its object.
    fn box_text(&mut self, record: &Record) {
        let length = u16_at(record.parts[0], 10).map_or(0, usize::from);
        let mut reader = PartReader::at(&record.parts[1..], 0);
        let Some(flags) = reader.byte().filter(|_| length > 0) else { return };
        let text = reader.characters(length, flags);
        match self.object.take() {
            Some((0x19, id)) => drop(self.comments.insert(id, text)),
            _ => self.boxes.push(text),
        }
    }
}
