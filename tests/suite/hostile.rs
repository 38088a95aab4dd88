//! Files of offices that are damaged or made to do harm: reading them ends soon, in a document or a refusal, never in a panic.

use std::fs;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, prop};
use proptest::{proptest, sample};
use qingdan::edit::tree;
use qingdan::import::document::{Block, Document};
use qingdan::import::read::{Refusal, read};

use crate::support::{folder, parts, program, repository, scratch};

/// Files that are damaged.
const FILES: [&str; 7] = [
    "openpyxl.xlsx",
    "libreoffice.xls",
    "xlwt.xls",
    "libreoffice.ods",
    "python-docx.docx",
    "libreoffice.docx",
    "page.xls",
];

/// Pieces that are put in the place of others.
const PIECES: [&str; 12] = [
    "",
    "4294967295",
    "-1",
    "0",
    "<",
    ">",
    "</w:tc>",
    "<w:tbl>",
    "&#x0;",
    "XFD1048576",
    "\u{fffd}",
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
];

fn file(name: &str) -> Vec<u8> {
    fs::read(repository("tests/import/files").join(name)).expect("a file")
}

/// Reads a file and holds what it comes to against what a document is.
fn held(name: &str, bytes: &[u8]) {
    let Ok(Document { blocks, .. }) = read(name, bytes) else { return };
    for block in blocks {
        let Block::Sheet(sheet) = block else { continue };
        assert!(sheet.rows.is_sorted_by(|one, other| one.line < other.line), "{name}: rows");
        for row in &sheet.rows {
            assert!(row.cells.is_sorted_by(|one, other| one.column < other.column), "{name}: cells");
            assert!(row.cells.iter().all(|cell| (cell.columns == 0) == (cell.rows == 0)), "{name}: spans");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn damaged_bytes_do_no_harm(name in sample::select(&FILES[..]), places in vec((any::<prop::sample::Index>(), any::<u8>()), 1..40), end in any::<Option<prop::sample::Index>>()) {
        let mut bytes = file(name);
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len()));
        }
        held(name, &bytes);
    }

    #[test]
    fn damaged_parts_do_no_harm(name in sample::select(&["openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods", "python-docx.docx", "libreoffice.docx"][..]), changes in vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_usize..60, sample::select(&PIECES[..])), 1..8)) {
        let mut all = parts::unzip(&file(name));
        all.retain(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels"));
        for (part, place, length, piece) in changes {
            let at = part.index(all.len());
            let bytes = &mut all[at].1;
            let start = place.index(bytes.len() + 1);
            let end = bytes.len().min(start + length);
            bytes.splice(start..end, piece.bytes());
        }
        held(name, &parts::zip(&all));
    }

    #[test]
    fn any_bytes_do_no_harm(name in sample::select(&["a.csv", "a.txt", "a.xls", "a.html", "a"][..]), head in sample::select(&["", "<html><table><tr><td rowspan=65534>", "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet>", "PK\x03\x04", "sep=\""][..]), bytes in vec(any::<u8>(), 0..300)) {
        held(name, &[head.as_bytes(), &bytes].concat());
    }
}

#[test]
fn files_that_blow_up_are_bounded() {
    let filled = |cell: &str, times: usize| parts::workbook(&format!("<row>{}</row>", cell.repeat(times)), &[]);
    let merged =
        format!("<row r='1'><c r='A1'><v>1</v></c></row>{}", "<mergeCell ref='A1:XFD1048576'/>".repeat(100_000));
    held("a.xlsx", &parts::workbook(&merged, &[]));
    held("a.xlsx", &filled("<c/>", 200_000));
    // One text of a megabyte, shown by thousands of cells.
    let mut shared = parts::unzip(&filled("<c t='s'><v>0</v></c>", 4_000));
    let strings = format!("<sst><si><t>{}</t></si></sst>", "长".repeat(400_000));
    shared.push(("xl/strings.xml".to_owned(), strings.into_bytes()));
    for (name, bytes) in &mut shared {
        if name.ends_with("workbook.xml.rels") {
            let text = String::from_utf8_lossy(bytes)
                .replace("http://x/styles\" Target=\"styles.xml", "http://x/sharedStrings\" Target=\"strings.xml");
            *bytes = text.into_bytes();
        }
    }
    assert_eq!(read("a.xlsx", &parts::zip(&shared)).err(), Some(Refusal::TooLarge));
    let deep = parts::workbook(&"<a>".repeat(500_000), &[]);
    assert_eq!(read("a.xlsx", &deep).err(), Some(Refusal::Damaged));
    let tables = "<w:tbl><w:tr><w:tc><w:p/>".repeat(20_000);
    assert_eq!(read("a.docx", &parts::document(&tables, "")).err(), Some(Refusal::Damaged));
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><x/>";
    held("a.docx", &parts::document(&format!("{entities}<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"), ""));
    let repeated = "<office:document><table:table table:name='a'><table:table-row table:number-rows-repeated='4294967295'>\
        <table:table-cell table:number-columns-repeated='4294967295'><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:document>";
    let open = parts::zip(&[("content.xml".to_owned(), repeated.as_bytes().to_vec())]);
    assert_eq!(read("a.ods", &open).err(), Some(Refusal::TooLarge));
    let spans = format!("<table>{}</table>", "<tr><td rowspan=65534 colspan=65534>x".repeat(5_000));
    held("a.html", spans.as_bytes());
}

