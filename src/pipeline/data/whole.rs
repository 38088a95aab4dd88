//! What was written of the tables and of the lists in; the files that hold or describe all of them out.

use std::io;
use std::sync::Mutex;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::dataset::{self, Context, FileEntry, Survey, Table};
use crate::diag::Failure;
use crate::export::{self, Archive, DatabaseFile, DcatFile, Distribution, Measure, Sheet, SiteFile, Stock, Written};
use crate::model::DataFormat;
use crate::plan::Plan;
use crate::publish::Staging;

use super::super::progress::Progress;
use super::said::{Made, all_sums, entries, name, packed, sums};

/// What was written of the tables, with what the files of the whole site are made from.
pub(super) struct SiteRows<'t> {
    /// The tables.
    pub written: Vec<Written<'t>>,
    /// The sheet of each table.
    pub sheets: Vec<Sheet>,
    /// The database, with every row in it, where one is published.
    pub database: Option<DatabaseFile>,
    /// The checksums of the Parquet files of all partitions, where these are published.
    pub partitions: Option<Measure>,
}

/// Writes the records in RDF, which are made of no table, where they are published.
pub(super) fn write_records(
    context: Context<'_>,
    plan: &Plan<'_>,
    staging: &Staging,
) -> Result<Option<Measure>, Failure> {
    let records = SiteFile::published(&plan.data).find(|of| *of == SiteFile::Records);
    records.map(|of| write_file(staging, of.path(), |out| of.write(context, plan, &[], out))).transpose()
}

/// Writes the files that hold or describe all tables, then the zip of everything and the checksums.
pub(super) fn write_whole(
    context: Context<'_>,
    plan: &Plan<'_>,
    rows: SiteRows<'_>,
    records: Option<Measure>,
    lists: &[Vec<Made>],
    staging: &Staging,
    progress: &dyn Progress,
) -> Result<(Vec<FileEntry>, Vec<dataset::TableEntry>), Failure> {
    let SiteRows { written, sheets, database, partitions } = rows;
    let written = &written[..];
    let surveyed: Vec<(&Table, &Survey)> = written.iter().map(|of| (of.table, &of.survey)).collect();
    let (database, sheets) = (Mutex::new(database), Mutex::new(Some(sheets)));
    let published: Vec<SiteFile> = SiteFile::published(&plan.data).collect();
    let made: Vec<Result<(SiteFile, Measure), Failure>> = published
        .par_iter()
        .map(|of| {
            let path = of.path();
            let measure = match of {
                SiteFile::Records => Ok(records.clone().unwrap_or_default()),
                SiteFile::Database => write_database(context, &surveyed, taken(&database), staging),
                SiteFile::Workbook => write_file(staging, path, |out| {
                    let sheets = taken(&sheets).unwrap_or_default();
                    export::write_workbook(context, &Stock::default(), &surveyed, sheets, out)
                }),
                _ => write_file(staging, path, |out| of.write(context, plan, written, out)),
            };
            progress.done(1);
            Ok((*of, measure?))
        })
        .collect();
    let made: Vec<(SiteFile, Measure)> = made.into_iter().collect::<Result<_, _>>()?;
    for (path, bytes) in export::schemas(context, plan, written).map_err(Failure::write("schema"))? {
        staging.write(&path, &bytes)?;
    }
    let catalogs = match plan.data.has_files() {
        true => write_catalogs(context, plan, &export::distributions(written, &made, &plan.data), lists, staging)?,
        false => Vec::new(),
    };
    let packs = plan.data.of_site(DataFormat::Archive);
    let archive = packs.then(|| write_archive(context, &packed(written, &made, &catalogs), staging)).transpose()?;
    let sums = plan.data.has_site().then(|| all_sums(written, &made, &catalogs, archive.as_ref()));
    sums.iter().try_for_each(|sums| staging.write(export::SUMS, sums))?;
    let sums = sums.map(|sums| Measure::of(&sums));
    let files = entries(&made, &catalogs, partitions.as_ref(), archive.as_ref(), sums.as_ref());
    Ok((files, written.iter().map(Written::entry).collect()))
}

/// What can be had once.
fn taken<T>(once: &Mutex<Option<T>>) -> Option<T> {
    once.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take()
}

fn write_file(
    staging: &Staging,
    path: &str,
    fill: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<Measure, Failure> {
    let (((), measure), _) = staging.stream(path, |out| export::measured(out, fill))?;
    Ok(measure)
}

/// Ends the database, which the library writes by itself, and measures its file.
fn write_database(
    context: Context<'_>,
    surveyed: &[(&Table, &Survey)],
    database: Option<DatabaseFile>,
    staging: &Staging,
) -> Result<Measure, Failure> {
    let path = SiteFile::Database.path();
    let finished = database.map(|database| database.finish(context, surveyed)).transpose();
    finished.map_err(Failure::write(path))?;
    staging.lent(path)?;
    let mut file = staging.read_back(path)?;
    let measured = export::measured(&mut io::sink(), |out| io::copy(&mut file, out));
    measured.map(|(_, measure)| measure).map_err(Failure::write(path))
}

/// Writes the catalogue of the files that hold data, in each of its forms.
fn write_catalogs(
    context: Context<'_>,
    plan: &Plan<'_>,
    whole: &[Distribution<'_>],
    lists: &[Vec<Made>],
    staging: &Staging,
) -> Result<Vec<(DcatFile, Measure)>, Failure> {
    let of_lists: Vec<Vec<Distribution<'_>>> =
        lists.iter().map(|files| files.iter().map(Made::distribution).collect()).collect();
    let made = export::dcat(context, &plan.base, whole, &of_lists).map_err(Failure::write(DcatFile::ALL[0].path()))?;
    let write = |(of, bytes): (&DcatFile, &Vec<u8>)| {
        staging.write(of.path(), bytes)?;
        Ok((*of, Measure::of(bytes)))
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
