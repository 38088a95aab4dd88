//! Plan in, every file of the site out, each handed on and dropped as soon as it is made.

use std::sync::OnceLock;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::audit::{self, Addresses, Ledger};
use crate::dataset::{Context, Published};
use crate::diag::{Failure, Sink};
use crate::discover::{self, LLMS};
use crate::export;
use crate::link::Graph;
use crate::model::Lang;
use crate::plan::{Plan, Target};
use crate::publish::Staging;
use crate::render::Renderer;
use crate::search;
use crate::theme::{Fingerprint, Theme};

use super::data::{steps, write_data};
use super::pending::Pending;
use super::progress::{Progress, Stage};

/// Writes tables, assets, record data and pages; without a staging folder only what can have faults is made, and not
/// kept: so a check finds what a build would. Pages, data and search index are made at the same time; what tells of data
/// or index is made after them.
pub(super) fn produce(
    graph: &Graph<'_>,
    plan: &Plan<'_>,
    theme: &Theme,
    staging: Option<&Staging>,
    progress: &dyn Progress,
    sink: &mut Sink,
) -> Result<(), Failure> {
    let assets: Vec<(&str, &[u8])> = theme.assets().collect();
    let files = export::paths(plan).into_iter().chain(assets.iter().map(|(path, _)| (*path).to_owned()));
    let found = discover::files(plan);
    let files = files.chain(found.iter().map(|(path, _)| path.clone())).chain([LLMS.to_owned()]);
    let addresses = audit::addresses(plan, files, sink);
    if sink.has_errors() {
        return Ok(());
    }
    let languages = plan.model.languages();
    progress.stage(Stage::Write, Some(steps(plan) + (plan.targets.len() * languages.len()) as u64));
    for (path, bytes) in &assets {
        emit(staging, path, bytes)?;
    }
    let catalogue = Pending::new(Context::new(graph, plan));
    let indexes: OnceLock<Vec<String>> = OnceLock::new();
    let index = |lang| {
        let at = languages.iter().position(|have| *have == lang);
        at.and_then(|at| indexes.get()?.get(at).cloned()).unwrap_or_default()
    };
    let renderer = Renderer::new(graph, plan, theme, &catalogue, &index)?;
    let pages =
        Pages { graph, plan, catalogue: &catalogue, renderer: &renderer, addresses: &addresses, staging, progress };
    let (waiting, ready): (Vec<u32>, Vec<u32>) =
        (0..plan.targets.len() as u32).partition(|at| plan.targets[*at as usize].kind().waits);
    let (data, (ledger, written)) = rayon::join(
        || write_data(graph, plan, staging, progress, sink),
        || rayon::join(|| pages.write(&ready), || write_indexes(graph, plan, staging)),
    );
    catalogue.settle(data?);
    let (ledger, written) = (ledger?, written?);
    let _ = indexes.set(written);
    for (path, bytes) in found.iter().chain([&discover::llms(plan, &catalogue)]) {
        emit(staging, path, bytes)?;
    }
    let ledger = ledger.merge(pages.write(&waiting)?);
    progress.stage(Stage::Audit, None);
    audit::audit(plan, ledger, sink);
    Ok(())
}

/// Writes the search indexes and gives the path of the folder of each language. They have no faults of their own.
fn write_indexes(graph: &Graph<'_>, plan: &Plan<'_>, staging: Option<&Staging>) -> Result<Vec<String>, Failure> {
    let Some(staging) = staging else { return Ok(Vec::new()) };
    let languages = plan.model.languages();
    let written: Vec<Result<String, Failure>> =
        languages.par_iter().map(|lang| write_index(graph, plan, *lang, staging)).collect();
    written.into_iter().collect()
}

/// Writes the search index of a language into a folder that is called after what it holds, so that no cache mixes the
/// files of two builds. Gives the path of the folder.
fn write_index(graph: &Graph<'_>, plan: &Plan<'_>, lang: Lang, staging: &Staging) -> Result<String, Failure> {
    let open = format!("search/{lang}/new");
    let mut print = Fingerprint::default();
    search::write(graph, plan, lang, &mut |name, bytes| {
        print.add(name.as_bytes());
        print.add(bytes);
        staging.write(&format!("{open}/{name}"), bytes)
    })?;
    let folder = format!("search/{lang}/{print}");
    staging.rename(&open, &folder)?;
    Ok(folder)
}

/// What pages are made from.
struct Pages<'p> {
    graph: &'p Graph<'p>,
    plan: &'p Plan<'p>,
    catalogue: &'p dyn Published,
    renderer: &'p Renderer<'p>,
    addresses: &'p Addresses,
    staging: Option<&'p Staging>,
    progress: &'p dyn Progress,
}

impl Pages<'_> {
    /// Renders the pages at these places of the plan in every language. Each goes to the staging folder and its links to
    /// a ledger; no thread holds more than the page it is at.
    fn write(&self, places: &[u32]) -> Result<Ledger, Failure> {
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
            renderer.page(target, *lang, bytes)?;
            let file = plan.file(target, *lang);
            ledger.enter(self.addresses, (index * languages.len() + position) as u32, &file, bytes);
            emit(staging, &file, bytes)?;
            for (name, bytes) in renderer.beside(target, *lang)? {
                emit(staging, &format!("{}{name}", plan.path_in(target, *lang)), &bytes)?;
            }
        }
        if target.has_data() && staging.is_some() {
            bytes.clear();
            let file = plan.data_file(target);
            export::record(target, self.graph, plan, self.catalogue, bytes).map_err(Failure::write(&file))?;
            emit(staging, &file, bytes)?;
        }
        self.progress.done(languages.len() as u64);
        Ok(())
    }
}

fn emit(staging: Option<&Staging>, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    staging.map_or(Ok(()), |staging| staging.write(path, bytes))
}
