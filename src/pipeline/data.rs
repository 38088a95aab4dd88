//! Plan in, every data file that lies beside no page out: each table in each format, then what holds or describes all
//! of them, then the data of each list by themselves.

use std::io;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::dataset::{self, Catalogue, Context, FileEntry, Table};
use crate::diag::{Failure, Sink};
use crate::export::{self, Archive, DcatFile, Distribution, ListFile, Measure, SiteFile, TableFormat, Written};
use crate::link::{Graph, quality};
use crate::model::ListId;
use crate::plan::Plan;
use crate::publish::Staging;

use super::progress::{Progress, Stage};

/// Writes the data and gives their catalogue. Without a staging folder the tables are gone through for faults and the
/// rest is left out: it is made of the same rows, and finds none.
pub(super) fn write_data(
    graph: &Graph<'_>,
    plan: &Plan<'_>,
    staging: Option<&Staging>,
    progress: &dyn Progress,
    sink: &mut Sink,
) -> Result<Catalogue, Failure> {
    let tables = dataset::tables();
    let lists = ListId::all(graph.model).collect::<Vec<ListId>>();
    progress.stage(Stage::Export, Some((tables.len() + SiteFile::ALL.len() + lists.len()) as u64));
    let context = Context::new(graph, plan);
    let written: Vec<Result<Written<'_>, Failure>> = tables
        .par_iter()
        .map(|table| {
            let written = write_table(context, table, staging);
            progress.done(1);
            written
        })
        .collect();
    let written: Vec<Written<'_>> = written.into_iter().collect::<Result<_, _>>()?;
    dataset::formulas(written.iter().map(|of| (of.table, &of.survey)), graph.model, sink);
    let of_lists: Vec<Result<Vec<Made>, Failure>> = lists
        .par_iter()
        .map(|list| {
            let files = write_list(context, plan, *list, staging);
            progress.done(1);
            files
        })
        .collect();
    let of_lists: Vec<Vec<Made>> = of_lists.into_iter().collect::<Result<_, _>>()?;
    let files = match staging {
        Some(staging) => write_site_files(context, plan, &written, &of_lists, staging, progress)?,
        None => Vec::new(),
    };
    let of_lists: Vec<_> = of_lists.iter().map(|files| files.iter().map(Made::entry).collect()).collect();
    let quality: Vec<_> = lists.par_iter().map(|list| quality(graph, *list)).collect();
    Ok(Catalogue {
        tables: written.iter().map(Written::entry).collect(),
        files,
        lists: of_lists.into(),
        quality: quality.into(),
        day: dataset::latest(context),
    })
}

