//! Plan in, every file of the site out, each handed on and dropped as soon as it is made.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::audit::{self, Addresses, Ledger};
use crate::dataset::{Context, Published};
use crate::diag::{Failure, Sink};
use crate::discover::{self, LLMS};
use crate::export;
use crate::link::Graph;
use crate::load::StaticFile;
use crate::plan::{Plan, Target};
use crate::publish::Staging;
use crate::render::Renderer;
use crate::search;
use crate::theme::Theme;

use super::data::{steps, write_data};
use super::pending::Pending;
use super::progress::{Progress, Stage};
use super::taken::Taken;

/// Writes tables, assets, record data and pages; without a staging folder only what can have faults is made, and not
/// kept: so a check finds what a build would. Pages, data and search index are made at the same time; what tells of data
/// is made after them.
pub(super) fn produce(
    from: Making<'_>,
    taken: &Taken,
    staging: Option<&Staging>,
    progress: &dyn Progress,
    sink: &mut Sink,
) -> Result<(), Failure> {
    let Some(addresses) = from.addresses(sink) else { return Ok(()) };
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
    let pages = Pages {
        graph,
        plan,
        catalogue: &catalogue,
        renderer: &renderer,
        addresses: &addresses,
        taken,
        staging,
        progress,
    };
    let (waiting, ready): (Vec<u32>, Vec<u32>) =
        (0..plan.targets.len() as u32).partition(|at| plan.targets[*at as usize].kind().waits);
    let (data, (ledger, indexes)) = rayon::join(
        || write_data(graph, plan, staging, progress, sink),
        || rayon::join(|| pages.write(&ready), || write_indexes(graph, plan, staging)),
    );
    catalogue.settle(data?);
    let ledger = ledger?;
    indexes?;
    for (path, bytes) in found.iter().chain([&discover::llms(plan, &catalogue)]) {
        emit(staging, path, bytes)?;
    }
    let ledger = ledger.merge(pages.write(&waiting)?);
    progress.stage(Stage::Audit, None);
    audit::audit(plan, ledger, sink);
    Ok(())
}

/// Writes the search index of every language. Nothing in it can be a fault, so a check makes none.
fn write_indexes(graph: &Graph<'_>, plan: &Plan<'_>, staging: Option<&Staging>) -> Result<(), Failure> {
    let Some(staging) = staging else { return Ok(()) };
    plan.model.languages().par_iter().try_for_each(|lang| {
        search::write(graph, plan, *lang, &|name, bytes| staging.write(&format!("search/{lang}/{name}"), bytes))
    })
}

/// What a site is made from.
#[derive(Clone, Copy)]
pub(super) struct Making<'a> {
    pub graph: &'a Graph<'a>,
    pub plan: &'a Plan<'a>,
    pub theme: &'a Theme,
    pub statics: &'a [StaticFile],
}

impl Making<'_> {
    /// Every address that the site will have; none where some of them are faults.
    pub fn addresses(self, sink: &mut Sink) -> Option<Addresses> {
        let Making { graph, plan, theme, statics } = self;
        let assets = theme.assets().map(|(path, _)| path.to_owned());
        let files = export::paths(plan).into_iter().chain(export::further_records(graph, plan)).chain(assets);
        let found = discover::files(plan).into_iter().map(|(path, _)| path);
        let files = files.chain(found).chain([LLMS.to_owned()]);
        let added = statics.iter().map(|of| (of.file, &*of.path));
        let addresses = audit::addresses(plan, files, added, sink);
        (!sink.has_errors()).then_some(addresses)
    }
}

/// What pages are made from.
pub(super) struct Pages<'p> {
    pub graph: &'p Graph<'p>,
    pub plan: &'p Plan<'p>,
    pub catalogue: &'p dyn Published,
    pub renderer: &'p Renderer<'p>,
    pub addresses: &'p Addresses,
    /// Lists whose pages are there already.
    pub taken: &'p Taken,
    pub staging: Option<&'p Staging>,
    pub progress: &'p dyn Progress,
}

impl Pages<'_> {
    /// Renders the pages at these places of the plan in every language. Each goes to the staging folder and its links to
    /// a ledger; no thread holds more than the page it is at.
    pub fn write(&self, places: &[u32]) -> Result<Ledger, Failure> {
        places
            .par_iter()
            .try_fold(
                || (Ledger::default(), Vec::new()),
                |(mut ledger, mut bytes), place| {
                    self.page(*place as usize, &mut ledger, &mut bytes)?;
                    Ok((ledger, bytes))
                },
            )
            .map(|result| result.map(|(ledger, _)| ledger))
            .try_reduce(Ledger::default, |a, b| Ok(a.merge(b)))
    }

    fn page(&self, index: usize, ledger: &mut Ledger, bytes: &mut Vec<u8>) -> Result<(), Failure> {
        let Pages { plan, renderer, staging, .. } = *self;
        let target: Target = plan.targets[index];
        let languages = plan.model.languages();
        for (position, lang) in languages.iter().enumerate() {
            bytes.clear();
            let file = plan.file(target, *lang);
            // Nothing but the data lies beside the pages of lists.
            let beside = match self.taken.file(target, &file)? {
                Some(taken) => {
                    *bytes = taken;
                    Vec::new()
                }
                None => renderer.page_and_beside(target, *lang, bytes)?,
            };
            ledger.enter(self.addresses, (index * languages.len() + position) as u32, &file, bytes);
            emit(staging, &file, bytes)?;
            for (name, bytes) in beside {
                emit(staging, &format!("{}{name}", plan.path_in(target, *lang)), &bytes)?;
            }
        }
        if plan.has_data(target) && staging.is_some() {
            for number in 0..export::record_files(target, self.graph) {
                bytes.clear();
                let file = plan.record_file(target, number);
                match self.taken.file(target, &file)? {
                    Some(taken) => *bytes = taken,
                    None => {
                        let written = export::record(target, number, self.graph, plan, self.catalogue, bytes);
                        written.map_err(Failure::write(&file))?;
                    }
                }
                emit(staging, &file, bytes)?;
            }
        }
        self.progress.done(languages.len() as u64);
        Ok(())
    }
}

fn emit(staging: Option<&Staging>, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    staging.map_or(Ok(()), |staging| staging.write(path, bytes))
}
