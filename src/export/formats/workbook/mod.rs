//! Every table in, one Excel workbook out: what each column means on the first sheet, then a sheet per table.
//!
//! Ids, codes, phones and dates are text, so that nothing is rounded, loses a nought or turns into a day; a cell that
//! looks like a formula is text too.

mod dictionary;
mod rows;
mod sheet;

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::dataset::{Context, Survey, Table, day, first};

pub use rows::{Sheet, SheetPart, SheetRows, Stock, begun};

/// Writes the workbook of tables whose sheets are filled, in the order of the tables.
pub fn write_workbook(
    context: Context<'_>,
    _stock: &Stock,
    tables: &[(&Table, &Survey)],
    sheets: Vec<Sheet>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let bytes = make(context, tables, &sheets).map_err(|error| match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    })?;
    out.write_all(&bytes)
}

fn make(context: Context<'_>, tables: &[(&Table, &Survey)], sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(context)?);
    dictionary::write(workbook.add_worksheet(), context, tables)?;
    for ((table, survey), of_table) in tables.iter().zip(sheets) {
        sheet::write(workbook.add_worksheet(), table, survey, of_table)?;
    }
    workbook.save_to_buffer()
}

/// The library would take the clock where it is not given a time.
fn properties(context: Context<'_>) -> Result<DocProperties, XlsxError> {
    let model = context.graph.model;
    let day = day(context);
    let title = context.scope.map_or(&model.site.title, |scope| &model[scope.list].title);
    Ok(DocProperties::new()
        .set_title(first(title, model))
        .set_author(first(&model.site.publisher.name, model))
        .set_comment(format!("{} {}", model.site.licence.id, model.site.licence.url))
        .set_creation_datetime(&ExcelDateTime::from_ymd(day.year, day.month, day.day)?))
}
