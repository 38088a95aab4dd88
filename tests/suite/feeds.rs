//! Feeds: what the W3C feed validator asks of Atom, of every feed of sites with and without editions; and that a reader who looks
//! now and then hears of each change once, on its day: of editions, and of laws that lists rest on.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::atom::{Element, faults, read};
use crate::support::folder::{self, Tree};
use crate::support::{program, repository, scratch, site};

const CONTENT: &str = "tests/editions/content";

const HOME: &str = "https://lists.example/qd/";

/// The lists with editions, where a law is changed twice and ends, and where a list of 2014 cites it as well.
fn lay_out(root: &Path) {
    let content = root.join("content");
    folder::copy(&repository(CONTENT), &content);
    let edit = |file: &str, from: &str, to: &str| {
        let path = content.join(file);
        let text = fs::read_to_string(&path).expect("a file");
        assert!(text.contains(from), "{file} has {from}");
        fs::write(path, text.replacen(from, to, 1)).expect("a file");
    };
    let events = "kind: law\n  amendments:\n    - {date: 2017-12-27, kind: amended}\n    - {date: 2018-10-26, kind: amended}\n    \
                  - {date: 2023-05-01, kind: repealed}\n";
    edit("laws/national.yaml", "kind: law\n", events);
    let cites =
        "statement: {zh: 管理水井。, en: Looks after wells.}\n    basis: [{law: metrology-law, articles: [\"9\"]}]\n";
    edit("lists/qingshui-water.yaml", "statement: {zh: 管理水井。, en: Looks after wells.}\n", cites);
}

fn feeds(site: &Tree) -> BTreeMap<&str, Element> {
    let named = site.iter().filter(|(path, _)| path.ends_with("feed.xml"));
    named.map(|(path, bytes)| (path.as_str(), read(bytes).expect("a feed"))).collect()
}

fn sound(site: &Tree, home: Option<&str>) -> usize {
    let named: Vec<_> = site.iter().filter(|(path, _)| path.ends_with("feed.xml")).collect();
    let of_one = |(path, bytes): &(&String, &Vec<u8>)| {
        faults(bytes, home).into_iter().map(move |fault| format!("{path}: {fault}")).collect::<Vec<_>>()
    };
    let found: Vec<String> = named.iter().flat_map(of_one).collect();
    assert_eq!(found, Vec::<String>::new());
    named.len()
}

#[test]
fn feeds_are_as_the_validator_wants_them() {
    let known = site::build(&["--base-url", HOME], lay_out);
    let anywhere = site::build(&[], lay_out);
    assert!(sound(&known, Some(HOME)) >= 14 && sound(&anywhere, None) == sound(&known, Some(HOME)));
    assert!(sound(site::real(), None) > 10, "lists that rest on laws that changed have feeds");
    // Every link of a feed leads to a file of the site, and so does the anchor.
    for (path, feed) in feeds(&known) {
        for link in feed.all("entry").flat_map(|entry| entry.all("link")).chain(feed.all("link")) {
            let href = link.attribute("href").expect("an address").strip_prefix(HOME).expect("of this site");
            let (file, anchor) = href.split_once('#').unwrap_or((href, ""));
            let file =
                if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
            let page = known.get(&file).unwrap_or_else(|| panic!("{path} leads to {file}"));
            let text = String::from_utf8_lossy(page);
            assert!(anchor.is_empty() || text.contains(&format!("id=\"{anchor}\"")), "{path} leads to {href}");
        }
    }
}

#[test]
fn the_validator_finds_what_is_planted() {
    let site = site::build(&["--base-url", HOME], lay_out);
    let whole = String::from_utf8(site["changes/feed.xml"].clone()).expect("UTF-8");
    let entry = whole.split("<entry>").nth(1).expect("an entry").split("</entry>").next().expect("an entry");
    let planted: [(&str, String); 9] = [
        ("an id stands twice", whole.replace("</feed>", &format!("<entry>{entry}</entry></feed>"))),
        ("of `id`", whole.replacen("<id>", "<x>", 1).replacen("</id>", "</x>", 1)),
        ("not absolute", whole.replacen("<id>https://lists.example", "<id>", 1)),
        ("of `updated`", whole.replacen("<updated>", "<modified>", 1).replacen("</updated>", "</modified>", 1)),
        ("was updated at", whole.replacen("T00:00:00Z</updated>", "</updated>", 1)),
        ("no author", whole.replacen("<author>", "<by>", 1).replacen("</author>", "</by>", 1)),
        ("links of the feed to itself", whole.replacen("rel=\"self\"", "rel=\"alternate\"", 1)),
        ("no type of file", whole.replace(" type=\"text/html\"", "")),
        (
            "not in order",
            whole.replacen(
                "<entry>",
                &format!(
                    "<entry>{}</entry><entry>",
                    entry.replace("/laws/", "/x/").replace("2023-05-01", "2001-05-01")
                ),
                1,
            ),
        ),
    ];
    for (expected, feed) in planted {
        let found = faults(feed.as_bytes(), Some(HOME));
        assert!(found.iter().any(|fault| fault.contains(expected)), "{expected}: {found:?}");
    }
    assert!(!faults(whole.replace("</feed>", "").as_bytes(), None).is_empty());
}

