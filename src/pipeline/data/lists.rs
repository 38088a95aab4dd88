//! The lists in; the data of each by themselves, and the tables of the whole site, which grow list by list, out.
//!
//! Lists are gone through in parallel, some at a time, and appended in their order while the next are gone through. The
//! database takes them on a thread of its own, because it takes one row at a time.

use std::io;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use rayon::prelude::{
    IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator, IntoParallelRefMutIterator,
    ParallelIterator,
};

use crate::dataset::{Context, HeldRows, Table, tables};
use crate::diag::Failure;
use crate::export::{
    self, AlikeInLists, DatabaseFile, ListData, ListFile, Measure, Partitions, SiteFile, TableRows, Wanted, table_rows,
};
use crate::link::{Graph, Quality, quality};
use crate::model::{DataFormat, ListId, LookedAt};
use crate::plan::Plan;
use crate::publish::Staging;

use super::super::known::Known;
use super::super::progress::Progress;
use super::said::Made;
use super::tables::{TableDone, TableOut};
use super::whole::SiteRows;

/// How many lists are held at a time, and as many again that are appended meanwhile.
const AT_A_TIME: usize = 16;

/// What was made of the lists, in their order.
#[derive(Default)]
pub(super) struct OfLists {
    /// The files of each.
    pub files: Vec<Vec<Made>>,
    /// How complete each is.
    pub quality: Vec<Quality>,
}

/// What came of a list: its own files are written, its rows are to be appended to those of the site.
struct OfList {
    rows: Vec<TableRows>,
    files: Vec<Made>,
    quality: Quality,
}

/// The rows of a list, or of the registers, for the database: the place of each table, and its rows.
type Fed = Vec<(usize, HeldRows)>;

/// Goes through the records once and writes all that is made of them list by list.
pub(super) fn write_rows(
    graph: &Graph<'_>,
    plan: &Plan<'_>,
    staging: &Staging,
    known: Option<&Known>,
    progress: &dyn Progress,
) -> Result<(SiteRows<'static>, OfLists), Failure> {
    let all: Vec<&'static Table> = tables().iter().collect();
    let path = SiteFile::Database.path();
    let wanted = plan.data.of_site(DataFormat::Database);
    let begin = || DatabaseFile::create(&staging.lend(path)?, &all, graph.model).map_err(Failure::write(path));
    let database = wanted.then(begin).transpose()?;
    let work = Work::new(graph, plan, staging, known, progress);
    thread::scope(|scope| {
        let (feed, fed) = sync_channel::<Fed>(AT_A_TIME);
        let feeding =
            thread::Builder::new().name("database".to_owned()).spawn_scoped(scope, move || take(database, &fed));
        let feeding = feeding.map_err(Failure::write(path))?;
        let rows = work.go_through(&feed);
        drop(feed);
        let database = feeding.join().unwrap_or_else(|panic| resume_unwind(panic)).map_err(Failure::write(path))?;
        let (done, of_lists) = rows?;
        let partitions = work.write_partition_sums(&done)?;
        let (written, sheets) = done.into_iter().map(|of| (of.written, of.sheet)).unzip();
        Ok((SiteRows { written, sheets, database, partitions }, of_lists))
    })
}

/// Writes the data of some lists by themselves, and nothing for the whole site; the files of each, in the order of the
/// lists.
pub(in crate::pipeline) fn write_lists(
    graph: &Graph<'_>,
    plan: &Plan<'_>,
    staging: &Staging,
    progress: &dyn Progress,
    lists: &[ListId],
) -> Result<Vec<Vec<Made>>, Failure> {
    let work = Work::new(graph, plan, staging, None, progress);
    let mut all = Vec::with_capacity(lists.len());
    for lists in lists.chunks(AT_A_TIME) {
        all.extend(work.lists(lists)?.into_iter().map(|of| of.files));
    }
    Ok(all)
}

/// Takes rows into the database until there are no more.
fn take(mut database: Option<DatabaseFile>, fed: &Receiver<Fed>) -> io::Result<Option<DatabaseFile>> {
    while let Ok(rows) = fed.recv() {
        let Some(database) = &mut database else { continue };
        for (at, held) in rows {
            let cells = held.cells();
            held.rows(&cells).try_for_each(|row| database.add(at, row))?;
        }
    }
    Ok(database)
}

struct Work<'w> {
    graph: &'w Graph<'w>,
    plan: &'w Plan<'w>,
    staging: &'w Staging,
    /// Lists whose files are in the old site, and what is noted of the others.
    known: Option<&'w Known>,
    progress: &'w dyn Progress,
    alike: AlikeInLists,
    partitions: Partitions,
}

