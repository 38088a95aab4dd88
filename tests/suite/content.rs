//! The lists of this repository: what their documents were counted to hold is what the tables hold, in both languages.

use std::collections::BTreeMap;

use crate::support::folder::Tree;
use crate::support::site;

/// Counted by hand in the documents: duties, work items, matters, participants, matters with a case, services,
/// regimes, entries of the accountability mechanism. Work items of Boshan may be counted as 38 to 42.
const COUNTED: [(&str, [usize; 8]); 5] = [
    ("jize-qts", [10, 41, 4, 25, 4, 5, 7, 0]),
    ("xiangyin-qts", [8, 59, 8, 42, 8, 5, 15, 0]),
    ("wei-qts", [11, 33, 6, 31, 0, 6, 12, 0]),
    ("baoding-qts", [9, 66, 7, 41, 7, 0, 14, 0]),
    ("boshan-qts", [10, 40, 0, 0, 0, 3, 8, 8]),
];

const TABLES: [&str; 7] = ["duties", "work_items", "matters", "participants", "services", "regimes", "mechanism"];

type Row = BTreeMap<String, String>;

#[test]
fn tables_hold_what_the_documents_were_counted_to_hold() {
    let site = site::real();
    for (list, counted) in COUNTED {
        let mut found = Vec::new();
        for table in TABLES {
            let rows = rows(site, &format!("data/{table}.csv"));
            let of_list: Vec<&Row> = rows.iter().filter(|row| row["list_id"] == list).collect();
            found.push(of_list.len());
            if table == "participants" {
                let matters = self::rows(site, "data/matters.csv");
                found.push(matters.iter().filter(|row| row["list_id"] == list && !row["case_zh"].is_empty()).count());
            }
        }
        assert_eq!(
            found, counted,
            "{list}: duties, work items, matters, participants, cases, services, regimes, mechanism"
        );
    }
}

#[test]
fn every_text_has_chinese_and_english() {
    let site = site::real();
    let mut cells = 0;
    for path in site.keys().filter(|path| path.starts_with("data/") && path.ends_with(".csv")) {
        for row in rows(site, path) {
            for (column, zh) in row.iter().filter(|(column, _)| column.ends_with("_zh")) {
                let en = &row[&column.replace("_zh", "_en")];
                assert_eq!(zh.is_empty(), en.is_empty(), "{path}: {column} of {row:?}");
                cells += usize::from(!zh.is_empty());
            }
        }
    }
    assert!(cells > 7000, "only {cells} texts");
}

/// A form of a term that no text has as a whole word is a stem: fine for a search, but readers see it.
#[test]
fn no_english_term_is_cut() {
    let site = site::real();
    let mut texts = String::new();
    for path in site.keys().filter(|path| path.starts_with("data/") && path.ends_with(".csv")) {
        if path != "data/terms.csv" {
            for row in rows(site, path) {
                row.iter().filter(|(column, _)| column.ends_with("_en")).for_each(|(_, text)| {
                    texts.push_str(&text.to_lowercase());
                    texts.push('\n');
                });
            }
        }
    }
    let mut held = 0;
    for row in rows(site, "data/terms.csv") {
        for form in row["english"].split("; ").chain(row["other_english"].split("; ")).filter(|form| !form.is_empty()) {
            let behind: Vec<&str> =
                texts.match_indices(&form.to_lowercase()).map(|(at, _)| &texts[at + form.len()..]).collect();
            let whole = |rest: &&&str| !rest.strip_prefix('s').unwrap_or(rest).starts_with(char::is_alphabetic);
            assert!(
                behind.is_empty() || behind.iter().any(|rest| whole(&rest)),
                "{}: “{form}” is no word",
                row["term"]
            );
            held += usize::from(!behind.is_empty());
        }
    }
    assert!(held > 60, "only {held} forms");
}

/// What a penalty is a multiple of is written with its article, so no phrase gives it a second one.
#[test]
fn no_english_page_doubles_an_article() {
    for (path, page) in site::real().iter().filter(|(path, _)| path.starts_with("en/") && path.ends_with(".html")) {
        assert!(!String::from_utf8_lossy(page).contains(" the the "), "{path}");
    }
}

fn rows(site: &Tree, path: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(&site[path][..]);
    reader.deserialize().map(|row| row.expect("a row")).collect()
}
