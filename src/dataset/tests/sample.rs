//! A small model in which every key of the format has a value.

use serde::Deserialize;

use crate::dataset::{Context, Table, tables};
use crate::editions::history;
use crate::link::{Graph, link};
use crate::model::{
    Agency, Department, Editions, Id, Lang, Law, List, ListId, Model, Origins, Position, Region, Reorganisation, Site,
    Term, Text, Topic,
};
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
    reorganisations: Vec<Reorganisation>,
    lists: Vec<List>,
}

/// The model.
pub fn model() -> Model {
    let Sample { site, regions, departments, topics, terms, laws, agencies, reorganisations, lists } =
        serde_yaml::from_str(include_str!("sample.yaml")).expect("a sample");
    let model = Model {
        site,
        regions,
        departments,
        topics,
        terms,
        laws,
        agencies,
        reorganisations,
        addresses: Vec::new(),
        lists: lists.into(),
        editions: Editions::default(),
        pages: Vec::new(),
        origins: Origins::default(),
    };
    let editions = older(&model);
    Model { editions, ..model }
}

/// An older edition of the second list: a duty was called otherwise, and an item had another id.
fn older(model: &Model) -> Editions<Model> {
    let mut model = model.clone();
    let mut list = model.lists[1].clone();
    (list.published, list.valid_from) = (Some("2009-05-06".parse().expect("a date")), None);
    list.duties[0].name = Text::zh("旧名").with(Lang::EN, "Old name");
    list.items[0].id = Id::new("old-fine");
    model.lists = vec![list].into();
    Editions { model: Some(Box::new(model)), series: vec![ListId::new(1)], ids: vec![Id::new("2009")] }
}

/// Calls `look` with the graph and the plan of a model.
pub fn with<T>(model: &Model, look: impl FnOnce(&Graph<'_>, &Plan<'_>) -> T) -> T {
    let mut graph = link(model);
    graph.history = history(&graph, &|_| None);
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
