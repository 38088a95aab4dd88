//! Addresses that last: a made-up county whose offices are merged and renamed and whose lists are split and merged, in four
//! stages. Every address of every former build leads to a page of the last, and the crosswalk holds every old id.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::load::load;
use qingdan::model::PublishedAddress;
use qingdan::model::former::{Former, kind_of};

use crate::support::folder::{self, Tree};
use crate::support::tables::{Row, Tables};
use crate::support::{html, program, repository, scratch, site};

/// One stage: what it was made from and what was made.
pub struct Stage {
    pub content: Tree,
    pub site: Tree,
}

/// The stages, each with the addresses of those before it.
pub fn stages() -> &'static [Stage] {
    static STAGES: OnceLock<Vec<Stage>> = OnceLock::new();
    STAGES.get_or_init(|| {
        let root = scratch::folder();
        let mut stages: Vec<Stage> = Vec::new();
        for number in ["1", "2", "3", "4"] {
            let folder = root.path().join(number);
            let content = folder.join("content");
            folder::copy(&repository("tests/reorganised").join(number), &content);
            if let Some(before) = stages.last() {
                fs::write(content.join("addresses.txt"), &before.content["addresses.txt"]).expect("the addresses");
            }
            let before = folder::read(&content);
            run(&folder, &["build"], 0);
            assert_eq!(folder::read(&content), before, "a build writes nothing into the content");
            run(&folder, &["addresses"], 0);
            stages.push(Stage { content: folder::read(&content), site: folder::read(&folder.join("output")) });
        }
        stages
    })
}

fn run(folder: &Path, arguments: &[&str], status: i32) -> String {
    let run = program::run(folder, &[arguments, &["--lang", "en"]].concat());
    assert_eq!(run.status, Some(status), "{arguments:?}: {}{}", run.stdout, run.stderr);
    run.stdout + &run.stderr
}

fn last() -> &'static Tree {
    &stages().last().expect("a stage").site
}

fn text<'s>(site: &'s Tree, path: &str) -> &'s str {
    std::str::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}"))).expect("UTF-8")
}

/// Where a page leads by itself.
fn refresh(site: &Tree, path: &str) -> Option<String> {
    let (_, rest) = text(site, path).split_once("http-equiv=\"refresh\" content=\"0; url=")?;
    let href = rest.split('"').next().expect("an address");
    Some(html::resolve(path.rsplit_once('/').map_or("", |(folder, _)| folder), href))
}

#[test]
fn every_address_of_every_former_build_resolves() {
    let (mut led, mut told, mut kept) = (0, 0, 0);
    for stage in stages() {
        for path in stage.site.keys().filter(|path| path.ends_with(".html")) {
            assert!(last().contains_key(path), "{path} is lost");
            match refresh(last(), path) {
                Some(to) => {
                    led += 1;
                    assert!(refresh(last(), &to).is_none(), "{path} leads to {to}, which leads on itself");
                    assert_eq!(path.starts_with("en/"), to.starts_with("en/"), "{path} leads to {to}");
                }
                None if text(last(), path).contains("noindex") => told += 1,
                None => kept += 1,
            }
        }
    }
    assert!(led > 100 && told > 10 && kept > 500, "{led} lead on, {told} tell, {kept} are there");
}

#[test]
fn every_office_has_its_place_at_the_address_that_it_had() {
    let mut gone = 0;
    for stage in stages() {
        for row in &Tables::read(&stage.site).tables["offices"] {
            let (list, slug) = row["id"].split_once("/offices/").expect("an office");
            for prefix in ["", "en/"] {
                let page = text(last(), &format!("{prefix}lists/{list}/offices/index.html"));
                assert!(page.contains(&format!(" id=\"{slug}\"")), "{prefix}{list} has no {slug}");
            }
            gone += usize::from(!Tables::read(last()).tables["offices"].iter().any(|now| now["id"] == row["id"]));
        }
    }
    assert!(gone > 15, "{gone} offices are gone");
}

/// Every id of every table.
fn ids(site: &Tree) -> BTreeMap<String, String> {
    let tables = Tables::read(site).tables;
    let of_table = |(name, rows): (String, Vec<Row>)| {
        rows.into_iter().filter_map(move |row| Some((row.get("id")?.clone(), name.clone())))
    };
    tables.into_iter().flat_map(of_table).collect()
}

