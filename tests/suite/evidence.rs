//! Beside each record: how to cite it in both languages, where to report an error, and links to its places; and the page of
//! terms says what the table of terms says.

use crate::support::folder;
use crate::support::html::{Element, main_of};
use crate::support::{repository, site, tables::Tables};

/// The pages of records of a site, in Chinese.
fn records(site: &folder::Tree) -> Vec<&String> {
    let parts = ["duties", "boundaries", "services", "regimes", "items"];
    let is = |path: &&String| {
        let steps: Vec<&str> = path.split('/').collect();
        matches!(steps[..], ["lists", _, part, _, "index.html"] if parts.contains(&part))
    };
    site.keys().filter(is).collect()
}

fn cited(main: &Element) -> Vec<&Element> {
    main.named("p").into_iter().filter(|p| p.attributes.contains_key("data-cite")).collect()
}

#[test]
fn every_record_can_be_cited_in_both_languages() {
    let site = site::real();
    let tables = Tables::read(site);
    let paths = records(site);
    assert!(paths.len() > 100);
    for path in paths {
        let list = path.split('/').nth(1).expect("a list");
        for (folder, own) in [("", "zh"), ("en/", "en")] {
            let main = main_of(site, &format!("{folder}{path}"));
            let citations = cited(&main);
            let [a, b] = &citations[..] else { panic!("{folder}{path} has {} citations", citations.len()) };
            for (citation, lang) in [(a, "zh"), (b, "en")] {
                let agency = tables.named("lists", list, &format!("agency_{lang}"));
                assert!(citation.text().starts_with(&agency), "{folder}{path}: {}", citation.text());
                assert_eq!(citation.get("lang"), if lang == own { "" } else { lang }, "{folder}{path}");
                // The site may live anywhere, so the address is put where the page is read.
                assert!(citation.named("span").iter().any(|span| span.attributes.contains_key("data-here")));
            }
            // The site names no contact, so nothing is offered.
            let html = String::from_utf8_lossy(&site[&format!("{folder}{path}")]);
            assert!(!html.contains("mailto:"), "{folder}{path}");
        }
    }
}

/// The small site with a contact.
fn with_contact(contact: &str) -> folder::Tree {
    let name = if contact.contains('@') { "reports by letter" } else { "reports by form" };
    let contact = contact.to_owned();
    site::once(name, || {
        site::build(&["--base-url", "https://lists.example/"], |root| {
            folder::copy(&repository("tests/sites/small/content"), &root.join("content"));
            let file = root.join("content/site.yaml");
            let text = std::fs::read_to_string(&file).expect("a site file");
            std::fs::write(&file, format!("{text}contact: {contact}\n")).expect("a site file");
        })
    })
    .clone()
}

#[test]
fn a_report_names_the_page_and_the_record() {
    let letter = with_contact("{email: lists@liuxi.example, url: \"https://liuxi.example/contact\"}");
    let form = with_contact("{url: \"https://liuxi.example/form?a=b#write\"}");
    for path in records(&letter) {
        let id = path.trim_start_matches("lists/").trim_end_matches("/index.html").replace('/', "%2F");
        let page = format!("https%3A%2F%2Flists.example%2F{}", path.trim_end_matches("index.html").replace('/', "%2F"));
        let href = |site: &folder::Tree| {
            let main = main_of(site, path);
            let links = main.named("p").into_iter().filter(|p| p.get("class") == "evidence");
            links.flat_map(|p| p.named("a")).map(|a| a.get("href").to_owned()).next().expect("a link to report")
        };
        let mail = href(&letter);
        assert!(mail.starts_with("mailto:lists@liuxi.example?subject="), "{mail}");
        assert!(mail.contains(&id) && mail.contains(&page) && !mail.contains(' '), "{mail}");
        let form = href(&form);
        assert_eq!(form, format!("https://liuxi.example/form?a=b&page={page}&record={id}#write"));
        // Where the site knows its address, the citation has it.
        let main = main_of(&letter, path);
        let own = format!("https://lists.example/{}", path.trim_end_matches("index.html"));
        assert!(cited(&main)[0].text().ends_with(&own), "{}", cited(&main)[0].text());
        assert!(!cited(&main)[0].named("span").iter().any(|span| span.attributes.contains_key("data-here")));
    }
}

#[test]
fn places_within_a_record_have_links_that_can_be_seen() {
    let site = site::real();
    let mut pins = 0;
    for path in records(site) {
        let main = main_of(site, path);
        let ids: Vec<&str> = main
            .all()
            .into_iter()
            .map(|element| element.get("id"))
            .filter(|id| ["item-", "participant-", "accountability-"].iter().any(|kind| id.starts_with(kind)))
            .collect();
        let sections = main.named("section").into_iter().filter(|section| section.get("class") == "provision");
        let sections: Vec<&str> = sections.map(|section| section.get("id")).collect();
        for id in ids.into_iter().chain(sections) {
            let pin =
                main.named("a").into_iter().find(|a| a.get("class") == "pin" && a.get("href") == format!("#{id}"));
            assert!(pin.is_some_and(|pin| !pin.get("aria-label").is_empty()), "{path} has no link to {id}");
            pins += 1;
        }
    }
    assert!(pins > 300, "{pins}");
}

#[test]
fn the_page_of_terms_says_what_the_table_says() {
    let site = site::real();
    let tables = Tables::read(site);
    let rows = &tables.tables["terms"];
    assert!(rows.len() > 60);
    for (folder, lang) in [("", "zh"), ("en/", "en")] {
        let main = main_of(site, &format!("{folder}glossary/index.html"));
        for row in rows {
            let entry = main.all().into_iter().find(|element| element.get("id") == row["id"]);
            let entry = entry.unwrap_or_else(|| panic!("{} is not on the page", row["term"]));
            let text = entry.text();
            for column in ["term", "english", &format!("plain_{lang}")] {
                assert!(text.contains(row[column].trim()), "{folder}: {column} of {}: {text}", row["term"]);
            }
            assert_eq!(row[&format!("url_{lang}")], format!("{folder}glossary/#{}", row["id"]));
        }
    }
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(String::from_utf8_lossy(bytes).contains("glossary/"), "{path} does not lead to the page of terms");
    }
    // A site that has no terms has no such page.
    assert!(!site::of("tests/sites/small/content", &[]).contains_key("glossary/index.html"));
}
