//! What the catalogue shows of a table is what stands in its files.

use crate::export::{sample, tables};
use crate::model::Lang;

use super::sample::{cells, model, table, with};

#[test]
fn the_first_rows_are_those_of_the_files() {
    let model = model();
    let mut more = 0;
    for table in tables() {
        let sample = with(&model, |graph, plan| sample(table, graph, plan));
        let (header, rows) = cells(table, &model);
        let names: Vec<&String> = sample.header.iter().map(|(name, _)| name).collect();
        assert_eq!(names, header.iter().collect::<Vec<_>>(), "{}", table.name);
        assert_eq!(sample.rows, rows[..rows.len().min(5)], "{}", table.name);
        more += usize::from(rows.len() > 5);
    }
    assert!(more > 0, "no table of the sample has more rows than are shown");
}

#[test]
fn a_column_of_one_language_is_known_as_such() {
    let model = model();
    let sample = with(&model, |graph, plan| sample(table("duties"), graph, plan));
    let lang = |name: &str| sample.header.iter().find(|(have, _)| have == name).expect("a column").1;
    assert_eq!((lang("name_zh"), lang("name_en"), lang("list_id")), (Some(Lang::ZH), Some(Lang::EN), None));
}
