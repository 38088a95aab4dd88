//! Files as they were written in; what is said of them in the zip, in the checksums and in the catalogue out.

use crate::dataset::FileEntry;
use crate::export::{self, DcatFile, Distribution, Measure, SiteFile, Written};

/// A file of a list as it was written.
pub(in crate::pipeline) struct Made {
    pub path: String,
    pub format: &'static str,
    pub measure: Measure,
}

impl Made {
    pub fn entry(&self) -> FileEntry {
        export::file(self.path.clone(), self.format, &self.measure)
    }

    pub fn distribution(&self) -> Distribution<'_> {
        Distribution { path: self.path.clone(), format: self.format, measure: Some(&self.measure), title: None }
    }
}

/// The files of the whole site that were written, in the order of their documentation.
pub(in crate::pipeline) type Whole = [(SiteFile, Measure)];

/// The catalogues that were written.
pub(in crate::pipeline) type Catalogs = [(DcatFile, Measure)];

/// What is in the zip of all files: their paths from the root of the site, in order.
pub(in crate::pipeline) fn packed<'m>(
    written: &'m [Written<'_>],
    made: &'m Whole,
    catalogs: &'m Catalogs,
) -> Vec<(String, &'m Measure)> {
    let of_tables =
        written.iter().flat_map(|of| of.files.iter().map(|(format, m)| (export::path(of.table, *format), m)));
    let whole = made.iter().map(|(of, measure)| (of.path().to_owned(), measure));
    let described = catalogs.iter().map(|(of, measure)| (of.path().to_owned(), measure));
    let mut all: Vec<(String, &Measure)> = of_tables.chain(whole).chain(described).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

/// The checksums of all files, that of the zip last, where there is one.
pub(in crate::pipeline) fn all_sums(
    written: &[Written<'_>],
    made: &Whole,
    catalogs: &Catalogs,
    archive: Option<&Measure>,
) -> Vec<u8> {
    let mut all = packed(written, made, catalogs);
    all.extend(archive.map(|archive| (export::ARCHIVE.to_owned(), archive)));
    sums(&all)
}

/// The entries of the files that hold or describe all tables.
pub(in crate::pipeline) fn entries(
    made: &Whole,
    catalogs: &Catalogs,
    partitions: Option<&Measure>,
    archive: Option<&Measure>,
    sums: Option<&Measure>,
) -> Vec<FileEntry> {
    let whole = made.iter().map(|(of, measure)| export::file(of.path().into(), of.name(), measure));
    let described = catalogs.iter().map(|(of, measure)| export::file(of.path().into(), of.name(), measure));
    let archive = archive.map(|measure| export::file(export::ARCHIVE.into(), "ZIP", measure));
    let sums = sums.map(|measure| export::file(export::SUMS.into(), "SHA256SUMS", measure));
    let partitions =
        partitions.map(|measure| export::file(export::PARTITION_SUMS.into(), "Parquet (partitioned)", measure));
    whole.chain(described).chain(partitions).chain(archive).chain(sums).collect()
}

pub(in crate::pipeline) fn sums(all: &[(String, &Measure)]) -> Vec<u8> {
    export::sums(all.iter().map(|(path, measure)| (name(path), *measure)))
}

/// The name of a file in the data folder.
pub(in crate::pipeline) fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
