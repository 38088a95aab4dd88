//! A phone on a page in; whether the tables have it for whom the page says it is, out: an office, a service, an item or a
//! regime, the agency as a whole.

use crate::support::html::Element;

use super::across::printed_phones;
use super::facts::Facts;
use super::hold::{Held, With};
use super::page::{Page, Place, has, plain};
use super::unknown::{list_of_row, topic};

/// Holds a phone to what stands around it; elsewhere some list or agency has it.
pub fn hold(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let (facts, words, phone) = (with.facts, with.words, place.text());
    let line = place.within("p").map(plain).unwrap_or_default();
    let lead = |way: &str| line.starts_with(words.say(way));
    let told = ["topic", "compare", "answer", "matter"].contains(&with.page.kind.as_str());
    if let Some(item) = place.within("li").filter(|_| place.within_class("offices").is_some()) {
        let office = item.named("a").first().map(|link| office_of(with.page, link)).unwrap_or_default();
        let right = has_phone(facts, "office_phones", "office_id", &office, &phone);
        held.that("the phone of an office", right, &format!("{office}: {phone}"));
    } else if told && lead("handling.agency") {
        let list = list_of(with, place);
        let right = has_phone(facts, "list_phones", "list_id", &list, &phone);
        held.that("the phone of an agency", right, &format!("{list}: {phone}"));
    } else if told && lead("handling.service") {
        let list = list_of(with, place);
        let right = of_records(with, &list, &[("service_phones", "service_id")], &phone);
        held.that("the phone of a service", right, &format!("{list}: {phone}"));
    } else if told && lead("handling.printed_phone") {
        let list = list_of(with, place);
        let tables = [("item_phones", "item_id"), ("regime_phones", "regime_id")];
        held.that("the phone of a record", of_records(with, &list, &tables, &phone), &format!("{list}: {phone}"));
    } else if with.page.kind == "answer" {
        // The outermost item: numbers that are printed with what they are for stand in items of their own.
        let item = place.around.iter().find(|one| one.name == "li");
        let links = item.map(|item| item.named("a")).unwrap_or_default();
        let links: Vec<&&Element> = links.iter().filter(|link| !has(link, "phone")).collect();
        let Some(link) = links.first() else { return held.that("the phone of a record", false, &phone) };
        let (_, id) = with.page.leads_to(link);
        let tables = [
            ("list_phones", "list_id", id.clone()),
            ("office_phones", "office_id", office_of(with.page, link)),
            ("service_phones", "service_id", id.clone()),
            ("item_phones", "item_id", id.clone()),
            ("regime_phones", "regime_id", id.clone()),
        ];
        let right = tables.iter().any(|(table, column, of)| has_phone(facts, table, column, of, &phone));
        held.that("the phone of a record", right, &format!("{id}: {phone}"));
    } else if let Some(office) = place.within_class("office") {
        let office = format!("{}/offices/{}", with.page.list(), office.get("id"));
        let right = has_phone(facts, "office_phones", "office_id", &office, &phone);
        held.that("the phone of an office", right, &format!("{office}: {phone}"));
    } else {
        let printed = printed_phones(facts).iter().any(|(_, one, _)| *one == phone);
        let registered = facts.of("agencies", "number", &phone).next().is_some();
        held.that("a phone that is printed", printed || registered, &phone);
    }
}

fn has_phone(facts: &Facts, table: &str, column: &str, of: &str, phone: &str) -> bool {
    facts.of(table, column, of).any(|row| row["phone"] == phone)
}

/// Whether records of a list under the topic of the page have a phone; where there is no topic, any of the list.
fn of_records(with: &With<'_>, list: &str, tables: &[(&str, &str)], phone: &str) -> bool {
    let records = with.facts.under(topic(with.page), list);
    let below = format!("{list}/");
    tables.iter().any(|(table, column)| {
        let rows = with.facts.rows(table).iter().filter(|row| row["phone"] == phone);
        let mut owners = rows.map(|row| row[*column].as_str());
        owners.any(|owner| records.contains(&owner) || (with.page.kind == "matter" && owner.starts_with(&below)))
    })
}

/// The office that a link leads to: its place on the page of the offices of a list.
pub fn office_of(page: &Page, link: &Element) -> String {
    let anchor = link.get("href").split_once('#').map(|(_, anchor)| anchor.to_owned()).unwrap_or_default();
    format!("{}/{anchor}", page.leads_to(link).1)
}

/// The list that a row, a column or the heading above is of.
fn list_of(with: &With<'_>, place: &Place<'_>) -> String {
    match with.page.kind.as_str() {
        "topic" => list_of_row(with, place).unwrap_or_default(),
        "matter" => with.page.list().to_owned(),
        "compare" => column(place).unwrap_or_default(),
        _ => super::answer::above(place, place.within("p")).unwrap_or_default(),
    }
}

/// The list of the column of a comparison that an element stands in.
fn column(place: &Place<'_>) -> Option<String> {
    let (row, cell, table) = (place.within("tr")?, place.within("td")?, place.within("table")?);
    let at = row.named("td").iter().position(|one| std::ptr::eq(*one, cell))?;
    let heads: Vec<&str> =
        table.named("th").iter().map(|head| head.get("data-list")).filter(|id| !id.is_empty()).collect();
    heads.get(at).map(|id| (*id).to_owned())
}
