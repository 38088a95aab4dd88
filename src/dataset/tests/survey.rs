//! What the catalogue shows of a table is what stands in its files.

use crate::dataset::{Context, Survey, Table, survey, tables};
use crate::model::{Lang, Model};

use super::sample::{cells, model, table, with};

fn look(table: &Table, model: &Model) -> Survey {
    with(model, |graph, plan| survey(table, Context::new(graph, plan))).expect("rows")
}

#[test]
fn the_first_rows_are_those_of_the_files() {
    let model = model();
    let mut more = 0;
    for table in tables() {
        let survey = look(table, &model);
        let sample = &survey.sample;
        let (header, rows) = cells(table, &model);
        let names: Vec<&String> = sample.header.iter().map(|(name, _)| name).collect();
        assert_eq!(names, header.iter().collect::<Vec<_>>(), "{}", table.name);
        assert_eq!(sample.rows, rows[..rows.len().min(10)], "{}", table.name);
        assert_eq!(survey.rows, rows.len() as u64, "{}", table.name);
        let filled = |at: usize| rows.iter().filter(|row| !row[at].is_empty()).count() as u64;
        assert_eq!(survey.filled, (0..header.len()).map(filled).collect::<Vec<_>>(), "{}", table.name);
        for (at, example) in survey.examples.iter().enumerate() {
            let stands = |example: &String| rows.iter().any(|row| row[at] == *example);
            assert!(
                example.as_ref().is_some_and(stands) || rows.iter().all(|row| row[at].is_empty()),
                "{}",
                table.name
            );
        }
        more += usize::from(rows.len() > 5);
    }
    assert!(more > 0, "no table of the sample has more rows than are shown");
}

#[test]
fn a_column_of_one_language_is_known_as_such() {
    let model = model();
    let sample = look(table("duties"), &model).sample;
    let lang = |name: &str| sample.header.iter().find(|(have, _)| have == name).expect("a column").1;
    assert_eq!((lang("name_zh"), lang("name_en"), lang("list_id")), (Some(Lang::ZH), Some(Lang::EN), None));
}

#[test]
fn an_example_is_short_where_the_column_has_anything_short() {
    let mut model = model();
    let long = "很".repeat(100);
    model.lists[1].duties[0].work_items[0].text = crate::model::Text::zh(&long);
    let at = table("work_items").header(model.languages()).iter().position(|name| name == "text_zh").expect("a column");
    assert_eq!(look(table("work_items"), &model).examples[at].as_deref(), Some("=1+1"));
    model.lists[1].duties[0].work_items.truncate(1);
    assert_eq!(look(table("work_items"), &model).examples[at].as_deref(), Some(&*long));
}

#[test]
fn cells_that_a_spreadsheet_would_run_are_found_and_left_alone() {
    let model = model();
    let mut found = Vec::new();
    for table in tables() {
        let survey = look(table, &model);
        let name = |column: usize| &survey.sample.header[column].0;
        found.extend(
            survey
                .formulas
                .iter()
                .map(|cell| format!("{} {} {} {}", table.name, cell.row, name(cell.column), cell.text)),
        );
    }
    assert_eq!(found, ["office_phones 2 phone +86 310 7511861", "work_items 2 text_zh =1+1"]);
}
