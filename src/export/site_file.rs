//! What was written of the tables in; the files that hold or describe all of them out.

use std::io::{self, Write};

use crate::dataset::{Context, Survey, Table};
use crate::model::{DataFormat, Publishing};
use crate::plan::Plan;

use super::describe::{Described, PackageForms, bibtex, citation_file, csvw, datapackage, datasette, licence, openapi};
use super::formats::TableFormat;
use super::rdf::records;
use super::whole;
use super::written::Written;

/// A file of the whole site that is made from its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteFile {
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
    /// How to cite the data: Citation File Format.
    Citation,
    /// The same in BibTeX.
    Bibtex,
}

impl SiteFile {
    /// Every one of them, in the order of the documentation.
    pub const ALL: [SiteFile; 10] = [
        SiteFile::Workbook,
        SiteFile::Database,
        SiteFile::Datasette,
        SiteFile::DataPackage,
        SiteFile::Csvw,
        SiteFile::Records,
        SiteFile::OpenApi,
        SiteFile::Licence,
        SiteFile::Citation,
        SiteFile::Bibtex,
    ];

    /// The files that a site publishes.
    pub fn published(data: &Publishing) -> impl Iterator<Item = SiteFile> {
        SiteFile::ALL.into_iter().filter(|of| of.is_published(data))
    }

    fn is_published(self, data: &Publishing) -> bool {
        match self {
            SiteFile::Workbook => data.of_site(DataFormat::Workbook),
            SiteFile::Database | SiteFile::Datasette => data.of_site(DataFormat::Database),
            SiteFile::DataPackage | SiteFile::Csvw => data.of_site(DataFormat::Csv),
            SiteFile::Records => data.of_site(DataFormat::Rdf),
            // It describes JSON: of tables and beside pages.
            SiteFile::OpenApi => data.pages || data.of_site(DataFormat::Json),
            SiteFile::Licence | SiteFile::Citation | SiteFile::Bibtex => data.has_site(),
        }
    }

    /// The path of the file from the root of the site.
    pub fn path(self) -> &'static str {
        match self {
            SiteFile::Workbook => "data/qingdan.xlsx",
            SiteFile::Database => "data/qingdan.db",
            SiteFile::Datasette => "data/metadata.json",
            SiteFile::DataPackage => "data/datapackage.json",
            SiteFile::Csvw => "data/csv-metadata.json",
            SiteFile::Records => "data/records.ttl",
            SiteFile::OpenApi => "data/openapi.json",
            SiteFile::Licence => "data/LICENCE.txt",
            SiteFile::Citation => "data/CITATION.cff",
            SiteFile::Bibtex => "data/citation.bib",
        }
    }

    /// Name of the format for readers.
    pub fn name(self) -> &'static str {
        match self {
            SiteFile::Workbook => "Excel",
            SiteFile::Database => "SQLite",
            SiteFile::Datasette => "Datasette metadata",
            SiteFile::DataPackage => "Data Package",
            SiteFile::Csvw => "CSVW",
            SiteFile::Records => "RDF (Turtle)",
            SiteFile::OpenApi => "OpenAPI",
            SiteFile::Licence => "LICENCE",
            SiteFile::Citation => "CITATION.cff",
            SiteFile::Bibtex => "BibTeX",
        }
    }

    /// Whether the file holds the data themselves.
    pub fn holds_data(self) -> bool {
        matches!(self, SiteFile::Workbook | SiteFile::Database | SiteFile::Records)
    }

    /// Writes the file, from the records alone: a build makes the workbook and the database of rows that it has.
    ///
    /// # Errors
    ///
    /// Fails where `out` or a library does.
    pub fn write<'w>(
        self,
        context: Context<'_>,
        plan: &Plan<'_>,
        written: &'w [Written<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let surveyed: Vec<(&Table, &Survey)> = written.iter().map(|of| (of.table, &of.survey)).collect();
        let tables: Vec<&Table> = written.iter().map(|of| of.table).collect();
        match self {
            SiteFile::Workbook => whole::workbook(context, &surveyed, out),
            SiteFile::Database => whole::database(context, &surveyed, out),
            SiteFile::Datasette => out.write_all(&datasette(context, &tables)),
            SiteFile::DataPackage => {
                let csv = |of: &'w Written<'_>| of.files.iter().find(|(format, _)| *format == TableFormat::Csv);
                let describe = |of: &'w Written<'_>| {
                    csv(of).map(|(_, csv)| Described { table: of.table, survey: &of.survey, csv })
                };
                let described: Vec<Described<'_>> = written.iter().filter_map(describe).collect();
                let forms = PackageForms::new(context.graph.model);
                out.write_all(&datapackage(context, &plan.base, &described, &forms))
            }
            SiteFile::Csvw => out.write_all(&csvw(context, &tables)),
            SiteFile::Records => records(context, &plan.base, out),
            SiteFile::OpenApi => out.write_all(&openapi(context, plan, &tables)),
            SiteFile::Licence => out.write_all(&licence(context, &plan.base)),
            SiteFile::Citation => out.write_all(&citation_file(context, &plan.base)),
            SiteFile::Bibtex => out.write_all(&bibtex(context, &plan.base)),
        }
    }
}
