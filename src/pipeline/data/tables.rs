//! Rows of a table in, list by list; its files in the staging folder out, with its sheet.

use crate::dataset::Table;
use crate::diag::Failure;
use crate::export::{self, GrowingTable, Measure, Partitioned, Partitions, Sheet, TableFormat, TableRows, Written};
use crate::plan::Plan;
use crate::publish::{Growing, Staging};

/// A table that is being written.
pub(super) struct TableOut<'t> {
    /// The table.
    pub table: &'t Table,
    growing: GrowingTable<'t>,
    files: Vec<(TableFormat, Growing)>,
    /// The same rows apart by province and kind of list, where they are published so.
    partitioned: Partitioned,
    parts: Vec<(Option<usize>, Growing)>,
}

impl<'t> TableOut<'t> {
    /// Begins the files of a table, in the formats that the site publishes.
    pub fn begin(
        table: &'t Table,
        plan: &Plan<'_>,
        partitions: &Partitions,
        staging: &Staging,
    ) -> Result<TableOut<'t>, Failure> {
        let begin = |format: TableFormat| Ok((format, staging.grow(&export::path(table, format))?));
        let mut files = TableFormat::published(&plan.data).map(begin).collect::<Result<Vec<_>, Failure>>()?;
        let formats: Vec<TableFormat> = files.iter().map(|(format, _)| *format).collect();
        let languages = plan.model.languages();
        let growing =
            GrowingTable::begin(table, languages, &formats, &mut |format, bytes| append(&mut files, format, bytes));
        let growing = growing.map_err(Failure::write(table.name))?;
        let begin = |(at, path): (Option<usize>, String)| Ok((at, staging.grow(&path)?));
        let parts: Vec<(Option<usize>, Growing)> =
            partitions.files(table).into_iter().map(begin).collect::<Result<_, Failure>>()?;
        let partitioned = Partitioned::begin(table, languages, parts.iter().map(|(at, _)| *at));
        let partitioned = partitioned.map_err(Failure::write(table.name))?;
        Ok(TableOut { table, growing, files, partitioned, parts })
    }

    /// Appends rows to the files, and to those of a partition.
    pub fn append(&mut self, rows: &TableRows, partition: Option<usize>) -> Result<(), Failure> {
        let TableOut { table, growing, files, partitioned, parts } = self;
        let failed = || Failure::write(table.name);
        growing.append(rows, &mut |format, bytes| append(files, format, bytes)).map_err(failed())?;
        let held = &rows.of_site.held;
        partitioned.rows(partition, held, &mut |at, bytes| append(parts, at, bytes)).map_err(failed())
    }

    /// Ends the files.
    pub fn finish(self, staging: &Staging) -> Result<TableDone<'t>, Failure> {
        let TableOut { table, growing, mut files, partitioned, mut parts } = self;
        let failed = || Failure::write(table.name);
        let (written, sheet) =
            growing.finish(&mut |format, bytes| append(&mut files, format, bytes)).map_err(failed())?;
        let measures = partitioned.finish(&mut |at, bytes| append(&mut parts, at, bytes)).map_err(failed())?;
        files.into_iter().try_for_each(|(_, file)| staging.grown(file))?;
        parts.into_iter().try_for_each(|(_, file)| staging.grown(file))?;
        Ok(TableDone { written, sheet, partitions: measures.into_iter().map(|(_, measure)| measure).collect() })
    }
}

/// A table that was written.
pub(super) struct TableDone<'t> {
    /// Its files, and what is known of it.
    pub written: Written<'t>,
    /// Its rows for a workbook.
    pub sheet: Sheet,
    /// The files of its partitions, in their order.
    pub partitions: Vec<Measure>,
}

fn append<K: PartialEq>(files: &mut [(K, Growing)], of: K, bytes: &[u8]) -> std::io::Result<()> {
    files.iter_mut().find(|(one, _)| *one == of).map_or(Ok(()), |(_, file)| file.append(bytes))
}
