//! What papers do that a hasty reader takes for something else: small tables in, what must and must not be in the files out.

use std::fs;

use qingdan::diag::Failure;
use qingdan::import::build::Said;
use qingdan::pipeline::{ImportJob, Imported, import};

use crate::support::{folder, repository, scratch};

/// Imports a table into a site without lists; the files come back as one text.
fn read(table: &str, change: impl Fn(&mut ImportJob)) -> (Result<Imported, Failure>, String) {
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("tests/sites/forms/content"), &content);
    fs::remove_dir_all(content.join("lists")).expect("lists");
    let file = root.path().join("权责清单.csv");
    fs::write(&file, table).expect("a table");
    let said = Said {
        id: Some("x".into()),
        region: Some("shuangyu".into()),
        agency: Some("双榆县水务局".into()),
        ..Said::default()
    };
    let mut job = ImportJob { files: vec![file], content, said, columns: Vec::new(), dry_run: true };
    change(&mut job);
    let imported = import(&job);
    let texts = imported.as_ref().map(|imported| imported.files.new.iter().map(|(_, text)| text.as_str()).collect());
    let text: String = texts.unwrap_or_default();
    (imported, text)
}

fn files(table: &str) -> String {
    let (imported, text) = read(table, |_| {});
    imported.unwrap_or_else(|failure| panic!("{failure}"));
    text
}

#[test]
fn a_heading_whose_numeral_stands_in_the_column_of_numbers_is_a_heading() {
    let text = files(
        "序号,权力名称,实施依据\n一,行政许可（1项）,\n1,取水许可,《水法》第七条\n（二）,行政强制,共1项\n2,查封设施,\n",
    );
    assert!(text.contains("type: licence") && text.contains("type: compulsion"), "{text}");
    assert!(!text.contains("name: 行政许可"), "{text}");
}

#[test]
fn who_filled_in_the_form_is_not_written() {
    let (imported, text) = read(
        "序号,权力名称,责任科室\n1,取水许可,水政股\n填表人：某甲,,审核人：某乙\n备注,本表由局办公室解释,\n",
        |_| {},
    );
    let left_out = imported.expect("a list").report.left_out;
    assert_eq!(left_out.len(), 2, "{left_out:?}");
    assert!(!text.contains("某甲") && !text.contains("某乙") && text.contains("本表由局办公室解释"), "{text}");
}

#[test]
fn ditto_with_nothing_above_is_kept_as_it_stands() {
    let text = files("序号,权力名称,备注\n1,甲许可,委托实施\n2,乙许可,\n3,丙许可,同上\n4,丁许可,同上。\n");
    assert_eq!(text.matches("委托实施").count(), 1, "{text}");
    assert!(text.contains("同上"), "{text}");
}

#[test]
fn a_type_stands_once_for_the_rows_below_it() {
    let text = files("序号,权力类型,权力名称\n1,行政许可,甲\n2,,乙\n3,行政处罚,丙\n");
    assert_eq!((text.matches("licence").count(), text.matches("penalty").count()), (2, 1), "{text}");
}

#[test]
fn lower_headings_without_merged_cells_belong_to_the_head() {
    let text = files("序号,权力名称,办理时限,,备注\n,,法定,承诺,\n1,甲许可,30日,5日,无\n2,乙许可,20日,3日,\n");
    assert!(text.contains("statutory") && text.contains("promised") && text.contains("30日"), "{text}");
}

#[test]
fn duties_numbered_in_one_line_are_stages() {
    let text = files("序号,权力名称,责任事项\n1,甲许可,1.受理责任：公示。2.审查责任：核查。3.决定责任：答复。\n");
    for stage in ["acceptance", "examination", "decision"] {
        assert!(text.contains(stage), "{stage}: {text}");
    }
}

#[test]
fn the_unit_of_a_bare_figure_stands_in_its_heading() {
    let text = files("序号,权力名称,法定时限（工作日）,咨询及监督电话\n1,甲许可,20,0000-7511867\n");
    assert!(text.contains("20个工作日") && text.contains("working_days: true"), "{text}");
    assert!(!text.contains("kind: supervision"), "{text}");
}

#[test]
fn numbers_that_begin_anew_are_remarks() {
    let text = files("序号,权力名称\n1,甲许可\n2,乙许可\n1,丙许可\n");
    assert!(text.contains("原件序号：1"), "{text}");
}

#[test]
fn offices_and_phones_are_told_apart() {
    let text = files(
        "序号,权力名称,责任单位,监督电话\n1,甲许可,水政股、农水股,0000-7511867 0000-7511868\n2,乙许可,水政股/节水站,见首页\n",
    );
    assert!(!text.contains("bodies:") && text.contains("name: 农水股") && text.contains("name: 节水站"), "{text}");
    assert!(text.contains("监督电话：见首页"), "{text}");
}

#[test]
fn what_cannot_be_is_refused_before_anything_is_written() {
    let table = "序号,权力名称\n1,甲许可\n";
    for id in ["../../x", "a b", "清单", "X"] {
        let (imported, _) = read(table, |job| job.said.id = Some(id.into()));
        assert!(matches!(imported, Err(Failure::Option { option: "--id", .. })), "{id}");
    }
    let matters = "序号,管理事项,相关部门,职责分工\n1,河道,县茶叶发展局,负责巡查\n";
    let (imported, _) = read(matters, |job| {
        fs::write(job.content.join("departments.yaml"), "[{slug: a, name: {zh: 甲}}]\n").expect("a register");
    });
    assert!(matches!(imported, Err(Failure::Refused { .. })), "a register that cannot be added to");
}

#[test]
fn the_workbook_of_a_list_is_brought_back_and_not_imported() {
    let (imported, _) = read("序号,权力名称\n1,甲许可\n", |job| {
        let book = job.content.join("../list.xlsx");
        qingdan::pipeline::sheet(&repository("tests/sites/forms/content"), "shuangyu-water", &book)
            .expect("a workbook");
        job.files = vec![book];
    });
    let failure = imported.expect_err("a refusal").words();
    assert!(failure.zh.contains("--into shuangyu-water"), "{}", failure.zh);
}
