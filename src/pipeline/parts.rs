//! A site and the region whose part of it is wanted in; the pages and data of its lists out.
//!
//! A part is made from the whole content, so its pages say of other lists what those of the whole site say.

use std::path::Path;

use crate::audit::audit_part;
use crate::dataset::{Context, FileEntry};
use crate::diag::{Failure, Message, Sink};
use crate::link::Graph;
use crate::load::{self, PART, PartNote, Sources};
use crate::model::{IdMap, ListId, Position};
use crate::plan::{Plan, Target};
use crate::publish::Staging;
use crate::render::Renderer;
use crate::theme::Theme;

use super::data::{Made, write_lists};
use super::making::Making;
use super::pages::Pages;
use super::pending::Pending;
use super::progress::{Progress, Stage};
use super::taken::Taken;

/// What a site is made from and how, in a word.
pub(super) fn made_from(
    theme: Option<&Path>,
    draft: bool,
    sources: &Sources,
    plan: &Plan<'_>,
) -> Result<String, Failure> {
    let theme = theme.map(Theme::print).transpose()?.unwrap_or_default();
    let content = load::print_of(sources)?;
    let base = plan.base.absolute("");
    Ok(format!(
        "qingdan {} {content} {theme} {base} {}",
        env!("CARGO_PKG_VERSION"),
        if draft { "draft" } else { "data" }
    ))
}

/// The lists of a region and of those below it.
///
/// # Errors
///
/// Fails where there is no such region, or no list in it.
pub(super) fn lists_of(graph: &Graph<'_>, slug: &str) -> Result<Vec<ListId>, Failure> {
    let refused = |zh: String, en: String| Failure::Option { option: "--region", words: Message::new(zh, en) };
    let Some(region) = graph.region(slug) else {
        return Err(refused(
            format!("没有登记 slug 为 `{slug}` 的地区，见 regions.yaml 或 docs/registers.md"),
            format!("no region has the slug `{slug}`; see regions.yaml or docs/registers.md"),
        ));
    };
    let within = |list: &ListId| {
        let own = graph.region_of(&graph.model[*list]);
        own.is_some_and(|own| own == region || graph.regions_above(own).contains(&region))
    };
    let lists: Vec<ListId> = ListId::all(graph.model).filter(within).collect();
    if lists.is_empty() {
        return Err(refused(format!("`{slug}` 及其下没有清单"), format!("no list is of `{slug}` or below it")));
    }
    Ok(lists)
}

/// Writes pages and data of some lists, and what the part is.
pub(super) fn produce_part(
    from: Making<'_>,
    lists: &[ListId],
    made_from: String,
    staging: &Staging,
    progress: &dyn Progress,
    sink: &mut Sink,
) -> Result<usize, Failure> {
    let Some(addresses) = from.addresses(sink) else { return Ok(0) };
    let Making { graph, plan, theme, .. } = from;
    let mine = |target: &Target| target.list().is_some_and(|list| lists.binary_search(&list).is_ok());
    let places: Vec<u32> = (0..).zip(&plan.targets).filter(|(_, target)| mine(target)).map(|(at, _)| at).collect();
    let pages = places.len() * plan.model.languages().len();
    progress.stage(Stage::Write, Some((lists.len() + pages) as u64));
    let files = write_lists(graph, plan, staging, progress, lists)?;
    let mut entries: Vec<Vec<FileEntry>> = vec![Vec::new(); plan.model.lists.len()];
    for (list, files) in lists.iter().zip(&files) {
        entries[list.get()] = files.iter().map(Made::entry).collect();
    }
    let catalogue = Pending::new(Context::new(graph, plan), &plan.data);
    catalogue.settle_lists(IdMap::from(entries));
    let renderer = &Renderer::new(graph, plan, theme, &catalogue)?;
    let (catalogue, addresses, taken) = (&catalogue, &addresses, &Taken::default());
    let all =
        Pages { graph, plan, catalogue, renderer, addresses, taken, known: None, staging: Some(staging), progress };
    let ledger = all.render(&places)?;
    audit_part(plan, ledger, sink);
    let ids = lists.iter().map(|list| plan.model[*list].id.to_string()).collect();
    let note = PartNote { made_from, lists: ids };
    let note = serde_json::to_vec_pretty(&note).map_err(|error| Failure::write(PART)(error.into()))?;
    staging.write(PART, &note)?;
    Ok(pages)
}