#[test]
fn the_crosswalk_holds_every_old_id() {
    let crosswalk = &Tables::read(last()).tables["crosswalk"];
    let old: BTreeSet<&str> = crosswalk.iter().map(|row| &*row["old_id"]).collect();
    let now = ids(last());
    let mut gone = 0;
    for stage in stages() {
        for (id, table) in ids(&stage.site).iter().filter(|(id, _)| !now.contains_key(*id)) {
            gone += 1;
            assert!(old.contains(&**id), "{id} of {table} is not in the crosswalk");
        }
    }
    assert!(gone > 40, "{gone} ids are gone");
    for row in crosswalk {
        let successor = &row["successor_id"];
        assert!(successor.is_empty() || now.contains_key(successor), "{row:?} leads to nothing of today");
        let nothing = ["ended", "removed", "unstated"].contains(&&*row["fate"]);
        assert!(successor.is_empty() == nothing || row["kind"] == "part", "{row:?}");
        for url in [&row["url_zh"], &row["url_en"]] {
            let page = format!("{url}index.html");
            assert!(refresh(last(), &page).is_none(), "{row:?}: {page} leads on");
        }
        if !row["old_path"].is_empty() {
            assert!(last().contains_key(&format!("{}index.html", row["old_path"])), "{row:?}");
        }
    }
}

#[test]
fn a_citation_that_a_record_no_longer_has_is_in_the_crosswalk() {
    let root = scratch::folder();
    let mut content = stages()[0].content.clone();
    let list = content.get_mut("lists/yunting-industry.yaml").expect("the list");
    let text = String::from_utf8(list.clone()).expect("UTF-8");
    *list = text.replace("    basis: [{law: yunting-rules, articles: [\"3\"]}]\n", "").into_bytes();
    folder::write(&root.path().join("content"), &content);
    run(root.path(), &["build"], 0);
    let crosswalk = Tables::read(&folder::read(&root.path().join("output"))).tables["crosswalk"].clone();
    let told: Vec<[&str; 4]> =
        crosswalk.iter().map(|row| ["old_id", "kind", "fate", "url_zh"].map(|column| &*row[column])).collect();
    let duty = "lists/yunting-industry/duties/licences/";
    assert_eq!(told, [["yunting-industry/duties/licences/basis/1", "part", "removed", duty]]);
}

/// What is there is not told to be gone: every id of every table of the lists of this repository.
#[test]
fn what_is_there_is_in_no_crosswalk() {
    let mut sink = Sink::new();
    let mut sources = load(&repository("content"), &mut sink).expect("the content");
    let mut model = check(&mut sources, &mut sink).expect("a model");
    let tables = Tables::read(site::real()).tables;
    let ids = tables
        .values()
        .flatten()
        .filter_map(|row| row.get("id"))
        .filter(|id| id.contains('/'))
        .map(|id| format!("lists/{id}"));
    let published: Vec<String> = ids.filter(|key| kind_of(key).is_some()).collect();
    assert!(published.iter().filter(|key| kind_of(key) == Some("part")).count() > 500);
    model.addresses = published.into_iter().map(|path| PublishedAddress { path, at: 0..0 }).collect();
    assert_eq!(Former::of(&model).all(), []);
}

