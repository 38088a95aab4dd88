//! Pages of all records of a kind have every row of the data once, in the order that they tell; the index of laws tells the
//! state of each; comparison finds what differs and says once what only one list has; gaps are those of the data.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::folder::Tree;
use crate::support::html::{self, Element};
use crate::support::site;

const FOLDERS: [&str; 2] = ["", "en/"];

fn rows(site: &Tree, table: &str) -> Vec<Value> {
    let bytes = site.get(&format!("data/{table}.json")).unwrap_or_else(|| panic!("no table {table}"));
    serde_json::from_slice::<Value>(bytes).expect("JSON").as_array().expect("rows").clone()
}

fn word<'v>(row: &'v Value, column: &str) -> &'v str {
    row[column].as_str().unwrap_or_default()
}

/// The pages of a listing in their order, each with its folder.
fn pages(site: &Tree, folder: &str, stem: &str) -> Vec<(String, Element)> {
    let name = |number: usize| if number == 0 { stem.to_owned() } else { format!("{stem}-{}", number + 1) };
    let path = |number: usize| format!("{folder}{}", name(number));
    let there = (0..).map(path).take_while(|path| site.contains_key(&format!("{path}/index.html")));
    there.map(|path| (path.clone(), html::main_of(site, &format!("{path}/index.html")))).collect()
}

/// The rows of a page, without the headings of groups.
fn listed(page: &Element) -> Vec<&Element> {
    let body = page.named("tbody").into_iter().flat_map(|body| body.named("tr"));
    body.filter(|row| row.get("class") != "group").collect()
}

/// Where the first link of a row leads, with its anchor.
fn leads(folder: &str, row: &Element) -> String {
    let href = row.named("a")[0].get("href").to_owned();
    let anchor = href.split_once('#').map_or(String::new(), |(_, anchor)| format!("#{anchor}"));
    html::resolve(folder, &href) + &anchor
}

#[test]
fn every_record_stands_once_on_a_page_of_its_kind() {
    let site = site::real();
    let tables = [
        ("duties", "duties"),
        ("boundaries", "matters"),
        ("services", "services"),
        ("regimes", "regimes"),
        ("fines", "penalties"),
    ];
    for folder in FOLDERS {
        for (stem, table) in tables {
            let pages = pages(site, folder, stem);
            let found: Vec<String> =
                pages.iter().flat_map(|(at, page)| listed(page).into_iter().map(move |row| leads(at, row))).collect();
            let wanted: BTreeSet<String> = rows(site, table)
                .iter()
                .map(|row| {
                    let (page, anchor) = word(row, "url_zh").split_once('#').unwrap_or((word(row, "url_zh"), ""));
                    let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
                    format!("{folder}{}/index.html{anchor}", page.trim_end_matches("index.html").trim_end_matches('/'))
                })
                .collect();
            assert_eq!(found.len(), wanted.len(), "{folder}{stem}");
            assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted, "{folder}{stem}");
            for (at, page) in &pages {
                let groups: Vec<&str> = page.named("tbody").into_iter().map(|body| body.get("data-r")).collect();
                assert!(groups.iter().all(|region| !region.is_empty()), "{at}");
                assert_eq!(pages.len() > 1, site.contains_key(&format!("{at}/rows.js")), "{at}");
            }
        }
    }
}

#[test]
fn every_printed_number_stands_on_the_page_of_phones() {
    let site = site::real();
    let tables = ["list_phones", "office_phones", "service_phones", "item_phones", "body_phones", "regime_phones"];
    let printed: BTreeSet<String> =
        tables.iter().flat_map(|table| rows(site, table)).map(|row| word(&row, "phone").to_owned()).collect();
    let pages = pages(site, "", "phones");
    let mut found = BTreeSet::new();
    for row in pages.iter().flat_map(|(_, page)| listed(page)) {
        let head = row.named("th")[0].all();
        found.extend(head.iter().filter(|element| element.get("class") == "phone").map(|phone| phone.text()));
        assert!(!row.get("data-k").is_empty(), "whose it is: {}", row.text());
    }
    assert!(!printed.is_empty());
    assert_eq!(found, printed);
}

#[test]
fn the_index_of_laws_tells_the_state_of_each_in_an_order_that_is_told() {
    let site = site::real();
    let states: BTreeMap<String, String> = rows(site, "laws")
        .iter()
        .map(|row| (format!("laws/{}/index.html", word(row, "id")), word(row, "status").to_owned()))
        .collect();
    let mut seen = BTreeSet::new();
    for (at, page) in pages(site, "", "laws") {
        let table = page.named("table").into_iter().find(|table| table.get("class").contains("listing"));
        for body in table.expect("the laws").named("tbody") {
            let mut last = u64::MAX;
            for row in body.named("tr").into_iter().filter(|row| row.get("class") != "group") {
                let law = leads(&at, row);
                assert_eq!(row.get("data-k"), states[&law], "{law}");
                assert!(!row.named("td")[0].text().trim().is_empty(), "{law} has no state in words");
                let lists: String = row.named("td")[2].text().chars().filter(char::is_ascii_digit).collect();
                let lists: u64 = lists.parse().expect("a number of lists");
                assert!(lists <= last, "{law} stands behind one that fewer lists cite");
                last = lists;
                assert!(seen.insert(law), "twice");
            }
        }
    }
    assert_eq!(seen.len(), states.len());
}

