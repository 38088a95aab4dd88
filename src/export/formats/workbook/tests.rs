//! Workbooks, read back by a reader that is not ours.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use zip::ZipArchive;

use crate::dataset::tests::sample::{cells, model, with};
use crate::dataset::{Cell, Context, Scope, Survey, Table, survey, tables};
use crate::model::{ListId, Model, Position};

use super::{Sheet, SheetRows, Stock, write_workbook};

/// A workbook whose sheets end at a row.
fn made(model: &Model, stock: &Stock, list: Option<ListId>, last: u32) -> Vec<u8> {
    with(model, |graph, plan| {
        let scope = list.map(|list| Scope::of_list(graph, list));
        let context = Context::new(graph, plan);
        let context = scope.as_ref().map_or(context, |scope| context.within(scope));
        let surveys: Vec<Survey> = tables().iter().map(|table| survey(table, context).expect("rows")).collect();
        let tables: Vec<(&Table, &Survey)> = tables().iter().zip(&surveys).collect();
        let sheet = |(table, survey): &(&Table, &Survey)| {
            let header: Vec<String> = survey.sample.header.iter().map(|(name, _)| name.clone()).collect();
            let mut rows = SheetRows::new(header.len());
            let row = &mut |cells: &[Cell<'_>]| {
                rows.row(cells);
                Ok(())
            };
            table.rows(context, row).expect("rows");
            let mut sheet = Sheet::bounded(header, last);
            sheet.add(&rows.finish());
            sheet
        };
        let sheets = tables.iter().map(sheet).collect();
        let mut bytes = Vec::new();
        write_workbook(context, stock, &tables, sheets, &mut bytes).expect("a workbook");
        bytes
    })
}

fn read(workbook: &[u8]) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut book = Xlsx::new(Cursor::new(workbook)).expect("a workbook");
    let text = |cell: &Data| match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Bool(yes) => yes.to_string(),
        other => panic!("{other:?} is neither text, number nor boolean"),
    };
    let sheet = |(name, range): (String, calamine::Range<Data>)| {
        (name, range.rows().map(|row| row.iter().map(text).collect()).collect())
    };
    book.worksheets().into_iter().map(sheet).collect()
}

fn entry(zip: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut archive = ZipArchive::new(Cursor::new(zip)).expect("a zip");
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn every_cell_of_every_table_is_in_its_sheet() {
    let model = model();
    let sheets = read(&made(&model, &Stock::default(), None, 1 << 20));
    assert_eq!(sheets.len(), tables().len() + 1);
    for table in tables() {
        let (header, rows) = cells(table, &model);
        let sheet = &sheets[table.name];
        assert_eq!(sheet[0], header, "{}", table.name);
        assert_eq!(sheet[1..], rows, "{}", table.name);
    }
}

#[test]
fn a_table_that_excel_has_no_room_for_goes_on_in_further_sheets_and_the_dictionary_says_so() {
    let model = model();
    let stock = Stock::default();
    let bytes = made(&model, &stock, None, 2);
    let sheets = read(&bytes);
    let split = tables().iter().find(|table| cells(table, &model).1.len() == 2).expect("a table of two rows");
    let (header, rows) = cells(split, &model);
    let further = format!("{} (2)", split.name);
    assert_eq!(sheets[split.name], [header.clone(), rows[0].clone()]);
    assert_eq!(sheets[&further], [header, rows[1].clone()]);
    let dictionary = &sheets[super::NAME];
    let said: Vec<&Vec<String>> = dictionary.iter().filter(|row| row[0] == further).collect();
    assert_eq!(said.len(), 1);
    assert_eq!((said[0][1].as_str(), said[0][4].as_str()), ("1", ""));
    assert_eq!(said[0][8], format!("Goes on where the sheet \"{}\" ends: rows that one sheet cannot hold", split.name));
    assert!(entry(&bytes, "xl/worksheets/sheet1.xml").contains(&format!("location=\"'{further}'!A1\"")));
    // Every row of the dictionary leads to a sheet that there is, and from the row that names it.
    for row in &dictionary[1..] {
        assert!(sheets.contains_key(&row[0]), "{}", row[0]);
    }
    let links = entry(&bytes, "xl/worksheets/sheet1.xml");
    for (at, row) in (2..).zip(&dictionary[1..]) {
        assert!(links.contains(&format!("<hyperlink ref=\"A{at}\" location=\"'{}'!A1\"", row[0])), "row {at}");
    }
    // What was packed for other rows of the dictionary does not stand in for these.
    let whole = || made(&model, &Stock::default(), None, 1 << 20);
    assert!(made(&model, &stock, None, 1 << 20) == whole());
}

#[test]
fn what_workbooks_have_in_common_is_packed_once_and_changes_no_byte() {
    let model = model();
    let stock = Stock::default();
    for list in [None, Some(ListId::new(0)), Some(ListId::new(1)), None] {
        assert!(made(&model, &stock, list, 1 << 20) == made(&model, &Stock::default(), list, 1 << 20), "{list:?}");
    }
}
