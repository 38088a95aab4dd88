//! What the pages say and what the data say is the same, in both directions: names, texts, offices, phones, laws with
//! their articles of every record, read from its page in each language and from the JSON beside it; and every row of
//! the tables has a page that shows it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use qingdan::model::Articles;

use crate::support::folder::Tree;
use crate::support::html::{self, Child, Element};
use crate::support::site;

const LANGUAGES: [(&str, &str); 2] = [("zh", ""), ("en", "en/")];

const COLLECTIONS: [&str; 4] = ["duties", "boundaries", "services", "regimes"];

/// A law and the anchor of one of its articles; none where the law as a whole is cited.
type Cited = BTreeSet<(String, String)>;

/// What is said of a record.
#[derive(Debug, Default)]
struct Facts {
    laws: Cited,
    offices: BTreeSet<String>,
    phones: BTreeSet<String>,
    /// Texts in one language, without white space and without the signs of Markdown.
    texts: Vec<String>,
}

fn json(site: &Tree, path: &str) -> Value {
    serde_json::from_slice(site.get(path).unwrap_or_else(|| panic!("no {path}"))).expect("JSON")
}

fn main_of(site: &Tree, path: &str) -> Element {
    let mut page = html::parse(site.get(path).unwrap_or_else(|| panic!("no {path}")));
    take(&mut page, &|element| element.name == "main").unwrap_or_else(|| panic!("{path} has no main part"))
}

/// Takes the first element of a kind out of a page.
fn take(from: &mut Element, wanted: &dyn Fn(&Element) -> bool) -> Option<Element> {
    for child in &mut from.children {
        let Child::Element(element) = child else { continue };
        if wanted(element) {
            return Some(std::mem::take(element));
        }
        if let Some(found) = take(element, wanted) {
            return Some(found);
        }
    }
    None
}

/// A text without white space.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A text of the content as a page shows it: links of Markdown as their names, no signs of emphasis.
fn shown(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        out.push_str(&rest[..at]);
        rest = rest[at..].split_once(')').map_or("", |(_, rest)| rest);
        let open = out.rfind('[').expect("a link");
        out.remove(open);
    }
    out.push_str(rest);
    bare(&out.replace(['*', '`', '\\'], ""))
}

