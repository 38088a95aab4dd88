//! The quality report says what the tables say, the page says what its data file says, and whatever is taken out of the
//! content is missing from the counts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use crate::support::folder::{self, Tree};
use crate::support::html::{self, Element};
use crate::support::{repository, site};

/// The report of a site.
const REPORT: &str = "quality/index.json";

fn build(content: &Path, change: impl FnOnce(&Path)) -> Tree {
    site::build(&[], |root| {
        folder::copy(content, &root.join("content"));
        change(&root.join("content"));
    })
}

fn json_of(site: &Tree, path: &str) -> Value {
    serde_json::from_slice(site.get(path).unwrap_or_else(|| panic!("no {path}"))).expect("JSON")
}

fn rows(site: &Tree, table: &str) -> Vec<Value> {
    json_of(site, &format!("data/{table}.json")).as_array().expect("rows").clone()
}

fn word<'v>(row: &'v Value, column: &str) -> &'v str {
    row[column].as_str().unwrap_or_default()
}

fn share(things: &[&Value], has: impl Fn(&Value) -> bool) -> Value {
    json!({"have": things.iter().filter(|thing| has(thing)).count(), "of": things.len()})
}

#[test]
fn fields_are_counted_as_they_stand_in_the_tables() {
    let site = site::real();
    let report = json_of(site, REPORT);
    let tables = report["data"]["tables"].as_array().expect("tables");
    let published = site.keys().filter(|path| path.starts_with("data/") && path.ends_with(".ndjson")).count();
    assert_eq!(tables.len(), published, "every table is in the report");
    for table in tables {
        let rows = rows(site, word(table, "table"));
        assert_eq!(table["rows"], rows.len());
        let columns = table["columns"].as_array().expect("columns");
        let names: BTreeSet<&str> = columns.iter().map(|column| word(column, "column")).collect();
        if let Some(Value::Object(first)) = rows.first() {
            assert_eq!(names, first.keys().map(String::as_str).collect());
        }
        for column in columns {
            let name = word(column, "column");
            let filled = rows.iter().filter(|row| !row[name].is_null()).count();
            assert_eq!(column["filled"], filled, "{} of {}", name, word(table, "table"));
        }
    }
}

#[test]
fn lists_are_counted_as_they_stand_in_the_tables() {
    let site = site::real();
    let report = json_of(site, REPORT);
    let [offices, services, citations] = ["offices", "services", "citations"].map(|table| rows(site, table));
    let [office_phones, service_phones] = ["office_phones", "service_phones"].map(|table| rows(site, table));
    let [service_offices, articles] = ["service_offices", "citation_articles"].map(|table| rows(site, table));
    let [changes, laws, events] = ["law_changes", "laws", "law_events"].map(|table| rows(site, table));
    let ids = |rows: &[Value], column: &str| -> BTreeSet<String> {
        rows.iter().map(|row| word(row, column).to_owned()).collect()
    };
    let reached = ids(&office_phones, "office_id");
    let called = ids(&service_phones, "service_id");
    let through: BTreeSet<&str> = service_offices
        .iter()
        .filter(|row| reached.contains(word(row, "office_id")))
        .map(|row| word(row, "service_id"))
        .collect();
    let exact = ids(&articles, "citation_id");
    let ending = ["repealed", "replaced"];
    let ends = |row: &Value| ending.contains(&word(row, "kind"));
    let over: BTreeSet<&str> = events.iter().filter(|row| ends(row)).map(|row| word(row, "law_id")).collect();
    let known = |law: &Value| word(law, "status") != "unknown" || over.contains(word(law, "id"));
    let ended = |law: &Value| ending.contains(&word(law, "status")) || over.contains(word(law, "id"));
    let lists = report["data"]["lists"].as_array().expect("lists");
    assert_eq!(lists.len(), rows(site, "lists").len());
    for list in lists {
        let id = word(list, "list");
        let counts = &list["counts"];
        let own = |rows: &'_ [Value]| -> Vec<Value> {
            rows.iter().filter(|row| word(row, "list_id") == id).cloned().collect()
        };
        let of = |rows: &[Value], has: &dyn Fn(&Value) -> bool| share(&own(rows).iter().collect::<Vec<_>>(), has);
        assert_eq!(counts["offices_with_phone"], of(&offices, &|row| reached.contains(word(row, "id"))), "{id}");
        let reachable = |row: &Value| called.contains(word(row, "id")) || through.contains(word(row, "id"));
        assert_eq!(counts["services_with_phone"], of(&services, &reachable), "{id}");
        assert_eq!(counts["citations_with_article"], of(&citations, &|row| exact.contains(word(row, "id"))), "{id}");
        let cited: BTreeSet<String> = own(&citations).iter().map(|row| word(row, "law_id").to_owned()).collect();
        let cited: Vec<&Value> = laws.iter().filter(|law| cited.contains(word(law, "id"))).collect();
        assert_eq!(counts["laws_with_status"], share(&cited, known), "{id}");
        assert_eq!(counts["laws_ended"], cited.iter().filter(|law| ended(law)).count(), "{id}");
        // What is left is counted once for each law, by the surest of its events.
        let mut touched: BTreeMap<String, bool> = BTreeMap::new();
        for row in own(&changes) {
            *touched.entry(word(&row, "law_id").to_owned()).or_default() |= word(&row, "after") == "yes";
        }
        touched.retain(|law, _| !cited.iter().any(|of| word(of, "id") == law && ended(of)));
        let sure = touched.values().filter(|sure| **sure).count();
        assert_eq!(counts["laws_changed"], sure, "{id}");
        assert_eq!(counts["laws_perhaps_changed"], touched.len() - sure, "{id}");
    }
    assert_eq!(report["data"]["laws"]["with_status"], share(&laws.iter().collect::<Vec<_>>(), known));
    let sum = |key: &str| lists.iter().map(|list| list["counts"][key].as_u64().expect("a count")).sum::<u64>();
    for key in ["records", "laws_ended", "laws_changed", "laws_perhaps_changed"] {
        assert_eq!(report["data"]["all"][key], sum(key), "{key}");
    }
}

