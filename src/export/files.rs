//! Every data file that lies beside no page: where it is, and which of them hold the data of the whole site.

use crate::dataset::tables;
use crate::model::{DataFormat, Publishing};
use crate::plan::Plan;

use super::formats::TableFormat;
use super::list_file::ListFile;
use super::measure::Measure;
use super::partition::Partitions;
use super::rdf::{DcatFile, Distribution};
use super::schema;
use super::site_file::SiteFile;
use super::written::{Written, path};

/// The zip of all other files of the data folder.
pub const ARCHIVE: &str = "data/qingdan.zip";

/// The checksums of all other files of the data folder.
pub const SUMS: &str = "data/SHA256SUMS";

/// The paths of all data files that lie beside no page, from the root of the site.
pub fn paths(plan: &Plan<'_>) -> Vec<String> {
    let data = &plan.data;
    let of_tables = tables().iter().flat_map(|table| TableFormat::published(data).map(|format| path(table, format)));
    let whole = SiteFile::published(data).map(SiteFile::path).chain(DcatFile::published(data).map(DcatFile::path));
    let whole =
        whole.chain(data.of_site(DataFormat::Archive).then_some(ARCHIVE)).chain(data.has_site().then_some(SUMS));
    let of_lists = plan.model.lists.iter().flat_map(|list| ListFile::published(data).map(|of| of.path(list)));
    let partitions = Partitions::published(plan.model, data).paths();
    let whole = whole.map(str::to_owned).chain(partitions);
    of_tables.chain(whole).chain(of_lists).chain(schema::paths(data)).collect()
}

/// The files that hold the data of the whole site, for a catalogue that lies beside them: what the zip is cannot be said
/// there, because the catalogue is in it.
pub fn distributions<'w>(
    written: &'w [Written<'_>],
    files: &'w [(SiteFile, Measure)],
    data: &Publishing,
) -> Vec<Distribution<'w>> {
    let of_tables = written.iter().flat_map(|of| {
        of.files.iter().map(|(format, measure)| Distribution {
            path: path(of.table, *format),
            format: format.name(),
            measure: Some(measure),
            title: Some(of.table.title),
        })
    });
    let of_all = files.iter().filter(|(of, _)| of.holds_data());
    let of_all = of_all.map(|(of, measure)| Distribution {
        path: of.path().to_owned(),
        format: of.name(),
        measure: Some(measure),
        title: None,
    });
    let archive = Distribution { path: ARCHIVE.to_owned(), format: "ZIP", measure: None, title: None };
    of_tables.chain(of_all).chain(data.of_site(DataFormat::Archive).then_some(archive)).collect()
}
