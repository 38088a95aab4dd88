//! A statement that something is not there in; whether the tables have nothing there out. One that is not known here is a
//! fault: whoever adds a statement says what carries it.

use super::across;
use super::answer;
use super::facts::Facts;
use super::hold::{Held, With, law_state};
use super::page::{Page, Place, plain};
use super::phones;

/// Parts of a list that answer a question of a comparison.
const ANSWERS: [(&str, &[&str]); 8] = [
    ("_duties", &["duties", "items"]),
    ("_services", &["services"]),
    ("_deadlines", &["regimes", "items"]),
    ("_departments", &["boundaries"]),
    ("_frequencies", &["regimes"]),
    ("_penalties", &["regimes"]),
    ("_thresholds", &["regimes"]),
    ("_regimes", &["regimes"]),
];

/// Holds it.
pub fn hold(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let (words, text) = (with.words, place.text());
    let said = |ways: &[&str]| words.is(&text, ways);
    if with.page.kind == "answer" && answer::hold(with, place, held) {
        return;
    }
    if place.within("td").is_some_and(|cell| cell.get("data-label") == words.say("handling.office"))
        && place.within("li").is_none()
        && !said(&["handling.no_phone"])
    {
        answer::row(with, &list_of_row(with, place).unwrap_or_default(), &text, held);
    } else if said(&["listing.no_figure"]) {
        across::no_amount(with, place, held);
    } else if said(&["list.no_address"]) {
        across::no_address(with, place, held);
    } else if said(&["contacts.no_office", "topic.no_office", "picture.none"]) {
        no_office(with, place, held);
    } else if said(&["offices.no_phone"]) {
        let none = (office(with.page, place).or_else(|| linked_office(with, place)))
            .is_some_and(|id| with.facts.of("office_phones", "office_id", &id).count() == 0);
        held.that("no phone of an office", none, &text);
    } else if said(&["offices.nothing"]) {
        let none = office(with.page, place).is_some_and(|id| named_nowhere(with.facts, &id));
        held.that("an office that nothing names", none, &text);
    } else if said(&["handling.no_phone"]) {
        no_phone(with, place, held);
    } else if said(&["handling.no_law"]) {
        let cited = handled(with, place).iter().any(|record| !with.facts.laws_of(record).is_empty());
        held.that("no legal basis", !cited, &text);
    } else if said(&["law_status.unknown"]) {
        law_state(with, place, held);
    } else if said(&["handling.no_often"]) {
        let regime = place.subject().map(|link| with.page.leads_to(link).1).unwrap_or_default();
        let columns = ["minimum", "maximum", "per", "coverage_percent_min", "coverage_percent_max"];
        let mut rows = with.facts.of("frequencies", "regime_id", &regime);
        let figures =
            rows.any(|row| columns.iter().any(|column| row.get(*column).is_some_and(|cell| !cell.is_empty())));
        held.that("no frequency", with.facts.row("regimes", &regime).is_some() && !figures, &text);
    } else if said(&["figures.no_figure"]) {
        no_figure(with, place, held);
    } else if said(&["duty.general_clause"]) {
        let row = place.within("li").map(|li| li.get("id").to_owned()).unwrap_or_default();
        let id = format!("{}/{}", with.page.about(), row.replacen('-', "/", 1));
        let cited = with.facts.of("citations", "record_id", &id).next().is_some();
        held.that("no basis of accountability", with.facts.row("accountability", &id).is_some() && !cited, &id);
    } else if words.key("nothing", &text).is_some() {
        nothing(with, place, held);
    } else if said(&["text.unstated"]) {
        unstated(with, place, held);
    } else {
        rest(with, place, &text, held);
    }
}

/// The record that an item or a row is about: that of its first link, else of the page.
fn subject(with: &With<'_>, place: &Place<'_>) -> String {
    let near = place.subject().map(|link| with.page.leads_to(link));
    near.filter(|(_, id)| id.matches('/').count() == 2).map_or_else(|| with.page.about().to_owned(), |(_, id)| id)
}

