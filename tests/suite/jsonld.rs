//! What every page says to programs: whole, in the words of schema.org that its kind needs, under the title that stands
//! on the page, and with addresses that lead somewhere.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::folder::Tree;
use crate::support::{html, site};

const BASE: &str = "https://www.example.gov.cn/zwgk/lists/";

/// What is said of every thing of a kind. A kind that is not here is not used.
const REQUIRED: [(&str, &[&str]); 21] = [
    ("WebSite", &["name", "description", "inLanguage", "url", "publisher", "license", "potentialAction"]),
    ("SearchAction", &["target", "query-input"]),
    ("EntryPoint", &["urlTemplate"]),
    ("WebPage", &["name", "inLanguage", "breadcrumb"]),
    ("CollectionPage", &["name", "inLanguage", "breadcrumb"]),
    ("SearchResultsPage", &["name", "inLanguage", "breadcrumb"]),
    ("BreadcrumbList", &["itemListElement"]),
    ("ListItem", &["position", "name"]),
    ("DataCatalog", &["name"]),
    ("Dataset", &["name", "description", "license", "publisher", "distribution", "identifier", "isAccessibleForFree"]),
    ("DataDownload", &["contentUrl", "encodingFormat", "contentSize"]),
    ("Organization", &["name"]),
    ("GovernmentOrganization", &["name", "url"]),
    ("GovernmentService", &["name", "description", "provider", "areaServed"]),
    ("ServiceChannel", &["servicePhone"]),
    ("ContactPoint", &["telephone"]),
    ("AdministrativeArea", &["name", "identifier"]),
    ("PropertyValue", &["propertyID", "value"]),
    ("Legislation", &["name"]),
    ("DefinedTerm", &["name", "termCode"]),
    ("CreativeWork", &["name"]),
];

/// The main thing of each kind of page, by what stands in its body's class.
const MAIN: [(&str, &str); 15] = [
    ("list", "Dataset"),
    ("duty", "GovernmentOrganization"),
    ("matter", "GovernmentOrganization"),
    ("service", "GovernmentService"),
    ("offices", "GovernmentOrganization"),
    ("mechanism", "GovernmentOrganization"),
    ("dossier", "GovernmentOrganization"),
    ("tabular", "GovernmentOrganization"),
    ("list_changes", "GovernmentOrganization"),
    ("law", "Legislation"),
    ("region", "AdministrativeArea"),
    ("topic", "DefinedTerm"),
    ("department", "DefinedTerm"),
    ("data", "DataCatalog"),
    ("table", "Dataset"),
];

/// Calls `visit` with every object in a value.
fn objects<'v>(value: &'v Value, visit: &mut dyn FnMut(&'v Value)) {
    match value {
        Value::Object(object) => {
            visit(value);
            object.values().for_each(|value| objects(value, visit));
        }
        Value::Array(values) => values.iter().for_each(|value| objects(value, visit)),
        _ => {}
    }
}

/// The file that an address on a page leads to.
fn file(page: &str, address: &str, base: &str) -> String {
    let path = address.split(['#', '?']).next().expect("a path");
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    let rest = match path.strip_prefix(base).filter(|_| !base.is_empty()) {
        Some(rest) => {
            parts.clear();
            rest
        }
        None => path,
    };
    for part in rest.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop().unwrap_or_else(|| panic!("{page}: {address} leads out of the site"))),
            part => parts.push(part),
        }
    }
    if rest.is_empty() || rest.ends_with('/') {
        parts.push("index.html");
    }
    parts.join("/")
}

