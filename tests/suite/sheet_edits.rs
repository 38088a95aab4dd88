//! Workbooks as people hand them back: new, moved and removed rows, bad cells, and what spreadsheets do of their own.

use std::path::Path;

use qingdan::diag::Severity;
use qingdan::load::list_files;
use qingdan::pipeline::{BroughtBack, What, bring_back, sheet};

use crate::support::workbook::Cells;
use crate::support::{folder, program, repository, scratch};

/// A folder with the content of the rules, and its list as a workbook.
fn desk() -> (tempfile::TempDir, Cells) {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    let output = root.path().join("list.xlsx");
    sheet(&root.path().join("content"), "shiqiao-market", &output).expect("a workbook");
    let cells = Cells::read(&std::fs::read(output).expect("a workbook"));
    (root, cells)
}

/// The list as it is now, as a workbook.
fn again(root: &Path) -> Cells {
    sheet(&root.join("content"), "shiqiao-market", &root.join("list.xlsx")).expect("a workbook");
    Cells::read(&std::fs::read(root.join("list.xlsx")).expect("a workbook"))
}

fn back(root: &Path, cells: &Cells) -> BroughtBack {
    std::fs::write(root.join("list.xlsx"), cells.write()).expect("a workbook");
    bring_back(&root.join("content"), "shiqiao-market", &root.join("list.xlsx"), false).expect("the same list")
}

fn file(root: &Path, name: &str) -> String {
    std::fs::read_to_string(root.join("content/lists/shiqiao-market").join(name)).expect("a file")
}

fn errors(back: &BroughtBack) -> Vec<String> {
    let errors = back.findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| format!("{} {} {}", finding.path, finding.code.id, finding.message.zh)).collect()
}

#[test]
fn a_changed_cell_is_written_and_nothing_else() {
    let (root, mut cells) = desk();
    let before = file(root.path(), "duties.yaml");
    let column = cells.column("职责", "职责内容");
    cells.sheet("职责")[1][column] += "，并公布结果";
    let back = back(root.path(), &cells);
    assert!(back.written && back.findings.is_empty(), "{:?}", errors(&back));
    assert!(matches!(&back.changes[..], [change] if matches!(&change.what, What::Cell { .. })), "{:?}", back.changes);
    let after = file(root.path(), "duties.yaml");
    assert_eq!(after.replacen("，并公布结果", "", 1), before);
    let left: Vec<String> = folder::children(&root.path().join("content/lists/shiqiao-market"))
        .iter()
        .map(|path| folder::name(path))
        .collect();
    assert!(left.iter().all(|name| !name.contains("qingdan")), "{left:?}");
}

#[test]
fn rows_are_added_moved_and_removed() {
    let (root, mut cells) = desk();
    let name = cells.column("服务", "名称");
    let services = cells.sheet("服务");
    let mut new = services[1].clone();
    new[0] = String::new();
    new[name] = "检定预约".to_owned();
    services.insert(1, new);
    let back = back(root.path(), &cells);
    assert!(back.written, "{:?}", errors(&back));
    let services = file(root.path(), "services.yaml");
    let old =
        std::fs::read_to_string(repository("tests/rules/base/lists/shiqiao-market/services.yaml")).expect("a file");
    let head = old.split("  - ").next().expect("a head");
    let rest = &old[head.len()..];
    assert!(services.starts_with(head) && services.ends_with(rest), "{services}");
    let (_, files) = list_files(&root.path().join("content"), "shiqiao-market").expect("the list");
    assert!(files.iter().any(|(_, text)| text.contains("检定预约")));
    // The new row behind the others, and then away again: it is known by the id that it got.
    let mut cells = again(root.path());
    let new = cells.sheet("服务").remove(1);
    cells.sheet("服务").push(new);
    let back = self::back(root.path(), &cells);
    assert!(
        back.written && matches!(&back.changes[..], [change] if matches!(change.what, What::Moved(_))),
        "{:?}",
        back.changes
    );
    assert!(file(root.path(), "services.yaml").starts_with(&old));
    let mut cells = again(root.path());
    cells.sheet("服务").pop();
    let back = self::back(root.path(), &cells);
    assert!(
        back.written && matches!(&back.changes[..], [change] if matches!(change.what, What::Removed(..))),
        "{:?}",
        back.changes
    );
    assert_eq!(file(root.path(), "services.yaml"), old);
}

