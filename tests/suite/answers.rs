//! What the page of a topic in a region says of offices, phones, laws and penalties is what the tables say of the records of
//! that region under that topic, and of no others: every page in both languages, and the pages of topics and comparisons.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::html::{self, Element, main_of, resolve};
use crate::support::site;
use crate::support::tables::{Row, Tables};

/// The tables of the real site, with what this looks up in them.
struct Known {
    tables: Tables,
    /// Region of each list.
    regions: BTreeMap<String, String>,
    /// Topics of each record.
    topics: BTreeMap<String, BTreeSet<String>>,
    /// For each duty, the offices that it or its work items name.
    offices: BTreeMap<String, BTreeSet<String>>,
}

impl Known {
    fn read() -> Known {
        let tables = Tables::read(site::real());
        let cell = |row: &Row, column: &str| Tables::cell(row, column).to_owned();
        let regions = tables.tables["lists"].iter().map(|row| (cell(row, "id"), cell(row, "region_id"))).collect();
        let mut topics: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for row in &tables.tables["record_topics"] {
            topics.entry(cell(row, "record_id")).or_default().insert(cell(row, "topic_id"));
        }
        let of_item: BTreeMap<String, String> =
            tables.tables["work_items"].iter().map(|row| (cell(row, "id"), cell(row, "duty_id"))).collect();
        let mut offices: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for row in &tables.tables["duty_offices"] {
            offices.entry(cell(row, "duty_id")).or_default().insert(cell(row, "office_id"));
        }
        for row in &tables.tables["work_item_offices"] {
            offices.entry(of_item[&cell(row, "work_item_id")].clone()).or_default().insert(cell(row, "office_id"));
        }
        Known { tables, regions, topics, offices }
    }

    /// Every region with a topic that a list of its own has anything under.
    fn pairs(&self) -> BTreeSet<(String, String)> {
        let of = |record: &str| self.regions[record.split('/').next().expect("a list")].clone();
        self.topics
            .iter()
            .flat_map(|(record, topics)| topics.iter().map(move |topic| (of(record), topic.clone())))
            .collect()
    }

    fn is(&self, record: &str, region: &str, topic: &str) -> bool {
        self.regions[record.split('/').next().expect("a list")] == region
            && self.topics.get(record).is_some_and(|topics| topics.contains(topic))
    }
}

fn section<'e>(main: &'e Element, label: &str) -> &'e Element {
    let mut sections = main.named("section").into_iter();
    sections.find(|section| section.get("aria-labelledby") == label).unwrap_or_else(|| panic!("no {label}"))
}

/// The id of the record that a link on a page leads to: `list/collection/id`, of an office with its anchor.
fn record(path: &str, href: &str) -> Option<String> {
    let to = resolve(path.trim_end_matches("index.html"), href);
    let to = to.strip_prefix("en/").unwrap_or(&to).trim_end_matches("/index.html");
    let to = to.strip_prefix("lists/")?;
    let anchor = href.split_once('#').map_or("", |(_, anchor)| anchor);
    match to.ends_with("/offices") {
        true => Some(format!("{to}/{anchor}")),
        false => Some(to.to_owned()),
    }
}

fn links<'e>(path: &str, element: &'e Element) -> Vec<(String, &'e Element)> {
    let links = element.named("a").into_iter();
    links.filter_map(|link| Some((record(path, link.get("href"))?, link))).collect()
}

