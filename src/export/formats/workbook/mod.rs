//! Every table in, one Excel workbook out: what each column means on the first sheet, then a sheet per table. That of a list
//! opens with the table that officials know.
//!
//! Ids, codes, phones and dates are text, so that nothing is rounded, loses a nought or turns into a day; a cell that
//! looks like a formula is text too. The text of rows and what is the same in every workbook of a site are made once.

mod dictionary;
mod form;
mod package;
mod rows;
mod sheet;
mod stock;
#[cfg(test)]
mod tests;
mod text;

use std::io::{self, Write};
use std::sync::Arc;

use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::dataset::{Context, Survey, Table, day, first};

use super::archive::Archive;
use super::packed::Packed;
use dictionary::{NAME, Sheets};
use package::Properties;
use stock::{Kept, Key};

pub use rows::{SheetPart, SheetRows};
pub use sheet::Sheet;
pub use stock::Stock;

/// Begins the sheet of a table.
pub fn begun(survey: &Survey) -> Sheet {
    Sheet::new(survey.sample.header.iter().map(|(name, _)| name.clone()).collect())
}

/// Writes the workbook of tables whose sheets are filled, in the order of the tables.
pub fn write_workbook(
    context: Context<'_>,
    stock: &Stock,
    tables: &[(&Table, &Survey)],
    sheets: Vec<Sheet>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let sheets: Vec<Sheets> = tables
        .par_iter()
        .zip(sheets)
        .map(|((table, _), sheet)| done(table, stock, sheet))
        .collect::<io::Result<_>>()?;
    let dictionary = dictionary::sheet(context, stock, tables, &sheets)?;
    let opening = context.scope.map_or_else(Vec::new, |scope| form::sheets(context, scope.list));
    let own = sheets.iter().flatten().map(|(name, done)| (&**name, done));
    let form = opening.iter().map(|(name, done)| (&**name, done));
    let all: Vec<(&str, &sheet::Done)> = form.chain([(NAME, &dictionary)]).chain(own).collect();

    let mut archive = Archive::new(out, day(context));
    for (name, make) in package::FILES {
        archive.add_packed(name, &[stock.file(name, all.len(), || make(all.len()))?])?;
    }
    archive.add("docProps/core.xml", package::core(&properties(context)).as_bytes())?;
    let names: Vec<(&str, &str)> = all.iter().map(|(name, done)| (*name, &*done.area)).collect();
    archive.add("xl/workbook.xml", package::workbook(&names).as_bytes())?;
    for (at, (_, done)) in (1..).zip(&all) {
        archive.add_packed(&package::sheet(at), &done.pieces)?;
    }
    archive.finish()
}

/// The sheets of a table with their names.
fn done(table: &Table, stock: &Stock, sheet: Sheet) -> io::Result<Sheets> {
    if sheet.rows() > 0 {
        let name = |at: usize| if at == 1 { table.name.to_owned() } else { format!("{} ({at})", table.name) };
        return Ok((1..).zip(sheet.finish(false, "")).map(|(at, done)| (name(at), done)).collect());
    }
    let area = sheet.empty_area();
    let empty = || Ok(Kept { packed: Arc::new(Packed::of(&sheet.empty())), widths: Vec::new(), rows: 0 });
    let kept = stock.of(Key::Sheet(table.name), empty)?;
    Ok(vec![(table.name.to_owned(), sheet::Done { pieces: vec![Arc::clone(&kept.packed)], rows: 0, area })])
}

fn properties<'m>(context: Context<'m>) -> Properties<'m> {
    let model = context.graph.model;
    let title = context.scope.map_or(&model.site.title, |scope| &model[scope.list].title);
    Properties {
        title: first(title, model),
        author: first(&model.site.publisher.name, model),
        comment: format!("{} {}", model.site.licence.id, model.site.licence.url),
        day: day(context),
    }
}