#[test]
fn what_spreadsheets_do_of_their_own_is_no_change() {
    let (root, mut cells) = desk();
    for (name, rows) in &mut cells.0 {
        if name == "_qingdan" {
            continue;
        }
        // Columns in another order, blank rows, blanks, line ends and marks in cells, figures that became numbers.
        let is_head = name == "清单";
        for row in rows.iter_mut() {
            for text in row.iter_mut().skip(1) {
                if !text.is_empty() && text.len() < 12 && !text.starts_with('0') && text.parse::<f64>().is_ok() {
                    *text = format!("={text}");
                } else if text.contains('\n') {
                    *text = text.replace('\n', "_x000D_\n") + "\n";
                } else if !text.is_empty() {
                    *text = format!(" {text}  ");
                }
            }
            if !is_head {
                row.reverse();
            }
        }
        rows.insert(2.min(rows.len()), Vec::new());
        rows.push(vec![String::new(), "  ".to_owned()]);
    }
    cells.0.reverse();
    let back = back(root.path(), &cells);
    assert!(back.findings.is_empty(), "{:?}", errors(&back));
    assert!(back.changes.is_empty(), "{:?}", back.changes);
}

#[test]
fn columns_that_are_gone_or_unknown_are_said() {
    let (root, mut cells) = desk();
    let column = cells.column("职责", "职责内容");
    for row in cells.sheet("职责") {
        row.remove(column);
        row.push("多出的".to_owned());
    }
    cells.0.retain(|(name, _)| name != "服务");
    // A column that is gone beside one that is not known may be the same with another heading.
    let brought = back(root.path(), &cells);
    let said: Vec<(&str, Severity)> =
        brought.findings.iter().map(|finding| (finding.code.id, finding.severity)).collect();
    assert_eq!(said, [("E081", Severity::Error), ("E081", Severity::Warning), ("E081", Severity::Warning)]);
    assert!(errors(&brought)[0].contains("多出的") && !brought.written, "{:?}", brought.findings);
    // Each of them alone is said, and loses nothing.
    let (_, whole) = desk();
    let mut more = whole.clone();
    more.sheet("职责").iter_mut().for_each(|row| row.push("多出的".to_owned()));
    for cells in [&mut cells, &mut more] {
        let extra = cells.sheet("职责")[0].iter().position(|heading| heading == "多出的");
        if cells.sheet("职责")[0].iter().all(|heading| heading != "职责内容") {
            let extra = extra.expect("the column");
            cells.sheet("职责").iter_mut().for_each(|row| drop(row.remove(extra)));
        }
        let back = back(root.path(), cells);
        assert!(errors(&back).is_empty() && !back.findings.is_empty(), "{:?}", back.findings);
        assert!(back.findings.iter().all(|finding| finding.code.id == "E081"), "{:?}", back.findings);
        assert!(back.changes.is_empty() && !back.written, "{:?}", back.changes);
    }
}

#[test]
fn a_row_twice_is_a_fault() {
    let (root, mut cells) = desk();
    let copy = cells.sheet("职责")[1].clone();
    cells.sheet("职责").push(copy);
    let last = cells.sheet("职责").len();
    let back = back(root.path(), &cells);
    let errors = errors(&back);
    assert!(errors.len() == 1 && errors[0].contains(&format!("list.xlsx!职责!A{last} E080")), "{errors:?}");
    assert!(!back.written);
}