#[test]
fn every_region_has_a_page_for_each_topic_of_its_lists_and_leads_to_it() {
    let (known, site) = (Known::read(), site::real());
    let pairs = known.pairs();
    let made: BTreeSet<(String, String)> = site
        .keys()
        .filter_map(|path| path.strip_prefix("regions/")?.strip_suffix("/index.html")?.split_once("/topics/"))
        .map(|(region, topic)| (region.to_owned(), topic.to_owned()))
        .collect();
    assert_eq!(made, pairs);
    assert!(pairs.len() > 50, "{}", pairs.len());
    for (region, topic) in &pairs {
        for folder in ["", "en/"] {
            let wanted = format!("{folder}regions/{region}/topics/{topic}/index.html");
            for path in [format!("{folder}regions/{region}/index.html"), format!("{folder}topics/{topic}/index.html")] {
                let main = main_of(site, &path);
                let own = path.trim_end_matches("index.html");
                let leads = main.named("a").into_iter().any(|link| resolve(own, link.get("href")) == wanted);
                assert!(leads, "{path} does not lead to {wanted}");
            }
        }
    }
}

#[test]
fn an_office_stands_beside_the_duty_that_names_it() {
    let (known, site) = (Known::read(), site::real());
    let none = BTreeSet::new();
    for (region, topic) in known.pairs() {
        for folder in ["", "en/"] {
            let path = format!("{folder}regions/{region}/topics/{topic}/index.html");
            let main = main_of(site, &path);
            let who = section(&main, "_who");
            let mut shown = BTreeSet::new();
            for row in who.named("tbody").into_iter().flat_map(|body| body.named("tr")) {
                let head = row.named("th")[0];
                let (duty, _) = links(&path, head).into_iter().next().expect("a duty");
                assert!(known.is(&duty, &region, &topic), "{path}: {duty}");
                let offices: BTreeSet<String> = links(&path, row.named("td")[0])
                    .into_iter()
                    .map(|(record, _)| record)
                    .filter(|record| record.contains("/offices/"))
                    .collect();
                assert_eq!(&offices, known.offices.get(&duty).unwrap_or(&none), "{path}: {duty}");
                let unknown = row.named("span").iter().any(|span| span.get("class") == "unknown");
                assert_eq!(unknown, offices.is_empty(), "{path}: {duty}");
                shown.insert(duty);
            }
            let duties: BTreeSet<String> = known.tables.tables["duties"]
                .iter()
                .map(|row| row["id"].clone())
                .filter(|duty| known.is(duty, &region, &topic))
                .collect();
            let more = who
                .named("p")
                .iter()
                .any(|p| p.named("a").iter().any(|a| a.text().contains('另') || a.text().starts_with("and ")));
            assert!(shown == duties || (more && shown.is_subset(&duties)), "{path}: {shown:?} of {duties:?}");
        }
    }
}

#[test]
fn a_number_stands_beside_whose_it_is() {
    let (known, site) = (Known::read(), site::real());
    let phones = |table: &str, key: &str, id: &str| -> BTreeSet<String> {
        let rows = known.tables.tables[table].iter().filter(|row| row[key] == id);
        rows.map(|row| Tables::cell(row, "phone").to_owned()).collect()
    };
    for (region, topic) in known.pairs() {
        let path = format!("regions/{region}/topics/{topic}/index.html");
        let main = main_of(site, &path);
        for line in section(&main, "_phones").named("li") {
            let own = line.named("a").into_iter().filter(|link| link.get("class") != "phone").collect::<Vec<_>>();
            let Some(whose) = own.last().and_then(|link| record(&path, link.get("href"))) else { continue };
            let numbers: BTreeSet<String> = line
                .all()
                .into_iter()
                .filter(|element| element.get("class") == "phone")
                .map(|element| element.text().trim().to_owned())
                .collect();
            let wanted = match whose.split('/').nth(1) {
                None => phones("list_phones", "list_id", &whose),
                Some("offices") => phones("office_phones", "office_id", &whose),
                Some("services") => phones("service_phones", "service_id", &whose),
                Some("regimes") => phones("regime_phones", "regime_id", &whose),
                other => panic!("{path}: {other:?}"),
            };
            assert_eq!(numbers, wanted, "{path}: {whose}");
        }
    }
}

