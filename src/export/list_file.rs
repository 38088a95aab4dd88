//! A list in, its data by themselves out: a zip of CSV files with what describes them, and a workbook. Both hold every
//! table, with the rows of the list and those of the registers that they name, so that every reference leads somewhere.

use std::io;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::dataset::{Context, Scope, Survey, Table, day, survey, tables};
use crate::link::Graph;
use crate::model::{List, ListFormat, ListId, Publishing};
use crate::plan::{Base, Plan};

use super::describe::{Described, csvw, datapackage, licence};
use super::formats::{Archive, TableFormat, workbook};
use super::measure::Measure;

/// A file that holds the data of one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListFile {
    /// A zip of CSV files, their descriptions and the licence.
    Archive,
    /// An Excel workbook.
    Workbook,
}

impl ListFile {
    /// Every one of them, in the order of the documentation.
    pub const ALL: [ListFile; 2] = [ListFile::Workbook, ListFile::Archive];

    /// The files that a site publishes of each list.
    pub fn published(data: &Publishing) -> impl Iterator<Item = ListFile> {
        ListFile::ALL.into_iter().filter(|of| data.of_lists(of.choice()))
    }

    fn choice(self) -> ListFormat {
        match self {
            ListFile::Archive => ListFormat::Archive,
            ListFile::Workbook => ListFormat::Workbook,
        }
    }

    /// The path of the file from the root of the site; its name tells the list wherever it is saved.
    pub fn path(self, list: &List) -> String {
        let ending = match self {
            ListFile::Archive => "zip",
            ListFile::Workbook => "xlsx",
        };
        format!("lists/{0}/{0}.{ending}", list.id)
    }

    /// Name of the format for readers.
    pub fn name(self) -> &'static str {
        match self {
            ListFile::Archive => "CSV (ZIP)",
            ListFile::Workbook => "Excel",
        }
    }
}

/// Makes the files of a list, in the order of `ListFile::ALL`.
///
/// # Errors
///
/// Fails where a library does.
pub fn list_files(list: ListId, graph: &Graph<'_>, plan: &Plan<'_>) -> io::Result<[Vec<u8>; 2]> {
    let scope = Scope::of_list(graph, list);
    let context = Context::new(graph, plan).within(&scope);
    let surveys = tables().par_iter().map(|table| survey(table, context)).collect::<io::Result<Vec<Survey>>>()?;
    let surveyed: Vec<(&Table, &Survey)> = tables().iter().zip(&surveys).collect();
    let (workbook, archive) = rayon::join(|| workbook(context, &surveyed), || archive(context, &plan.base, &surveyed));
    Ok([workbook?, archive?])
}

fn archive(context: Context<'_>, base: &Base, tables: &[(&Table, &Survey)]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut archive = Archive::new(&mut bytes, day(context));
    let mut measures = Vec::with_capacity(tables.len());
    archive.add("LICENCE.txt", &licence(context, base))?;
    for (table, _) in tables {
        let mut csv = Vec::new();
        TableFormat::Csv.write(table, context, &mut csv)?;
        archive.add(&format!("{}.csv", table.name), &csv)?;
        measures.push(Measure::of(&csv));
    }
    let described: Vec<Described<'_>> =
        tables.iter().zip(&measures).map(|((table, survey), csv)| Described { table, survey, csv }).collect();
    archive.add("datapackage.json", &datapackage(context, base, &described))?;
    let tables: Vec<&Table> = tables.iter().map(|(table, _)| *table).collect();
    archive.add("csv-metadata.json", &csvw(context, &tables))?;
    archive.finish()?;
    Ok(bytes)
}