/// What the JSON of a record says, but for what is derived from others.
fn said(value: &Value, lang: &str, facts: &mut Facts) {
    let strings = |value: &Value| -> Vec<String> {
        value.as_array().expect("a list").iter().map(|item| item.as_str().expect("a string").to_owned()).collect()
    };
    match value {
        Value::Object(object) if object.contains_key("zh") => {
            facts.texts.push(shown(object[lang].as_str().expect("a text")));
        }
        Value::Object(object) => {
            for (key, value) in object.iter().filter(|(key, _)| *key != "derived") {
                match key.as_str() {
                    "basis" => value.as_array().expect("a list").iter().for_each(|basis| cite(basis, &mut facts.laws)),
                    "offices" => facts.offices.extend(strings(value)),
                    "phones" => facts.phones.extend(strings(value)),
                    _ => {}
                }
                said(value, lang, facts);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| said(value, lang, facts)),
        _ => {}
    }
}

fn cite(basis: &Value, laws: &mut Cited) {
    let law = basis["law"].as_str().expect("a law");
    let articles = basis["articles"].as_array().expect("articles");
    for article in articles {
        let article: Articles = article.as_str().and_then(|article| article.parse().ok()).expect("an article");
        laws.insert((law.to_owned(), article.place().anchor()));
    }
    if articles.is_empty() {
        laws.insert((law.to_owned(), String::new()));
    }
}

/// What a page says; its texts as one.
fn read(main: &Element, facts: &mut Facts) {
    for basis in main.all().into_iter().filter(|element| element.get("class").split(' ').any(|class| class == "basis"))
    {
        for item in basis.named("li") {
            for child in &item.children {
                // What stands in a `small` is how the paper prints it.
                let Child::Element(link) = child else { continue };
                let Some((_, rest)) = link.get("href").split_once("laws/") else { continue };
                let law = rest.split('/').next().expect("a law").to_owned();
                let article = rest.split_once('#').map_or("", |(_, anchor)| anchor).to_owned();
                facts.laws.insert((law, article));
            }
        }
    }
    for element in main.all() {
        if let Some((_, office)) = element.get("href").split_once("offices/index.html#") {
            facts.offices.insert(office.to_owned());
        }
        if element.get("class") == "phone" {
            facts.phones.insert(element.text());
        }
    }
    let mut text = String::new();
    words(main, &mut text);
    facts.texts.push(bare(&text));
}

/// The words of a page, but for what it adds where a text does not say which law it means.
fn words(element: &Element, out: &mut String) {
    for child in &element.children {
        match child {
            Child::Text(text) => out.push_str(text),
            Child::Element(inner) if inner.get("class") == "open" => {}
            Child::Element(inner) => words(inner, out),
        }
    }
}

/// Whether the parts of one path are a collection and `index.json`.
fn record(path: &str) -> Option<(&str, &str)> {
    match path.split('/').collect::<Vec<_>>()[..] {
        ["lists", list, collection, _, "index.json"] if COLLECTIONS.contains(&collection) => Some((list, collection)),
        _ => None,
    }
}

/// Where page and data of a record differ.
fn difference(kind: &str, page: &Facts, data: &Facts, list: &Value) -> Option<String> {
    if page.laws != data.laws {
        return Some(format!("laws {:?}", page.laws.symmetric_difference(&data.laws)));
    }
    // The page of a matter answers who handles it from other records, too.
    if page.offices != data.offices && (kind != "boundaries" || !page.offices.is_superset(&data.offices)) {
        return Some(format!("offices {:?}", page.offices.symmetric_difference(&data.offices)));
    }
    let of = |value: &Value| -> BTreeSet<String> {
        value["phones"].as_array().into_iter().flatten().filter_map(|phone| Some(phone.as_str()?.to_owned())).collect()
    };
    let offices = list["offices"].as_array().expect("offices").iter();
    let shown = offices.filter(|office| page.offices.contains(office["slug"].as_str().expect("a slug")));
    let mut phones: BTreeSet<String> = shown.flat_map(of).collect();
    phones.extend(data.phones.iter().cloned());
    if !page.phones.is_superset(&phones) {
        return Some(format!("phones {:?} are missing", phones.difference(&page.phones)));
    }
    phones.extend(of(list));
    if !page.phones.is_subset(&phones) {
        return Some(format!("phones {:?} are of nobody", page.phones.difference(&phones)));
    }
    let missing = data.texts.iter().find(|text| !page.texts[0].contains(text.as_str()));
    missing.map(|text| format!("the text {text}"))
}

#[test]
fn pages_and_data_of_every_record_say_the_same() {
    let site = site::real();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut planted = 0;
    for path in site.keys() {
        let Some((list, kind)) = record(path) else { continue };
        let data = json(site, path)["data"].clone();
        let list = json(site, &format!("lists/{list}/index.json"))["data"].clone();
        for (lang, prefix) in LANGUAGES {
            let main = main_of(site, &format!("{prefix}{}", path.replace(".json", ".html")));
            let name = data.get("name").or(data.get("title")).expect("a name");
            assert_eq!(main.named("h1")[0].text(), name[lang].as_str().expect("a name"), "{lang} {path}");
            let (mut page, mut record) = (Facts::default(), Facts::default());
            read(&main, &mut page);
            said(&data, lang, &mut record);
            assert_eq!(difference(kind, &page, &record, &list), None, "{lang} {path}");
            // What either has more than the other is seen.
            page.laws.insert(("no-law".into(), "1".into()));
            assert!(difference(kind, &page, &record, &list).is_some());
            page.laws.remove(&("no-law".into(), "1".into()));
            page.phones.insert("0000".into());
            assert!(difference(kind, &page, &record, &list).is_some());
            page.phones.remove("0000");
            record.texts.push("no such text".into());
            assert!(difference(kind, &page, &record, &list).is_some());
            planted += 3;
        }
        *counts.entry(kind).or_default() += 1;
    }
    assert!(counts.len() == COLLECTIONS.len() && counts.values().all(|count| *count > 15), "{counts:?}");
    assert!(planted > 800, "{planted}");
}

#[test]
fn every_row_of_the_tables_has_a_page_that_shows_it() {
    let site = site::real();
    let mut pages: BTreeMap<String, (BTreeSet<String>, String)> = BTreeMap::new();
    let mut rows = 0;
    let mut listed = BTreeSet::new();
    let tables = site.keys().filter(|path| path.starts_with("data/") && path.ends_with(".json"));
    for table in tables.map(String::as_str) {
        let Value::Array(records) = json(site, table) else { continue };
        for row in records.iter().filter(|row| row.get("url_zh").is_some()) {
            for (lang, _) in LANGUAGES {
                let url = row[format!("url_{lang}")].as_str().expect("an address");
                let (path, anchor) = url.split_once('#').unwrap_or((url, ""));
                let path = format!("{path}index.html");
                let (ids, text) = pages.entry(path.clone()).or_insert_with(|| {
                    let main = main_of(site, &path);
                    let ids = main.all().into_iter().map(|element| element.get("id").to_owned()).collect();
                    let mut text = String::new();
                    words(&main, &mut text);
                    (ids, bare(&text))
                });
                assert!(anchor.is_empty() || ids.contains(anchor), "{table}: {url}");
                for column in ["name", "title", "text", "statement", "responsibility", "circumstances", "role"] {
                    let Some(cell) = row[format!("{column}_{lang}")].as_str() else { continue };
                    assert!(text.contains(&shown(cell)), "{table}: {url} does not show {cell}");
                    rows += 1;
                }
                listed.insert(path);
            }
        }
    }
    assert!(rows > 2_000, "{rows}");
    let unlisted: Vec<&String> = site
        .keys()
        .filter(|path| record(path).is_some() || path.starts_with("laws/") && path.ends_with("/index.json"))
        .filter(|path| !listed.contains(&path.replace(".json", ".html")))
        .collect();
    assert!(unlisted.is_empty(), "pages of records that no table lists: {unlisted:?}");
}
