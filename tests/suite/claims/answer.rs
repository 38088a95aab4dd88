//! A page of a topic in a region in; whether what it says is not there is not in the tables, out. A list is that of the
//! heading above; what is said below the lists holds for all that the page shows.

use crate::support::html::Element;

use super::facts::Facts;
use super::hold::{Held, With};
use super::page::Place;
use super::unknown::topic;

/// The parts that say what somebody must do.
pub const DUTIES: [&str; 2] = ["duties", "items"];

/// Holds what such a page alone says; whether it was that.
pub fn hold(with: &With<'_>, place: &Place<'_>, held: &mut Held) -> bool {
    let (facts, words, text) = (with.facts, with.words, place.text());
    let section = place.within("section").map(|section| section.get("aria-labelledby")).unwrap_or_default();
    let (all, whole) = (lists(place), place.element.name == "p");
    let (records, known) = (under(with, &all), all.iter().all(|list| of_region(with, list)) && !all.is_empty());
    match section {
        "_who" if whole => {
            let list = above(place, Some(place.element)).unwrap_or_default();
            let says = nothing_says(with, &[&list], &DUTIES, "answer.no_duty");
            let none = !under(with, std::slice::from_ref(&list)).iter().any(|record| is_of(record, &DUTIES));
            held.that(
                "no duty",
                of_region(with, &list) && none && text == says,
                &format!("{list}: {text}, not {says}"),
            );
        }
        "_who" if words.is(&text, &["answer.no_office"]) => {
            let record = place.subject().map(|link| with.page.leads_to(link).1).unwrap_or_default();
            let entered = ["duties", "items"].iter().any(|table| facts.row(table, &record).is_some());
            held.that("no office", entered && facts.offices(&record).is_empty(), &format!("{record}: {text}"));
        }
        "_phones" if words.is(&text, &["handling.no_phone"]) => {
            let none = all.iter().all(|list| facts.of("list_phones", "list_id", list).next().is_none());
            let none = none && !records.iter().any(|record| facts.has_phone(record));
            held.that("no phone", known && none, &format!("{all:?}: {text}"));
        }
        "_laws" if words.is(&text, &["handling.no_law"]) => {
            let none = records.iter().all(|record| facts.laws_of(record).is_empty());
            held.that("no legal basis", known && none, &format!("{all:?}: {text}"));
        }
        "_laws" if words.is(&text, &["answer.whole_law"]) => {
            let law = place.subject().map(|link| with.page.leads_to(link).1).unwrap_or_default();
            let rows: Vec<_> = facts
                .of("citations", "law_id", &law)
                .filter(|row| row["record_kind"] != "accountability")
                .filter(|row| records.iter().any(|record| is_within(&row["record_id"], record)))
                .collect();
            let whole =
                rows.iter().all(|row| facts.of("citation_articles", "citation_id", &row["id"]).next().is_none());
            held.that("no article", !rows.is_empty() && whole, &format!("{law}: {text}"));
        }
        "_inspections" if whole => {
            let none = !records.iter().any(|record| is_of(record, &["regimes"]));
            let says = nothing_says(with, &refs(&all), &["regimes"], "answer.no_regime");
            held.that("no regime", known && none && text == says, &format!("{all:?}: {text}, not {says}"));
        }
        "_costs" if whole => {
            let regimes: Vec<&String> = records.iter().filter(|record| is_of(record, &["regimes"])).collect();
            let says = match regimes.is_empty() {
                true => nothing_says(with, &refs(&all), &["regimes"], "answer.no_regime"),
                false => words.say("answer.no_costs"),
            };
            let none = regimes.iter().all(|regime| facts.of("penalties", "regime_id", regime).next().is_none());
            held.that("no penalty", known && none && text == says, &format!("{all:?}: {text}, not {says}"));
        }
        "_costs" if words.is(&text, &["answer.no_basis"]) => {
            let cells = place.within("tr").map(|row| row.named("a")).unwrap_or_default();
            let penalty = cells.last().map(|link| penalty_of(with, link)).unwrap_or_default();
            let cited = facts.of("citations", "record_id", &penalty).next().is_some();
            held.that("no basis of a penalty", facts.row("penalties", &penalty).is_some() && !cited, &penalty);
        }
        "_next" if whole => {
            let none = !records.iter().any(|record| is_of(record, &["services"]));
            let says = nothing_says(with, &refs(&all), &["services"], "answer.no_service");
            held.that("no service", known && none && text == says, &format!("{all:?}: {text}, not {says}"));
        }
        _ => return false,
    }
    true
}

