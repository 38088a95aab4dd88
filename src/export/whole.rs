//! What was written of the tables in; the files that hold or describe all of them out.

use std::io::{self, Write};

use super::catalogue::Written;
use super::describe::{Described, csvw, datapackage, datasette, licence, openapi};
use super::formats::{Format, database, workbook};
use super::rdf::records;
use super::row::Context;
use super::survey::Survey;
use super::table::Table;

/// A file of the whole site that is made from its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// Every table in one Excel workbook.
    Workbook,
    /// Every table in one SQLite database.
    Database,
    /// Metadata of the database for Datasette.
    Datasette,
    /// Data Package (Frictionless).
    DataPackage,
    /// CSV on the Web.
    Csvw,
    /// The records in RDF.
    Records,
    /// OpenAPI of the JSON files.
    OpenApi,
    /// The licence.
    Licence,
}

impl Whole {
    /// Every one of them, in the order of the documentation.
    pub const ALL: [Whole; 8] = [
        Whole::Workbook,
        Whole::Database,
        Whole::Datasette,
        Whole::DataPackage,
        Whole::Csvw,
        Whole::Records,
        Whole::OpenApi,
        Whole::Licence,
    ];

    /// The path of the file from the root of the site.
    pub fn path(self) -> &'static str {
        match self {
            Whole::Workbook => "data/qingdan.xlsx",
            Whole::Database => "data/qingdan.db",
            Whole::Datasette => "data/metadata.json",
            Whole::DataPackage => "data/datapackage.json",
            Whole::Csvw => "data/csv-metadata.json",
            Whole::Records => "data/records.ttl",
            Whole::OpenApi => "data/openapi.json",
            Whole::Licence => "data/LICENCE.txt",
        }
    }

    /// Name of the format for readers.
    pub fn name(self) -> &'static str {
        match self {
            Whole::Workbook => "Excel",
            Whole::Database => "SQLite",
            Whole::Datasette => "Datasette metadata",
            Whole::DataPackage => "Data Package",
            Whole::Csvw => "CSVW",
            Whole::Records => "RDF (Turtle)",
            Whole::OpenApi => "OpenAPI",
            Whole::Licence => "LICENCE",
        }
    }

    /// Whether the file holds the data themselves.
    pub fn holds_data(self) -> bool {
        matches!(self, Whole::Workbook | Whole::Database | Whole::Records)
    }

    /// Writes the file.
    ///
    /// # Errors
    ///
    /// Fails where `out` or a library does, such as for a table too long for a sheet of Excel.
    pub fn write<'w>(self, context: Context<'_>, written: &'w [Written<'_>], out: &mut dyn Write) -> io::Result<()> {
        let surveyed: Vec<(&Table, &Survey)> = written.iter().map(|of| (of.table, &of.survey)).collect();
        let tables: Vec<&Table> = written.iter().map(|of| of.table).collect();
        match self {
            Whole::Workbook => out.write_all(&workbook(context, &surveyed)?),
            Whole::Database => database(context, &surveyed, out),
            Whole::Datasette => out.write_all(&datasette(context, &tables)),
            Whole::DataPackage => {
                let csv = |of: &'w Written<'_>| of.files.iter().find(|(format, _)| *format == Format::Csv);
                let describe = |of: &'w Written<'_>| {
                    csv(of).map(|(_, csv)| Described { table: of.table, survey: &of.survey, csv })
                };
                out.write_all(&datapackage(context, &written.iter().filter_map(describe).collect::<Vec<_>>()))
            }
            Whole::Csvw => out.write_all(&csvw(context, &tables)),
            Whole::Records => out.write_all(&records(context)?),
            Whole::OpenApi => out.write_all(&openapi(context, &tables)),
            Whole::Licence => out.write_all(&licence(context)),
        }
    }
}
