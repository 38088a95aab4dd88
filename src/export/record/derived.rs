//! What the site makes of a record: its references resolved and everything that points to it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::dataset::Context;
use crate::model::walk::{Node, walk_record};
use crate::model::{AgencyId, LawId, ListId, OfficeId, RecordRef, RegionId, TopicId};
use crate::plan::Target;

use super::parts::shows;
use super::reference::Reference;
use super::run::named;

/// Mentions under their headings, in order; headings without any are left out.
pub struct Derived<'m>(Vec<(&'static str, Vec<Reference<'m>>)>);

impl Serialize for Derived<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (heading, mentions) in self.0.iter().filter(|(_, mentions)| !mentions.is_empty()) {
            map.serialize_entry(heading, mentions)?;
        }
        map.end()
    }
}

/// Every heading.
const HEADINGS: [&str; 18] = [
    "above",
    "below",
    "broader",
    "citations",
    "cited_by",
    "departments",
    "gone",
    "lists",
    "named",
    "narrower",
    "offices",
    "records",
    "region",
    "replaced_by",
    "replaces",
    "successors",
    "takes_part",
    "topics",
];

impl JsonSchema for Derived<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Derived".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mentions = generator.subschema_for::<Vec<Reference<'static>>>();
        let headings = HEADINGS.map(|heading| (heading.to_owned(), mentions.clone().to_value()));
        json_schema!({
            "description": "What the site makes of the record: references resolved, and what points to it.",
            "type": "object",
            "properties": serde_json::Map::from_iter(headings),
            "additionalProperties": false,
        })
    }
}

/// What is derived for the subject of a page, as far as it stands in one of its files.
pub fn derived(context: Context<'_>, target: Target, file: u32) -> Derived<'_> {
    match target {
        Target::Region(i) => region(context, i, file),
        Target::Law(i) => law(context, i, file),
        Target::Topic(i) => topic(context, i, file),
        Target::Department(i) => Derived(vec![("takes_part", records(context, &context.graph.takes_part[i], file))]),
        Target::Agency(i) => agency(context, i, file),
        Target::Offices(list) => offices(context, list),
        _ => of_list(context, target),
    }
}

fn records<'m>(context: Context<'m>, records: &[RecordRef], file: u32) -> Vec<Reference<'m>> {
    records[named(file, records.len())].iter().map(|record| Reference::record(context, *record)).collect()
}

fn region(context: Context<'_>, id: RegionId, file: u32) -> Derived<'_> {
    let graph = context.graph;
    let (below, lists) = (&graph.regions_below[id], &graph.lists_of_region[id]);
    let regions = |found: &[RegionId]| found.iter().map(|i| Reference::region(context, *i)).collect();
    let lists = lists[named(file, lists.len())].iter().map(|i| Reference::list(context, *i)).collect();
    Derived(vec![
        ("above", regions(&graph.regions_above(id))),
        ("below", regions(&below[named(file, below.len())])),
        ("lists", lists),
    ])
}

fn law(context: Context<'_>, id: LawId, file: u32) -> Derived<'_> {
    let graph = context.graph;
    let replaced_by = graph.model[id].replaced_by.as_deref().and_then(|id| graph.law(id));
    let replaces = graph.replaces(id);
    let run = named(file, graph.citations_of(id).len());
    let citations = graph.citations_of(id).skip(run.start).take(run.len());
    Derived(vec![
        ("replaced_by", replaced_by.into_iter().map(|i| Reference::law(context, i)).collect()),
        ("replaces", replaces.map(|i| Reference::law(context, i)).collect()),
        ("cited_by", citations.map(|citation| Reference::citing_record(context, citation)).collect()),
    ])
}

fn agency(context: Context<'_>, id: AgencyId, file: u32) -> Derived<'_> {
    let graph = context.graph;
    let run = named(file, graph.concerned_by(id).len());
    let concerned = graph.concerned_by(id).skip(run.start).take(run.len());
    Derived(vec![
        ("replaces", graph.succeeds(id).iter().map(|i| Reference::agency(context, *i)).collect()),
        ("successors", graph.successors_of(id).map(|i| Reference::agency(context, i)).collect()),
        ("records", concerned.map(|concern| Reference::record(context, concern.record)).collect()),
    ])
}

fn topic(context: Context<'_>, id: TopicId, file: u32) -> Derived<'_> {
    let graph = context.graph;
    let own = &graph.model[id];
    let broader = own.broader.as_deref().and_then(|slug| graph.topic(slug));
    let narrower = TopicId::each(graph.model).filter(|(_, topic)| topic.broader.as_ref() == Some(&own.slug));
    Derived(vec![
        ("broader", broader.into_iter().map(|i| Reference::topic(context, i)).collect()),
        ("narrower", narrower.map(|(id, _)| Reference::topic(context, id)).collect()),
        ("records", records(context, &graph.under_topic[id], file)),
    ])
}

fn offices(context: Context<'_>, list: ListId) -> Derived<'_> {
    let model = context.graph.model;
    let mut named = Vec::new();
    for (office, by) in context.graph.names_office[list].iter() {
        let mention = |record: &RecordRef| Reference::office(context, list, office).by(record.uid(model));
        named.extend(by.iter().map(mention));
    }
    Derived(vec![("named", named)])
}

/// For a list, one of its records with a page, or its mechanism.
fn of_list(context: Context<'_>, target: Target) -> Derived<'_> {
    let graph = context.graph;
    let Some(id) = target.list() else { return Derived(Vec::new()) };
    let list = &graph.model[id];
    let region = graph.region_of(list).filter(|_| target == Target::List(id));
    let (mut topics, mut departments, mut offices) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(record) = target.record() {
        walk_record(list, record, &mut |node, at| match node {
            Node::TopicRef(slug) => topics.extend(graph.topic(slug)),
            Node::DepartmentRef(slug) => departments.extend(graph.department(slug)),
            // Offices of the record itself; what its items name stands with them.
            Node::OfficeRef(slug) if at.record() == Some(record) => {
                offices.extend(OfficeId::find(list, |office| office.slug == *slug));
            }
            _ => {}
        });
    }
    Derived(vec![
        ("region", region.into_iter().map(|i| Reference::region(context, i)).collect()),
        ("topics", topics.into_iter().map(|i| Reference::topic(context, i)).collect()),
        ("departments", departments.into_iter().map(|i| Reference::department(context, i)).collect()),
        ("offices", offices.into_iter().map(|i| Reference::office(context, id, i)).collect()),
        (
            "gone",
            graph
                .concerns_of_list(id)
                .iter()
                .filter(|concern| shows(target, concern.record.part))
                .map(|concern| Reference::agency(context, concern.agency).by(concern.record.uid(graph.model)))
                .collect(),
        ),
        (
            "citations",
            graph
                .citations_of_list(id)
                .iter()
                .filter(|citation| shows(target, citation.record.part))
                .map(|citation| Reference::cited(context, citation))
                .collect(),
        ),
    ])
}
