//! Rows of a table in, the sheets that hold them out, packed: a frozen header with filters, columns as wide as their cells
//! up to a bound, and a further sheet where Excel takes no more rows in one.

use std::sync::Arc;

use crate::export::formats::packed::{PIECE, Packed};

use super::rows::{SheetPart, header_row, number};
use super::text::{WIDTHS, column, width};

/// The last row of a sheet of Excel.
const LAST: u32 = 1 << 20;

/// How much text waits before it is packed, on as many processors as there are.
const WAITING: usize = 4 * PIECE;

const BEGIN: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#;

const PANES: &str = "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/>\
    <selection pane=\"topRight\" activeCell=\"B1\" sqref=\"B1\"/>\
    <selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/><selection pane=\"bottomRight\"/>";

const MARGINS: &str = r#"<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>"#;

/// A sheet that is being filled from the top, with the sheets that go on with it.
#[derive(Debug)]
pub struct Sheet {
    header: Vec<String>,
    widths: Vec<usize>,
    pages: Vec<Page>,
    last: u32,
}

/// One sheet of the workbook.
#[derive(Debug, Default)]
struct Page {
    pieces: Vec<Arc<Packed>>,
    waiting: Vec<u8>,
    rows: u32,
}

/// One sheet of the workbook, packed.
#[derive(Clone, Debug)]
pub struct Done {
    /// Its pieces.
    pub pieces: Vec<Arc<Packed>>,
    /// How many rows it has, the header not counted.
    pub rows: u32,
    /// Its cells, header and all, such as `$A$1:$C$7`.
    pub area: String,
}

impl Sheet {
    /// Begins a sheet with a header.
    pub fn new(header: Vec<String>) -> Sheet {
        // The button of the filter hides the end of a name.
        let widths = header.iter().map(|name| width(name) + 3).collect();
        Sheet { header, widths, pages: vec![Page::default()], last: LAST }
    }

    /// The same, with sheets that end at a row.
    #[cfg(test)]
    pub fn bounded(header: Vec<String>, last: u32) -> Sheet {
        Sheet { last, ..Sheet::new(header) }
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.header.len()
    }

    /// How many rows there are, the header not counted.
    pub fn rows(&self) -> u32 {
        self.pages.iter().map(|page| page.rows).sum()
    }

    /// The number of the next row of the sheet.
    pub fn next(&self) -> u32 {
        self.pages.last().map_or(0, |page| page.rows) + 2
    }

    /// Adds rows. In which parts they come changes nothing.
    pub fn add(&mut self, part: &SheetPart) {
        self.widen(part.widths());
        let mut rest = part.text();
        while !rest.is_empty() {
            let mut next = self.next();
            if next > self.last {
                self.pages.push(Page::default());
                next = 2;
            }
            let Some(page) = self.pages.last_mut() else { return };
            rest = number(rest, &mut next, self.last, &mut page.waiting);
            page.rows = next - 2;
            if page.waiting.len() >= WAITING {
                let whole = page.waiting.len() / PIECE * PIECE;
                page.pack(whole);
            }
        }
    }

    /// Adds so many rows that are packed already, with the numbers that they have here.
    pub fn add_packed(&mut self, rows: u32, widths: &[usize], packed: Arc<Packed>) {
        self.widen(widths);
        if let Some(page) = self.pages.last_mut() {
            page.pack(page.waiting.len());
            page.pieces.push(packed);
            page.rows += rows;
        }
    }

    /// Ends the sheet. `shown` is that which a program shows first; `links` leads from cells elsewhere.
    pub fn finish(self, shown: bool, links: &str) -> Vec<Done> {
        let Sheet { header, widths, pages, .. } = self;
        let done = |page: Page| {
            let Page { mut pieces, waiting, rows } = page;
            let all = area(header.len(), 1, rows + 1);
            let mut head = head(&header, &widths, &all, shown);
            let tail = tail(header.len(), rows, &all, links);
            if pieces.is_empty() {
                // Most sheets are short: one piece, which packs best.
                head.extend(waiting);
                head.extend(tail.as_bytes());
                pieces.extend(Packed::pieces(&head).into_iter().map(Arc::new));
            } else {
                pieces.insert(0, Arc::new(Packed::of(&head)));
                let rest = [&waiting[..], tail.as_bytes()].concat();
                pieces.extend(Packed::pieces(&rest).into_iter().map(Arc::new));
            }
            Done { pieces, rows, area: absolute(header.len(), rows) }
        };
        pages.into_iter().map(done).collect()
    }

    /// The text of a sheet without rows.
    pub fn empty(&self) -> Vec<u8> {
        let all = area(self.header.len(), 1, 1);
        let mut text = head(&self.header, &self.widths, &all, false);
        text.extend(tail(self.header.len(), 0, &all, "").as_bytes());
        text
    }

