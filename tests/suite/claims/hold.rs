//! A page and the tables of its site in; what the page says beyond what lists print, and which of it the tables do not
//! carry, out.

use std::collections::BTreeMap;

use super::counts;
use super::facts::Facts;
use super::marks;
use super::page::{Page, Place, has};
use super::unknown;
use super::words::Words;

/// What a page says of its own: how often each kind of statement was held, and the false ones.
#[derive(Default)]
pub struct Held {
    pub count: BTreeMap<&'static str, usize>,
    pub faults: Vec<String>,
}

/// What a page is held with.
pub struct With<'a> {
    pub page: &'a Page,
    pub facts: &'a Facts,
    pub words: &'a Words,
}

impl Held {
    /// Notes a statement and whether the tables carry it.
    pub fn that(&mut self, kind: &'static str, carried: bool, said: &str) {
        *self.count.entry(kind).or_default() += 1;
        if !carried {
            self.faults.push(format!("{kind}: {said}"));
        }
    }
}

/// Holds every statement of a page.
pub fn hold(with: &With<'_>) -> Held {
    let mut held = Held::default();
    let places = with.page.places();
    for place in &places {
        if place.has("missing") {
            continue;
        } else if place.has("empty-part") {
            empty_part(with, place, &mut held);
        } else if place.element.get("class").contains("status--") {
            law_state(with, place, &mut held);
        } else if place.has("unknown") {
            unknown::hold(with, place, &mut held);
        } else {
            counts::hold(with, place, &mut held);
        }
    }
    missing(with, &places, &mut held);
    empty_parts(with, &places, &mut held);
    marks::hold(with, &places, &mut held);
    held
}

/// The facts that a page collects as missing are those whose cells are empty, no more and no fewer.
fn missing(with: &With<'_>, places: &[Place<'_>], held: &mut Held) {
    let (page, facts, words) = (with.page, with.facts, with.words);
    let list = page.list();
    let lacks = |table: &str, id: &str, column: &str| facts.cell(table, id, column).is_empty();
    let superseded = || facts.of("lists", "supersedes_id", list).next().is_some();
    let expected: Vec<&str> = match page.kind.as_str() {
        "list" | "dossier" => [
            ("list.region", lacks("lists", list, "region_id")),
            ("list.phone", facts.of("list_phones", "list_id", list).next().is_none()),
            ("list.edition", lacks("lists", list, "edition")),
            ("list.compiled", lacks("lists", list, "compiled")),
            ("list.published", lacks("lists", list, "published")),
            ("list.valid_from", lacks("lists", list, "valid_from")),
        ]
        .into_iter()
        .filter(|(_, lacks)| *lacks)
        .map(|(way, _)| words.say(way))
        .collect(),
        "duty" | "item" | "service" | "matter" | "regime" => {
            let table = match page.kind.as_str() {
                "duty" => "duties",
                "item" => "items",
                "service" => "services",
                "matter" => "matters",
                _ => "regimes",
            };
            let undated = ["status", "valid_from", "valid_until"].iter().all(|column| lacks("lists", list, column));
            [
                ("list.published", lacks("lists", list, "published")),
                ("list.number", lacks(table, page.about(), "number")),
                ("facts.validity", undated && !superseded()),
            ]
            .into_iter()
            .filter(|(_, lacks)| *lacks)
            .map(|(way, _)| words.say(way))
            .collect()
        }
        "law" => {
            let issuer = if page.lang == "en" { "issuer_en" } else { "issuer_zh" };
            let no_issuer = [issuer, "issuer_zh", "issuer_en"].iter().all(|column| lacks("laws", page.about(), column));
            [
                ("law.issuer", no_issuer),
                ("law.number", lacks("laws", page.about(), "document_number")),
                ("law.adopted", lacks("laws", page.about(), "adopted")),
                ("law.effective", lacks("laws", page.about(), "effective")),
            ]
            .into_iter()
            .filter(|(_, lacks)| *lacks)
            .map(|(way, _)| words.say(way))
            .collect()
        }
        _ => return,
    };
    let said = places.iter().find(|place| place.has("missing")).map(Place::text).unwrap_or_default();
    let expected = match expected.is_empty() {
        true => String::new(),
        false => {
            let named = expected.join(words.say("text.list"));
            let line = format!("{}{}{named}", words.say("text.missing"), words.say("text.colon"));
            line.split_whitespace().collect::<Vec<_>>().join(" ")
        }
    };
    held.that("facts that the data lack", said == expected, &format!("{said} instead of {expected}"));
}

/// The part of a list that an element stands in the section of.
fn part_of(place: &Place<'_>) -> Option<String> {
    place.around.iter().rev().find_map(|element| {
        let part = element.get("aria-labelledby").strip_prefix('_')?;
        super::facts::PARTS.iter().any(|(name, _)| *name == part).then(|| part.to_owned())
    })
}

/// What is said of a part without records.
fn empty_part(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let (page, facts, words, text) = (with.page, with.facts, with.words, place.text());
    let list = page.list();
    let Some(part) = part_of(place) else { return held.that("a part without records", false, &text) };
    let state = facts.state(list, &part);
    let at_duties = facts.of("accountability", "list_id", list).count();
    let elsewhere = words.say("part.at_duties").replace("{n}", &at_duties.to_string());
    let said = text.replace(&elsewhere, "").trim().to_owned();
    let printed = || {
        let rows = facts.of("empty_parts", "list_id", list).filter(|row| row["collection"] == part);
        let mut printed = rows.map(|row| row["as_printed"].clone());
        let quoted = place.element.named("q").first().map(|q| q.text()).unwrap_or_default();
        said.starts_with(words.say("part.printed_empty")) && printed.any(|one| one == quoted)
    };
    let carried = match state {
        "printed_empty" => printed(),
        "entered" => printed() && facts.records(list, &part) > 0,
        state => said == words.say(&format!("part.{state}")),
    };
    let template = words.say("part.at_duties").split('{').next().unwrap_or_default().trim();
    let pointed = !text.contains(template) || (part == "mechanism" && at_duties > 0 && text.contains(&elsewhere));
    held.that("a part without records", carried && pointed, &text);
}

/// Every part without records that a page has a section for is said to be without.
fn empty_parts(with: &With<'_>, places: &[Place<'_>], held: &mut Held) {
    if !["list", "dossier"].contains(&with.page.kind.as_str()) {
        return;
    }
    for place in places.iter().filter(|place| place.element.name == "section") {
        let Some(part) = place.element.get("aria-labelledby").strip_prefix('_') else { continue };
        if !super::facts::PARTS.iter().any(|(name, _)| *name == part) {
            continue;
        }
        let says = place.element.all().iter().any(|element| has(element, "empty-part"));
        let entered = with.facts.records(with.page.list(), part) > 0;
        held.that("a section of a list", entered || says, part);
    }
}

/// The state of a law, beside the link to it.
pub fn law_state(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let text = place.text();
    let Some(key) = with.words.key("law_status", &text) else { return held.that("the state of a law", false, &text) };
    let near = place.subject().map(|link| with.page.leads_to(link));
    let law = match near {
        Some((kind, id)) if kind == "laws" && !id.is_empty() => id,
        _ if with.page.kind == "law" => with.page.about().to_owned(),
        _ => return held.that("the state of a law", false, &format!("{text} of what?")),
    };
    let known = with.facts.law_status(&law);
    held.that("the state of a law", known == key, &format!("{law}: {text}, and the table has {known}"));
}
