//! A list in, its data by themselves out: a zip of CSV files with what describes them, and a workbook. Both hold every
//! table, with the rows of the list and those of the registers that they name, so that every reference leads somewhere.

use std::io;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::dataset::{Context, Scope, Survey, Table, day, tables};
use crate::link::Graph;
use crate::model::{List, ListFormat, ListId, LookedAt, Publishing};
use crate::plan::{Base, Plan};

use super::describe::{Described, PackageForms, csvw, datapackage, licence};
use super::formats::{Archive, Packed, Stock, TableRows, Wanted, add_header, begun, table_rows, write_workbook};
use super::measure::Measuring;

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

/// The data of a list: the rows of every table, produced once.
#[derive(Debug)]
pub struct ListData {
    scope: Scope,
    /// The rows of each table.
    pub tables: Vec<TableRows>,
}

/// What is in the files of every list alike.
#[derive(Debug)]
pub struct AlikeInLists {
    csvw: Packed,
    package: PackageForms,
    stock: Stock,
    /// For each table the header of its CSV file.
    headers: Vec<(Vec<u8>, Packed)>,
}

impl AlikeInLists {
    /// What the data of all lists of a site have alike.
    pub fn new(graph: &Graph<'_>, plan: &Plan<'_>) -> AlikeInLists {
        let header = |table: &Table| {
            let mut header = Vec::new();
            add_header(&table.header(graph.model.languages()), &mut header);
            let packed = Packed::of(&header);
            (header, packed)
        };
        let all: Vec<&Table> = tables().iter().collect();
        AlikeInLists {
            stock: Stock::default(),
            csvw: Packed::of(&csvw(Context::new(graph, plan), &all)),
            package: PackageForms::new(graph.model),
            headers: tables().iter().map(header).collect(),
        }
    }
}

impl ListData {
    /// Goes through the records of a list once for each table.
    ///
    /// # Errors
    ///
    /// Fails where a library does.
    pub fn of(list: ListId, graph: &Graph<'_>, plan: &Plan<'_>) -> io::Result<ListData> {
        let scope = Scope::of_list(graph, list);
        let context = Context::new(graph, plan).within(&scope);
        let wanted = Wanted::of(&plan.data);
        let asked = LookedAt::asked();
        let rows = |table| LookedAt::during(asked.as_ref(), || table_rows(table, context, wanted));
        // Whoever waits for others may do another's work meanwhile, which nobody asks about here.
        let rows = LookedAt::during(None, || tables().par_iter().map(rows).collect::<io::Result<Vec<_>>>())?;
        Ok(ListData { scope, tables: rows })
    }

    /// Makes the files of the list that the site publishes.
    ///
    /// # Errors
    ///
    /// Fails where a library does.
    pub fn files(&self, graph: &Graph<'_>, plan: &Plan<'_>, alike: &AlikeInLists) -> io::Result<OfList> {
        let context = Context::new(graph, plan).within(&self.scope);
        let published: Vec<ListFile> = ListFile::published(&plan.data).collect();
        let asked = LookedAt::asked();
        let make = |of: &ListFile| {
            let bytes = LookedAt::during(asked.as_ref(), || match of {
                ListFile::Workbook => self.workbook(context, &alike.stock),
                ListFile::Archive => self.archive(context, &plan.base, alike),
            });
            bytes.map(|bytes| (*of, bytes))
        };
        let made: Vec<io::Result<(ListFile, Vec<u8>)>> =
            LookedAt::during(None, || published.par_iter().map(make).collect());
        made.into_iter().collect()
    }

    fn workbook(&self, context: Context<'_>, stock: &Stock) -> io::Result<Vec<u8>> {
        let surveyed: Vec<(&Table, &Survey)> =
            tables().iter().zip(&self.tables).map(|(table, rows)| (table, &rows.survey)).collect();
        let sheet = |rows: &TableRows| {
            let mut sheet = begun(&rows.survey);
            sheet.add(&rows.sheet);
            sheet
        };
        let mut bytes = Vec::new();
        write_workbook(context, stock, &surveyed, self.tables.iter().map(sheet).collect(), &mut bytes)?;
        Ok(bytes)
    }

    fn archive(&self, context: Context<'_>, base: &Base, alike: &AlikeInLists) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut archive = Archive::new(&mut bytes, day(context));
        archive.add("LICENCE.txt", &licence(context, base))?;
        let mut measures = Vec::with_capacity(self.tables.len());
        for ((table, rows), (header, packed)) in tables().iter().zip(&self.tables).zip(&alike.headers) {
            let name = format!("{}.csv", table.name);
            match rows.csv.is_empty() {
                true => archive.add_packed(&name, &[packed])?,
                false => archive.add_packed(&name, &[packed, &Packed::of(&rows.csv)])?,
            }
            let mut measure = Measuring::default();
            measure.add(header);
            measure.add(&rows.csv);
            measures.push(measure.done());
        }
        let described = tables().iter().zip(&self.tables).zip(&measures);
        let described = described.map(|((table, rows), csv)| Described { table, survey: &rows.survey, csv });
        let described: Vec<Described<'_>> = described.collect();
        archive.add("datapackage.json", &datapackage(context, base, &described, &alike.package))?;
        archive.add_packed("csv-metadata.json", &[&alike.csvw])?;
        archive.finish()?;
        Ok(bytes)
    }
}

/// The files of a list with their bytes, in the order of `ListFile::ALL`.
pub type OfList = Vec<(ListFile, Vec<u8>)>;

/// Makes the files of a list that the site publishes.
///
/// # Errors
///
/// Fails where a library does.
pub fn list_files(list: ListId, graph: &Graph<'_>, plan: &Plan<'_>) -> io::Result<OfList> {
    ListData::of(list, graph, plan)?.files(graph, plan, &AlikeInLists::new(graph, plan))
}