/// The records of the list of a row under the topic of the page.
fn handled(with: &With<'_>, place: &Place<'_>) -> Vec<String> {
    let list = list_of_row(with, place).unwrap_or_default();
    with.facts.under(topic(with.page), &list).into_iter().map(str::to_owned).collect()
}

/// The topic of a page of it.
pub fn topic(page: &Page) -> &str {
    let mut parts = page.about().split('/');
    if page.kind == "answer" { parts.next_back() } else { parts.next() }.unwrap_or_default()
}

/// The list of a row of a page about a topic.
pub fn list_of_row(with: &With<'_>, place: &Place<'_>) -> Option<String> {
    let row = place.within("tr")?;
    let links = row.named("a").into_iter().map(|link| with.page.leads_to(link));
    links.filter(|(kind, id)| kind == "lists" && !id.contains('/')).map(|(_, id)| id).next()
}

fn no_office(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let text = place.text();
    let of_topic = with.page.kind == "topic" && place.within("li").is_none();
    let records = if of_topic { handled(with, place) } else { vec![subject(with, place)] };
    let known = records.iter().all(|record| record.matches('/').count() == 2) && !records.is_empty();
    let none = records.iter().all(|record| with.facts.offices(record).is_empty());
    held.that("no office", known && none, &format!("{text} {records:?}"));
}

/// On the page of a matter the list is that of the page; what other records of the topic print is not held.
fn no_phone(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let list = if with.page.kind == "topic" { list_of_row(with, place) } else { Some(with.page.list().to_owned()) };
    let Some(list) = list else { return held.that("no phone", false, &place.text()) };
    let mut none = with.facts.of("list_phones", "list_id", &list).next().is_none();
    if with.page.kind == "topic" {
        none &= !handled(with, place).iter().any(|record| with.facts.has_phone(record));
    }
    held.that("no phone", none, &format!("{} {list}", place.text()));
}

/// The office whose section an element stands in.
fn office(page: &Page, place: &Place<'_>) -> Option<String> {
    place.within_class("office").map(|section| format!("{}/offices/{}", page.list(), section.get("id")))
}

/// The office that the entry of a list leads to, in which an element stands.
fn linked_office(with: &With<'_>, place: &Place<'_>) -> Option<String> {
    place.within("li")?.named("a").into_iter().next().map(|link| phones::office_of(with.page, link))
}

fn named_nowhere(facts: &Facts, office: &str) -> bool {
    let tables = ["duty_offices", "work_item_offices", "item_offices", "service_offices", "regime_offices"];
    facts.row("offices", office).is_some()
        && tables.iter().all(|table| facts.of(table, "office_id", office).count() == 0)
}

/// A row of key figures: the tables of a page stand in the order of those of the data.
fn no_figure(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let text = place.text();
    let (Some(row), Some(table)) = (place.within("tr"), place.within("table")) else {
        return held.that("no figure", false, &text);
    };
    let caption = table.named("caption").first().map(|caption| plain(caption)).unwrap_or_default();
    let name = if caption == with.words.say("figures.thresholds") { "thresholds" } else { "frequencies" };
    let all: Vec<_> = table.named("tbody").into_iter().flat_map(|body| body.named("tr")).collect();
    let Some(at) = all.iter().position(|one| std::ptr::eq(*one, row)) else {
        return held.that("no figure", false, &text);
    };
    let regime = if with.page.kind == "regime" { with.page.about().to_owned() } else { return };
    let Some(of) = with.facts.of(name, "regime_id", &regime).nth(at) else {
        return held.that("no figure", false, &text);
    };
    let columns = ["minimum", "maximum", "per", "coverage_percent_min", "coverage_percent_max"];
    let none = columns.iter().all(|column| of.get(*column).is_none_or(String::is_empty));
    held.that("no figure", none, &format!("{text}: {}", of["id"]));
}

