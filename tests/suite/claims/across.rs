//! Pages across lists in (every record of a kind, the index of laws, gaps); whether their numbers and what they say is
//! not known are those of the tables, out.

use std::collections::BTreeSet;

use super::answer::penalty_of;
use super::facts::Facts;
use super::hold::{Held, With};
use super::page::{Place, has};
use super::unknown::topic;
use super::words::{first_number, gaps, number};

/// The table of a listing, by its folder.
const LISTINGS: [(&str, &str); 5] = [
    ("duties", "duties"),
    ("boundaries", "matters"),
    ("services", "services"),
    ("regimes", "regimes"),
    ("fines", "penalties"),
];

/// Numbers printed in a list, each once, with its extension.
pub fn printed_phones(facts: &Facts) -> BTreeSet<(String, String, String)> {
    let tables = [
        ("list_phones", "list_id"),
        ("office_phones", "office_id"),
        ("body_phones", "body_id"),
        ("service_phones", "service_id"),
        ("item_phones", "item_id"),
        ("regime_phones", "regime_id"),
    ];
    let rows = tables.iter().flat_map(|(table, owner)| facts.rows(table).iter().map(move |row| (row, *owner)));
    rows.map(|(row, owner)| {
        let list = row[owner].split('/').next().unwrap_or_default().to_owned();
        (list, row["phone"].clone(), row.get("extension").cloned().unwrap_or_default())
    })
    .collect()
}

/// Whose office and phone a row says are not known.
pub fn who(with: &With<'_>, place: &Place<'_>) -> bool {
    let facts = with.facts;
    let record = place.subject().map(|link| with.page.leads_to(link).1).unwrap_or_default();
    let entered = ["duties", "services"].iter().any(|table| facts.row(table, &record).is_some());
    let phones = facts.of("service_phones", "service_id", &record).next().is_some();
    entered && facts.offices(&record).is_empty() && !phones
}

/// That a fine has no amount.
pub fn no_amount(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let penalty = place.subject().map(|link| penalty_of(with, link)).unwrap_or_default();
    let columns =
        ["amount_min", "amount_max", "percent_of_gains_min", "percent_of_gains_max", "multiple_min", "multiple_max"];
    let none = with
        .facts
        .row("penalties", &penalty)
        .is_some_and(|row| row["kind"] == "fine" && columns.iter().all(|column| row[*column].is_empty()));
    held.that("no amount", none, &format!("{penalty}: {}", place.text()));
}

/// Holds the numbers of such a page.
pub fn counts(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    match with.page.kind.as_str() {
        "listing" => listing(with, place, held),
        "laws" | "more_laws" => laws(with, place, held),
        "topic_gaps" => topic_gaps(with, place, held),
        "gaps" => all_gaps(with, place, held),
        _ => {}
    }
}

fn listing(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let (facts, text) = (with.facts, place.text());
    let Some(said) = text.strip_suffix(with.words.say("listing.order")).filter(|_| place.element.name == "p") else {
        return;
    };
    let folder = with.page.path.split('/').next().unwrap_or_default();
    let stem = folder.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
    let table = LISTINGS.iter().find(|(name, _)| *name == stem).map(|(_, table)| *table);
    let all = match table {
        Some(table) => facts.rows(table).len(),
        None if stem == "phones" => printed_phones(facts).len(),
        None => return held.that("rows of a listing", false, &with.page.path),
    };
    let found = gaps(with.words.say("listing.count"), said.trim()).and_then(|found| number(&found["n"]));
    held.that("rows of a listing", found == Some(all), &format!("{text}, not {all}"));
}

/// How often a law is cited and by how many lists, and how many laws are in each state.
fn laws(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let (facts, words) = (with.facts, with.words);
    if place.element.name == "td" && place.has("figure") {
        let law = place.subject().map(|link| with.page.leads_to(link).1).unwrap_or_default();
        let rows: Vec<_> = facts.of("citations", "law_id", &law).collect();
        let lists: BTreeSet<&str> = rows.iter().map(|row| row["list_id"].as_str()).collect();
        let label = place.element.get("data-label");
        let all = match () {
            () if label == words.say("laws.times") => rows.len(),
            () if label == words.say("laws.lists") => lists.len(),
            () => return held.that("a law in the index", false, label),
        };
        held.that(
            "a law in the index",
            number(&place.text()) == Some(all),
            &format!("{law} {label}: {}", place.text()),
        );
    } else if place.element.name == "small" && place.within("header").is_some() {
        // A word for the state, and how many laws have it.
        let line = place.within("p").map(super::page::plain).unwrap_or_default();
        let states = ["in-force", "amended", "repealed", "replaced", "unknown"].into_iter();
        let of =
            |state: &&str| line.contains(&format!("{} {}", words.say(&format!("law_status.{state}")), place.text()));
        let fits = states.filter(of).any(|state| Some(facts.laws_in(state)) == number(&place.text()));
        held.that("laws in a state", fits, &line);
    } else if place.element.name == "a" && place.within_class("chips").is_some() {
        let text = place.text();
        let (name, said) = text.rsplit_once(' ').unwrap_or((&text, ""));
        let kind = words.key("law_kind", name).unwrap_or_default();
        held.that("laws of a kind", number(said) == Some(facts.of("laws", "kind", kind).count()), &text);
    }
}

