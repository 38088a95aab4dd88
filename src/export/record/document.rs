//! The shape of a data file: the record, what is said about it, and where it leads.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::dataset::Context;
use crate::export::formats::TableFormat;
use crate::model::{Lang, Source, Text};
use crate::plan::{Plan, Target};

use super::derived::Derived;
use super::run::record_files;

/// A data file.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Document<'m, T> {
    data: Data<'m, T>,
    meta: Meta<'m>,
    links: Links,
}

/// The record as the model holds it, and what is derived.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, inline)]
pub struct Data<'m, T> {
    /// The record.
    #[serde(flatten)]
    pub record: &'m T,
    /// What the site makes of it.
    pub derived: Derived<'m>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Meta<'m> {
    id: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Printed<'m>>,
    languages: &'m [Lang],
    publisher: &'m Text,
    licence: LicenceOf<'m>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct LicenceOf<'m> {
    id: &'m str,
    url: &'m str,
}

/// Where the record is printed, in words.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Printed<'m> {
    document: &'m Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'m Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'m Text>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Links {
    #[serde(rename = "self")]
    own: String,
    pages: BTreeMap<String, String>,
    parent: String,
    /// The file before this one, where what points to the subject is spread over several.
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    /// The file with the next of what points to the subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

impl<'m, T> Document<'m, T> {
    /// Puts a data file together.
    pub fn new(
        context: Context<'m>,
        plan: &Plan<'_>,
        (target, file): (Target, u32),
        data: Data<'m, T>,
        source: Option<&'m Source>,
    ) -> Document<'m, T> {
        let model = context.graph.model;
        let list = target.list().map(|list| &model[list]);
        let site = &model.site;
        let meta = Meta {
            id: id(plan, target),
            kind: target.kind().name,
            list: list.map(|list| list.id.as_str()),
            region: list.map(|list| list.region.as_str()),
            source: source.zip(list).and_then(|(source, list)| {
                let document = list.document(source.file.as_ref())?;
                Some(Printed {
                    document: &document.title,
                    file: document.file.as_deref(),
                    url: document.url.as_deref(),
                    part: document.parts.iter().find(|part| part.id == source.part).map(|part| &part.title),
                    row: source.row.as_deref(),
                    note: source.note.as_ref(),
                })
            }),
            languages: model.languages(),
            publisher: &site.publisher.name,
            licence: LicenceOf { id: &site.licence.id, url: &site.licence.url },
        };
        Document { data, meta, links: links(context, plan, target, file) }
    }
}

/// Id of the subject of a page: its address without the folder of all of its kind.
fn id(plan: &Plan<'_>, target: Target) -> String {
    let path = plan.path(target);
    let path = path.trim_end_matches('/');
    path.split_once('/').map_or(path, |(_, id)| id).to_owned()
}

fn links(context: Context<'_>, plan: &Plan<'_>, target: Target, file: u32) -> Links {
    let of = |file| plan.base.absolute(&plan.record_file(target, file));
    let page = |lang: &Lang| (lang.to_string(), plan.url(target, *lang));
    Links {
        own: of(file),
        pages: context.graph.model.languages().iter().map(page).collect(),
        parent: plan.base.absolute(&parent(context, plan, target)),
        previous: file.checked_sub(1).map(of),
        next: (file + 1 < record_files(target, context.graph)).then(|| of(file + 1)),
    }
}

/// The data file of what a page's subject belongs to; for the top of a register the register's table in a format that
/// the site publishes, or its page.
fn parent(context: Context<'_>, plan: &Plan<'_>, target: Target) -> String {
    let graph = context.graph;
    let model = graph.model;
    let region = |slug: &str| graph.region(slug).map(|i| plan.data_file(Target::Region(i)));
    let topic = |slug: &str| graph.topic(slug).map(|i| plan.data_file(Target::Topic(i)));
    let above = match target {
        Target::Region(i) => model[i].parent.as_deref().and_then(region),
        Target::List(i) => region(&model[i].region),
        Target::Topic(i) => model[i].broader.as_deref().and_then(topic),
        _ => target.list().map(|list| plan.data_file(Target::List(list))),
    };
    let (table, page) = match target {
        Target::Region(_) => ("regions", Target::Regions),
        Target::Topic(_) => ("topics", Target::Topics),
        Target::Law(_) => ("laws", Target::Laws),
        Target::Department(_) => ("departments", Target::Departments),
        Target::Agency(_) => ("agencies", Target::Agencies),
        _ => ("lists", Target::Lists),
    };
    above.unwrap_or_else(|| {
        let formats = || TableFormat::published(&plan.data);
        let format = formats().find(|format| *format == TableFormat::Json).or_else(|| formats().next());
        format.map_or_else(|| plan.path(page), |format| format!("data/{table}.{}", format.ending()))
    })
}
