//! What the tables promise holds for the content of this repository and for made-up content, for the whole site and for
//! each list by itself: every reference names a row, every key tells rows apart, and a required cell is there.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use qingdan::check::check;
use qingdan::dataset::{Cell, Context, Scope, tables};
use qingdan::diag::Sink;
use qingdan::link::link;
use qingdan::load::load;
use qingdan::model::ListId;
use qingdan::plan::{Base, plan};

use crate::support::{scratch, synth};

/// The cells of every table, by its name.
type Tables = HashMap<&'static str, Vec<Vec<String>>>;

#[test]
fn the_tables_of_this_repository_agree() {
    hold(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
}

#[test]
fn the_tables_of_made_up_content_agree() {
    let folder = scratch::folder();
    synth::write_content(folder.path(), 8, 3).expect("content");
    hold(folder.path());
}

/// The tables that programs of others are written for.
const PROMISED: [&str; 26] = [
    "regions",
    "lists",
    "offices",
    "duties",
    "work_items",
    "work_item_offices",
    "matters",
    "participants",
    "services",
    "service_offices",
    "regimes",
    "provisions",
    "frequencies",
    "deadlines",
    "penalties",
    "accountability",
    "mechanism",
    "laws",
    "law_aliases",
    "law_events",
    "citations",
    "departments",
    "department_aliases",
    "topics",
    "record_topics",
    "sources",
];

/// The table that the records of a kind stand in.
const KINDS: [(&str, &str); 13] = [
    ("list", "lists"),
    ("office", "offices"),
    ("item", "items"),
    ("duty", "duties"),
    ("work-item", "work_items"),
    ("accountability", "accountability"),
    ("matter", "matters"),
    ("participant", "participants"),
    ("service", "services"),
    ("regime", "regimes"),
    ("provision", "provisions"),
    ("penalty", "penalties"),
    ("mechanism", "mechanism"),
];

#[test]
fn the_tables_that_were_promised_are_there() {
    let names: HashSet<&str> = tables().iter().map(|table| table.name).collect();
    let missing: Vec<&&str> = PROMISED.iter().filter(|name| !names.contains(**name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Holds the tables of a content folder, and those of each of its lists by itself.
fn hold(content: &Path) {
    let mut sink = Sink::new();
    let mut sources = load(content, &mut sink).expect("a folder of content");
    let model = check(&mut sources, &mut sink).expect("content without faults");
    let graph = link(&model);
    let plan = plan(&graph, Base::default());
    let context = Context::new(&graph, &plan);
    hold_tables(context, "the site");
    for (id, list) in ListId::each(&model) {
        hold_tables(context.within(&Scope::of_list(&graph, id)), &list.id);
    }
}

fn hold_tables(context: Context<'_>, of: &str) {
    let languages = context.graph.model.languages();
    let mut all = Tables::new();
    for table in tables() {
        let rows = all.entry(table.name).or_default();
        let mut take = |cells: &[Cell<'_>]| {
            rows.push(cells.iter().map(|cell| cell.to_text().into_owned()).collect());
            Ok(())
        };
        table.rows(context, &mut take).expect("rows");
    }
    let header = |name: &str| -> Vec<String> {
        let table = tables().iter().find(|table| table.name == name).expect("a table");
        table.header(languages)
    };
    let place = |table: &str, column: &str| header(table).iter().position(|have| have == column).expect("a column");
    let ids = |table: &str| -> HashSet<&str> {
        let id = place(table, "id");
        all[table].iter().map(|row| &*row[id]).collect()
    };
    for table in tables() {
        let rows = &all[table.name];
        let key: Vec<usize> = table.key.iter().map(|column| place(table.name, column)).collect();
        let keys: HashSet<Vec<&str>> = rows.iter().map(|row| key.iter().map(|at| &*row[*at]).collect()).collect();
        assert_eq!(keys.len(), rows.len(), "{of}: {}: rows with the same key", table.name);
        assert!(keys.iter().flatten().all(|cell| !cell.is_empty()), "{of}: {}: a key with a gap", table.name);
        for (at, (column, lang)) in table.places(languages).into_iter().enumerate() {
            let cells = rows.iter().map(|row| &row[at]);
            if column.required_in(lang, context.graph.model) {
                assert!(cells.clone().all(|cell| !cell.is_empty()), "{of}: {}.{} is empty", table.name, column.name);
            }
            let Some(target) = column.refers else { continue };
            let ids = ids(target);
            for cell in cells.filter(|cell| !cell.is_empty()) {
                assert!(ids.contains(&**cell), "{of}: {}.{}: {cell} is not in {target}", table.name, column.name);
            }
        }
        if table.columns.iter().any(|column| column.name == "record_kind") {
            let (id, kind) = (place(table.name, "record_id"), place(table.name, "record_kind"));
            for row in rows {
                let (_, target) = KINDS.iter().find(|(name, _)| *name == row[kind]).expect("a kind of record");
                assert!(ids(target).contains(&*row[id]), "{of}: {}: {} is not in {target}", table.name, row[id]);
            }
        }
    }
}