/// What makes a value of a column wrong, and the code of that.
const BAD: [(&str, &str, &str); 33] = [
    ("主题", "no-such-topic", "E015"),
    ("责任科室", "no-such-office", "E013"),
    ("责任科室", "不存在的科", "E013"),
    ("主题", "不存在的主题", "E015"),
    ("条款项", "12.x", "E005"),
    ("出处·文件", "no-such-file", "E018"),
    ("法律", "no-such-law", "E012"),
    ("条款项", "第十四条", "E005"),
    ("条款", "no-such-provision", "E017"),
    ("最多", "很多", "E005"),
    ("最低", "很多", "E005"),
    ("每几个周期", "几", "E005"),
    ("覆盖面（%）·最低", "很多", "E005"),
    ("违法所得（%）·最低", "很多", "E005"),
    ("号码", "请来电", "E025"),
    ("电话", "请来电", "E025"),
    ("出处·文件部分", "no-such-part", "E018"),
    ("部门种类", "no-such-kind", "E014"),
    ("地区", "no-such-region", "E016"),
    ("种类", "乱写的", "E005"),
    ("清单种类", "乱写的", "E005"),
    ("填报日期", "昨天", "E005"),
    ("发布日期", "2015年", "E005"),
    ("周期", "世纪", "E005"),
    ("最少", "很多", "E005"),
    ("期限·数", "十", "E005"),
    ("期限·单位", "世纪", "E005"),
    ("牵头", "也许", "E005"),
    ("时间·月份", "13", "E024"),
    ("金额·币种", "贝壳", "E005"),
    ("试行", "也许", "E005"),
    ("覆盖", "一切", "E005"),
    ("部分", "没有", "E005"),
];

