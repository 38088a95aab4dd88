//! What the descriptions promise holds for every table.

use std::collections::{BTreeSet, HashSet};

use crate::dataset::{Cell, CellKind, Context, tables};
use crate::model::{Date, Lang, Model};

use super::sample::{cells, model, table, with};

#[test]
fn names_are_unique_and_everything_is_said_in_both_languages() {
    let names: HashSet<&str> = tables().iter().map(|table| table.name).collect();
    assert_eq!(names.len(), tables().len());
    for table in tables() {
        let header = table.header(&[Lang::ZH, Lang::EN]);
        assert_eq!(header.iter().collect::<HashSet<_>>().len(), header.len(), "{}", table.name);
        let phrases = table.columns.iter().flat_map(|column| [column.title, column.meaning]);
        for [zh, en] in phrases.chain([table.title, table.row]) {
            assert!(!zh.is_ascii(), "{}: {zh}", table.name);
            assert!(!en.is_empty() && en.is_ascii(), "{}: {en}", table.name);
        }
        for name in table.columns.iter().map(|column| column.name).chain([table.name]) {
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{name}");
        }
    }
}

/// Names that are spelled with a capital inside, and no others: a name of the code that reaches a text has one.
const SPELLED: [&str; 2] = ["DuckDB", "SQLite"];

#[test]
fn no_text_for_readers_has_a_name_of_the_code() {
    for table in tables() {
        let units = table.columns.iter().filter_map(|column| column.unit);
        let phrases = table.columns.iter().flat_map(|column| [column.title, column.meaning]).chain(units);
        for [zh, en] in phrases.chain([table.title, table.row]) {
            for word in [zh, en].iter().flat_map(|text| text.split(|c: char| !c.is_ascii_alphabetic())) {
                let joined =
                    word.as_bytes().windows(2).any(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase());
                assert!(!joined || SPELLED.contains(&word), "{}: {word} in “{en}”", table.name);
            }
        }
    }
}

#[test]
fn every_cell_is_of_its_kind_and_a_required_one_is_there() {
    let model = model();
    for table in tables() {
        let places = table.places(model.languages());
        let check = |cells: &[Cell<'_>]| {
            assert_eq!(cells.len(), places.len());
            for (cell, (column, lang)) in cells.iter().zip(&places) {
                let name = format!("{}.{}", table.name, column.header(*lang));
                let fits = match cell {
                    Cell::Empty => !column.required || (column.per_language && *lang != Lang::ZH),
                    Cell::Text(text) if column.kind == CellKind::Date => text.parse::<Date>().is_ok(),
                    Cell::Text(text) => {
                        column.kind == CellKind::String && (column.words.is_empty() || column.words.contains(&&**text))
                    }
                    Cell::Integer(_) => column.kind == CellKind::Integer,
                    Cell::Number(_) => column.kind == CellKind::Number,
                    Cell::Boolean(_) => column.kind == CellKind::Boolean,
                };
                assert!(fits, "{name}: {cell:?}");
            }
            Ok(())
        };
        with(&model, |graph, plan| table.rows(Context::new(graph, plan), &mut { check })).expect("rows");
    }
}

fn column_of(name: &str, column: &str, model: &Model) -> Vec<String> {
    let (header, rows) = cells(table(name), model);
    let at = header.iter().position(|have| have == column).expect("a column");
    rows.into_iter().map(|mut row| row.swap_remove(at)).collect()
}

#[test]
fn every_reference_names_a_row() {
    let model = model();
    let mut held = 0;
    for table in tables() {
        for column in &table.columns {
            let Some(target) = column.refers else { continue };
            let ids: BTreeSet<String> = column_of(target, "id", &model).into_iter().collect();
            for cell in column_of(table.name, column.name, &model).iter().filter(|cell| !cell.is_empty()) {
                assert!(ids.contains(cell), "{}.{}: {cell} is not in {target}", table.name, column.name);
                held += 1;
            }
        }
    }
    assert!(held > 100, "{held}");
}

#[test]
fn every_record_named_with_its_kind_is_a_row() {
    let model = model();
    let ids: BTreeSet<String> = tables()
        .iter()
        .filter(|table| table.columns.iter().any(|column| column.name == "id"))
        .flat_map(|table| column_of(table.name, "id", &model))
        .collect();
    for name in ["citations", "record_topics", "notes"] {
        for id in column_of(name, "record_id", &model) {
            assert!(ids.contains(&id), "{name}: {id}");
        }
    }
}

#[test]
fn a_key_tells_rows_apart() {
    let model = model();
    for table in tables() {
        let (header, rows) = cells(table, &model);
        let at: Vec<usize> = table
            .key
            .iter()
            .map(|name| header.iter().position(|have| have == name).expect("a column of the key"))
            .collect();
        let keys: HashSet<Vec<&String>> = rows.iter().map(|row| at.iter().map(|at| &row[*at]).collect()).collect();
        assert_eq!(keys.len(), rows.len(), "{}", table.name);
    }
}

#[test]
fn columns_follow_the_languages_of_the_site() {
    let table = table("duties");
    let zh_hant = Lang::new("zh-Hant").expect("a tag");
    assert!(table.header(&[Lang::ZH]).contains(&"name_zh".to_owned()));
    assert!(!table.header(&[Lang::ZH]).contains(&"name_en".to_owned()));
    assert!(table.header(&[Lang::ZH, zh_hant]).contains(&"name_zh-Hant".to_owned()));
}
