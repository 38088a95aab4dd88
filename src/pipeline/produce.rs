//! Plan in, every file of the site out, each handed on and dropped as soon as it is made.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::audit;
use crate::dataset::Context;
use crate::diag::{Failure, Sink};
use crate::discover;
use crate::link::Graph;
use crate::plan::Plan;
use crate::publish::Staging;
use crate::render::Renderer;
use crate::search;

use super::data::{steps, write_data};
use super::known::{Known, Outside};
use super::making::Making;
use super::pages::Pages;
use super::pending::Pending;
use super::progress::{Progress, Stage};
use super::taken::Taken;

/// Makes the site and gives how many of its lists were taken over as they were in the old one, where that was looked for.
/// Where there are faults, all is made once more without what is known from before, since that does not tell where a fault
/// stands.
pub(super) fn produce(
    from: Making<'_>,
    taken: &Taken,
    outside: Option<&Outside>,
    staging: Option<&Staging>,
    progress: &dyn Progress,
    sink: &mut Sink,
) -> Result<Option<usize>, Failure> {
    let mut found = sink.another();
    let kept = make(from, taken, outside, staging, progress, &mut found)?;
    if found.has_errors() && kept.is_some_and(|kept| kept > 0) {
        found = sink.another();
        make(from, taken, None, None, progress, &mut found)?;
    }
    sink.absorb(found);
    Ok(kept)
}

/// Writes tables, assets, record data and pages; without a staging folder only what can have faults is made, and not
/// kept: so a check finds what a build would. Pages, data and search index are made at the same time; what tells of data
/// is made after them.
fn make(
    from: Making<'_>,
    taken: &Taken,
    outside: Option<&Outside>,
    staging: Option<&Staging>,
    progress: &dyn Progress,
    sink: &mut Sink,
) -> Result<Option<usize>, Failure> {
    let Some(addresses) = from.addresses(sink) else { return Ok(None) };
    let Making { graph, plan, theme, statics } = from;
    let assets: Vec<(&str, &[u8])> = theme.assets().collect();
    let found = discover::files(plan);
    if let Some(staging) = staging {
        staging.claim(addresses.paths())?;
        statics.iter().try_for_each(|of| staging.copy(&of.path, &of.full))?;
    }
    let languages = plan.model.languages();
    progress.stage(Stage::Write, Some(steps(plan) + (plan.targets.len() * languages.len()) as u64));
    for (path, bytes) in &assets {
        emit(staging, path, bytes)?;
    }
    let catalogue = Pending::new(Context::new(graph, plan), &plan.data);
    let renderer = Renderer::new(graph, plan, theme, &catalogue)?;
    let known = outside.zip(staging);
    let known = known.map(|(outside, staging)| Known::begin(from, outside, &renderer, &addresses, staging));
    let known = known.transpose()?;
    let known = known.as_ref();
    let pages = Pages {
        graph,
        plan,
        catalogue: &catalogue,
        renderer: &renderer,
        addresses: &addresses,
        taken,
        known,
        staging,
        progress,
    };
    let (waiting, ready): (Vec<u32>, Vec<u32>) =
        (0..plan.targets.len() as u32).partition(|at| plan.targets[*at as usize].kind().waits);
    let (data, (ledger, indexes)) = rayon::join(
        || write_data(graph, plan, staging, known, progress, sink),
        || rayon::join(|| pages.write(&ready), || write_indexes(graph, plan, staging)),
    );
    catalogue.settle(data?);
    let ledger = ledger?;
    indexes?;
    for (path, bytes) in found.iter().chain([&discover::llms(plan, &catalogue)]) {
        emit(staging, path, bytes)?;
    }
    let ledger = ledger.merge(pages.render(&waiting)?);
    progress.stage(Stage::Audit, None);
    audit::audit(plan, ledger, sink);
    if let Some((known, staging)) = known.zip(staging)
        && !sink.has_errors()
    {
        known.remember(graph, staging);
    }
    Ok(known.map(Known::count))
}

/// Writes the search index of every language. Nothing in it can be a fault, so a check makes none.
fn write_indexes(graph: &Graph<'_>, plan: &Plan<'_>, staging: Option<&Staging>) -> Result<(), Failure> {
    let Some(staging) = staging else { return Ok(()) };
    plan.model.languages().par_iter().try_for_each(|lang| {
        search::write(graph, plan, *lang, &|name, bytes| staging.write(&format!("search/{lang}/{name}"), bytes))
    })
}

fn emit(staging: Option<&Staging>, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    staging.map_or(Ok(()), |staging| staging.write(path, bytes))
}
