//! A site in memory in; its files of data, and what its pages say of them, out: each made when it is first asked for. What
//! is kept is what is said of a file (size, checksum), never its bytes.

use std::io::{self, Write};
use std::sync::{Mutex, OnceLock, PoisonError};

use rayon::ThreadPool;

use crate::dataset::{self, Context, FileEntry, Published, Survey, Table, TableEntry};
use crate::diag::Failure;
use crate::export::{self, Archive, DcatFile, ListFile, Measure, OfList, Partitions, SiteFile, TableFormat, Written};
use crate::link::{Graph, Quality, quality};
use crate::model::{DataFormat, Date, IdMap, ListId, Position};
use crate::plan::Plan;

use super::super::data::{Made, all_sums, entries, name, packed, sums};
use super::super::pending::outlines;

/// A file of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DataFile {
    /// A table, by its place among them, in a format.
    Table(usize, TableFormat),
    /// A file of the whole site.
    Site(SiteFile),
    /// The catalogue, in one of its forms.
    Catalogue(DcatFile),
    /// The zip of everything.
    Archive,
    /// The checksums.
    Sums,
    /// A file of one list.
    List(ListId, ListFile),
    /// A schema.
    Schema,
    /// Rows of a table, by its place, of one partition or of a register.
    Partition(usize, Option<usize>),
    /// The checksums of all partitions.
    PartitionSums,
}

/// The data of a site, as far as anybody asked for them.
pub(super) struct LazyData<'a> {
    graph: &'a Graph<'a>,
    plan: &'a Plan<'a>,
    /// Threads to make a file with. They never wait for what is made once: that would be for each other.
    pool: &'a ThreadPool,
    tables: Vec<OnceLock<(Written<'a>, TableEntry)>>,
    outlines: Vec<TableEntry>,
    all_tables: OnceLock<Vec<Written<'a>>>,
    lists: Vec<OnceLock<(Vec<Made>, Vec<FileEntry>)>>,
    whole: Vec<OnceLock<Measure>>,
    all_whole: OnceLock<Vec<(SiteFile, Measure)>>,
    catalogues: OnceLock<Vec<Vec<u8>>>,
    archive: OnceLock<Measure>,
    files: OnceLock<Vec<FileEntry>>,
    quality: OnceLock<IdMap<ListId, Quality>>,
    failure: Mutex<Option<Failure>>,
}

impl<'a> LazyData<'a> {
    pub fn new(graph: &'a Graph<'a>, plan: &'a Plan<'a>, pool: &'a ThreadPool) -> LazyData<'a> {
        fn open<T>(count: usize) -> Vec<OnceLock<T>> {
            (0..count).map(|_| OnceLock::new()).collect()
        }
        LazyData {
            graph,
            plan,
            pool,
            tables: open(dataset::tables().len()),
            outlines: outlines(&plan.data, graph.model.languages()),
            all_tables: OnceLock::new(),
            lists: open(graph.model.lists.len()),
            whole: open(SiteFile::ALL.len()),
            all_whole: OnceLock::new(),
            catalogues: OnceLock::new(),
            archive: OnceLock::new(),
            files: OnceLock::new(),
            quality: OnceLock::new(),
            failure: Mutex::new(None),
        }
    }

    /// The bytes of a file, which has this path from the root of the site.
    pub fn bytes(&self, file: DataFile, path: &str) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        self.write(file, path, &mut bytes).map_err(Failure::write(path))?;
        self.settled()?;
        Ok(bytes)
    }

