//! The site of the forms: the pages that show what is peculiar about each are as expected, a long section is divided, and a
//! township's list and those of departments lead to each other.
//!
//! `files.txt` names the pages about lists but for those of one long list; `kept.txt` says what is kept of the site, without
//! what changes with every table.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::forms::{forms, papers};
use crate::support::html::{main_of, resolve};
use crate::support::{bare, golden, repository, snapshot};

#[test]
fn pages_are_what_is_expected() {
    let folder = repository("tests/sites/forms");
    let list = fs::read_to_string(folder.join("kept.txt")).expect("what is kept");
    let kept: BTreeSet<&str> = list.lines().collect();
    let mut site = golden::steady(forms());
    let mut named = site.clone();
    named.retain(|path, _| {
        let about = ["codes/", "lists/", "types/"].iter().any(|folder| path.starts_with(folder));
        about && path.ends_with("/index.html") && !path.starts_with("lists/pingchuan-transport/items/")
    });
    site.retain(|path, _| kept.contains(path.as_str()));
    site.values_mut().for_each(calm);
    assert_eq!(site.len(), kept.len(), "what is kept is not there: {:?}", site.keys());
    let listing = snapshot::compare(&folder.join("files.txt"), &golden::listing(&named, None));
    let pages = snapshot::compare_folder(&folder.join("expected"), &site);
    snapshot::report([listing, pages].into_iter().filter_map(Result::err).collect());
}

/// Takes the lines out of a page that change with every table: the sizes and sums of files.
fn calm(page: &mut Vec<u8>) {
    let text = String::from_utf8_lossy(page);
    let changes = ["<script type=\"application/ld+json\">", "<dd class=\"downloads\">"];
    let lines = text.split_inclusive('\n').filter(|line| !changes.iter().any(|change| line.contains(change)));
    *page = lines.collect::<String>().into_bytes();
}

/// What a line of a list of items shows.
const IN_A_ROW: [(&str, &str); 5] =
    [("items", "number"), ("items", "name"), ("items", "code"), ("items", "body_id"), ("item_offices", "office_id")];

#[test]
fn every_item_stands_once_under_its_heading() {
    let site = forms();
    let mut rows: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for path in site.keys().filter(|path| path.contains("/sections/") && path.ends_with("/index.html")) {
        let main = main_of(site, path);
        let lists = main.named("ul").into_iter().filter(|list| list.get("class") == "item-rows");
        for row in lists.flat_map(|list| list.named("li")) {
            let link = row.named("a").first().map(|link| link.get("href").to_owned()).expect("a link");
            let item = resolve(path.trim_end_matches("index.html"), &link);
            rows.entry(item).or_default().push((path.clone(), bare(&row.text())));
        }
    }
    for paper in papers().values() {
        for record in paper.records.iter().filter(|record| record.id.contains("/items/")) {
            let found = rows.remove(&format!("lists/{}/index.html", record.id)).unwrap_or_default();
            let [(page, text)] = &found[..] else { panic!("{}: {found:?}", record.id) };
            let cells = record.cells.iter().filter(|(heading, _)| {
                paper.column(heading).target.column().is_some_and(|column| IN_A_ROW.contains(&column))
            });
            for (heading, cell) in cells {
                assert!(text.contains(&bare(cell)), "{}: {heading}：{cell} is not on {page}: {text}", record.id);
            }
        }
    }
    assert!(rows.is_empty(), "items without a paper: {rows:?}");
}

#[test]
fn a_long_section_has_pages() {
    let site = forms();
    let papers = papers();
    let names: Vec<&str> = papers["pingchuan-transport"]
        .records
        .iter()
        .filter_map(|record| record.cells.iter().find(|(heading, _)| heading == "事项名称"))
        .map(|(_, name)| &**name)
        .collect();
    let folder = "lists/pingchuan-transport/sections/transport/";
    let rows = |path: &str| {
        let links = main_of(site, path);
        let rows = links.named("ul").into_iter().find(|list| list.get("class") == "item-rows").expect("the items");
        rows.named("a").iter().map(|link| link.text()).collect::<Vec<String>>()
    };
    let pages = ["index.html", "2/index.html"].map(|page| rows(&format!("{folder}{page}")));
    assert_eq!([pages[0].len(), pages[1].len()], [100, names.len() - 100]);
    assert_eq!(pages.concat(), names);
    let second = main_of(site, &format!("{folder}2/index.html"));
    let led: Vec<String> =
        second.named("a").iter().map(|link| resolve(&format!("{folder}2/"), link.get("href"))).collect();
    assert!(led.contains(&format!("{folder}index.html")), "{led:?}");
}

#[test]
fn a_township_leads_to_lists_of_departments_and_back() {
    let site = forms();
    let leads = |from: &str, to: &str| {
        let (folder, to) = (format!("lists/{from}/"), format!("lists/{to}/index.html"));
        let page = main_of(site, &format!("{folder}index.html"));
        page.named("a").iter().any(|link| resolve(&folder, link.get("href")) == to)
    };
    // By its name, by the id that the list of the township gives, and where the department's list says it otherwise.
    for (town, department) in [
        ("ph-8", "shuangyu-forestry/items/jc-1"),
        ("ph-9", "shuangyu-market/items/inspection-4"),
        ("ph-11", "shuangyu-emergency/items/licence-1"),
        ("sh-13", "shuangyu-agriculture/items/ny-02-007"),
        ("sh-14", "shuangyu-emergency/items/penalty-5"),
    ] {
        let town = format!("liuping-town/items/{town}");
        assert!(leads(&town, department) && leads(department, &town), "{town} and {department}");
    }
    assert!(leads("liuping-town/items/ph-10", "shuangyu-water"), "a list that lacks the item");
    assert!(!leads("liuping-town/items/sh-15", "shuangyu-agriculture-2019/items/ny-3"), "a list that was replaced");
    let text = |path: &str| main_of(site, &format!("lists/{path}/index.html")).text();
    let town = text("liuping-town/handovers");
    assert!(town.contains("河道内违法建设巡查") && town.contains("农机维修点备案"), "{town}");
    let department = text("shuangyu-agriculture/handovers");
    assert!(department.contains("对不建立农药销售台账的处罚"), "what it gives to townships: {department}");
}

#[test]
fn items_are_found_by_code_and_by_type() {
    let folder = |path: &str| path.starts_with("search/zh/") && path.ends_with(".js");
    let files = forms().iter().filter(|(path, _)| folder(path));
    let index: String = files.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    for names in ["NY-01-001-02", "行政许可-委托\\n行政许可", "行政处罚"] {
        assert!(index.contains(names), "{names} is among no names");
    }
}