#[test]
fn what_is_larger_than_a_list_is_refused_and_never_cut() {
    let rows = |between: &str| format!("编号{between}名称\n{}", format!("1{between}甲\n").repeat(110_000));
    for (name, text) in [
        ("a.csv", rows(",")),
        ("a.txt", rows("\t")),
        ("a.txt", rows(",")),
        ("a.txt", format!("|a|b|\n|---|---|\n{}", "|1|2|\n".repeat(110_000))),
        ("a.csv", format!("编号,名称\n1,{}", "x".repeat(17 << 20))),
        ("a.html", format!("<table><tr><td>{}", "x".repeat(17 << 20))),
    ] {
        assert_eq!(read(name, text.as_bytes()).err(), Some(Refusal::TooLarge), "{name} {:.20}", text);
    }
    let cells = "<row><c t='inlineStr'><is><t>甲</t></is></c></row>".repeat(210_000);
    assert_eq!(read("a.xlsx", &parts::workbook(&cells, &[])).err(), Some(Refusal::TooLarge));
    let paragraphs = "<w:p><w:r><w:t>职责</w:t></w:r></w:p>".repeat(2_000_000);
    assert_eq!(read("a.docx", &parts::document(&paragraphs, "")).err(), Some(Refusal::TooLarge));
}

/// Checks the content of `tests/rules/base` with a file of it written anew.
fn checked(file: &str, text: &str) -> program::Run {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    fs::write(root.path().join("content").join(file), text).expect("a file");
    program::run(root.path(), &["check", "--lang", "en"])
}

#[test]
fn pages_that_nest_or_repeat_without_end_are_read_once() {
    // Each took minutes where the rest of the text was looked through again for every mark of it.
    for (what, text) in [
        ("brackets", "[".repeat(100_000)),
        ("pictures in pictures", "![a](".repeat(100_000)),
        ("links in angle brackets", "[甲](<".repeat(100_000)),
        ("brackets of Chinese", "【甲】(/x ".repeat(20_000)),
        ("items", "- ".repeat(20_000)),
        ("quotes", ">".repeat(50_000)),
        ("emphasis", "**甲".repeat(100_000)),
        ("lines", "*甲\n".repeat(50_000)),
        ("links that lead nowhere", (0..20_000).map(|n| format!("[甲](/x{n}/)\n")).collect()),
    ] {
        let run = checked("pages/about.zh.md", &format!("# 关于\n\n{text}\n"));
        assert!(matches!(run.status, Some(0 | 1)), "{what}: {:.2000}", run.stderr);
        assert!(run.stderr.len() < 20_000, "{what}: a message of {} bytes", run.stderr.len());
    }
}

#[test]
fn faults_without_end_are_told_by_a_few() {
    const DUTIES: &str = "lists/shiqiao-market/duties.yaml";
    let keys: String = (0..100_000).map(|n| format!("dutie{n}: []\n")).collect();
    let duties: String = (0..30_000).map(|n| format!("  - {{id: a{n}, nme: x, basis: 3}}\n")).collect();
    let anchors: String = (0..20_000).map(|n| format!("&a{n} x,")).collect();
    let id = "b".repeat(1_000_000);
    for (text, told) in [
        (keys, "unknown key `dutie0`"),
        (format!("duties:\n{duties}"), "unknown key `nme`"),
        (format!("duties: [{anchors}]\n"), "more than 10,000 anchors"),
        (format!("duties: [{}]\n", "x,".repeat(1_100_000)), "more than a million values"),
        (format!("duties: []\n{id}: []\n"), "this is not YAML"),
    ] {
        let run = checked(DUTIES, &text);
        assert_eq!(run.status, Some(1), "{told}");
        assert!(run.stderr.contains(told), "{told}: {:.2000}", run.stderr);
        assert!(run.stderr.len() < 20_000, "{told}: a message of {} bytes", run.stderr.len());
    }
}

