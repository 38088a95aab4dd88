//! Slips in a workbook that would lose what the list has: each is a fault at its cell, and nothing is written.

use qingdan::diag::Severity;
use qingdan::pipeline::{BroughtBack, What, bring_back, sheet};

use crate::support::parts::{unzip, zip};
use crate::support::workbook::Cells;
use crate::support::{folder, program, repository, scratch};

const LIST: &str = "shiqiao-market";

/// A folder with the content of the rules, with a table of items beside it or not, and its list as a workbook.
fn desk(with_table: bool) -> (tempfile::TempDir, Cells) {
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("tests/rules/base"), &content);
    if with_table {
        folder::copy(&repository("tests/rules/accepted-table-of-items"), &content);
    }
    sheet(&content, LIST, &root.path().join("list.xlsx")).expect("a workbook");
    let cells = Cells::read(&std::fs::read(root.path().join("list.xlsx")).expect("a workbook"));
    (root, cells)
}

fn back_bytes(root: &tempfile::TempDir, bytes: &[u8]) -> BroughtBack {
    let content = root.path().join("content");
    let before = folder::read(&content);
    std::fs::write(root.path().join("list.xlsx"), bytes).expect("a workbook");
    let back = bring_back(&content, LIST, &root.path().join("list.xlsx"), false).expect("the same list");
    assert!(back.written || folder::read(&content) == before, "something was written");
    back
}

fn back(root: &tempfile::TempDir, cells: &Cells) -> BroughtBack {
    back_bytes(root, &cells.write())
}

/// The errors: cell, code and words.
fn errors(back: &BroughtBack) -> Vec<String> {
    let errors = back.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let cell = |path: &str| path.split_once('!').map_or(path.to_owned(), |(_, cell)| cell.to_owned());
    errors.map(|finding| format!("{} {} {}", cell(&finding.path), finding.code.id, finding.message.zh)).collect()
}

#[test]
fn an_id_that_was_typed_over_or_emptied_removes_nothing() {
    let (root, cells) = desk(false);
    let id = cells.clone().sheet("职责")[1][0].clone();
    for typed in ["", "other-id"] {
        let mut cells = cells.clone();
        cells.sheet("职责")[1][0] = typed.to_owned();
        let said = errors(&back(&root, &cells));
        assert!(said.len() == 1 && said[0].starts_with("职责!A2 E080") && said[0].contains(&id), "{said:?}");
        // The same where another cell of the row was changed as well.
        let column = cells.column("职责", "职责内容");
        cells.sheet("职责")[1][column] += "改";
        let said = errors(&back(&root, &cells));
        assert!(said.len() == 1 && said[0].starts_with("职责!A2 E080"), "{said:?}");
    }
    // All of them.
    let mut all = cells.clone();
    let mut count = 0;
    for (name, rows) in &mut all.0 {
        if name != "清单" && name != "_qingdan" {
            for row in rows.iter_mut().skip(1) {
                row[0] = String::new();
                count += 1;
            }
        }
    }
    let said = back(&root, &all);
    assert!(!said.written && said.changes.is_empty() && count > 10, "{:?}", said.changes);
    assert!(errors(&said).iter().all(|error| error.contains("E080")), "{:?}", errors(&said));
}

#[test]
fn a_formula_without_a_value_is_no_empty_cell() {
    let (root, mut cells) = desk(true);
    let (duty, item) = (cells.column("职责", "名称"), cells.sheet("事项表")[0].len() - 1);
    let before = cells.clone();
    for (sheet, column) in [("职责", duty), ("事项表", item)] {
        let mut cells = before.clone();
        // A number that stands nowhere else becomes a formula as programs write it that work nothing out.
        cells.sheet(sheet)[1][column] = "=987654321".to_owned();
        let mut parts = unzip(&cells.write());
        for (_, bytes) in parts.iter_mut().filter(|(name, _)| name.contains("worksheets/")) {
            let text = String::from_utf8(std::mem::take(bytes)).expect("XML");
            *bytes = text.replace("<v>987654321</v>", "<f>A2&amp;\"x\"</f><v></v>").into_bytes();
        }
        let bytes = zip(&parts);
        let said = errors(&back_bytes(&root, &bytes));
        let place = format!("{sheet}!{}2 E084", qingdan::import::document::column_name(column as u32));
        assert!(said.iter().any(|error| error.starts_with(&place)), "{place}: {said:?}");
    }
}

