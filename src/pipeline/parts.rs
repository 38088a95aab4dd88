//! A site and the region whose part of it is wanted in; the pages and data of its lists out. And such parts in; the lists whose
//! pages need not be made again out.
//!
//! A part is made from the whole content, so its pages say of other lists what those of the whole site say. To be joined, the
//! parts must have been made from the same bytes in the same way, which each says of itself, and every list must be in one.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use crate::audit::audit_part;
use crate::dataset::{Context, FileEntry};
use crate::diag::{Failure, Message, Sink};
use crate::link::Graph;
use crate::load::{self, PART, PartNote, Sources};
use crate::model::{IdMap, ListId, Model, Position};
use crate::plan::{Plan, Target};
use crate::publish::Staging;
use crate::render::Renderer;
use crate::theme::Theme;

use super::Job;
use super::data::{Made, write_lists};
use super::pending::Pending;
use super::produce::{Making, Pages};
use super::progress::{Progress, Stage};

/// Lists whose pages were made before, and the folder that has them.
#[derive(Debug, Default)]
pub(super) struct Taken(HashMap<ListId, PathBuf>);

impl Taken {
    /// The bytes of a file of a page, where they are there already.
    pub fn file(&self, target: Target, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let folder = target.list().and_then(|list| self.0.get(&list));
        folder.map(|folder| load::part_file(folder, path)).transpose()
    }
}

/// What a site is made from and how, in a word.
pub(super) fn made_from(job: &Job, sources: &Sources, plan: &Plan<'_>) -> Result<String, Failure> {
    let theme = job.theme.as_deref().map(Theme::print).transpose()?.unwrap_or_default();
    let content = load::print_of(sources)?;
    let base = plan.base.absolute("");
    Ok(format!(
        "qingdan {} {content} {theme} {base} {}",
        env!("CARGO_PKG_VERSION"),
        if job.draft { "draft" } else { "data" }
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
    let all = Pages { graph, plan, catalogue, renderer, addresses, taken, staging: Some(staging), progress };
    let ledger = all.write(&places)?;
    audit_part(plan, ledger, sink);
    let ids = lists.iter().map(|list| plan.model[*list].id.to_string()).collect();
    let note = PartNote { made_from, lists: ids };
    let note = serde_json::to_vec_pretty(&note).map_err(|error| Failure::write(PART)(error.into()))?;
    staging.write(PART, &note)?;
    Ok(pages)
}

/// Looks through parts that are to be joined.
///
/// # Errors
///
/// Fails where one was made from something else or in another way, where two have the same list, and where one is missing.
pub(super) fn take(parts: &[PathBuf], made_from: &str, model: &Model) -> Result<Taken, Failure> {
    let refused = |zh: String, en: String| Failure::Option { option: "PART", words: Message::new(zh, en) };
    let ids: BTreeMap<&str, ListId> = ListId::each(model).map(|(id, list)| (list.id.as_str(), id)).collect();
    let mut taken = Taken::default();
    for folder in parts {
        let note = load::part_note(folder)?;
        let name = folder.display();
        if note.made_from != made_from {
            return Err(refused(
                format!("{name} 是用别的内容、主题、网址、选项或版本生成的：用同样的重新生成"),
                format!(
                    "{name} was made from other content, or with another theme, address, option or version: make it again"
                ),
            ));
        }
        for list in note.lists {
            let Some(id) = ids.get(list.as_str()) else { continue };
            if let Some(other) = taken.0.insert(*id, folder.clone()) {
                let other = other.display();
                return Err(refused(
                    format!("清单 `{list}` 在 {other} 和 {name} 里都有：每份清单只能在一个部分里"),
                    format!("the list `{list}` is in {other} and in {name}: it may be in one part alone"),
                ));
            }
        }
    }
    let missing: Vec<&str> = ids.iter().filter(|(_, id)| !taken.0.contains_key(id)).map(|(id, _)| *id).collect();
    if let Some(first) = missing.first() {
        let count = missing.len();
        return Err(refused(
            format!("还有 {count} 份清单不在任何一个部分里，如 `{first}`：为它的地区运行 qingdan build --region"),
            format!(
                "{count} lists are in none of the parts, such as `{first}`: run `qingdan build --region` for its region"
            ),
        ));
    }
    Ok(taken)
}
