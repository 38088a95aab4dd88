//! A page's subject in, the data file beside the page out: `{"data": …, "meta": …, "links": …}`.

mod derived;
mod document;
mod kinds;
mod mention;
mod quality;

use std::io;

use schemars::JsonSchema;
use serde::Serialize;

use crate::link::{Graph, Part};
use crate::model::{List, ListId, MechanismEntry, Office, Source};
use crate::plan::{Catalogue, Plan, Target};

use super::row::Context;
use derived::derived;
use document::{Data, Document};
use quality::Report;

pub use kinds::{KINDS, RecordKind};
pub use mention::node_path;

/// The offices of a list.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Offices<'m> {
    offices: &'m [Office],
}

/// The accountability mechanism of a list.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Mechanism<'m> {
    mechanism: &'m [MechanismEntry],
}

/// Appends the data file of a page: the record as the model holds it, in every language, and under `derived` what the
/// site makes of it: references resolved, and the ids and addresses of every record that points to it. Nothing for a
/// page without a data file.
pub fn record(
    target: Target,
    graph: &Graph<'_>,
    plan: &Plan<'_>,
    catalogue: &Catalogue,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    let context = Context::new(graph, plan);
    let model = graph.model;
    let list = |l: ListId| -> &List { &model[l] };
    match target {
        Target::Region(i) => write(context, target, &model[i], None, out),
        Target::List(l) => write(context, target, list(l), None, out),
        Target::Duty(l, i) => {
            let duty = &list(l)[i];
            write(context, target, duty, Some(&duty.source), out)
        }
        Target::Matter(l, i) => {
            let matter = &list(l)[i];
            write(context, target, matter, Some(&matter.source), out)
        }
        Target::Service(l, i) => {
            let service = &list(l)[i];
            write(context, target, service, Some(&service.source), out)
        }
        Target::Regime(l, i) => {
            let regime = &list(l)[i];
            write(context, target, regime, Some(&regime.source), out)
        }
        Target::Offices(l) => write(context, target, &Offices { offices: &list(l).offices }, None, out),
        Target::Mechanism(l) => write(context, target, &Mechanism { mechanism: &list(l).mechanism }, None, out),
        Target::Law(i) => write(context, target, &model[i], None, out),
        Target::Topic(i) => write(context, target, &model[i], None, out),
        Target::Department(i) => write(context, target, &model[i], None, out),
        Target::Quality => write(context, target, &Report::new(context, catalogue), None, out),
        Target::Home
        | Target::Regions
        | Target::Lists
        | Target::Laws
        | Target::Changes
        | Target::Topics
        | Target::Compare(..)
        | Target::Departments
        | Target::Search
        | Target::Data
        | Target::Table(_)
        | Target::Free(_)
        | Target::Dossier(_)
        | Target::ListChanges(_)
        | Target::NotFound => Ok(()),
    }
}

fn write<T: Serialize>(
    context: Context<'_>,
    target: Target,
    record: &T,
    source: Option<&Source>,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    let data = Data { record, derived: derived(context, target) };
    let document = Document::new(context, target, data, source);
    serde_json::to_writer(&mut *out, &document)?;
    out.push(b'\n');
    Ok(())
}

/// The list that a page belongs to.
fn list_of(target: Target) -> Option<ListId> {
    match target {
        Target::List(l)
        | Target::Duty(l, _)
        | Target::Matter(l, _)
        | Target::Service(l, _)
        | Target::Regime(l, _)
        | Target::Offices(l)
        | Target::Mechanism(l) => Some(l),
        _ => None,
    }
}

/// Whether a record is shown on a page.
fn shows(target: Target, part: Part) -> bool {
    match (target, part.page()) {
        (Target::List(_), _) | (Target::Mechanism(_), Part::Mechanism(_)) => true,
        (Target::Duty(_, page), Part::Duty(i)) => page == i,
        (Target::Matter(_, page), Part::Matter(i)) => page == i,
        (Target::Service(_, page), Part::Service(i)) => page == i,
        (Target::Regime(_, page), Part::Regime(i)) => page == i,
        _ => false,
    }
}
