//! The records in, the files of the whole site that hold every table out. Both are made list by list, as a build makes them
//! while it goes through the lists, so that both ways give the same bytes.

use std::io;

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use crate::dataset::{Context, Survey, Table};
use crate::model::ListId;

use super::formats::{self, DatabaseFile, SheetPart, held_rows, sheet_rows};

/// The workbook of all tables.
pub fn workbook(context: Context<'_>, tables: &[(&Table, &Survey)]) -> io::Result<Vec<u8>> {
    let lists: Vec<ListId> = context.lists().collect();
    let of_table = |table: &Table| -> io::Result<Vec<SheetPart>> {
        match table.register {
            true => Ok(vec![sheet_rows(table, context)?]),
            false => lists.iter().map(|list| sheet_rows(table, context.only(*list))).collect(),
        }
    };
    let parts =
        tables.into_par_iter().map(|(table, _)| of_table(table)).collect::<io::Result<Vec<Vec<SheetPart>>>>()?;
    let parts: Vec<Vec<&SheetPart>> = parts.iter().map(|parts| parts.iter().collect()).collect();
    formats::workbook(context, tables, &parts)
}

/// The database of all tables.
pub fn database(context: Context<'_>, surveyed: &[(&Table, &Survey)]) -> io::Result<Vec<u8>> {
    let tables: Vec<&Table> = surveyed.iter().map(|(table, _)| *table).collect();
    let mut database = DatabaseFile::in_memory(&tables, context.graph.model)?;
    let mut add = |context: Context<'_>, register: bool| -> io::Result<()> {
        for (at, table) in tables.iter().enumerate().filter(|(_, table)| table.register == register) {
            let held = held_rows(table, context)?;
            let cells = held.cells();
            database.add(at, held.rows(&cells))?;
        }
        Ok(())
    };
    add(context, true)?;
    context.lists().try_for_each(|list| add(context.only(list), false))?;
    database.into_bytes(context, surveyed)
}