/// Gaps of a kind of records under a topic.
fn under(facts: &Facts, topic: &str, kind: &str) -> usize {
    let records: BTreeSet<&str> =
        facts.of("record_topics", "topic_id", topic).map(|row| row["record_id"].as_str()).collect();
    facts.of("gaps", "kind", kind).filter(|row| records.contains(page_of(&row["record_id"]))).count()
}

/// The record that has a page: `list/part/record` of what may be below it.
fn page_of(record: &str) -> &str {
    record.match_indices('/').nth(2).map_or(record, |(at, _)| &record[..at])
}

fn topic_gaps(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let (facts, words, text) = (with.facts, with.words, place.text());
    let of = topic(with.page);
    let differing = place.within("section").is_some_and(|one| one.get("aria-labelledby") == "_figures-differ");
    if place.element.name == "tr" && differing && place.within("tbody").is_some() {
        super::marks::figures_differ(with, place.element, held);
    } else if place.element.name == "small" && place.within("h2").is_some() {
        let kind = place.within("h2").map(|head| head.get("id").trim_start_matches('_')).unwrap_or_default();
        let all = under(facts, of, kind);
        held.that("gaps of a kind", words.count("items", &text) == Some(all), &format!("{kind}: {text}, not {all}"));
    } else if place.element.name == "p" && place.within("header").is_some() && !place.has("eyebrow") {
        let rows = facts.of("record_topics", "topic_id", of);
        let lists: BTreeSet<&str> = rows.map(|row| row["record_id"].split('/').next().unwrap_or_default()).collect();
        let records: Vec<&str> = lists.iter().flat_map(|list| facts.under(of, list)).collect();
        let laws: BTreeSet<&str> = facts
            .rows("citations")
            .iter()
            .filter(|row| records.contains(&page_of(&row["record_id"])))
            .map(|row| row["law_id"].as_str())
            .collect();
        let unknown = facts.unverified(&laws);
        let fill = |way: &str, pairs: [(&str, String); 2]| {
            pairs
                .iter()
                .fold(words.say(way).to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
        };
        let said = match unknown {
            0 => String::new(),
            _ => fill("gaps.unknown_here", [("n", unknown.to_string()), ("all", laws.len().to_string())]),
        };
        let start = words.say("gaps.statement").split('{').next().unwrap_or_default();
        let named = first_number(text.trim_start_matches(start)) == Some(lists.len());
        let end = [words.say("gaps.topic_limits"), words.say("text.separator"), &said].concat();
        let right = text.ends_with(end.trim_end());
        held.that("lists and states under a topic", named && right, &format!("{text}, not {} {said}", lists.len()));
    }
}

fn all_gaps(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let (facts, words, text) = (with.facts, with.words, place.text());
    if place.element.name == "td" && place.has("figure") {
        let label = place.element.get("data-label");
        let kind = words.key("gap_kind", label).unwrap_or_default();
        let near = place.subject().map(|link| with.page.leads_to(link));
        let head = place.within("tr").and_then(|row| row.named("th").first().map(|head| super::page::plain(head)));
        let all = match (&near, head) {
            (_, Some(head)) if head == words.say("quality.all") => facts.of("gaps", "kind", kind).count(),
            (Some((of, id)), _) if of == "topics" => under(facts, id.split('/').next().unwrap_or_default(), kind),
            (Some((of, id)), _) if of == "lists" => {
                facts.of("gaps", "kind", kind).filter(|row| row["list_id"] == *id).count()
            }
            _ => return held.that("gaps of a kind", false, &format!("{label}: {text}")),
        };
        let right = number(&text) == Some(all) && !kind.is_empty();
        held.that("gaps of a kind", right, &format!("{near:?} {label}: {text}, not {all}"));
    } else if place.element.name == "p" && text.starts_with(words.say("gaps.limits")) {
        let laws: BTreeSet<&str> = facts.rows("laws").iter().map(|row| row["id"].as_str()).collect();
        let unknown = facts.unverified(&laws);
        let said = words.say("gaps.unknown").replace("{n}", &unknown.to_string());
        let said = said.replace("{all}", &laws.len().to_string());
        held.that("known states", unknown == 0 || text.ends_with(&said), &format!("{text}, not {said}"));
    }
}

/// The address of a document of a list.
pub fn no_address(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let li = place.within("li");
    let list = place.around.iter().rev().find(|one| has(one, "sources"));
    let at = list.and_then(|list| list.elements().position(|one| li.is_some_and(|li| std::ptr::eq(li, one))));
    let row = at.and_then(|at| with.facts.of("sources", "list_id", with.page.list()).nth(at));
    let title = li.map(super::page::plain).unwrap_or_default();
    let none = row.is_some_and(|row| {
        row["document_url"].is_empty()
            && ["title_zh", "title_en"]
                .iter()
                .any(|column| !row[*column].is_empty() && title.starts_with(&row[*column]))
    });
    held.that("no address of a document", none, &title);
}