/// That a list has nothing under a topic, and why.
fn nothing(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let (facts, text) = (with.facts, place.text());
    let label = place.within("td").map(|cell| cell.get("data-label").to_owned()).unwrap_or_default();
    let columns = [
        ("topic.duties", "duties"),
        ("collection.items", "items"),
        ("topic.services", "services"),
        ("topic.regimes", "regimes"),
        ("topic.matters", "boundaries"),
    ];
    let part = columns.iter().find(|(way, _)| with.words.say(way) == label).map(|(_, part)| *part);
    let (Some(list), Some(part)) = (list_of_row(with, place), part) else {
        return held.that("nothing under a topic", false, &text);
    };
    let none =
        !facts.under(topic(with.page), &list).iter().any(|record| record.starts_with(&format!("{list}/{part}/")));
    let state = with.words.say(&format!("nothing.{}", facts.state(&list, part))) == text;
    held.that("nothing under a topic", none && state, &format!("{list} {part}: {text}"));
}

/// The same in a cell of a comparison.
pub fn nothing_compared(with: &With<'_>, question: &str, list: &str, text: &str, held: &mut Held) {
    let (facts, records) = (with.facts, with.facts.under(topic(with.page), list));
    let of = |part: &str| records.iter().any(|record| record.starts_with(&format!("{list}/{part}/")));
    let regimes: Vec<&&str> = records.iter().filter(|record| record.starts_with(&format!("{list}/regimes/"))).collect();
    let figures = |table: &str| regimes.iter().any(|regime| facts.of(table, "regime_id", regime).next().is_some());
    let limits = || {
        let columns = ["statutory_limit_zh", "promised_limit_zh"];
        records.iter().any(|record| columns.iter().any(|column| !facts.cell("items", record, column).is_empty()))
    };
    let answered = match question {
        "_duties" => of("duties") || of("items"),
        "_services" => of("services"),
        "_deadlines" => figures("deadlines") || limits(),
        "_frequencies" => figures("frequencies"),
        "_penalties" => figures("penalties"),
        // Only what other lists may say of the same subject is shown.
        "_thresholds" => regimes
            .iter()
            .any(|regime| facts.of("thresholds", "regime_id", regime).any(|row| !row["topic_subject_id"].is_empty())),
        "_regimes" => of("regimes"),
        "_laws" => records.iter().any(|record| !facts.laws_of(record).is_empty()),
        "_departments" => {
            let matters = records.iter().filter(|record| record.starts_with(&format!("{list}/boundaries/")));
            let mut parts = matters.flat_map(|matter| facts.of("participants", "matter_id", matter));
            parts.any(|row| !row["department_id"].is_empty())
        }
        _ => return held.that("nothing in a comparison", false, &format!("{question}: {text}")),
    };
    // The first part that lists of its kind have; what they answer with another way says only that there is nothing.
    let parts = ANSWERS.iter().find(|(of, _)| *of == question).map(|(_, parts)| *parts).unwrap_or_default();
    let mut states = parts.iter().map(|part| facts.state(list, part));
    let state = states.find(|state| *state != "not_of_kind").unwrap_or("entered");
    let why = with.words.say(&format!("nothing.{state}")) == text;
    held.that("nothing in a comparison", !answered && why, &format!("{list} {question}: {text}"));
}

