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

/// What is in the zip of all files: their paths from the root of the site, in order.
pub(in crate::pipeline) fn packed<'m>(
    written: &'m [Written<'_>],
    made: &'m [Measure],
    catalogs: &'m [Measure],
) -> Vec<(String, &'m Measure)> {
    let of_tables =
        written.iter().flat_map(|of| of.files.iter().map(|(format, m)| (export::path(of.table, *format), m)));
    let whole = SiteFile::ALL.iter().map(|of| of.path().to_owned()).zip(made);
    let described = DcatFile::ALL.iter().map(|of| of.path().to_owned()).zip(catalogs);
    let mut all: Vec<(String, &Measure)> = of_tables.chain(whole).chain(described).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

/// The checksums of all files, that of the zip last.
pub(in crate::pipeline) fn all_sums(
    written: &[Written<'_>],
    made: &[Measure],
    catalogs: &[Measure],
    archive: &Measure,
) -> Vec<u8> {
    let mut all = packed(written, made, catalogs);
    all.push((export::ARCHIVE.to_owned(), archive));
    sums(&all)
}

/// The entries of the files that hold or describe all tables.
pub(in crate::pipeline) fn entries(
    made: &[Measure],
    catalogs: &[Measure],
    archive: &Measure,
    sums: &Measure,
) -> Vec<FileEntry> {
    let whole = SiteFile::ALL.iter().zip(made);
    let whole = whole.map(|(of, measure)| export::file(of.path().into(), of.name(), measure));
    let described = DcatFile::ALL.iter().zip(catalogs);
    let described = described.map(|(of, measure)| export::file(of.path().into(), of.name(), measure));
    let archive = export::file(export::ARCHIVE.into(), "ZIP", archive);
    let sums = export::file(export::SUMS.into(), "SHA256SUMS", sums);
    whole.chain(described).chain([archive, sums]).collect()
}

pub(in crate::pipeline) fn sums(all: &[(String, &Measure)]) -> Vec<u8> {
    export::sums(all.iter().map(|(path, measure)| (name(path), *measure)))
}

/// The name of a file in the data folder.
pub(in crate::pipeline) fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