#[test]
fn a_state_that_is_not_known_is_counted_as_such() {
    let (known, site) = (Known::read(), site::real());
    let mut seen = 0;
    for (region, topic) in known.pairs() {
        let path = format!("regions/{region}/topics/{topic}/index.html");
        let main = main_of(site, &path);
        let laws = section(&main, "_laws");
        let rows: Vec<&Element> = laws.named("tbody").into_iter().flat_map(|body| body.named("tr")).collect();
        let mut unknown = 0;
        for row in &rows {
            let href = row.named("th")[0].named("a")[0].get("href");
            let to = resolve(path.trim_end_matches("index.html"), href);
            let law = to.strip_prefix("laws/").expect("a law").trim_end_matches("/index.html");
            let state = known.tables.named("laws", law, "status");
            let said = row.named("td")[1].text();
            let word = known.tables.word(&format!("law_status.{state}"));
            assert!(said.contains(&word), "{path}: {law} is {state}, and the page says {said}");
            unknown += usize::from(state == "unknown");
        }
        let note = laws.named("p").into_iter().find(|p| p.get("class") == "note");
        assert_eq!(note.is_some(), unknown > 0, "{path}");
        if let Some(note) = note {
            assert!(note.text().contains(&unknown.to_string()), "{path}: {unknown} and {}", note.text());
            seen += 1;
        }
    }
    assert!(seen > 10, "states are looked at");
}

#[test]
fn the_office_of_a_service_is_none_of_a_duty() {
    let site = site::real();
    let row = |path: &str, list: &str| -> Element {
        let mut page = html::parse(&site[path]);
        take(&mut page, &format!("_in-{list}")).unwrap_or_else(|| panic!("{path} has no row of {list}"))
    };
    // The duty names no office; 特设股 is named by the training of operators, a service.
    let xiangyin = row("topics/special-equipment/index.html", "xiangyin-qts");
    let who = xiangyin.named("td")[0].text();
    assert!(who.contains("特种设备安全监察 数据中没有科室") && who.contains("服务电话：0730-2214550"), "{who}");
    assert!(!who.contains("特设股"), "{who}");
    // Two duties, and the office of codes belongs to the second.
    let jize = row("topics/special-equipment/index.html", "jize-qts");
    let duties = jize.named("td")[0].named("ul")[0];
    let first = duties.named("li")[0].text();
    assert!(first.contains("特种设备安全监察科") && !first.contains("代码办"), "{first}");
    // Of five lists, those alone whose duties name an office are counted.
    let compare = main_of(site, "topics/special-equipment/compare/index.html");
    let named = compare.all().into_iter().filter(|item| item.get("data-k") == "office").count();
    let known = Known::read();
    let lists: BTreeSet<&str> = known
        .offices
        .iter()
        .filter(|(duty, offices)| {
            !offices.is_empty() && known.topics.get(*duty).is_some_and(|of| of.contains("special-equipment"))
        })
        .map(|(duty, _)| duty.split('/').next().expect("a list"))
        .collect();
    assert_eq!(named, lists.len());
    assert!(!lists.contains("xiangyin-qts"));
}

/// Takes the element with an id out of a page.
fn take(from: &mut Element, id: &str) -> Option<Element> {
    for child in &mut from.children {
        let html::Child::Element(element) = child else { continue };
        if element.get("id") == id {
            return Some(std::mem::take(element));
        }
        if let Some(found) = take(element, id) {
            return Some(found);
        }
    }
    None
}

#[test]
fn rows_of_a_topic_say_of_which_region_they_are() {
    let (known, site) = (Known::read(), site::real());
    for (region, topic) in known.pairs() {
        let main = main_of(site, &format!("topics/{topic}/index.html"));
        let rows = main.all().into_iter().filter(|element| !element.get("data-in").is_empty());
        let of: BTreeSet<&str> = rows.map(|row| row.get("data-in")).collect();
        assert!(of.contains(region.as_str()), "{topic}: {of:?}");
        let chosen = main.all().into_iter().any(|element| element.get("data-choose") == region);
        assert!(chosen, "{topic} lets nobody choose {region}");
    }
}