#[test]
fn it_says_what_happened_when_and_by_which_source() {
    let crosswalk = &Tables::read(last()).tables["crosswalk"];
    let said = |id: &str| {
        let of = |row: &&Row| row["old_id"] == id;
        let row = crosswalk.iter().find(of).unwrap_or_else(|| panic!("no {id}"));
        [&row["kind"], &row["fate"], &row["successor_id"], &row["date"]].map(|cell| cell.to_owned())
    };
    for (id, expected) in [
        ("yunting-xian", ["region", "renamed", "yunting", ""]),
        ("yunting-quality", ["list", "renamed", "yunting-standards", ""]),
        ("yunting-planning", ["list", "split", "yunting-resources", "2019-03-25"]),
        ("yunting-land", ["list", "merged", "yunting-resources", "2021-08-30"]),
        ("yunting-planning/duties/plots", ["duty", "moved", "yunting-resources/duties/plots", "2019-03-25"]),
        ("yunting-planning/duties/dwellings", ["duty", "moved", "yunting-resources/duties/homes", "2019-03-25"]),
        ("yunting-planning/duties/old-maps", ["duty", "unstated", "", "2019-03-25"]),
        (
            "yunting-industry/offices/registry",
            ["office", "merged", "yunting-industry/offices/registration", "2019-03-25"],
        ),
        ("yunting-industry/offices/fairs", ["office", "merged", "yunting-industry/offices/registration", "2019-03-25"]),
        ("yunting-industry/offices/consumer", ["office", "renamed", "yunting-industry/offices/rights", "2019-03-25"]),
        ("yunting-industry/duties/licences", ["duty", "renamed", "yunting-industry/duties/registration", "2017-03-01"]),
        ("yunting-industry/duties/coupons", ["duty", "removed", "", "2017-03-01"]),
    ] {
        assert_eq!(said(id), expected, "{id}");
    }
    let row = crosswalk.iter().find(|row| row["old_id"] == "yunting-industry/offices/registry").expect("an office");
    assert_eq!(row["source_en"], "Plan of Yunting County for institutional reform");
    assert_eq!(row["source_url"], "https://yunting.example/reform-2019");
    assert_eq!(row["event_zh"], "工商局内设机构由三个科并为两个");
}

#[test]
fn a_page_says_what_became_of_what_has_no_single_successor() {
    let third = &stages()[2].site;
    for (prefix, words) in [
        ("", ["规划建设局分设为自然资源局和住房局", "自然资源局", "住房局", "云汀县机构改革方案", "2019年3月25日"]),
        (
            "en/",
            [
                "The Planning and Construction Bureau becomes",
                "Natural Resources Bureau",
                "Housing Bureau",
                "Plan of Yunting",
                "25 March 2019",
            ],
        ),
    ] {
        let page = html::main_of(third, &format!("{prefix}lists/yunting-planning/index.html")).text();
        words.iter().for_each(|word| assert!(page.contains(word), "{word} is not on {page}"));
    }
    let page = html::main_of(last(), "lists/yunting-planning/duties/old-maps/index.html");
    assert!(page.text().contains("没有写明"), "{}", page.text());
    let links: Vec<&str> = page.named("a").into_iter().map(|link| link.get("href")).collect();
    assert_eq!(links, ["../../../yunting-resources/index.html"], "where to look on");
}

/// The pairs that a map names.
fn pairs(site: &Tree, path: &str, pair: impl Fn(&str) -> Option<(String, String)>) -> BTreeSet<(String, String)> {
    text(site, path).lines().filter_map(pair).collect()
}

#[test]
fn the_maps_for_servers_name_what_the_pages_lead_to() {
    let site = last();
    let of = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
    let lines = pairs(site, "_redirects", |line| {
        let (from, to) = line.strip_suffix(" 301")?.split_once(' ')?;
        of(from, to)
    });
    let nginx = pairs(site, "redirects/nginx.conf", |line| {
        let (from, to) = line.trim().strip_prefix('"')?.strip_suffix("\";")?.split_once("\" \"")?;
        of(from, to).filter(|(from, _)| from.ends_with('/'))
    });
    let apache = pairs(site, "redirects/apache.conf", |line| {
        let (from, to) =
            line.strip_prefix("RedirectMatch 301 \"^")?.strip_suffix('"')?.split_once("(index\\.html)?$\" \"")?;
        of(from, to)
    });
    assert!(lines == nginx && lines == apache, "the maps differ");
    let leads: BTreeSet<(String, String)> = (site.keys().filter(|path| path.ends_with(".html")))
        .filter_map(|path| Some((path, refresh(site, path)?)))
        .map(|(from, to)| [from, &to].map(|file| format!("/{}", file.trim_end_matches("index.html"))).into())
        .collect();
    let missing: Vec<_> = leads.difference(&lines).collect();
    assert!(missing.is_empty(), "no map has {missing:?}");
    // The pages of offices do not lead on by themselves, since each office may have gone elsewhere.
    let more: Vec<_> = lines.difference(&leads).collect();
    assert!(more.iter().all(|(from, _)| from.ends_with("/offices/")), "{more:?}");
}

