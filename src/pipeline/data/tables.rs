//! Rows of a table in, list by list; its files in the staging folder out, with its sheet.

use crate::dataset::Table;
use crate::diag::Failure;
use crate::export::{self, GrowingTable, Sheet, TableFormat, TableRows, Written};
use crate::plan::Plan;
use crate::publish::{Growing, Staging};

/// A table that is being written.
pub(super) struct TableOut<'t> {
    /// The table.
    pub table: &'t Table,
    growing: GrowingTable<'t>,
    files: Vec<(TableFormat, Growing)>,
}

impl<'t> TableOut<'t> {
    /// Begins the files of a table, in the formats that the site publishes.
    pub fn begin(table: &'t Table, plan: &Plan<'_>, staging: &Staging) -> Result<TableOut<'t>, Failure> {
        let begin = |format: TableFormat| Ok((format, staging.grow(&export::path(table, format))?));
        let mut files = TableFormat::published(&plan.data).map(begin).collect::<Result<Vec<_>, Failure>>()?;
        let formats: Vec<TableFormat> = files.iter().map(|(format, _)| *format).collect();
        let languages = plan.model.languages();
        let growing =
            GrowingTable::begin(table, languages, &formats, &mut |format, bytes| append(&mut files, format, bytes));
        let growing = growing.map_err(Failure::write(table.name))?;
        Ok(TableOut { table, growing, files })
    }

    /// Appends rows to the files.
    pub fn append(&mut self, rows: &TableRows) -> Result<(), Failure> {
        let TableOut { table, growing, files } = self;
        let appended = growing.append(rows, &mut |format, bytes| append(files, format, bytes));
        appended.map_err(Failure::write(table.name))
    }

    /// Ends the files.
    pub fn finish(self, staging: &Staging) -> Result<(Written<'t>, Sheet), Failure> {
        let TableOut { table, growing, mut files } = self;
        let written = growing.finish(&mut |format, bytes| append(&mut files, format, bytes));
        let written = written.map_err(Failure::write(table.name))?;
        files.into_iter().try_for_each(|(_, file)| staging.grown(file))?;
        Ok(written)
    }
}

fn append(files: &mut [(TableFormat, Growing)], format: TableFormat, bytes: &[u8]) -> std::io::Result<()> {
    files.iter_mut().find(|(of, _)| *of == format).map_or(Ok(()), |(_, file)| file.append(bytes))
}