    /// Fails where anything that was asked for could not be made.
    pub fn settled(&self) -> Result<(), Failure> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner).take().map_or(Ok(()), Err)
    }

    fn context(&self) -> Context<'_> {
        Context::new(self.graph, self.plan)
    }

    fn write(&self, file: DataFile, path: &str, out: &mut dyn Write) -> io::Result<()> {
        let context = self.context();
        match file {
            DataFile::Table(at, format) => export::write(&dataset::tables()[at], format, context, out).map(|_| ()),
            DataFile::Site(of) => of.write(context, self.plan, self.all_tables(), out),
            DataFile::Catalogue(of) => {
                let at = DcatFile::ALL.iter().position(|one| *one == of).unwrap_or_default();
                self.catalogues().get(at).map_or(Ok(()), |bytes| out.write_all(bytes))
            }
            DataFile::Archive => self.write_archive(out),
            DataFile::Sums => out.write_all(&all_sums(
                self.all_tables(),
                self.all_whole(),
                &self.catalogue_measures(),
                self.archive(),
            )),
            DataFile::List(list, of) => {
                let files = self.list_files(list)?;
                files.iter().find(|(one, _)| *one == of).map_or(Ok(()), |(_, bytes)| out.write_all(bytes))
            }
            DataFile::Partition(at, of) => {
                export::write_partition(&dataset::tables()[at], of, &self.partitions(), context, out)
            }
            DataFile::PartitionSums => {
                let partitions = self.partitions();
                let measure = |(table, of, path): (&Table, Option<usize>, String)| {
                    let write = |out: &mut dyn Write| export::write_partition(table, of, &partitions, context, out);
                    export::measured(&mut io::sink(), write).map(|((), measure)| (path, measure))
                };
                let files = dataset::tables()
                    .iter()
                    .flat_map(|table| partitions.files(table).into_iter().map(move |(of, path)| (table, of, path)));
                let files = files.map(measure).collect::<io::Result<Vec<_>>>()?;
                out.write_all(&export::partition_sums(&files))
            }
            DataFile::Schema => {
                let all = export::schemas(context, self.plan, self.all_tables())?;
                all.iter().find(|(of, _)| of == path).map_or(Ok(()), |(_, bytes)| out.write_all(bytes))
            }
        }
    }

    fn partitions(&self) -> Partitions {
        Partitions::published(self.graph.model, &self.plan.data)
    }

    /// What was asked for, or nothing of it where it cannot be made: the failure waits for who asked.
    fn noted<T: Default>(&self, path: &str, made: io::Result<T>) -> T {
        made.unwrap_or_else(|error| {
            let failure = Failure::write(path)(error);
            *self.failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(failure);
            T::default()
        })
    }

    fn table_at(&self, at: usize) -> &(Written<'a>, TableEntry) {
        self.tables[at].get_or_init(|| {
            let table: &'static Table = &dataset::tables()[at];
            let context = self.context();
            let survey: Survey = self.noted(table.name, dataset::survey(table, context));
            let measure = |format: TableFormat| {
                let nowhere = &mut io::sink();
                let made = export::measured(nowhere, |out| export::write(table, format, context, out));
                (format, self.noted(table.name, made.map(|(_, measure)| measure)))
            };
            let files = TableFormat::published(&self.plan.data).map(measure).collect();
            let written = Written { table, survey, files };
            let entry = written.entry();
            (written, entry)
        })
    }

    fn all_tables(&self) -> &[Written<'a>] {
        self.all_tables.get_or_init(|| (0..self.tables.len()).map(|at| self.table_at(at).0.clone()).collect())
    }

    fn list(&self, list: ListId) -> &(Vec<Made>, Vec<FileEntry>) {
        self.lists[list.get()].get_or_init(|| {
            let own = &self.graph.model[list];
            let files = self.list_files(list);
            let files = self.noted(own.id.as_str(), files);
            let made = |(of, bytes): &(ListFile, Vec<u8>)| Made {
                path: of.path(own),
                format: of.name(),
                measure: Measure::of(bytes),
            };
            let made: Vec<Made> = files.iter().map(made).collect();
            let entries = made.iter().map(Made::entry).collect();
            (made, entries)
        })
    }

    fn list_files(&self, list: ListId) -> io::Result<OfList> {
        self.pool.install(|| export::list_files(list, self.graph, self.plan))
    }

    fn whole(&self, of: SiteFile) -> &Measure {
        let at = SiteFile::ALL.iter().position(|one| *one == of).unwrap_or_default();
        self.whole[at].get_or_init(|| {
            let written = self.all_tables();
            let made = export::measured(&mut io::sink(), |out| of.write(self.context(), self.plan, written, out));
            self.noted(of.path(), made.map(|((), measure)| measure))
        })
    }

    fn all_whole(&self) -> &[(SiteFile, Measure)] {
        let published = || SiteFile::published(&self.plan.data);
        self.all_whole.get_or_init(|| published().map(|of| (of, self.whole(of).clone())).collect())
    }

    fn catalogues(&self) -> &[Vec<u8>] {
        self.catalogues.get_or_init(|| {
            let whole = export::distributions(self.all_tables(), self.all_whole(), &self.plan.data);
            let of_list = |list| self.list(list).0.iter().map(Made::distribution).collect();
            let lists: Vec<Vec<_>> = ListId::all(self.graph.model).map(of_list).collect();
            let made = export::dcat(self.context(), &self.plan.base, &whole, &lists);
            self.noted(DcatFile::ALL[0].path(), made.map(Vec::from))
        })
    }

    fn catalogue_measures(&self) -> Vec<(DcatFile, Measure)> {
        let published: Vec<DcatFile> = DcatFile::published(&self.plan.data).collect();
        if published.is_empty() {
            return Vec::new();
        }
        published.into_iter().zip(self.catalogues()).map(|(of, bytes)| (of, Measure::of(bytes))).collect()
    }

    /// The zip, where one is published.
    fn archive(&self) -> Option<&Measure> {
        let make = || {
            let made = export::measured(&mut io::sink(), |out| self.write_archive(out));
            self.noted(export::ARCHIVE, made.map(|((), measure)| measure))
        };
        self.plan.data.of_site(DataFormat::Archive).then(|| self.archive.get_or_init(make))
    }

    fn write_archive(&self, out: &mut dyn Write) -> io::Result<()> {
        let catalogues = self.catalogue_measures();
        let all = packed(self.all_tables(), self.all_whole(), &catalogues);
        let mut archive = Archive::new(out, dataset::day(self.context()));
        archive.add("SHA256SUMS", &sums(&all))?;
        for (path, _) in &all {
            let mut bytes = Vec::new();
            if let Some(file) = whole_site(path) {
                self.write(file, path, &mut bytes)?;
            }
            archive.stream(name(path), bytes.len() as u64, &mut &bytes[..])?;
        }
        archive.finish()
    }
}