/// A file of a list as it was written.
pub(super) struct Made {
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

fn write_table<'t>(context: Context<'_>, table: &'t Table, staging: Option<&Staging>) -> Result<Written<'t>, Failure> {
    let survey = dataset::survey(table, context).unwrap_or_default();
    let mut files = Vec::new();
    for format in TableFormat::ALL {
        let path = export::path(table, *format);
        let fill = |out: &mut dyn io::Write| {
            export::measured(out, |out| export::write(table, *format, context, out)).map(|(_, measure)| measure)
        };
        let measure = staging.map(|staging| staging.stream(&path, fill)).transpose()?;
        files.push((*format, measure.map_or_else(Measure::default, |(measure, _)| measure)));
    }
    Ok(Written { table, survey, files })
}

/// Writes the files that hold or describe all tables, then the zip of everything and the checksums.
fn write_site_files(
    context: Context<'_>,
    plan: &Plan<'_>,
    written: &[Written<'_>],
    lists: &[Vec<Made>],
    staging: &Staging,
    progress: &dyn Progress,
) -> Result<Vec<FileEntry>, Failure> {
    let made: Vec<Result<Measure, Failure>> = SiteFile::ALL
        .par_iter()
        .map(|of| {
            let (((), measure), _) =
                staging.stream(of.path(), |out| export::measured(out, |out| of.write(context, plan, written, out)))?;
            progress.done(1);
            Ok(measure)
        })
        .collect();
    let made: Vec<Measure> = made.into_iter().collect::<Result<_, _>>()?;
    for (path, bytes) in export::schemas(context, plan, written).map_err(Failure::write("schema"))? {
        staging.write(&path, &bytes)?;
    }
    let catalogs = write_catalogs(context, plan, &export::distributions(written, &made), lists, staging)?;
    let archive = write_archive(context, &packed(written, &made, &catalogs), staging)?;
    let sums = all_sums(written, &made, &catalogs, &archive);
    staging.write(export::SUMS, &sums)?;
    Ok(entries(&made, &catalogs, &archive, &Measure::of(&sums)))
}

/// What is in the zip of all files: their paths from the root of the site, in order.
pub(super) fn packed<'m>(
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
pub(super) fn all_sums(written: &[Written<'_>], made: &[Measure], catalogs: &[Measure], archive: &Measure) -> Vec<u8> {
    let mut all = packed(written, made, catalogs);
    all.push((export::ARCHIVE.to_owned(), archive));
    sums(&all)
}

/// The entries of the files that hold or describe all tables.
pub(super) fn entries(made: &[Measure], catalogs: &[Measure], archive: &Measure, sums: &Measure) -> Vec<FileEntry> {
    let whole = SiteFile::ALL.iter().zip(made);
    let whole = whole.map(|(of, measure)| export::file(of.path().into(), of.name(), measure));
    let described = DcatFile::ALL.iter().zip(catalogs);
    let described = described.map(|(of, measure)| export::file(of.path().into(), of.name(), measure));
    let archive = export::file(export::ARCHIVE.into(), "ZIP", archive);
    let sums = export::file(export::SUMS.into(), "SHA256SUMS", sums);
    whole.chain(described).chain([archive, sums]).collect()
}

/// Writes the catalogue of the files that hold data, in each of its forms.
fn write_catalogs(
    context: Context<'_>,
    plan: &Plan<'_>,
    whole: &[Distribution<'_>],
    lists: &[Vec<Made>],
    staging: &Staging,
) -> Result<Vec<Measure>, Failure> {
    let of_lists: Vec<Vec<Distribution<'_>>> =
        lists.iter().map(|files| files.iter().map(Made::distribution).collect()).collect();
    let made = export::dcat(context, &plan.base, whole, &of_lists).map_err(Failure::write(DcatFile::ALL[0].path()))?;
    let write = |(of, bytes): (&DcatFile, &Vec<u8>)| {
        staging.write(of.path(), bytes)?;
        Ok(Measure::of(bytes))
    };
    DcatFile::ALL.iter().zip(&made).map(write).collect()
}

/// Writes the zip of all files, with the checksums of what is in it.
fn write_archive(context: Context<'_>, all: &[(String, &Measure)], staging: &Staging) -> Result<Measure, Failure> {
    let day = dataset::day(context);
    let mut missing = None;
    let (measure, _) = staging.stream(export::ARCHIVE, |out| {
        let ((), measure) = export::measured(out, |out| {
            let mut archive = Archive::new(out, day);
            archive.add("SHA256SUMS", &sums(all))?;
            for (path, measure) in all {
                match staging.read_back(path) {
                    Ok(mut file) => archive.stream(name(path), measure.bytes, &mut file)?,
                    Err(failure) => missing = Some(failure),
                }
            }
            archive.finish()
        })?;
        Ok(measure)
    })?;
    missing.map_or(Ok(measure), Err)
}

fn write_list(
    context: Context<'_>,
    plan: &Plan<'_>,
    list: ListId,
    staging: Option<&Staging>,
) -> Result<Vec<Made>, Failure> {
    let own = &context.graph.model[list];
    let paths = ListFile::ALL.map(|of| of.path(own));
    let Some(staging) = staging else {
        return Ok(paths
            .into_iter()
            .zip(ListFile::ALL)
            .map(|(path, of)| Made { path, format: of.name(), measure: Measure::default() })
            .collect());
    };
    let files = export::list_files(list, context.graph, plan).map_err(Failure::write(&paths[0]))?;
    let mut entries = Vec::new();
    for ((path, of), bytes) in paths.into_iter().zip(ListFile::ALL).zip(&files) {
        staging.write(&path, bytes)?;
        entries.push(Made { path, format: of.name(), measure: Measure::of(bytes) });
    }
    Ok(entries)
}

pub(super) fn sums(all: &[(String, &Measure)]) -> Vec<u8> {
    export::sums(all.iter().map(|(path, measure)| (name(path), *measure)))
}

/// The name of a file in the data folder.
pub(super) fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