#[test]
fn templates_that_make_texts_grow_are_stopped() {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    let footer = root.path().join("themes/mine/components/footer");
    fs::create_dir_all(&footer).expect("a folder");
    let twice = "{% set a = a ~ a %}".repeat(60);
    let tenfold = "{% set a = a | replace(from=\"a\", to=\"aaaaaaaaaa\") %}".repeat(30);
    let at_once = format!("{{{{ a{} | length }}}}", " | replace(from=\"a\", to=\"aaaaaaaaaa\")".repeat(30));
    let blocks = "{% set a %}{{ a }}{{ a }}{% endset %}".repeat(60);
    let lists = format!("{}{{{{ a | str | length }}}}", "{% set a = [a, a] %}".repeat(60));
    for text in [twice, tenfold, at_once, blocks, lists] {
        fs::write(footer.join("template.html"), format!("{{% set a = \"aaaaaaaaaa\" %}}{text}{{{{ a }}}}"))
            .expect("a file");
        let run = program::run(root.path(), &["build", "--theme", "mine", "--lang", "en"]);
        assert_eq!(run.status, Some(2), "{}", run.stderr);
        assert!(run.stderr.contains("grew beyond 16 MB"), "{}", run.stderr);
    }
    let large = format!("/*{}*/", " ".repeat(25 << 20));
    fs::remove_file(footer.join("template.html")).expect("a file");
    fs::write(footer.join("style.css"), large).expect("a file");
    let run = program::run(root.path(), &["build", "--theme", "mine", "--lang", "en"]);
    assert_eq!(run.status, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains("may have 24 MB"), "{}", run.stderr);
}

/// A path that no system call takes is told by its beginning and end.
#[cfg(unix)]
#[test]
fn folders_in_folders_without_end_are_told_in_a_line() {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    let name = "深".repeat(20);
    let inner = root.path().join("content/lists").join(&name);
    fs::create_dir(&inner).expect("a folder");
    // Outer folders are made around inner ones, since a path to all of them is longer than a path may be.
    for _ in 0..200 {
        let around = root.path().join("content/around");
        fs::create_dir(&around).expect("a folder");
        fs::rename(&inner, around.join(&name)).expect("a move");
        fs::rename(&around, &inner).expect("a move");
    }
    for command in ["check", "build"] {
        for lang in ["en", "zh"] {
            let run = program::run(root.path(), &[command, "--lang", lang]);
            assert!(matches!(run.status, Some(1 | 2)), "{command}: {:?} {:.2000}", run.status, run.stderr);
            assert!(run.stderr.len() < 3_000, "{command}: a message of {} bytes", run.stderr.len());
        }
    }
    // What removes the folder of the test goes by paths as well.
    for _ in 0..200 {
        let rest = root.path().join("content/rest");
        fs::rename(inner.join(&name), &rest).expect("a move");
        fs::remove_dir(&inner).expect("a folder without any");
        fs::rename(&rest, &inner).expect("a move");
    }
}

#[test]
fn tables_of_a_million_columns_are_refused() {
    let wide = format!("编号,{}名称\n{}\n", "x,".repeat(1_000_000), "1,".repeat(1_000_001));
    assert_eq!(read("a.csv", wide.as_bytes()).err(), Some(Refusal::TooLarge));
    let rows = parts::workbook(&"<row/>".repeat(1_100_000), &[]);
    assert_eq!(read("a.xlsx", &rows).err(), Some(Refusal::TooLarge));
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("tests/rules/base"), &content);
    fs::write(content.join("lists/shiqiao-market/items.csv"), wide).expect("a table");
    let run = program::run(root.path(), &["check", "--lang", "en"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("error[E061]: unknown heading `x`"), "{}", run.stderr);
}

#[test]
fn aliases_are_counted_before_they_are_written_out() {
    let aliases = |times: usize| "*a,".repeat(times);
    let long = format!("[&a {}, {}]", "长".repeat(100_000), aliases(20_000));
    let deep = |values: usize| {
        let heads: String = (0..90).map(|n| format!("&a{n} [")).collect();
        format!("{heads}{}{}", "x,".repeat(values), "]".repeat(90))
    };
    let anchors: String = (0..100_000).map(|n| format!("&b{n} x,")).collect();
    assert!(tree(&long).is_none());
    assert!(tree(&deep(50_000)).is_none());
    assert!(tree(&deep(5_000)).is_some());
    assert!(tree(&format!("[&a x,{anchors}{}]", aliases(100_000))).is_some());
}

#[test]
fn laws_that_nobody_knows_are_all_told() {
    let file = "lists/shiqiao-market/duties.yaml";
    let base = fs::read_to_string(repository("tests/rules/base").join(file)).expect("a file");
    let cited: String = (0..5_000).map(|n| format!("《石桥第{n}号规定》第{n}条、")).collect();
    let text = base.replacen("{zh: 负责产品质量监督管理。,", &format!("{{zh: 依照{cited}。,"), 1);
    assert_ne!(text, base);
    let run = checked(file, &text);
    assert_eq!(run.status, Some(1), "{:.2000}", run.stderr);
    assert!(run.stderr.contains("E037  unregistered-law  5000"), "{:.2000}", run.stderr);
}

#[test]
fn formats_down_to_the_last_row_cost_nothing() {
    let rows: String =
        (1..=200_000).map(|row| format!("<row r='{row}' hidden='1'><c r='XFD{row}' s='1'/></row>")).collect();
    let document = read("a.xlsx", &parts::workbook(&rows, &["0"])).expect("a document");
    let Some(Block::Sheet(sheet)) = document.blocks.first() else { panic!("{document:?}") };
    assert!(sheet.rows.is_empty());
}
