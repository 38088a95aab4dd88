//! A list on paper: as a book and as the table that officials know, which its workbook opens with as well; each says what
//! the tables of the data say.

use std::collections::BTreeSet;

use crate::support::html::{Element, main_of};
use crate::support::site;
use crate::support::tables::Tables;
use crate::support::workbook::Cells;

const HEADINGS: [&str; 6] = ["序号", "职责", "事项", "科室", "依据", "备注"];

fn page(path: &str) -> String {
    String::from_utf8_lossy(&site::real()[path]).into_owned()
}

fn lists() -> Vec<String> {
    let paths = site::real().keys().filter_map(|path| path.strip_prefix("lists/")?.strip_suffix("/table/index.html"));
    paths.map(str::to_owned).collect()
}

/// The headings of a table of a page, which are some of all in their order.
fn heads(table: &Element) -> Vec<String> {
    table.named("thead")[0].named("th").iter().map(|head| head.text()).collect()
}

/// The rows of the tables of a page, with cells that go over several rows in each of them, and nothing in a column that the
/// table leaves out.
fn rows(main: &Element) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for table in main.named("table") {
        let heads = heads(table);
        let column = |heading: &&str| heads.iter().position(|head| head == heading);
        let columns: Vec<Option<usize>> = HEADINGS.iter().map(column).collect();
        let mut open: Vec<Option<(usize, String)>> = vec![None; heads.len()];
        for row in table.named("tbody").iter().flat_map(|body| body.named("tr")) {
            let mut cells = row.elements();
            for place in &mut open {
                if place.as_ref().is_none_or(|(left, _)| *left == 0) {
                    let cell = cells.next().expect("a cell");
                    *place = Some((cell.get("rowspan").parse().unwrap_or(1), cell.text()));
                }
            }
            assert!(cells.next().is_none(), "a cell too many: {}", row.text());
            let shown = open.iter_mut().flatten().map(|(left, text)| {
                *left -= 1;
                text.clone()
            });
            let shown: Vec<String> = shown.collect();
            all.push(columns.iter().map(|at| at.map_or_else(String::new, |at| shown[at].clone())).collect());
        }
        assert!(open.iter().flatten().all(|(left, _)| *left == 0), "a cell goes beyond its table");
    }
    all
}

#[test]
fn the_table_holds_every_duty_matter_and_service_with_its_offices() {
    let tables = Tables::read(site::real());
    for list in lists() {
        let main = main_of(site::real(), &format!("lists/{list}/table/index.html"));
        // A column stands there or is named as one that the data lack, and none of those that stand there is empty.
        for part in main.named("section") {
            let heads = heads(part.named("table")[0]);
            let missing = part.named("p").iter().find(|p| p.get("class").contains("missing")).map(|p| p.text());
            let missing = missing.unwrap_or_default();
            for (at, heading) in HEADINGS.iter().enumerate() {
                let there = heads.iter().any(|head| head == heading);
                assert_ne!(there, missing.contains(heading), "{list}: {heading}, {missing}");
                let filled = self::rows(part).iter().any(|row| !row[at].is_empty());
                assert_eq!(there, filled, "{list}: {heading}");
            }
        }
        let rows = rows(&main);
        let of = |table: &str| tables.tables[table].iter().filter(|row| row["list_id"] == list).collect::<Vec<_>>();
        let bare = of("duties")
            .iter()
            .filter(|duty| !tables.tables["work_items"].iter().any(|item| item["duty_id"] == duty["id"]))
            .count();
        let expected = bare
            + ["work_items", "items", "participants", "services"].map(|table| of(table).len()).iter().sum::<usize>();
        assert_eq!(rows.len(), expected, "{list}");
        let said: BTreeSet<String> = rows.iter().map(|row| row[2].split_whitespace().collect()).collect();
        for (table, column) in
            [("work_items", "text_zh"), ("participants", "responsibility_zh"), ("services", "description_zh")]
        {
            for row in of(table) {
                let text: String = row[column].split_whitespace().collect();
                assert!(said.iter().any(|cell| cell.ends_with(&text)), "{list} lacks {text}");
            }
        }
        for office in of("work_items")
            .iter()
            .flat_map(|item| tables.tables["work_item_offices"].iter().filter(|of| of["work_item_id"] == item["id"]))
        {
            let name = tables.named("offices", &office["office_id"], "name");
            assert!(rows.iter().any(|row| row[3].contains(&name)), "{list} lacks {name}");
        }
    }
}

#[test]
fn the_workbook_of_a_list_opens_with_the_same_table() {
    for list in lists() {
        let main = main_of(site::real(), &format!("lists/{list}/table/index.html"));
        let rows = rows(&main);
        let book = Cells::read(&site::real()[&format!("lists/{list}/{list}.xlsx")]);
        let (name, sheet) = &book.0[0];
        assert_eq!(name, "一览表 Table", "{list}");
        assert_eq!(sheet[0], HEADINGS, "{list}");
        assert_eq!(sheet.len(), rows.len() + 1, "{list}");
        let bare = |text: &String| text.split_whitespace().collect::<String>();
        for (cells, row) in sheet[1..].iter().zip(&rows) {
            // What is marked up in a remark is drawn on the page and stands as typed in the sheet.
            let plain = |at: &usize| *at != 4 && !cells[*at].contains(['*', '[', '`']);
            for (at, heading) in HEADINGS.iter().enumerate().filter(|(at, _)| plain(at)) {
                assert_eq!(bare(&cells[at]), bare(&row[at]), "{list}: {heading}");
            }
        }
    }
}

#[test]
fn every_sheet_says_what_it_is() {
    for (path, notice) in [
        ("lists/jize-qts/dossier/index.html", "本网站不是政府网站。"),
        ("lists/jize-qts/table/index.html", "本网站不是政府网站。"),
        ("en/lists/jize-qts/dossier/index.html", "This is not a government website."),
    ] {
        let html = page(path);
        let style = html.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).expect("a style").0;
        let (title, address) = match path.starts_with("en/") {
            true => ("Responsibility list of the Jize County Bureau of Quality and Technical Supervision", path),
            false => ("鸡泽县质量技术监督局责任清单", path),
        };
        for said in [title, notice, address.trim_end_matches("index.html"), "2015", "counter(page)"] {
            assert!(style.contains(said), "{path}: {style} lacks {said}");
        }
    }
}

#[test]
fn the_book_has_its_contents_before_the_laws_and_letters_before_numbers() {
    let html = page("lists/jize-qts/dossier/index.html");
    let at = |words: &str| html.find(words).unwrap_or_else(|| panic!("no {words}"));
    assert!(at("<header class=\"title\">") < at("id=\"_contents\"") && at("id=\"_contents\"") < at("id=\"_since\""));
    assert!(at("id=\"_since\"") < at("id=\"_duties\""));
    // The anchors are those that the page always had.
    assert!(html.contains("<h3 id=\"_1.1\">A1 "), "{}", &html[at("id=\"_duties\"")..][..400]);
    let main = main_of(site::real(), "lists/jize-qts/dossier/index.html");
    let heads: Vec<String> = ["h2", "h3"].iter().flat_map(|name| main.named(name)).map(|head| head.text()).collect();
    let numbered: Vec<&String> = heads.iter().filter(|head| head.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert!(numbered.is_empty(), "numbers that might be those of the document: {numbered:?}");
}
