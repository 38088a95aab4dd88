//! Every table in, one Excel workbook out: what each column means on the first sheet, then a sheet per table.
//!
//! Ids, codes, phones and dates are text, so that nothing is rounded, loses a nought or turns into a day; a cell that
//! looks like a formula is text too.

mod dictionary;
mod rows;
mod sheet;

use std::io;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::dataset::{Context, Survey, Table, day, first};

pub use rows::{SheetPart, SheetRows};

/// Makes the workbook of tables, each with what is known of it as a whole and with the parts of its sheet.
pub fn workbook(context: Context<'_>, tables: &[(&Table, &Survey)], parts: &[Vec<&SheetPart>]) -> io::Result<Vec<u8>> {
    make(context, tables, parts).map_err(|error| match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    })
}

fn make(context: Context<'_>, tables: &[(&Table, &Survey)], parts: &[Vec<&SheetPart>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(context)?);
    dictionary::write(workbook.add_worksheet(), context, tables)?;
    for ((table, survey), parts) in tables.iter().zip(parts) {
        sheet::write(workbook.add_worksheet(), table, survey, parts)?;
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