/// The Parquet file of one partition that has this path.
pub(super) fn partition(plan: &Plan<'_>, path: &str) -> Option<DataFile> {
    if !path.starts_with(export::PARTITIONS) {
        return None;
    }
    if path == export::PARTITION_SUMS {
        return Some(DataFile::PartitionSums);
    }
    let partitions = Partitions::published(plan.model, &plan.data);
    dataset::tables().iter().enumerate().find_map(|(at, table)| {
        let of = partitions.files(table).into_iter().find(|(_, of)| of == path)?.0;
        Some(DataFile::Partition(at, of))
    })
}

/// The file of the whole site that has this path.
pub(super) fn whole_site(path: &str) -> Option<DataFile> {
    let tables = dataset::tables().iter().enumerate();
    let mut of_tables = tables.flat_map(|(at, table)| TableFormat::ALL.iter().map(move |format| (at, table, *format)));
    if let Some((at, _, format)) = of_tables.find(|(_, table, format)| export::path(table, *format) == path) {
        return Some(DataFile::Table(at, format));
    }
    if let Some(of) = SiteFile::ALL.into_iter().find(|of| of.path() == path) {
        return Some(DataFile::Site(of));
    }
    if let Some(of) = DcatFile::ALL.into_iter().find(|of| of.path() == path) {
        return Some(DataFile::Catalogue(of));
    }
    match path {
        export::ARCHIVE => Some(DataFile::Archive),
        export::SUMS => Some(DataFile::Sums),
        _ => None,
    }
}

impl Published for LazyData<'_> {
    fn tables(&self) -> usize {
        self.tables.len()
    }

    fn table(&self, at: usize) -> &TableEntry {
        &self.table_at(at).1
    }

    fn outline(&self, at: usize) -> &TableEntry {
        &self.outlines[at]
    }

    fn files(&self) -> &[FileEntry] {
        self.files.get_or_init(|| {
            let catalogues = self.catalogue_measures();
            let sums = || Measure::of(&all_sums(self.all_tables(), self.all_whole(), &catalogues, self.archive()));
            let sums = self.plan.data.has_site().then(sums);
            let partitions = export::PARTITION_SUMS;
            let partitions = (!self.partitions().is_empty()).then(|| {
                let write = |out: &mut dyn Write| self.write(DataFile::PartitionSums, partitions, out);
                let made = export::measured(&mut io::sink(), write);
                self.noted(partitions, made.map(|((), measure)| measure))
            });
            entries(self.all_whole(), &catalogues, partitions.as_ref(), self.archive(), sums.as_ref())
        })
    }

    fn of_list(&self, list: ListId) -> &[FileEntry] {
        &self.list(list).1
    }

    fn quality(&self) -> &IdMap<ListId, Quality> {
        let of = |list| quality(self.graph, list);
        self.quality.get_or_init(|| ListId::all(self.graph.model).map(of).collect::<Vec<_>>().into())
    }

    fn day(&self) -> Option<Date> {
        dataset::latest(self.context())
    }
}
