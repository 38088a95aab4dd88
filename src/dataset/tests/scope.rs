//! The data of one list by themselves.

use std::collections::BTreeSet;

use crate::dataset::{Context, Scope, Table, tables};
use crate::model::{ListId, Model, Position};

use super::sample::{model, table, with};

fn column(table: &Table, name: &str, list: ListId, model: &Model) -> Vec<String> {
    let at = table.header(model.languages()).iter().position(|have| have == name).expect("a column");
    let mut found = Vec::new();
    with(model, |graph, plan| {
        let scope = Scope::of_list(graph, list);
        table.rows(Context::new(graph, plan).within(&scope), &mut |cells| {
            found.push(cells[at].to_text().into_owned());
            Ok(())
        })
    })
    .expect("rows");
    found
}

#[test]
fn every_reference_leads_to_a_row_of_the_same_data() {
    let model = model();
    for list in ListId::all(&model) {
        for table in tables() {
            for of in &table.columns {
                let Some(target) = of.refers else { continue };
                let ids: BTreeSet<String> = column(self::table(target), "id", list, &model).into_iter().collect();
                for cell in column(table, of.name, list, &model).iter().filter(|cell| !cell.is_empty()) {
                    assert!(ids.contains(cell), "{list}: {}.{}: {cell} is not in {target}", table.name, of.name);
                }
            }
        }
    }
}

#[test]
fn nothing_of_another_list_is_in_and_nothing_that_is_not_named() {
    let mut model = model();
    assert_eq!(column(table("duties"), "list_id", ListId::new(0), &model), Vec::<String>::new());
    assert!(column(table("duties"), "list_id", ListId::new(1), &model).iter().all(|list| list == "jize-qts"));
    assert_eq!(column(table("laws"), "id", ListId::new(0), &model), Vec::<String>::new());
    assert_eq!(column(table("laws"), "id", ListId::new(1), &model), ["old-law", "new-law"], "with what took its place");
    assert_eq!(column(table("topics"), "id", ListId::new(1), &model), ["quality", "metrology"], "with the wider topic");
    assert_eq!(column(table("regions"), "id", ListId::new(1), &model), ["hebei", "jize"], "with what lies above");
    assert_eq!(column(table("citations"), "list_id", ListId::new(0), &model), Vec::<String>::new());
    assert_eq!(
        column(table("lists"), "id", ListId::new(1), &model),
        ["jize-old", "jize-qts"],
        "with the list it took the place of"
    );
    model.lists[1].supersedes = None;
    assert_eq!(column(table("lists"), "id", ListId::new(1), &model), ["jize-qts"]);
}
