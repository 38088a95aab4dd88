//! Plan in, every file of the site out, each handed on and dropped as soon as it is made.

use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::audit::{self, Addresses, Ledger};
use crate::dataset::Catalogue;
use crate::diag::{Failure, Sink};
use crate::discover::{self, LLMS};
use crate::export;
use crate::link::Graph;
use crate::model::Lang;
use crate::plan::Plan;
use crate::publish::Staging;
use crate::render::Renderer;
use crate::search;
use crate::theme::{Fingerprint, Theme};

use super::data::write_data;
use super::progress::{Progress, Stage};

/// Writes tables, assets, record data and pages; without a staging folder everything is made and nothing kept, so that
/// a check finds what a build would.
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
    for (path, bytes) in &assets {
        emit(staging, path, bytes)?;
    }
    let catalogue = write_data(graph, plan, staging, progress, sink)?;
    for (path, bytes) in found.iter().chain([&discover::llms(plan, &catalogue)]) {
        emit(staging, path, bytes)?;
    }
    let languages = plan.model.languages();
    let indexes: Vec<Result<String, Failure>> =
        languages.par_iter().map(|lang| write_index(graph, plan, *lang, staging)).collect();
    let indexes: Vec<String> = indexes.into_iter().collect::<Result<_, _>>()?;
    let index = |lang| {
        let of = languages.iter().zip(&indexes).find(|(have, _)| **have == lang);
        of.map(|(_, folder)| folder.clone()).unwrap_or_default()
    };
    let renderer = Renderer::new(graph, plan, theme, &catalogue, &index)?;
    let ledger = write_pages(graph, plan, &catalogue, &renderer, &addresses, staging, progress)?;
    progress.stage(Stage::Audit, None);
    audit::audit(plan, ledger, sink);
    Ok(())
}

/// Writes the search index of a language into a folder that is called after what it holds, so that no cache mixes the
/// files of two builds. Gives the path of the folder.
fn write_index(graph: &Graph<'_>, plan: &Plan<'_>, lang: Lang, staging: Option<&Staging>) -> Result<String, Failure> {
    let open = format!("search/{lang}/new");
    let mut print = Fingerprint::default();
    search::write(graph, plan, lang, &mut |name, bytes| {
        print.add(name.as_bytes());
        print.add(bytes);
        emit(staging, &format!("{open}/{name}"), bytes)
    })?;
    let folder = format!("search/{lang}/{print}");
    if let Some(staging) = staging {
        staging.rename(&open, &folder)?;
    }
    Ok(folder)
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
                if plan.has_data(target) && staging.is_some() {
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