/// That a cell is not known.
fn unstated(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let (facts, words) = (with.facts, with.words);
    let label = place.within("td").map(|cell| cell.get("data-label").to_owned()).unwrap_or_default();
    let near = place.subject().map(|link| with.page.leads_to(link));
    let carried = if label == words.say("listing_column.who") && with.page.kind == "listing" {
        across::who(with, place)
    } else if label == words.say("list.date") {
        let list = list_of_row(with, place).unwrap_or_default();
        let cell = |column: &str| facts.cell("lists", &list, column).is_empty();
        facts.row("lists", &list).is_some() && ["compiled", "published", "valid_from"].into_iter().all(cell)
    } else if label == words.say("figures.from") {
        // The table stands in the order of the data.
        let (Some(row), Some(table)) = (place.within("tr"), place.within("table")) else { return };
        let all: Vec<_> = table.named("tbody").into_iter().flat_map(|body| body.named("tr")).collect();
        let at = all.iter().position(|one| std::ptr::eq(*one, row)).unwrap_or_default();
        if with.page.kind != "regime" {
            return;
        }
        let of = facts.of("deadlines", "regime_id", with.page.about()).nth(at);
        of.is_some_and(|row| row.get("counted_from_zh").is_some_and(String::is_empty))
    } else if label == words.say("handling.checked") || label == words.say("handling.content") {
        let kind = if label == words.say("handling.checked") { "subjects" } else { "content" };
        let regime = near.map(|(_, id)| id).unwrap_or_default();
        let said = |row: &&crate::support::tables::Row| {
            let items = facts.of("provision_items", "provision_id", &row["id"]).next().is_some();
            row["kind"] == kind && (items || row.get("text_zh").is_some_and(|text| !text.is_empty()))
        };
        // The first provision of the kind is shown.
        let first = facts.of("provisions", "regime_id", &regime).find(|row| row["kind"] == kind);
        facts.row("regimes", &regime).is_some() && !first.iter().any(said)
    } else {
        false
    };
    held.that("not known", carried, &format!("{label}: {}", place.text()));
}

/// Statements of single pages.
fn rest(with: &With<'_>, place: &Place<'_>, text: &str, held: &mut Held) {
    let (facts, words) = (with.facts, with.words);
    let carried = match with.page.kind.as_str() {
        "department" if text == words.say("department.nothing") => {
            let of = |table: &str| facts.of(table, "department_id", with.page.about()).next().is_some();
            !of("participants") && !of("lists") && !of("handovers")
        }
        "topic" if text == words.say("topic.nothing") => {
            facts.of("record_topics", "topic_id", with.page.about()).next().is_none()
        }
        "law" if text == words.say("law.official_unknown") => {
            facts.row("laws", with.page.about()).is_some_and(|row| row["official_url"].is_empty())
        }
        "agency" if text == words.say("agency.no_event") => {
            facts.row("agencies", with.page.about()).is_some()
                && facts.of("agency_events", "agency_id", with.page.about()).next().is_none()
        }
        "agency" if text == words.say("agency.undated") => {
            let (Some(item), Some(events)) = (place.within("li"), place.within("ol")) else {
                return held.that("no date of an event", false, text);
            };
            let at = events.elements().position(|one| std::ptr::eq(one, item)).unwrap_or_default();
            let event = facts.of("agency_events", "agency_id", with.page.about()).nth(at);
            event.is_some_and(|event| event["date"].is_empty())
        }
        "data" if text == words.say("data.nothing") => false,
        "tabular" if text == words.say("tabular.nothing") => {
            ["duties", "items", "boundaries", "services"].iter().all(|part| facts.records(with.page.list(), part) == 0)
        }
        "handovers" if text == words.say("handovers.not_here") || text == words.say("handovers.unknown") => {
            let row = place.within("tr").map(|row| row.named("a").len());
            row == Some(0)
        }
        "item" if text.starts_with(words.say("item.not_in_their_list")) => {
            let id = place.within_class("counterpart").map(|party| party.get("id").to_owned()).unwrap_or_default();
            let rows = facts.of("handovers", "item_id", with.page.about());
            let own = rows.filter(|row| row["id"].ends_with(&id.replacen('-', "/", 1)));
            own.map(|row| &*row["department_item"]).all(str::is_empty)
        }
        _ => return held.that("a statement that no test knows", false, text),
    };
    held.that("nothing there", carried, text);
}
