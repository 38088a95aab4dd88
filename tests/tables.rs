//! What the tables promise holds for the content of this repository and for made-up content: every reference names a
//! row, every key tells rows apart, and a required cell is there.
#![allow(clippy::disallowed_methods, reason = "a test makes and removes its own folder")]

#[path = "support/synth/mod.rs"]
mod synth;

use std::collections::{HashMap, HashSet};
use std::path::Path;

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::export::{Cell, Context, tables};
use qingdan::link::link;
use qingdan::load::load;
use qingdan::plan::{Base, plan};

/// The cells of every table, by its name.
type Tables = HashMap<&'static str, Vec<Vec<String>>>;

#[test]
fn the_tables_of_this_repository_agree() {
    hold(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
}

#[test]
fn the_tables_of_made_up_content_agree() {
    let folder = std::env::temp_dir().join(format!("qingdan-tables-{}", std::process::id()));
    synth::write_content(&folder, 8, 3).expect("content");
    hold(&folder);
    std::fs::remove_dir_all(&folder).expect("the folder goes");
}

fn hold(content: &Path) {
    let mut sink = Sink::new();
    let mut sources = load(content, &mut sink).expect("a folder of content");
    let model = check(&mut sources, &mut sink).expect("content without faults");
    let graph = link(&model);
    let plan = plan(&graph, Base::default(), Vec::new());
    let mut all = Tables::new();
    for table in tables() {
        let rows = all.entry(table.name).or_default();
        let mut take = |cells: &[Cell<'_>]| {
            rows.push(cells.iter().map(|cell| cell.to_text().into_owned()).collect());
            Ok(())
        };
        table.rows(Context { graph: &graph, plan: &plan }, &mut take).expect("rows");
    }
    let header = |name: &str| -> Vec<String> {
        let table = tables().iter().find(|table| table.name == name).expect("a table");
        table.header(model.languages())
    };
    let place = |table: &str, column: &str| header(table).iter().position(|have| have == column).expect("a column");
    for table in tables() {
        let rows = &all[table.name];
        let key: Vec<usize> = table.key.iter().map(|column| place(table.name, column)).collect();
        let keys: HashSet<Vec<&str>> = rows.iter().map(|row| key.iter().map(|at| &*row[*at]).collect()).collect();
        assert_eq!(keys.len(), rows.len(), "{}: rows with the same key", table.name);
        for column in &table.columns {
            let at = place(table.name, &column.header(model.languages()[0]));
            let cells = rows.iter().map(|row| &row[at]);
            if column.required {
                assert!(cells.clone().all(|cell| !cell.is_empty()), "{}.{} is empty", table.name, column.name);
            }
            let Some(target) = column.refers else { continue };
            let id = place(target, "id");
            let ids: HashSet<&str> = all[target].iter().map(|row| &*row[id]).collect();
            for cell in cells.filter(|cell| !cell.is_empty()) {
                assert!(ids.contains(&**cell), "{}.{}: {cell} is not in {target}", table.name, column.name);
            }
        }
    }
}