fn hold(site: &Tree, base: &str) {
    let mut kinds = BTreeSet::new();
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let page = html::parse(bytes);
        let value = html::linked(text);
        assert_eq!(value["@context"], "https://schema.org", "{path}");
        let body = page.named("body")[0].get("class").strip_prefix("page-").expect("a kind");
        objects(&value, &mut |object| {
            if let Some(id) = object["@id"].as_str() {
                // What has a name is described on the page of that name, and elsewhere only named.
                let described = file(path, id, base);
                assert!(site.contains_key(&described), "{path}: {id} leads to {described}, which is not there");
                if *path != described {
                    assert_eq!(object, &json!({"@id": id}), "{path}: {id} is described elsewhere");
                    let there = html::linked(std::str::from_utf8(&site[&described]).expect("UTF-8"));
                    let own = there["mainEntity"]["@id"].as_str().unwrap_or_else(|| panic!("{described} has no name"));
                    assert_eq!(file(&described, own, base), described, "{path}");
                    return;
                }
            }
            let kind = object["@type"].as_str().unwrap_or_else(|| panic!("{path}: no type: {object}"));
            let required = REQUIRED.iter().find(|(name, _)| *name == kind);
            let (_, required) = required.unwrap_or_else(|| panic!("{path}: the type {kind}"));
            for key in *required {
                assert!(object.get(key).is_some(), "{path}: a {kind} without {key}: {object}");
            }
            for (key, value) in object.as_object().expect("an object") {
                assert!(!value.is_null() && value != "" && value != &Value::Array(Vec::new()), "{path}: empty {key}");
                let address = ["url", "item", "contentUrl", "urlTemplate"].contains(&key.as_str());
                if let Some(address) = value.as_str().filter(|_| address && kind != "CreativeWork") {
                    assert!(address.starts_with(base), "{path}: {address} is not absolute");
                    let file = file(path, address, base);
                    assert!(site.contains_key(&file), "{path}: {address} leads to {file}, which is not there");
                }
            }
        });
        let heading = page.named("h1")[0].text();
        let trail = if body == "regime" { &value } else { &value["breadcrumb"] };
        let crumbs = page.all().into_iter().find(|element| element.get("class") == "crumbs");
        let crumbs: Vec<String> =
            crumbs.iter().flat_map(|crumbs| crumbs.named("li")).map(html::Element::text).collect();
        let items = trail["itemListElement"].as_array().map_or(&[][..], Vec::as_slice);
        let named: Vec<&str> = items.iter().map(|item| item["name"].as_str().expect("a name")).collect();
        assert_eq!(named, crumbs, "{path}: the breadcrumbs");
        for (index, item) in items.iter().enumerate() {
            assert_eq!(item["position"], index + 1, "{path}");
            assert_eq!(item.get("item").is_none(), index + 1 == items.len(), "{path}: {item}");
        }
        let own = if body == "regime" { &items[items.len() - 1]["name"] } else { &value["name"] };
        assert_eq!(own, &Value::from(heading.as_str()), "{path}: the title");
        if body == "data" {
            let tables =
                site.keys().filter(|page| page.starts_with("data/") && page.ends_with("/index.html")).count() - 1;
            assert_eq!(value["mainEntity"]["dataset"].as_array().map(Vec::len), Some(tables), "{path}: every table");
        }
        if let Some((_, main)) = MAIN.iter().find(|(kind, _)| *kind == body) {
            assert_eq!(value["mainEntity"]["@type"], **main, "{path}");
            let same = ["list", "service", "law", "region", "topic", "department", "table"].contains(&body);
            assert!(!same || value["mainEntity"]["name"] == heading, "{path}: what it is about");
        }
        kinds.insert(body.to_owned());
    }
    for (kind, _) in MAIN {
        assert!(kinds.contains(kind), "no page of the kind {kind}");
    }
}

#[test]
fn a_site_that_may_live_anywhere_says_all_of_it_with_ways() {
    hold(site::real(), "");
}

#[test]
fn a_site_that_knows_its_address_says_all_of_it_with_addresses() {
    hold(site::of("content", &["--base-url", BASE]), BASE);
}

#[test]
fn says_of_laws_and_services_what_the_content_says() {
    let site = site::real();
    let said = |path: &str| html::linked(std::str::from_utf8(&site[path]).expect("UTF-8"))["mainEntity"].clone();
    let record = |path: &str| serde_json::from_slice::<Value>(&site[path]).expect("JSON")["data"].clone();
    let mut forces = BTreeSet::new();
    for path in site.keys().filter(|path| path.starts_with("laws/") && path.ends_with("/index.json")) {
        let (law, value) = (record(path), said(&path.replace(".json", ".html")));
        assert_eq!(value["legislationIdentifier"], law["document_number"], "{path}");
        assert_eq!(value["legislationDate"], law["adopted"], "{path}");
        let force = match law["status"].as_str().expect("a status") {
            "in-force" | "amended" => Value::from("https://schema.org/InForce"),
            "repealed" | "replaced" => Value::from("https://schema.org/NotInForce"),
            _ => Value::Null,
        };
        assert_eq!(value["legislationLegalForce"], force, "{path}");
        forces.insert(force.to_string());
    }
    assert_eq!(forces.len(), 3, "in force, out of force, not known: {forces:?}");
    let services = site.keys().filter(|path| path.starts_with("lists/") && path.contains("/services/"));
    for path in services.filter(|path| path.ends_with("/index.json")) {
        let (service, value) = (record(path), said(&path.replace(".json", ".html")));
        let mut phones = Vec::new();
        objects(&value["availableChannel"], &mut |object| phones.extend(object.get("telephone").cloned()));
        assert_eq!(Value::Array(phones), service["phones"], "{path}");
    }
}