#[test]
fn a_long_number_is_not_taken_in() {
    let (root, mut cells) = desk(false);
    let column = cells.column("职责", "序号");
    cells.sheet("职责")[1][column] = "=123456789012345680".to_owned();
    let said = errors(&back(&root, &cells));
    assert!(said.len() == 1 && said[0].starts_with("职责!") && said[0].contains("2 E084"), "{said:?}");
    // Fifteen digits are kept.
    cells.sheet("职责")[1][column] = "=123456789012345".to_owned();
    assert!(back(&root, &cells).written);
}

#[test]
fn a_renamed_heading_loses_no_edit() {
    let (root, cells) = desk(true);
    for (sheet, at) in [("职责", "职责内容"), ("事项表", "")] {
        let mut cells = cells.clone();
        let column = if at.is_empty() { 2 } else { cells.column(sheet, at) };
        cells.sheet(sheet)[0][column] = "改过的表头".to_owned();
        cells.sheet(sheet)[1][column] = "改过的内容".to_owned();
        let back = back(&root, &cells);
        let said = errors(&back);
        assert!(said.len() == 1 && said[0].contains("1 E081") && said[0].contains("改过的表头"), "{said:?}");
    }
    let mut head = cells.clone();
    let row = head.sheet("清单").iter().position(|row| row[0] == "标题").expect("the title");
    head.sheet("清单")[row][0] = "题目".to_owned();
    let said = errors(&back(&root, &head));
    assert!(said.len() == 1 && said[0].starts_with(&format!("清单!A{} E081", row + 1)), "{said:?}");
    for sheet in ["职责", "事项表"] {
        let mut cells = cells.clone();
        cells.sheet(sheet)[0][0] = "代号".to_owned();
        assert!(errors(&back(&root, &cells)).iter().any(|error| error.contains("E081") && error.contains("编号")));
    }
}

#[test]
fn what_is_missing_is_said_at_its_cell() {
    let (root, cells) = desk(false);
    let column = cells.clone().column("职责", "名称");
    let mut empty = cells.clone();
    empty.sheet("职责")[1][column] = String::new();
    let said = errors(&back(&root, &empty));
    let cell = format!("职责!{}2 ", qingdan::import::document::column_name(column as u32));
    assert!(said.len() == 1 && said[0].starts_with(&cell), "{said:?}");
    let brought = back(&root, &empty);
    let help = brought.findings[0].help.as_ref().map(|help| help.zh.clone()).unwrap_or_default();
    assert!(!help.contains('{'), "{help}");
    // A new row far below that has a name alone.
    let mut below = cells.clone();
    let width = below.sheet("职责")[0].len();
    let rows = below.sheet("职责");
    rows.resize(40, vec![String::new(); width]);
    rows[39][column] = "新的职责".to_owned();
    let said = errors(&back(&root, &below));
    assert!(said.len() == 1 && said[0].starts_with("职责!") && said[0].contains("40 E004"), "{said:?}");
    assert!(said[0].contains("职责内容") && !said[0].contains("statement"), "{said:?}");
}

#[test]
fn offices_may_be_called_by_their_names() {
    let (root, cells) = desk(true);
    let offices = cells.clone().sheet("科室").clone();
    let name = cells.clone().column("科室", "名称");
    let column = cells.clone().column("职责", "责任科室");
    // The names of the offices that the row has by their ids: nothing changes.
    let mut same = cells.clone();
    let had = same.sheet("职责")[1][column].clone();
    let row = offices.iter().find(|row| row[0] == had).expect("the office");
    same.sheet("职责")[1][column].clone_from(&row[name]);
    assert!(back(&root, &same).changes.is_empty());
    for between in ["、", "；", "\n"] {
        let mut two = cells.clone();
        two.sheet("职责")[1][column] = format!("{}{between}{}", offices[1][name], offices[2][name]);
        let back = bring_back_trial(&root, &two);
        assert!(back.findings.is_empty() && back.changes.len() == 1, "{between}: {:?}", errors(&back));
        let What::Cell { new, .. } = &back.changes[0].what else { panic!("{:?}", back.changes) };
        assert_eq!(*new, format!("{}\n{}", offices[1][0], offices[2][0]));
    }
    // Unknown ones are named one by one, without any YAML.
    let mut unknown = cells.clone();
    unknown.sheet("职责")[1][column] = format!("农村水利股、{}、水政水资源股", offices[1][name]);
    let back = back(&root, &unknown);
    let said = errors(&back);
    assert!(said.len() == 2 && said[0].contains("农村水利股") && said[1].contains("水政水资源股"), "{said:?}");
    for finding in &back.findings {
        let help = finding.help.as_ref().expect("help");
        assert!(help.zh.contains("“科室”表") && !help.zh.contains(['[', '{', '\n']), "{}", help.zh);
    }
}