#[test]
fn without_what_is_declared_the_addresses_are_faults() {
    let root = scratch::folder();
    let content = root.path().join("content");
    let mut files = stages()[3].content.clone();
    files.remove("reorganisations.yaml");
    folder::write(&content, &files);
    let said = run(root.path(), &["check"], 1);
    for lost in ["lists/yunting-land/", "lists/yunting-planning/", "lists/yunting-quality/offices/equipment"] {
        assert!(said.contains(&format!("{lost} was published")), "{lost}: {said}");
    }
    assert!(!said.contains("lists/yunting-land/duties"), "what stood in a list is told with the list: {said}");
    assert!(!said.contains("yunting-quality/duties"), "what is declared leads on: {said}");
    assert!(!root.path().join("output").exists());
}

#[test]
fn in_a_folder_of_a_host_the_same_leads_on() {
    let root = scratch::folder();
    folder::write(&root.path().join("content"), &stages()[3].content);
    run(root.path(), &["build", "--base-url", "https://yunting.example/zwgk/lists/", "--jobs", "1"], 0);
    let site = folder::read(&root.path().join("output"));
    let page = text(&site, "en/lists/yunting-quality/duties/lifts/index.html");
    let to = "https://yunting.example/zwgk/lists/en/lists/yunting-standards/duties/lifts/";
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{to}\">")), "{page}");
    assert!(page.contains("url=../../../yunting-standards/duties/lifts/\""), "{page}");
    let line = "/zwgk/lists/lists/yunting-quality/ /zwgk/lists/lists/yunting-standards/ 301";
    assert!(text(&site, "_redirects").lines().any(|have| have == line));
    assert!(!text(&site, "sitemap.xml").contains("yunting-quality"), "no search engine is told of an old address");
}

#[test]
fn the_same_bytes_whatever_the_threads_and_no_address_twice() {
    let root = scratch::folder();
    // The stage was built before its own addresses were written down, which are those of its pages.
    folder::write(&root.path().join("content"), &stages()[3].content);
    run(root.path(), &["build", "--jobs", "1"], 0);
    let site = folder::read(&root.path().join("output"));
    let differing: Vec<_> =
        site.keys().chain(last().keys()).filter(|path| site.get(*path) != last().get(*path)).collect();
    assert_eq!(differing, Vec::<&String>::new());
    let before = fs::read_to_string(root.path().join("content/addresses.txt")).expect("addresses");
    let said = run(root.path(), &["addresses"], 0);
    assert!(said.contains("new: 0."), "{said}");
    assert_eq!(fs::read_to_string(root.path().join("content/addresses.txt")).expect("addresses"), before);
}

#[test]
fn a_site_without_such_files_is_as_it_was() {
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("tests/rules/base"), &content);
    run(root.path(), &["build"], 0);
    let without = folder::read(&root.path().join("output"));
    run(root.path(), &["addresses", "--dry-run"], 0);
    assert!(!content.join("addresses.txt").exists(), "a dry run writes nothing");
    run(root.path(), &["addresses"], 0);
    fs::write(content.join("reorganisations.yaml"), "[]\n").expect("a file");
    run(root.path(), &["build"], 0);
    let with = folder::read(&root.path().join("output"));
    let differing: Vec<_> =
        with.keys().chain(without.keys()).filter(|path| with.get(*path) != without.get(*path)).collect();
    assert_eq!(differing, Vec::<&String>::new());
    assert!(!with.keys().any(|path| path.contains("redirects")));
}

#[test]
fn changes_and_diff_know_what_was_renamed() {
    let changes = &Tables::read(last()).tables["changes"];
    let of = |id: &str| changes.iter().find(|row| row["record_id"] == id).unwrap_or_else(|| panic!("no {id}"));
    let row = of("yunting-industry/duties/licences");
    assert_eq!([&row["kind"], &row["successors"]], ["renamed", "yunting-industry/duties/market-entry"]);
    let row = of("yunting-industry/offices/registry");
    assert_eq!([&row["kind"], &row["successors"]], ["merged", "yunting-industry/offices/registration"]);
    let root = scratch::folder();
    for (name, stage) in [("old", 1), ("new", 2)] {
        folder::write(&root.path().join(name), &stages()[stage].content);
    }
    let said = run(root.path(), &["diff", "old", "new", "--content", "new"], 0);
    assert!(said.contains("registration"), "{said}");
}
