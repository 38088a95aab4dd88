//! The data dictionary in, its sheet of the workbook out; each row leads to the sheet of its table. A table that
//! goes on in further sheets has a row for each of them.

use std::fmt::Write;
use std::io;
use std::sync::Arc;

use crate::dataset::{Cell, Context, HEADER, Survey, Table, dictionary};
use crate::export::formats::packed::Packed;

use super::rows::SheetRows;
use super::sheet::{Done, Sheet};
use super::stock::{Kept, Key, Stock};
use super::text::attribute;

/// Name of the sheet.
pub const NAME: &str = "数据字典 Dictionary";

/// The sheets of one table, each with its name.
pub type Sheets = Vec<(String, Done)>;

/// Makes the sheet.
pub fn sheet(context: Context<'_>, stock: &Stock, tables: &[(&Table, &Survey)], sheets: &[Sheets]) -> io::Result<Done> {
    let mut sheet = Sheet::new(HEADER.map(|(_, title, _)| title.to_owned()).to_vec());
    let mut links = String::from("<hyperlinks>");
    for (of, own) in tables.iter().zip(sheets) {
        let (table, survey) = of;
        let first = sheet.next();
        let rows = || {
            let mut rows = SheetRows::new(HEADER.len()).linked();
            dictionary(context, &[*of], |cells| {
                rows.row(cells);
                io::Result::Ok(())
            })?;
            Ok(rows)
        };
        if survey.rows == 0 {
            // A piece of its own, kept or not, so that the bytes are the same.
            let kept = stock.of(Key::Columns(table.name, first), || rows().map(|rows| kept(rows, first)))?;
            sheet.add_packed(kept.rows, &kept.widths, Arc::clone(&kept.packed));
        } else {
            sheet.add(&rows()?.finish());
        }
        for row in first..sheet.next() {
            link(row, table.name, &mut links);
        }
        for pair in own.windows(2) {
            if let [(before, _), (name, done)] = pair {
                link(sheet.next(), name, &mut links);
                let mut rows = SheetRows::new(HEADER.len()).linked();
                rows.row(&further(table, name, before, done.rows));
                sheet.add(&rows.finish());
            }
        }
    }
    links.push_str("</hyperlinks>");
    // Some hundred rows, which are one sheet; that of a list stands behind the table of the list.
    let done = sheet.finish(context.scope.is_none(), &links).into_iter().next();
    done.ok_or_else(|| io::Error::other("no dictionary"))
}

fn kept(rows: SheetRows, first: u32) -> Kept {
    let part = rows.finish();
    Kept { packed: Arc::new(Packed::of(&part.numbered(first))), widths: part.widths().to_vec(), rows: part.rows() }
}

/// What is said of a sheet with the rows of a table for which there was no room in the sheet before it.
fn further(table: &Table, name: &str, before: &str, rows: u32) -> [Cell<'static>; HEADER.len()] {
    let mut cells = [const { Cell::Empty }; HEADER.len()];
    let said = [
        ("table_name", name.to_owned().into()),
        ("rows", rows.into()),
        ("table_title_zh", table.title[0].into()),
        ("table_title_en", table.title[1].into()),
        ("meaning_zh", format!("接工作表“{before}”：一张工作表放不下的行").into()),
        ("meaning_en", format!("Goes on where the sheet \"{before}\" ends: rows that one sheet cannot hold").into()),
    ];
    for (column, cell) in said {
        if let Some(at) = HEADER.iter().position(|(name, _, _)| *name == column) {
            cells[at] = cell;
        }
    }
    cells
}

fn link(row: u32, sheet: &str, out: &mut String) {
    let sheet = attribute(sheet);
    // Writing to a text does not fail.
    let _ = write!(out, "<hyperlink ref=\"A{row}\" location=\"'{sheet}'!A1\" display=\"{sheet}\"/>");
}