#[test]
fn comparison_finds_figures_that_differ_and_says_once_what_one_list_alone_says() {
    let site = site::real();
    let compared: Vec<&String> =
        site.keys().filter(|path| path.starts_with("topics/") && path.ends_with("/compare/index.html")).collect();
    let mut with_difference = 0;
    for path in &compared {
        let page = html::main_of(site, path);
        let differs = |cell: &&Element| cell.all().iter().any(|mark| mark.get("class") == "mark differs");
        with_difference += usize::from(page.named("td").iter().any(differs));
        for cell in page.named("td") {
            let alone = cell.all().into_iter().filter(|element| element.get("class") == "alone").count();
            assert_eq!(alone, 1, "{path}");
            let text = cell.text();
            assert!(text.matches("仅此一份").count() <= 2, "{path}: {text}");
        }
    }
    assert!(with_difference >= 5, "{with_difference} of {} pages have a difference", compared.len());
    // Two lists word it differently, and print other figures for it.
    let page = html::main_of(site, "topics/special-equipment/compare/index.html");
    let row = page.all().into_iter().find(|element| element.get("id") == "_frequencies").expect("a row");
    let differing: Vec<String> = row
        .named("li")
        .into_iter()
        .filter(|item| item.all().iter().any(|mark| mark.get("class") == "mark differs"))
        .map(Element::text)
        .collect();
    for words in ["特种设备重点监督检查的使用单位", "特种设备重点监控单位"] {
        assert!(differing.iter().any(|item| item.contains(words)), "{words} is not among {differing:#?}");
    }
}

#[test]
fn figures_of_a_subject_name_it_in_the_data() {
    let site = site::real();
    let subjects: BTreeSet<String> =
        rows(site, "topic_subjects").iter().map(|row| word(row, "id").to_owned()).collect();
    let of = |table: &str, column: &str, text: &str| -> BTreeSet<String> {
        let rows = rows(site, table);
        let fits = rows.iter().filter(|row| word(row, column) == text);
        fits.map(|row| word(row, "topic_subject_id").to_owned()).collect()
    };
    let one = |id: &str| BTreeSet::from([id.to_owned()]);
    assert_eq!(of("frequencies", "subject_zh", "特种设备重点监控单位"), one("special-equipment/key-users"));
    assert_eq!(of("frequencies", "subject_zh", "取证企业"), one("production-licences/holders"));
    assert_eq!(of("frequencies", "subject_zh", "质量监测"), one(""), "what is not registered is of none");
    for table in ["frequencies", "deadlines", "penalties", "thresholds"] {
        let rows = rows(site, table);
        let named: BTreeSet<&str> =
            rows.iter().map(|row| word(row, "topic_subject_id")).filter(|id| !id.is_empty()).collect();
        assert!(!named.is_empty() && named.iter().all(|id| subjects.contains(*id)), "{table}: {named:?}");
    }
}

#[test]
fn gaps_are_those_of_the_tables() {
    let site = site::real();
    let gaps = rows(site, "gaps");
    let of = |kind: &str| -> BTreeSet<String> {
        gaps.iter().filter(|gap| word(gap, "kind") == kind).map(|gap| word(gap, "record_id").to_owned()).collect()
    };
    // Duties without an office are those that no row of the offices of duties and work items names.
    let named: BTreeSet<String> = rows(site, "duty_offices")
        .iter()
        .map(|row| word(row, "duty_id").to_owned())
        .chain(rows(site, "work_item_offices").iter().map(|row| {
            let item = word(row, "work_item_id");
            item.split("/work-items/").next().unwrap_or_default().to_owned()
        }))
        .collect();
    let duties: BTreeSet<String> = rows(site, "duties").iter().map(|row| word(row, "id").to_owned()).collect();
    let without: BTreeSet<&String> = duties.difference(&named).collect();
    let found = of("no-office");
    assert_eq!(found.iter().filter(|id| id.contains("/duties/")).collect::<BTreeSet<_>>(), without);
    // What is out of force is what the register says is; what is unknown is none.
    let ended: BTreeSet<String> = rows(site, "laws")
        .iter()
        .filter(|law| ["repealed", "replaced"].contains(&word(law, "status")))
        .map(|law| word(law, "id").to_owned())
        .collect();
    let cited: BTreeSet<String> = rows(site, "citations").iter().map(|row| word(row, "law_id").to_owned()).collect();
    let told: BTreeSet<String> =
        gaps.iter().map(|gap| word(gap, "law_id").to_owned()).filter(|law| !law.is_empty()).collect();
    assert_eq!(told, ended.intersection(&cited).cloned().collect());
    // What nobody has entered is told apart from what the paper prints as empty.
    let parts = |table: &str| rows(site, table).len();
    let count = |kind: &str| gaps.iter().filter(|gap| word(gap, "kind") == kind).count();
    assert_eq!(count("not-entered"), parts("parts_not_entered"));
    assert_eq!(count("printed-empty"), parts("empty_parts"));
    let differing: BTreeSet<&str> =
        gaps.iter().map(|gap| word(gap, "topic_subject_id")).filter(|id| !id.is_empty()).collect();
    for subject in ["special-equipment/key-users", "production-licences/holders", "enforcement/goods-value"] {
        assert!(differing.contains(subject), "{subject} is not among {differing:?}");
    }
    // A subject of which all lists print the same figure is no contradiction.
    assert!(!differing.contains("fibre/dealers") && !differing.contains("economic-affairs/officers"), "{differing:?}");
    // Every figure that differs stands on the page of its topic, and what is counted there is what is listed.
    let page = html::main_of(site, "topics/enforcement/gaps/index.html").text();
    for words in ["20万元", "50万元"] {
        let bare = page.replace("200000", "20万").replace("500000", "50万").replace(' ', "");
        assert!(bare.contains(words), "{words} is not on {page}");
    }
}