/// The days on which a reader looks, and what has happened by then in each feed.
#[test]
fn a_reader_hears_of_each_change_once_and_on_its_day() {
    let days = [
        "2016-06-01",
        "2017-12-26",
        "2017-12-27",
        "2018-02-28",
        "2018-03-01",
        "2019-01-01",
        "2022-01-05",
        "2023-04-30",
        "2023-05-01",
    ];
    let mut heard: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut before = "2014-12-31";
    for day in days {
        let site = site::build(&["--base-url", HOME, "--as-of", day], lay_out);
        for (path, feed) in feeds(&site) {
            // A feed beside older editions begins with the second of them, and tells what was before.
            let begins = path.contains("editions/feed.xml") && !heard.contains_key(path);
            let seen = heard.entry(path.to_owned()).or_default();
            for entry in feed.all("entry") {
                let (id, updated) = (entry.text_of("id").to_owned(), entry.text_of("updated")[..10].to_owned());
                match seen.get(&id) {
                    Some(known) => assert_eq!(*known, updated, "{path}: {id} changed its day"),
                    None => {
                        assert!(
                            (begins || before < &*updated) && &*updated <= day,
                            "{path}: {id} of {updated} is heard of on {day}"
                        );
                        seen.insert(id, updated);
                    }
                }
            }
        }
        // Nothing of what came later stands anywhere.
        for later in ["2017-12-27", "2018-10-26", "2023-05-01"].into_iter().filter(|later| day < *later) {
            let told: Vec<&String> = site
                .iter()
                .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(later))
                .map(|(path, _)| path)
                .collect();
            assert_eq!(told, Vec::<&String>::new(), "{later} stands in what was made as of {day}");
        }
        before = day;
    }
    let days_of = |path: &str| {
        let mut days: Vec<&str> = heard[path].values().map(String::as_str).collect();
        days.sort();
        days
    };
    let laws = ["2017-12-27", "2018-10-26", "2023-05-01"];
    let all = ["2017-12-27", "2018-03-01", "2018-10-26", "2022-01-05", "2023-05-01"];
    assert_eq!(days_of("lists/qingshui-water/changes/feed.xml"), laws);
    for path in [
        "changes/feed.xml",
        "editions/feed.xml",
        "regions/qingshui/feed.xml",
        "departments/market-regulation/feed.xml",
        "lists/qingshui-market/changes/feed.xml",
        "lists/qingshui-market/editions/feed.xml",
    ] {
        let expected: &[&str] =
            if path == "editions/feed.xml" || path.contains("market/editions") { &all[1..] } else { &all };
        // A feed beside the editions begins with the second of them.
        assert!(days_of(path) == all || days_of(path) == expected, "{path}: {:?}", days_of(path));
        assert!(heard.contains_key(&format!("en/{path}")), "{path} in English");
    }
}

#[test]
fn an_event_of_a_law_is_one_entry_whatever_the_number_of_lists() {
    let site = site::build(&["--base-url", HOME], lay_out);
    let of = |path: &str| feeds(&site).remove(path).expect("a feed");
    let event = |feed: &Element| {
        let law = |entry: &&Element| entry.text_of("id").ends_with("laws/metrology-law/#_event-2023-05-01");
        let found: Vec<Element> = feed.all("entry").filter(law).cloned().collect();
        assert_eq!(found.len(), 1, "once");
        found.into_iter().next().expect("an entry")
    };
    let all = event(&of("en/changes/feed.xml"));
    assert_eq!(all.text_of("title"), "Metrology Law: repealed on 1 May 2023");
    assert!(all.text_of("summary").contains("Responsibility list of the Water Bureau"), "{}", all.text_of("summary"));
    assert!(all.text_of("summary").contains("Market"), "{}", all.text_of("summary"));
    let water = event(&of("en/lists/qingshui-water/changes/feed.xml"));
    assert_eq!(water.text_of("id"), all.text_of("id"), "the same thing in every feed");
    assert!(!water.text_of("summary").contains("Market"), "{}", water.text_of("summary"));
    // What the newest edition of 2022 could have known is no news to it; the list of 2014 could not.
    let days = |feed: &Element| feed.all("entry").filter(|entry| entry.text_of("id").contains("/laws/")).count();
    assert_eq!(
        (days(&of("lists/qingshui-market/changes/feed.xml")), days(&of("lists/qingshui-water/changes/feed.xml"))),
        (1, 3)
    );
}

#[test]
fn what_happened_between_two_days_is_listed_with_what_it_touches() {
    let root = scratch::folder();
    lay_out(root.path());
    let asked = |from: &str, to: &str| {
        let run = program::run(root.path(), &["impact", "--between", from, to, "--format", "json", "--lang", "en"]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        let said: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        let event = |event: &serde_json::Value| {
            let lists: Vec<&str> =
                event["lists"].as_array().expect("lists").iter().filter_map(|list| list["list"].as_str()).collect();
            format!(
                "{} {} {}",
                event["date"].as_str().expect("a date"),
                event["kind"].as_str().expect("a kind"),
                lists.join(" ")
            )
        };
        said["events"].as_array().expect("events").iter().map(event).collect::<Vec<_>>()
    };
    assert_eq!(asked("2015-01-01", "2017-12-26"), Vec::<String>::new());
    assert_eq!(asked("2017-12-27", "2017-12-31"), ["2017-12-27 amended qingshui-market qingshui-water"]);
    // As of the last day: the edition of 2018 could know of the first event.
    assert_eq!(
        asked("2017-12-27", "2018-12-31"),
        ["2017-12-27 amended qingshui-water", "2018-10-26 amended qingshui-market qingshui-water"]
    );
    assert_eq!(asked("2023-01-01", "2023-12-31"), ["2023-05-01 repealed qingshui-market qingshui-water"]);
}
