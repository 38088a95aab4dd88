//! The records in, the files of the whole site that hold every table out. Both are made list by list, as a build makes them
//! while it goes through the lists, so that both ways give the same bytes.

use std::io::{self, Write};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::dataset::{Context, Survey, Table};
use crate::model::ListId;

use super::formats::{DatabaseFile, Sheet, Stock, begun, sheet_rows, write_workbook};

/// Writes the workbook of all tables.
pub fn workbook(context: Context<'_>, tables: &[(&Table, &Survey)], out: &mut dyn Write) -> io::Result<()> {
    let lists: Vec<ListId> = context.lists().collect();
    let filled = |(table, survey): &(&Table, &Survey)| -> io::Result<Sheet> {
        let mut sheet = begun(survey);
        match table.register {
            true => sheet.add(&sheet_rows(table, context)?),
            false => {
                for list in &lists {
                    sheet.add(&sheet_rows(table, context.only(*list))?);
                }
            }
        }
        Ok(sheet)
    };
    let sheets = tables.par_iter().map(filled).collect::<io::Result<Vec<Sheet>>>()?;
    write_workbook(context, &Stock::default(), tables, sheets, out)
}

/// Writes the database of all tables.
pub fn database(context: Context<'_>, surveyed: &[(&Table, &Survey)], out: &mut dyn Write) -> io::Result<()> {
    let tables: Vec<&Table> = surveyed.iter().map(|(table, _)| *table).collect();
    let mut database = DatabaseFile::in_memory(&tables, context.graph.model)?;
    let mut add = |context: Context<'_>, register: bool| -> io::Result<()> {
        for (at, table) in tables.iter().enumerate().filter(|(_, table)| table.register == register) {
            table.rows(context, &mut |cells| database.add(at, cells))?;
        }
        Ok(())
    };
    add(context, true)?;
    context.lists().try_for_each(|list| add(context.only(list), false))?;
    database.write(context, surveyed, out)
}