#[test]
fn a_hundred_bad_cells_are_named() {
    let (root, cells) = desk();
    let mut planted = 0;
    let mut wrong = Vec::new();
    let untouched = folder::read(&root.path().join("content"));
    for sheet in 0..cells.0.len() {
        let (name, rows) = &cells.0[sheet];
        for row in 1..rows.len() {
            for column in 0..rows[0].len() {
                let heading = if name == "清单" {
                    if column == 1 { &rows[row][0] } else { continue }
                } else {
                    &rows[0][column]
                };
                let bad = BAD.iter().filter(|(of, ..)| of == heading).copied();
                // A text that must be there and is not.
                let empty = matches!(
                    &**heading,
                    "名称" | "职责内容" | "工作事项" | "服务内容" | "标题" | "追责情形" | "内容" | "发布机关"
                )
                .then_some((&**heading, "", "E0"));
                for (_, text, code) in bad.chain(empty) {
                    if text.is_empty() && rows[row][column].is_empty() {
                        continue;
                    }
                    let mut cells = cells.clone();
                    cells.0[sheet].1[row][column] = text.to_owned();
                    let place = format!(
                        "list.xlsx!{name}!{}{}",
                        qingdan::import::document::column_name(column as u32),
                        row + 1
                    );
                    let back = back(root.path(), &cells);
                    planted += 1;
                    let errors = errors(&back);
                    // A text that is missing has no cell with something in it: the row is named.
                    let named = if text.is_empty() { format!("list.xlsx!{name}!") } else { place.clone() };
                    let is_named =
                        errors.iter().any(|error| error.contains(&named) && error.contains(&format!(" {code}")));
                    if !is_named || back.written {
                        wrong.push(format!("{place} {heading} {text}: {errors:?}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {planted}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(planted >= 100, "{planted}");
    assert!(folder::read(&root.path().join("content")) == untouched, "something was written");
}

#[test]
fn the_program_writes_and_reads_a_workbook() {
    let (root, mut cells) = desk();
    std::fs::write(root.path().join("list.xlsx"), cells.write()).expect("a workbook");
    let run = program::run(root.path(), &["import", "list.xlsx", "--into", "shiqiao-market", "--lang", "zh"]);
    assert_eq!((run.status, &*run.stdout), (Some(0), ""), "{}", run.stderr);
    let column = cells.column("职责", "责任科室");
    cells.sheet("职责")[1][column] = "qualty".to_owned();
    std::fs::write(root.path().join("list.xlsx"), cells.write()).expect("a workbook");
    let run = program::run(root.path(), &["import", "list.xlsx", "--into", "shiqiao-market", "--lang", "zh"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("list.xlsx!职责!") && run.stderr.contains("^^^^^^"), "{}", run.stderr);
}

#[test]
fn a_record_with_what_belongs_to_it_comes_and_goes() {
    let (root, mut cells) = desk();
    let before = folder::read(&root.path().join("content"));
    let name = cells.column("职责", "名称");
    let mut duty = cells.sheet("职责")[1].clone();
    (duty[0], duty[name]) = (String::new(), "平秤".to_owned());
    duty[cells_position(&cells, "职责", "名称（英文）")] = "Levelling".to_owned();
    cells.sheet("职责").push(duty);
    let mut work = cells.sheet("工作事项")[1].clone();
    (work[0], work[1]) = (String::new(), "平秤".to_owned());
    cells.sheet("工作事项").push(work);
    let back = back(root.path(), &cells);
    assert!(back.written, "{:?}", errors(&back));
    let duties = file(root.path(), "duties.yaml");
    assert!(duties.contains("- id: levelling") && duties.contains("work_items:"), "{duties}");
    // Without its row, those that belong to it have to go as well.
    let mut cells = again(root.path());
    cells.sheet("职责").pop();
    let stray = self::back(root.path(), &cells);
    assert!(!stray.written && stray.changes.is_empty(), "{:?}", stray.changes);
    let last = cells.sheet("工作事项").len();
    let said = errors(&stray);
    assert!(said.len() == 1 && said[0].contains(&format!("list.xlsx!工作事项!B{last} E080")), "{said:?}");
    cells.sheet("工作事项").pop();
    let back = self::back(root.path(), &cells);
    assert!(back.written, "{:?}", errors(&back));
    assert!(
        matches!(back.changes[..], [qingdan::pipeline::Change { what: What::Removed(_, 1..), .. }]),
        "{:?}",
        back.changes
    );
    assert!(folder::read(&root.path().join("content")) == before);
}

fn cells_position(cells: &Cells, sheet: &str, heading: &str) -> usize {
    cells.clone().column(sheet, heading)
}

#[test]
fn a_value_that_stands_for_several_is_a_fault() {
    let (root, _) = desk();
    let path = root.path().join("content/lists/shiqiao-market/services.yaml");
    let text = std::fs::read_to_string(&path).expect("a file");
    let shared = text.replacen("place:", "place: &here", 1);
    let shared = if shared == text { text.replacen("schedule: ", "schedule: &when ", 1) } else { shared };
    std::fs::write(&path, &shared).expect("a file");
    let mut cells = again(root.path());
    let column = cells.column("服务", "时间·内容");
    cells.sheet("服务")[1][column] = "4月".to_owned();
    let back = back(root.path(), &cells);
    let errors = errors(&back);
    assert!(errors.len() == 1 && errors[0].contains("list.xlsx!服务!") && errors[0].contains("E082"), "{errors:?}");
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), shared);
}

#[test]
fn a_link_to_a_file_stays_a_link() {
    #[cfg(unix)]
    {
        let (root, mut cells) = desk();
        let path = root.path().join("content/lists/shiqiao-market/services.yaml");
        let real = root.path().join("elsewhere.yaml");
        std::fs::rename(&path, &real).expect("a file");
        std::os::unix::fs::symlink(&real, &path).expect("a link");
        let column = cells.column("服务", "名称");
        cells.sheet("服务")[1][column] = "免费检定".to_owned();
        assert!(back(root.path(), &cells).written);
        assert!(path.is_symlink() && std::fs::read_to_string(real).expect("a file").contains("免费检定"));
    }
}

#[test]
fn an_old_workbook_takes_nothing_back() {
    let (root, mut cells) = desk();
    // Somebody changes the list meanwhile: a text, and a service more.
    let path = root.path().join("content/lists/shiqiao-market/services.yaml");
    let text = std::fs::read_to_string(&path).expect("a file").replacen("免费校秤", "免费检定", 1);
    let entry = &text[text.find("  - ").expect("an entry")..];
    let more = format!("{text}{}", entry.replacen("id: ", "id: other-", 1));
    std::fs::write(&path, &more).expect("a file");
    // What was not touched in the workbook stays as the list has it now.
    let column = cells.column("职责", "职责内容");
    cells.sheet("职责")[1][column] = "检定和监督衡器。".to_owned();
    let brought = back(root.path(), &cells);
    assert!(
        brought.written && brought.stale && brought.changes.len() == 1,
        "{:?} {:?}",
        errors(&brought),
        brought.changes
    );
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), more);
    // What both changed is for people to settle, and so is a row that goes from a part that grew.
    let mut touched = cells.clone();
    let column = touched.column("服务", "地点");
    touched.sheet("服务")[1][column] = "一楼".to_owned();
    let mut shorter = cells.clone();
    shorter.sheet("服务").remove(1);
    for cells in [touched, shorter] {
        let brought = back(root.path(), &cells);
        assert!(errors(&brought).iter().any(|error| error.contains("E083")), "{:?}", errors(&brought));
        assert!(!brought.written && std::fs::read_to_string(&path).expect("a file") == more);
    }
}