/// A table with its place among all of them.
type Out = (usize, TableOut<'static>);

/// What is written of each table.
type Done = Vec<TableDone<'static>>;

/// The rows of each table, of one list or of the registers, with the partition that they belong to.
type Waiting = Vec<(Option<usize>, Vec<TableRows>)>;

impl<'w> Work<'w> {
    fn new(
        graph: &'w Graph<'w>,
        plan: &'w Plan<'w>,
        staging: &'w Staging,
        known: Option<&'w Known>,
        progress: &'w dyn Progress,
    ) -> Work<'w> {
        let alike = AlikeInLists::new(graph, plan);
        let partitions = Partitions::published(graph.model, &plan.data);
        Work { graph, plan, staging, known, progress, alike, partitions }
    }

    fn go_through(&self, feed: &SyncSender<Fed>) -> Result<(Done, OfLists), Failure> {
        let context = Context::new(self.graph, self.plan);
        let begin = |(at, table)| Ok((at, TableOut::begin(table, self.plan, &self.partitions, self.staging)?));
        let outs: Vec<Out> = tables().iter().enumerate().map(begin).collect::<Result<_, Failure>>()?;
        let (mut registers, mut outs): (Vec<Out>, Vec<Out>) = outs.into_iter().partition(|(_, out)| out.table.register);

        let wanted = Wanted::of(&self.plan.data);
        let rows: Vec<io::Result<TableRows>> =
            registers.par_iter().map(|(_, out)| table_rows(out.table, context, wanted)).collect();
        let rows = rows.into_iter().collect::<io::Result<Vec<_>>>().map_err(Failure::write("registers"))?;
        append(&mut registers, vec![(None, rows)], feed)?;

        let lists: Vec<ListId> = ListId::all(self.graph.model).collect();
        let mut of_lists = OfLists::default();
        let mut waiting: Waiting = Vec::new();
        for lists in lists.chunks(AT_A_TIME).chain([&[][..]]) {
            let rows = std::mem::take(&mut waiting);
            let (appended, made) = rayon::join(|| append(&mut outs, rows, feed), || self.lists(lists));
            appended?;
            for (list, OfList { rows, files, quality }) in lists.iter().zip(made?) {
                waiting.push((Some(self.partitions.of(*list)), rows));
                of_lists.files.push(files);
                of_lists.quality.push(quality);
            }
        }
        registers.extend(outs);
        registers.sort_by_key(|(at, _)| *at);
        let done: Vec<_> = registers.into_par_iter().map(|(_, out)| out.finish(self.staging)).collect();
        Ok((done.into_iter().collect::<Result<_, Failure>>()?, of_lists))
    }

    /// Writes the checksums of the files of all partitions, where there are any, and measures what it wrote.
    fn write_partition_sums(&self, done: &[TableDone<'_>]) -> Result<Option<Measure>, Failure> {
        let files = |of: &TableDone<'_>| {
            let paths = self.partitions.files(of.written.table).into_iter().map(|(_, path)| path);
            paths.zip(of.partitions.clone()).collect::<Vec<_>>()
        };
        let files: Vec<(String, Measure)> = done.iter().flat_map(files).collect();
        let sums = export::partition_sums(&files);
        if sums.is_empty() {
            return Ok(None);
        }
        self.staging.write(export::PARTITION_SUMS, &sums)?;
        Ok(Some(Measure::of(&sums)))
    }

    fn lists(&self, lists: &[ListId]) -> Result<Vec<OfList>, Failure> {
        let made: Vec<Result<OfList, Failure>> = lists.par_iter().map(|list| self.list(*list)).collect();
        made.into_iter().collect()
    }

    fn list(&self, list: ListId) -> Result<OfList, Failure> {
        let made = || self.data(list);
        let made = self.known.map_or_else(|| LookedAt::during(None, made), |known| known.note(list).during(made));
        let (data, files) = made?;
        // What is of registers stands in the files of the site by now.
        let rows = tables().iter().zip(data.tables).filter(|(table, _)| !table.register).map(|(_, rows)| rows);
        self.progress.done(1);
        Ok(OfList { rows: rows.collect(), files, quality: quality(self.graph, list) })
    }

    /// The rows of a list, and its own files, which are made of them where they are not there already.
    fn data(&self, list: ListId) -> Result<(ListData, Vec<Made>), Failure> {
        let own = &self.graph.model[list];
        let failed = || Failure::write(ListFile::ALL[0].path(own));
        let data = ListData::of(list, self.graph, self.plan).map_err(failed())?;
        let made = |of: ListFile, measure| Made { path: of.path(own), format: of.name(), measure };
        if let Some(measures) = self.known.and_then(|known| known.data(list)) {
            let files = ListFile::published(&self.plan.data).zip(measures).map(|(of, size)| made(of, size.clone()));
            return Ok((data, files.collect()));
        }
        let files = data.files(self.graph, self.plan, &self.alike).map_err(failed())?;
        let write = |(of, bytes): &(ListFile, Vec<u8>)| {
            self.staging.write(&of.path(own), bytes)?;
            Ok(made(*of, Measure::of(bytes)))
        };
        let files: Vec<Made> = files.iter().map(write).collect::<Result<_, Failure>>()?;
        if let Some(known) = self.known {
            known.note(list).data(files.iter().map(|file| (file.path.clone(), file.measure.clone())));
        }
        Ok((data, files))
    }
}

/// Appends rows of each table, list by list, to its files.
fn append(outs: &mut [Out], lists: Waiting, feed: &SyncSender<Fed>) -> Result<(), Failure> {
    let append = |(place, (_, out)): (usize, &mut Out)| {
        let mut rows = lists.iter().filter_map(|(partition, rows)| Some((*partition, rows.get(place)?)));
        rows.try_for_each(|(partition, rows)| out.append(rows, partition))
    };
    let appended: Vec<Result<(), Failure>> = outs.par_iter_mut().enumerate().map(append).collect();
    appended.into_iter().collect::<Result<(), _>>()?;
    for (_, rows) in lists {
        let held = |((at, _), rows): (&Out, TableRows)| (*at, rows.of_site.held);
        let fed: Fed = outs.iter().zip(rows).map(held).filter(|(_, held)| !held.is_empty()).collect();
        // Where the database has stopped, it says why when it is waited for.
        let _ = feed.send(fed);
    }
    Ok(())
}