fn bring_back_trial(root: &tempfile::TempDir, cells: &Cells) -> BroughtBack {
    std::fs::write(root.path().join("list.xlsx"), cells.write()).expect("a workbook");
    bring_back(&root.path().join("content"), LIST, &root.path().join("list.xlsx"), true).expect("the same list")
}

#[test]
fn fixed_words_are_said_in_chinese() {
    let (root, mut cells) = desk(false);
    let column = cells.column("科室", "种类");
    cells.sheet("科室")[1][column] = "科室".to_owned();
    let back = back(&root, &cells);
    let help = back.findings[0].help.as_ref().expect("help");
    assert!(help.zh.contains("内设科室") && !help.zh.contains("office"), "{}", help.zh);
}

#[test]
fn a_removed_record_is_named() {
    let (root, mut cells) = desk(false);
    let name = cells.column("科室", "名称");
    let removed = cells.sheet("科室").remove(1);
    let back = back(&root, &cells);
    let names =
        back.changes.iter().any(|change| matches!(&change.what, What::Removed(said, _) if *said == removed[name]));
    assert!(names, "{:?}", back.changes);
}

#[test]
fn a_workbook_that_is_there_is_not_overwritten() {
    let (root, _) = desk(false);
    let sheet = |more: &[&str]| program::run(root.path(), &[&["sheet", LIST, "--output", "list.xlsx"], more].concat());
    let made = std::fs::read(root.path().join("list.xlsx")).expect("a workbook");
    std::fs::write(root.path().join("list.xlsx"), "edited").expect("a workbook");
    let run = sheet(&["--lang", "en"]);
    assert!(run.status == Some(2) && run.stderr.contains("--force"), "{}", run.stderr);
    assert_eq!(std::fs::read(root.path().join("list.xlsx")).expect("a workbook"), b"edited");
    assert_eq!(sheet(&["--force"]).status, Some(0));
    assert!(std::fs::read(root.path().join("list.xlsx")).expect("a workbook") == made);
}

#[test]
fn the_same_fault_in_many_cells_is_counted() {
    let (root, mut cells) = desk(false);
    let column = cells.column("工作事项", "工作事项");
    let rows = cells.sheet("工作事项").len() - 1;
    let template = cells.sheet("工作事项")[1].clone();
    for number in 0..6 {
        let mut row = template.clone();
        (row[0], row[1]) = (String::new(), "没有的职责".to_owned());
        row[column] = format!("新的事项{number}");
        cells.sheet("工作事项").push(row);
    }
    std::fs::write(root.path().join("list.xlsx"), cells.write()).expect("a workbook");
    let run = program::run(root.path(), &["import", "list.xlsx", "--into", LIST, "--lang", "zh"]);
    let (first, last) = (rows + 5, rows + 7);
    assert_eq!(run.stderr.matches("错误[E080]").count(), 3, "{}", run.stderr);
    assert!(run.stderr.contains(&format!("另有 3 格同样的 E080：B{first}、B{}、B{last}", first + 1)), "{}", run.stderr);
}

#[test]
fn an_ods_is_said_to_be_one() {
    use std::io::Write;

    let (root, _) = desk(false);
    let mut file = zip::ZipWriter::new(std::fs::File::create(root.path().join("list.ods")).expect("a file"));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    file.start_file("mimetype", stored).expect("a part");
    file.write_all(b"application/vnd.oasis.opendocument.spreadsheet").expect("a part");
    file.finish().expect("a file");
    let run = program::run(root.path(), &["import", "list.ods", "--into", LIST, "--lang", "zh"]);
    assert!(run.status == Some(2) && run.stderr.contains(".ods") && run.stderr.contains(".xlsx"), "{}", run.stderr);
}
