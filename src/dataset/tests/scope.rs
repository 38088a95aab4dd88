//! The data of one list by themselves.

use std::collections::BTreeSet;

use crate::dataset::{Context, HeldRows, Scope, Survey, Table, survey, tables};
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

fn rows(table: &Table, context: Context<'_>) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    table
        .rows(context, &mut |cells| {
            found.push(cells.iter().map(|cell| cell.to_text().into_owned()).collect());
            Ok(())
        })
        .expect("rows");
    found
}

/// Two lists that have everything, one after the other.
fn two_lists() -> Model {
    let mut model = model();
    let mut other = self::model().lists.swap_remove(1);
    other.id = crate::model::Id::new("jize-zzz");
    other.duties[0].work_items[0].text = crate::model::Text::zh("+1");
    model.lists.push(other);
    model
}

#[test]
fn rows_of_the_site_are_those_of_each_list_one_after_the_other() {
    let model = two_lists();
    with(&model, |graph, plan| {
        let whole = Context::new(graph, plan);
        let scopes: Vec<Scope> = ListId::all(&model).map(|list| Scope::of_list(graph, list)).collect();
        for table in tables() {
            let all = rows(table, whole);
            let of_lists: Vec<Vec<String>> = scopes.iter().flat_map(|scope| rows(table, whole.within(scope))).collect();
            let only: Vec<Vec<String>> = whole.lists().flat_map(|list| rows(table, whole.only(list))).collect();
            if table.register {
                assert!(of_lists.iter().all(|row| all.contains(row)), "{}: a row of a list alone", table.name);
                assert!(rows(table, whole.only(ListId::new(0))) == all, "{}: shared by the lists", table.name);
            } else {
                assert!(all == of_lists, "{}: {all:#?} {of_lists:#?}", table.name);
                assert!(all == only, "{}: the rows of a list do not ask for what it names", table.name);
                assert!(!all.is_empty(), "{} has no row", table.name);
            }
        }
    });
}

#[test]
fn what_is_said_of_lists_is_said_of_all_of_them_together() {
    let model = two_lists();
    with(&model, |graph, plan| {
        let context = Context::new(graph, plan);
        for table in tables().iter().filter(|table| !table.register) {
            let mut together = Survey::begin(table, model.languages());
            for list in context.lists() {
                together.merge(&survey(table, context.only(list)).expect("rows"));
            }
            let whole = survey(table, context).expect("rows");
            assert_eq!(format!("{together:?}"), format!("{whole:?}"), "{}", table.name);
        }
    });
}

#[test]
fn rows_that_are_held_are_the_same_rows() {
    let model = model();
    with(&model, |graph, plan| {
        for table in tables() {
            let context = Context::new(graph, plan);
            let mut held = HeldRows::default();
            let mut texts = Vec::new();
            table
                .rows(context, &mut |cells| {
                    held.row(cells);
                    texts.push(format!("{cells:?}"));
                    Ok(())
                })
                .expect("rows");
            let cells = held.cells();
            let again: Vec<String> = held.rows(&cells).map(|row| format!("{row:?}")).collect();
            assert_eq!((again, held.len()), (texts.clone(), texts.len()), "{}", table.name);
        }
    });
}
