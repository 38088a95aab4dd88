//! A list in, its data by themselves out: a zip of CSV files with what describes them, and a workbook. Both hold every
//! table, with the rows of the list and those of the registers that they name, so that every reference leads somewhere.

use std::io;

use crate::link::Graph;
use crate::model::{List, ListId};
use crate::plan::Plan;

use super::day::day;
use super::describe::{Described, csvw, datapackage, licence};
use super::formats::{Archive, Format, workbook};
use super::measure::Measure;
use super::row::Context;
use super::scope::Scope;
use super::survey::{Survey, survey};
use super::table::Table;
use super::tables::tables;

/// A file that holds the data of one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfList {
    /// A zip of CSV files, their descriptions and the licence.
    Archive,
    /// An Excel workbook.
    Workbook,
}

impl OfList {
    /// Every one of them, in the order of the documentation.
    pub const ALL: [OfList; 2] = [OfList::Workbook, OfList::Archive];

    /// The path of the file from the root of the site; its name tells the list wherever it is saved.
    pub fn path(self, list: &List) -> String {
        let ending = match self {
            OfList::Archive => "zip",
            OfList::Workbook => "xlsx",
        };
        format!("lists/{0}/{0}.{ending}", list.id)
    }

    /// Name of the format for readers.
    pub fn name(self) -> &'static str {
        match self {
            OfList::Archive => "CSV (ZIP)",
            OfList::Workbook => "Excel",
        }
    }
}

/// Makes the files of a list, in the order of `OfList::ALL`.
///
/// # Errors
///
/// Fails where a library does.
pub fn of_list(list: ListId, graph: &Graph<'_>, plan: &Plan<'_>) -> io::Result<[Vec<u8>; 2]> {
    let scope = Scope::of_list(graph, list);
    let context = Context::new(graph, plan).within(&scope);
    let surveys = tables().iter().map(|table| survey(table, context)).collect::<io::Result<Vec<Survey>>>()?;
    let surveyed: Vec<(&Table, &Survey)> = tables().iter().zip(&surveys).collect();
    Ok([workbook(context, &surveyed)?, archive(context, &surveyed)?])
}

fn archive(context: Context<'_>, tables: &[(&Table, &Survey)]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut archive = Archive::new(&mut bytes, day(context));
    let mut measures = Vec::with_capacity(tables.len());
    archive.add("LICENCE.txt", &licence(context))?;
    for (table, _) in tables {
        let mut csv = Vec::new();
        Format::Csv.write(table, context, &mut csv)?;
        archive.add(&format!("{}.csv", table.name), &csv)?;
        measures.push(Measure::of(&csv));
    }
    let described: Vec<Described<'_>> =
        tables.iter().zip(&measures).map(|((table, survey), csv)| Described { table, survey, csv }).collect();
    archive.add("datapackage.json", &datapackage(context, &described))?;
    let tables: Vec<&Table> = tables.iter().map(|(table, _)| *table).collect();
    archive.add("csv-metadata.json", &csvw(context, &tables))?;
    archive.finish()?;
    Ok(bytes)
}