/// Numbers of such a page: of how many laws the state is not known, and how many regions have the topic.
pub fn counts(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let section = place.within("section");
    let named = section.map(|section| section.get("aria-labelledby")).unwrap_or_default();
    if named == "_laws" && place.element.name == "p" && place.has("note") {
        let rows = section.map(|section| section.named("tbody")).unwrap_or_default();
        let links = rows.into_iter().flat_map(|body| body.named("th")).flat_map(|head| head.named("a"));
        let laws: Vec<String> = links.map(|link| with.page.leads_to(link).1).collect();
        let unknown = laws.iter().filter(|law| with.facts.law_status(law) == "unknown").count();
        held.that("unknown states", with.words.count("unknown_states", &place.text()) == Some(unknown), &place.text());
    } else if named == "_elsewhere" && place.has("count") {
        let rows = with.facts.of("record_topics", "topic_id", topic(with.page));
        let lists = rows.map(|row| row["record_id"].split('/').next().unwrap_or_default().to_owned());
        let mut regions: Vec<String> =
            lists.map(|list| with.facts.cell("lists", &list, "region_id").to_owned()).collect();
        regions.sort();
        regions.dedup();
        let said = with.words.count("regions", &place.text());
        held.that("regions of a topic", said == Some(regions.len()), &place.text());
    }
}

/// Why lists have nothing of parts, as far as the tables tell it of the parts as a whole; else only that there is none.
pub fn nothing_says<'w>(with: &With<'w>, lists: &[&str], parts: &[&str], none: &str) -> &'w str {
    let states: Vec<&str> =
        lists.iter().flat_map(|list| parts.iter().map(|part| with.facts.state(list, part))).collect();
    let of_kind: Vec<&&str> = states.iter().filter(|state| **state != "not_of_kind").collect();
    if states.contains(&"not_entered") {
        with.words.say("part.not_entered")
    } else if of_kind.is_empty() {
        with.words.say("nothing.not_of_kind")
    } else if of_kind.iter().all(|state| **state == "printed_empty") {
        with.words.say("nothing.printed_empty")
    } else {
        with.words.say(none)
    }
}

/// The penalty that a link to its place on the page of the regime leads to.
pub fn penalty_of(with: &With<'_>, link: &Element) -> String {
    let anchor = link.get("href").split_once('#').map(|(_, anchor)| anchor.to_owned()).unwrap_or_default();
    format!("{}/{}", with.page.leads_to(link).1, anchor.replacen("penalty-", "penalties/", 1))
}

/// Whether a record is of one of the parts of a list.
fn is_of(record: &str, parts: &[&str]) -> bool {
    parts.contains(&record.split('/').nth(1).unwrap_or_default())
}

/// Whether a record is another or a part of it.
fn is_within(record: &str, other: &str) -> bool {
    record.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn refs(lists: &[String]) -> Vec<&str> {
    lists.iter().map(String::as_str).collect()
}

fn of_region(with: &With<'_>, list: &str) -> bool {
    let region = with.page.about().split('/').next().unwrap_or_default();
    with.facts.cell("lists", list, "region_id") == region
}

fn under(with: &With<'_>, lists: &[String]) -> Vec<String> {
    let facts: &Facts = with.facts;
    lists.iter().flat_map(|list| facts.under(topic(with.page), list)).map(str::to_owned).collect()
}

/// The lists that the page shows, by the headings over them.
fn lists(place: &Place<'_>) -> Vec<String> {
    let who = place.root.all().into_iter().find(|one| one.name == "section" && one.get("aria-labelledby") == "_who");
    let heads = who.map(|who| who.named("h3")).unwrap_or_default();
    heads.into_iter().flat_map(|head| head.named("a")).map(list_of).collect()
}

/// The list of a link to its page.
fn list_of(link: &Element) -> String {
    let path = link.get("href").trim_end_matches("index.html").trim_end_matches('/');
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

/// The list of the heading above an element of the same section.
pub fn above(place: &Place<'_>, below: Option<&Element>) -> Option<String> {
    let section = place.within("section")?;
    let mut found = None;
    for child in section.elements() {
        if child.name == "h3" {
            found = child.named("a").first().map(|link| list_of(link));
        }
        if below.is_some_and(|below| std::ptr::eq(child, below)) {
            return found;
        }
    }
    None
}

/// What is said of no duty or item in a row of a page of a topic.
pub fn row(with: &With<'_>, list: &str, text: &str, held: &mut Held) {
    let says = nothing_says(with, &[list], &DUTIES, "handling.no_duty");
    let none = !with.facts.under(topic(with.page), list).iter().any(|record| is_of(record, &DUTIES));
    let known = with.facts.row("lists", list).is_some();
    held.that("no duty", known && none && text == says, &format!("{list}: {text}, not {says}"));
}