    /// The cells of a sheet without rows, such as `$A$1:$C$1`.
    pub fn empty_area(&self) -> String {
        absolute(self.header.len(), 0)
    }

    fn widen(&mut self, widths: &[usize]) {
        for (widest, width) in self.widths.iter_mut().zip(widths) {
            *widest = (*widest).max(*width);
        }
    }
}

impl Page {
    /// Packs so much of what waits.
    fn pack(&mut self, bytes: usize) {
        self.pieces.extend(Packed::pieces(&self.waiting[..bytes]).into_iter().map(Arc::new));
        self.waiting.drain(..bytes);
    }
}

fn area(columns: usize, from: u32, to: u32) -> String {
    format!("A{from}:{}{to}", column(columns.saturating_sub(1)))
}

fn absolute(columns: usize, rows: u32) -> String {
    format!("$A$1:${}${}", column(columns.saturating_sub(1)), rows + 1)
}

/// What stands before the rows.
fn head(header: &[String], widths: &[usize], all: &str, shown: bool) -> Vec<u8> {
    let shown = if shown { " tabSelected=\"1\"" } else { "" };
    let mut out = format!(
        "{BEGIN}<dimension ref=\"{all}\"/><sheetViews><sheetView{shown} workbookViewId=\"0\">{PANES}</sheetView>\
         </sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>"
    )
    .into_bytes();
    for (at, width) in (1..).zip(widths) {
        // Five pixels of margin, where a character is seven wide: 5/7 in steps of 1/256, as Excel keeps it.
        let width = (*width).clamp(WIDTHS.0, WIDTHS.1) as f64 + 182.0 / 256.0;
        let col = format!("<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>");
        out.extend(col.as_bytes());
    }
    out.extend(b"</cols><sheetData>");
    header_row(header, &mut out);
    out
}

/// What stands behind the rows.
fn tail(columns: usize, rows: u32, all: &str, links: &str) -> String {
    // Excel would mark every phone and code as a number that somebody typed as text by mistake.
    let ignored = if rows == 0 {
        String::new()
    } else {
        let cells = area(columns, 2, rows + 1);
        format!("<ignoredErrors><ignoredError sqref=\"{cells}\" numberStoredAsText=\"1\"/></ignoredErrors>")
    };
    format!("</sheetData><autoFilter ref=\"{all}\"/>{links}{MARGINS}{ignored}</worksheet>")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::DeflateDecoder;

    use crate::export::formats::packed::END;

    use super::super::rows::SheetRows;
    use super::{Done, Sheet};

    fn xml(sheet: &Done) -> String {
        let mut bytes: Vec<u8> = sheet.pieces.iter().flat_map(|piece| piece.deflated().to_vec()).collect();
        bytes.extend(END);
        let mut text = String::new();
        DeflateDecoder::new(&bytes[..]).read_to_string(&mut text).expect("UTF-8");
        text
    }

    fn numbers(rows: u32, parts: usize, last: u32) -> Vec<Done> {
        let mut sheet = Sheet::bounded(vec!["名称".to_owned()], last);
        let mut part = SheetRows::new(1);
        for at in 0..rows {
            part.row(&[format!("第{at}项").into()]);
            if (at as usize).is_multiple_of(parts) {
                sheet.add(&std::mem::replace(&mut part, SheetRows::new(1)).finish());
            }
        }
        sheet.add(&part.finish());
        assert_eq!(sheet.rows(), rows);
        sheet.finish(false, "")
    }

    #[test]
    fn rows_that_excel_does_not_take_in_one_sheet_go_on_in_another() {
        let sheets = numbers(7, 5, 4);
        assert_eq!(sheets.iter().map(|sheet| sheet.rows).collect::<Vec<u32>>(), [3, 3, 1]);
        let third = xml(&sheets[2]);
        assert!(third.contains("<row r=\"1\">") && third.contains("r=\"A2\""), "{third}");
        assert!(third.contains("第6项") && !third.contains("第5项"), "{third}");
        assert_eq!(sheets[2].area, "$A$1:$A$2");
        assert_eq!(numbers(6, 5, 4).len(), 2);
    }

    #[test]
    fn in_which_parts_rows_come_changes_nothing() {
        let rows = 120_000;
        let pieces = |parts| numbers(rows, parts, 1 << 20).remove(0).pieces;
        let made = pieces(3);
        assert!(made.len() > 4, "nothing was packed before the end");
        assert!(made == pieces(50_000));
        let text = xml(&numbers(rows, 1000, 1 << 20)[0]);
        assert_eq!(text.matches("<row ").count(), rows as usize + 1);
        assert!(text.contains("r=\"A120001\""), "the number of the last row");
    }
}
