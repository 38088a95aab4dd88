//! A page's subject in, the data files beside the page out: `{"data": …, "meta": …, "links": …}`.

mod derived;
mod document;
mod kinds;
mod parts;
mod quality;
mod reference;
mod run;

use std::io;

use serde::Serialize;

use crate::dataset::{Context, Published};
use crate::link::Graph;
use crate::model::{List, ListId, Source};
use crate::plan::{Plan, Target};

use derived::derived;
use document::{Data, Document};
use parts::{Mechanism, Offices};
use quality::Report;

pub use kinds::{KINDS, RecordKind};
pub use run::{further_records, record_files};

/// Appends the data file of a page: the record as the model holds it, in every language, and under `derived` what the
/// site makes of it: references resolved, and the ids and addresses of every record that points to it. Where these are
/// many there are several files, counted from 0, each with the next of them. Nothing for a page without a data file.
pub fn record(
    target: Target,
    file: u32,
    graph: &Graph<'_>,
    plan: &Plan<'_>,
    catalogue: &dyn Published,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    let context = Context::new(graph, plan);
    let model = graph.model;
    let list = |l: ListId| -> &List { &model[l] };
    let target = (target, file);
    match target.0 {
        Target::Region(i) => write(context, plan, target, &model[i], None, out),
        Target::List(l) => write(context, plan, target, list(l), None, out),
        Target::Item(l, i) => {
            let item = &list(l)[i];
            write(context, plan, target, item, item.source.as_ref(), out)
        }
        Target::Duty(l, i) => {
            let duty = &list(l)[i];
            write(context, plan, target, duty, Some(&duty.source), out)
        }
        Target::Matter(l, i) => {
            let matter = &list(l)[i];
            write(context, plan, target, matter, Some(&matter.source), out)
        }
        Target::Service(l, i) => {
            let service = &list(l)[i];
            write(context, plan, target, service, Some(&service.source), out)
        }
        Target::Regime(l, i) => {
            let regime = &list(l)[i];
            write(context, plan, target, regime, Some(&regime.source), out)
        }
        Target::Offices(l) => write(context, plan, target, &Offices { offices: &list(l).offices }, None, out),
        Target::Mechanism(l) => write(context, plan, target, &Mechanism { mechanism: &list(l).mechanism }, None, out),
        Target::Law(i) => write(context, plan, target, &model[i], None, out),
        Target::Topic(i) => write(context, plan, target, &model[i], None, out),
        Target::Department(i) => write(context, plan, target, &model[i], None, out),
        Target::Agency(i) => write(context, plan, target, &model[i], None, out),
        Target::Quality => write(context, plan, target, &Report::new(model, catalogue, file), None, out),
        _ => Ok(()),
    }
}

fn write<T: Serialize>(
    context: Context<'_>,
    plan: &Plan<'_>,
    (target, file): (Target, u32),
    record: &T,
    source: Option<&Source>,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    let data = Data { record, derived: derived(context, target, file) };
    let document = Document::new(context, plan, (target, file), data, source);
    serde_json::to_writer(&mut *out, &document)?;
    out.push(b'\n');
    Ok(())
}
