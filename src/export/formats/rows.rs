//! A table in; its rows, produced once, out in the shape of each file that holds them. What lists have can be put one behind
//! the other, because none of it says where in a file it stands.

use std::io;

use crate::dataset::{Context, HeldRows, Survey, Table};
use crate::model::{DataFormat, Publishing};

use super::csv;
use super::json::Keys;
use super::workbook::{SheetPart, SheetRows};

/// Rows of a table: all of them, or those of one list.
#[derive(Debug)]
pub struct TableRows {
    /// What is known of them as a whole.
    pub survey: Survey,
    /// Lines of CSV, without the header.
    pub csv: Vec<u8>,
    /// Rows of the sheet of a workbook.
    pub sheet: SheetPart,
    /// What the files of the whole site need beside that, as far as they are published; nothing where the rows are for the data of a
    /// list alone.
    pub of_site: OfSite,
}

/// What the files of the whole site need of rows.
#[derive(Debug, Default)]
pub struct OfSite {
    /// The rows as JSON, a line each.
    pub lines: Vec<u8>,
    /// The rows themselves.
    pub held: HeldRows,
}

/// What the files of the whole site that a site publishes need of rows.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    lines: bool,
    held: bool,
}

impl Wanted {
    /// What the files need that are published.
    pub fn of(data: &Publishing) -> Wanted {
        let any = |formats: &[DataFormat]| formats.iter().any(|format| data.of_site(*format));
        Wanted {
            lines: any(&[DataFormat::Json, DataFormat::Ndjson]),
            held: any(&[DataFormat::Database, DataFormat::Parquet, DataFormat::ParquetPartitioned]),
        }
    }
}

/// Goes through the rows of a table once. Those of a register that a list names are in the files of the site already.
pub fn table_rows(table: &Table, context: Context<'_>, wanted: Wanted) -> io::Result<TableRows> {
    let languages = context.graph.model.languages();
    let keys = Keys::new(&table.header(languages))?;
    let for_site = !(table.register && context.scope.is_some());
    let mut survey = Survey::begin(table, languages);
    let mut sheet = SheetRows::new(survey.sample.header.len());
    let mut csv = Vec::new();
    let mut of_site = OfSite::default();
    table.rows(context, &mut |cells| {
        survey.row(cells);
        csv::add_row(cells, &mut csv);
        sheet.row(cells);
        if for_site && wanted.lines {
            keys.add_row(cells, &mut of_site.lines)?;
        }
        if for_site && wanted.held {
            of_site.held.row(cells);
        }
        Ok(())
    })?;
    Ok(TableRows { survey, csv, sheet: sheet.finish(), of_site })
}

/// Goes through the rows of a table for its sheet alone.
pub fn sheet_rows(table: &Table, context: Context<'_>) -> io::Result<SheetPart> {
    let mut sheet = SheetRows::new(table.header(context.graph.model.languages()).len());
    table.rows(context, &mut |cells| {
        sheet.row(cells);
        Ok(())
    })?;
    Ok(sheet.finish())
}
