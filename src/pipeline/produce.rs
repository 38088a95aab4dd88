//! Plan in, every file of the site out, each handed on and dropped as soon as it is made.

use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::audit::{self, Addresses, Ledger};
use crate::dataset::Catalogue;
use crate::diag::{Failure, Sink};
use crate::discover::{self, LLMS};
use crate::export;
use crate::link::Graph;
use crate::load::StaticFile;
use crate::plan::Plan;
use crate::publish::Staging;
use crate::render::Renderer;
use crate::search;
use crate::theme::Theme;

use super::data::write_data;
use super::progress::{Progress, Stage};

/// Writes tables, assets, record data and pages; without a staging folder everything is made and nothing kept, so that
/// a check finds what a build would.
pub(super) fn produce(
    graph: &Graph<'_>,
    plan: &Plan<'_>,
    theme: &Theme,
    statics: &[StaticFile],
    staging: Option<&Staging>,
    progress: &dyn Progress,
    sink: &mut Sink,
) -> Result<(), Failure> {
    let assets: Vec<(&str, &[u8])> = theme.assets().collect();
    let files = export::paths(plan).into_iter().chain(assets.iter().map(|(path, _)| (*path).to_owned()));
    let found = discover::files(plan);
    let files = files.chain(found.iter().map(|(path, _)| path.clone())).chain([LLMS.to_owned()]);
    let added = statics.iter().map(|of| (of.file, &*of.path));
    let addresses = audit::addresses(plan, files, added, sink);
    if sink.has_errors() {
        return Ok(());
    }
    if let Some(staging) = staging {
        staging.claim(addresses.paths())?;
        statics.iter().try_for_each(|of| staging.copy(&of.path, &of.full))?;
    }
    for (path, bytes) in &assets {
        emit(staging, path, bytes)?;
    }
    let catalogue = write_data(graph, plan, staging, progress, sink)?;
    for (path, bytes) in found.iter().chain([&discover::llms(plan, &catalogue)]) {
        emit(staging, path, bytes)?;
    }
    write_indexes(graph, plan, staging)?;
    let renderer = Renderer::new(graph, plan, theme, &catalogue)?;
    let ledger = write_pages(graph, plan, &catalogue, &renderer, &addresses, staging, progress)?;
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

/// Renders every page in every language. Each goes to the staging folder and its links to a ledger; no thread holds
/// more than the page it is at.
fn write_pages(
    graph: &Graph<'_>,
    plan: &Plan<'_>,
    catalogue: &Catalogue,
    renderer: &Renderer<'_>,
    addresses: &Addresses,
    staging: Option<&Staging>,
    progress: &dyn Progress,
) -> Result<Ledger, Failure> {
    let languages = plan.model.languages();
    progress.stage(Stage::Render, Some((plan.targets.len() * languages.len()) as u64));
    (0..plan.targets.len())
        .into_par_iter()
        .try_fold(
            || (Ledger::default(), Vec::new()),
            |(mut ledger, mut bytes), index| {
                let target = plan.targets[index];
                for (position, lang) in languages.iter().enumerate() {
                    bytes.clear();
                    renderer.page(target, *lang, &mut bytes)?;
                    let file = plan.file(target, *lang);
                    ledger.enter(addresses, (index * languages.len() + position) as u32, &file, &bytes);
                    emit(staging, &file, &bytes)?;
                    for (name, bytes) in renderer.beside(target, *lang)? {
                        emit(staging, &format!("{}{name}", plan.path_in(target, *lang)), &bytes)?;
                    }
                }
                if target.has_data() && staging.is_some() {
                    bytes.clear();
                    let file = plan.data_file(target);
                    export::record(target, graph, plan, catalogue, &mut bytes).map_err(Failure::write(&file))?;
                    emit(staging, &file, &bytes)?;
                }
                progress.done(languages.len() as u64);
                Ok((ledger, bytes))
            },
        )
        .map(|result| result.map(|(ledger, _)| ledger))
        .try_reduce(Ledger::default, |a, b| Ok(a.merge(b)))
}

fn emit(staging: Option<&Staging>, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    staging.map_or(Ok(()), |staging| staging.write(path, bytes))
}