#[test]
fn the_page_says_what_its_data_say() {
    let site = site::real();
    let report = json_of(site, REPORT);
    for (path, written) in [("quality/index.html", zh as fn(&Value) -> String), ("en/quality/index.html", en)] {
        let page = html::parse(&site[path]);
        let rows: Vec<&Element> = page.named("tr");
        let row = |href: &str| -> &Element {
            let leads = |element: &&Element| element.get("href").ends_with(href);
            rows.iter().find(|row| row.all().iter().any(leads)).unwrap_or_else(|| panic!("no row of {href}"))
        };
        for list in report["data"]["lists"].as_array().expect("lists") {
            let text = row(&format!("lists/{}/index.html", word(list, "list"))).text();
            for (key, value) in list["counts"].as_object().expect("counts") {
                let value = if key == "texts" { &value["en"] } else { value };
                let expected = if value.is_object() { written(value) } else { value.to_string() };
                // What there is none of is not said.
                assert!(*value == json!(0) || text.contains(&expected), "{path}: {key} of {expected} is not in {text}");
            }
        }
        for table in report["data"]["tables"].as_array().expect("tables") {
            let gaps = row(&format!("data/{}/index.html", word(table, "table"))).named("code");
            let gaps: Vec<String> = gaps.iter().map(|name| name.text()).collect();
            let columns = table["columns"].as_array().expect("columns").iter();
            let expected =
                columns.filter(|column| column["filled"] != table["rows"]).map(|column| word(column, "column"));
            assert_eq!(gaps, expected.collect::<Vec<_>>(), "{path}");
        }
    }
}

fn zh(share: &Value) -> String {
    if share["of"] == 0 { "没有".into() } else { format!("{}/{}（", share["have"], share["of"]) }
}

fn en(share: &Value) -> String {
    let thousands = |number: &Value| match number.as_u64().expect("a count") {
        number @ 1_000.. => format!("{},{:03}", number / 1_000, number % 1_000),
        number => number.to_string(),
    };
    if share["of"] == 0 {
        "none".into()
    } else {
        format!("{} of {} (", thousands(&share["have"]), thousands(&share["of"]))
    }
}

/// Takes a text out of a file of the content.
fn without(content: &Path, file: &str, old: &str, new: &str) {
    let file = content.join("lists/shiqiao-market").join(file);
    let text = std::fs::read_to_string(&file).expect("a file");
    assert!(text.contains(old), "{} has no {old}", file.display());
    std::fs::write(file, text.replacen(old, new, 1)).expect("a file");
}

#[test]
fn what_is_taken_out_is_missing() {
    let base = repository("tests/rules/base");
    let counts = |site: &Tree| json_of(site, REPORT)["data"]["lists"][0]["counts"].clone();
    let partial = |content: &Path| {
        let file = content.join("site.yaml");
        let text = std::fs::read_to_string(&file).expect("a file");
        let text = text.replace("translations: complete", "translations: partial");
        std::fs::write(file, text).expect("a file");
    };
    let whole = counts(&build(&base, partial));
    let less = |key: &str| {
        let mut counts = whole.clone();
        let have = counts[key]["have"].as_u64().expect("a count") - 1;
        counts[key]["have"] = have.into();
        counts
    };
    let silent = build(&base, |content| {
        partial(content);
        without(content, "list.yaml", "    kind: hotline\n    phones: [\"12315\"]\n", "    kind: hotline\n");
    });
    assert_eq!(counts(&silent), less("offices_with_phone"));
    let untranslated = build(&base, |content| {
        partial(content);
        without(content, "list.yaml", "{zh: 投诉热线, en: Complaints hotline}", "投诉热线");
    });
    let mut expected = whole.clone();
    expected["texts"]["en"]["have"] = (whole["texts"]["en"]["have"].as_u64().expect("a count") - 1).into();
    assert_eq!(counts(&untranslated), expected);
}
