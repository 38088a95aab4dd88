//! A small model in which every key of the format has a value.

use serde::Deserialize;

use crate::dataset::{Context, Table, tables};
use crate::link::{Graph, link};
use crate::model::{Agency, Department, Editions, Law, List, Model, Origins, Region, Site, Term, Topic};
use crate::plan::{Base, Plan, plan};

#[derive(Deserialize)]
struct Sample {
    site: Site,
    regions: Vec<Region>,
    departments: Vec<Department>,
    topics: Vec<Topic>,
    terms: Vec<Term>,
    laws: Vec<Law>,
    agencies: Vec<Agency>,
    lists: Vec<List>,
}

/// The model.
pub fn model() -> Model {
    let Sample { site, regions, departments, topics, terms, laws, agencies, lists } =
        serde_yaml::from_str(include_str!("sample.yaml")).expect("a sample");
    Model {
        site,
        regions,
        departments,
        topics,
        terms,
        laws,
        agencies,
        lists: lists.into(),
        editions: Editions::default(),
        pages: Vec::new(),
        origins: Origins::default(),
    }
}

/// Calls `look` with the graph and the plan of a model.
pub fn with<T>(model: &Model, look: impl FnOnce(&Graph<'_>, &Plan<'_>) -> T) -> T {
    let graph = link(model);
    let base = model.site.base_url.as_deref().and_then(Base::new).unwrap_or_default();
    let plan = plan(&graph, base);
    look(&graph, &plan)
}

/// The table of this name.
pub fn table(name: &str) -> &'static Table {
    tables().iter().find(|table| table.name == name).expect("a table of this name")
}

/// The header and the cells of a table, as texts.
pub fn cells(table: &Table, model: &Model) -> (Vec<String>, Vec<Vec<String>>) {
    let mut rows = Vec::new();
    with(model, |graph, plan| {
        table.rows(Context::new(graph, plan), &mut |cells| {
            rows.push(cells.iter().map(|cell| cell.to_text().into_owned()).collect());
            Ok(())
        })
    })
    .expect("rows");
    (table.header(model.languages()), rows)
}
