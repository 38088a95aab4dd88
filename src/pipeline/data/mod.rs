//! Plan in, every data file that lies beside no page out. Each list is gone through once; what comes of it goes into its own
//! files and onto the end of those of the whole site, and is dropped.

mod lists;
mod said;
mod tables;
mod whole;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::dataset::{self, Catalogue, Context};
use crate::diag::{Failure, Sink};
use crate::export::{ListFile, Measure, SiteFile, TableFormat, Written};
use crate::link::{Graph, Quality, quality};
use crate::model::ListId;
use crate::plan::Plan;
use crate::publish::Staging;

use super::known::Known;
use super::progress::Progress;
pub(super) use lists::write_lists;
use lists::{OfLists, write_rows};
use whole::{write_records, write_whole};

pub(super) use said::{Made, all_sums, entries, name, packed, sums};

/// How many steps it takes to write the data, for who waits.
pub(super) fn steps(plan: &Plan<'_>) -> u64 {
    (SiteFile::published(&plan.data).count() + plan.model.lists.len()) as u64
}

/// Writes the data and gives their catalogue. Without a staging folder the tables are gone through for faults and the
/// rest is left out: it is made of the same rows, and finds none.
pub(super) fn write_data(
    graph: &Graph<'_>,
    plan: &Plan<'_>,
    staging: Option<&Staging>,
    known: Option<&Known>,
    progress: &dyn Progress,
    sink: &mut Sink,
) -> Result<Catalogue, Failure> {
    // A site without files of data has pages that tell of its tables all the same.
    let Some(staging) = staging.filter(|_| plan.data.has_files()) else {
        return Ok(look(graph, plan, progress, sink));
    };
    let context = Context::new(graph, plan);
    let (records, rows) =
        rayon::join(|| write_records(context, plan, staging), || write_rows(graph, plan, staging, known, progress));
    let (records, (rows, OfLists { files, quality })) = (records?, rows?);
    dataset::formulas(rows.written.iter().map(|of| (of.table, &of.survey)), graph.model, sink);
    let (whole, tables) = write_whole(context, plan, rows, records, &files, staging, progress)?;
    Ok(catalogue(context, tables, whole, &files, quality))
}

/// Goes through the tables to look for faults, and says of the files what can be said without writing them.
fn look(graph: &Graph<'_>, plan: &Plan<'_>, progress: &dyn Progress, sink: &mut Sink) -> Catalogue {
    let context = Context::new(graph, plan);
    let seen = |table| {
        let survey = dataset::survey(table, context).unwrap_or_default();
        let files = TableFormat::published(&plan.data).map(|format| (format, Measure::default())).collect();
        Written { table, survey, files }
    };
    let written: Vec<Written<'_>> = dataset::tables().par_iter().map(seen).collect();
    dataset::formulas(written.iter().map(|of| (of.table, &of.survey)), graph.model, sink);
    let lists: Vec<ListId> = ListId::all(graph.model).collect();
    let quality: Vec<Quality> = lists.par_iter().map(|list| quality(graph, *list)).collect();
    let made = |list: &ListId| {
        let own = &graph.model[*list];
        let made = |of: ListFile| Made { path: of.path(own), format: of.name(), measure: Measure::default() };
        ListFile::published(&plan.data).map(made).collect()
    };
    let files: Vec<Vec<Made>> = lists.iter().map(made).collect();
    progress.done(steps(plan));
    catalogue(context, written.iter().map(Written::entry).collect(), Vec::new(), &files, quality)
}

fn catalogue(
    context: Context<'_>,
    tables: Vec<dataset::TableEntry>,
    files: Vec<dataset::FileEntry>,
    lists: &[Vec<Made>],
    quality: Vec<Quality>,
) -> Catalogue {
    Catalogue {
        tables,
        files,
        lists: lists.iter().map(|files| files.iter().map(Made::entry).collect::<Vec<_>>()).collect::<Vec<_>>().into(),
        quality: quality.into(),
        day: dataset::latest(context),
    }
}
