//! A number or a sentence with numbers on a page in; whether the tables count the same out.

use std::collections::BTreeSet;

use super::across;
use super::answer;
use super::facts::PARTS;
use super::hold::{Held, With};
use super::page::{Place, has};
use super::phones;
use super::words::{first_number, gaps, number};

/// Holds what an element says of numbers; most say nothing of them.
pub fn hold(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let name = place.element.name.as_str();
    let kind = with.page.kind.as_str();
    across::counts(with, place, held);
    if kind == "answer" {
        answer::counts(with, place, held);
    }
    if place.has("phone") {
        phones::hold(with, place, held);
    } else if place.has("counts__number") {
        tile(with, place, held);
    } else if place.has("tally") {
        tally_of_part(with, place, held);
    } else if kind == "listing" && place.has("without") {
        lacking(with, place, held);
    } else if place.has("count") && place.within_class("topic-tree__name").is_some() {
        records_of_topic(with, place, held);
    } else if place.has("count") && place.within_class("region-tree").is_some() {
        lists_of_region(with, place, held);
    } else if kind == "list" && name == "p" && place.has("since") {
        let text = place.text();
        let said = text.strip_suffix(with.words.say("since.open")).unwrap_or(&text).trim().to_owned();
        changed(with, with.page.list(), &said, held);
    } else if kind == "list_changes" && name == "p" && place.has("lead") {
        changed(with, with.page.list(), &place.text(), held);
    } else if kind == "changes" && name == "small" && place.within_class("entries").is_some() {
        let list = place.subject().map(|link| with.page.leads_to(link).1).unwrap_or_default();
        changed(with, list.trim_end_matches("/changes"), &place.text(), held);
    } else if ["changes", "list_changes"].contains(&kind) && name == "p" {
        known(with, place, held);
    } else if kind == "law" && name == "p" && place.around.last().is_some_and(|section| has(section, "cited-by")) {
        cited(with, place, held);
    } else if kind == "duty"
        && name == "p"
        && place.around.last().is_some_and(|s| s.get("aria-labelledby") == "_accountability")
    {
        answers(with, place, held);
    } else if name == "td" && with.words.is(&place.text(), &["picture.none"]) {
        let duty = place.subject().map(|link| with.page.leads_to(link).1).unwrap_or_default();
        held.that(
            "no office",
            with.facts.offices(&duty).is_empty()
                && ["duties", "items", "services"].iter().any(|table| with.facts.row(table, &duty).is_some()),
            &duty,
        );
    }
}

/// A tile with a number: of a part of a list, or of the whole site.
fn tile(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let (facts, words) = (with.facts, with.words);
    let Some(link) = place.within("a") else { return };
    let name =
        link.named("span").iter().find(|span| has(span, "counts__name")).map(|span| span.text()).unwrap_or_default();
    let said = number(&place.text());
    let part = PARTS.iter().find(|(part, _)| words.say(&format!("collection.{part}")) == name);
    let carried = match (with.page.kind.as_str(), part) {
        ("list", Some((part, _))) => {
            let list = with.page.list();
            // That there is nothing is known where the document prints so.
            let sure = ["entered", "printed_empty"].contains(&facts.state(list, part));
            said == Some(facts.records(list, part)) && sure
        }
        ("home", Some((_, table))) => said == Some(facts.rows(table).len()),
        ("home", None) if name == words.say("home.lists") => said == Some(facts.rows("lists").len()),
        ("home", None) if name == words.say("page.fines") => said == Some(facts.rows("penalties").len()),
        ("home", None) if name == words.say("page.phones") => said == Some(across::printed_phones(facts).len()),
        ("home", None) if name == words.say("home.laws") => said == Some(facts.rows("laws").len()),
        _ => false,
    };
    held.that("a tile", carried, &format!("{name}: {}", place.text()));
}

/// How many records of a part a list in a table has.
fn tally_of_part(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let text = place.text();
    let links = place.within("tr").map(|row| row.named("a")).unwrap_or_default();
    let lists = links.into_iter().map(|link| with.page.leads_to(link)).filter(|(kind, _)| kind == "lists");
    let list = lists.map(|(_, id)| id).next().unwrap_or_default();
    let part =
        PARTS.iter().find(|(part, _)| text.starts_with(&format!("{} ", with.words.say(&format!("collection.{part}")))));
    let carried = part.is_some_and(|(part, _)| {
        let state = with.facts.state(&list, part);
        if text.ends_with(with.words.say("list.absent")) {
            return state == "absent";
        }
        let said = text.rsplit(' ').next().and_then(number);
        let sure = ["entered", "printed_empty"].contains(&state);
        said == Some(with.facts.records(&list, part)) && sure
    });
    held.that("a number of records", carried, &format!("{list}: {text}"));
}

/// Why a list has none of what a page lists.
fn lacking(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let list = place.element.named("a").first().map(|link| with.page.leads_to(link).1).unwrap_or_default();
    let part = with.page.path.trim_start_matches("en/").split('/').next().unwrap_or_default();
    let state = with.facts.state(&list, part);
    let why = with.words.say(&format!("nothing.{state}"));
    held.that("a list without any", state != "entered" && place.text().ends_with(why), &place.text());
}

fn records_of_topic(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let topic = place.subject().map(|link| with.page.leads_to(link).1).unwrap_or_default();
    let said = with.words.count("items", &place.text());
    let counted = with.facts.records_under(&topic).len();
    held.that("records of a topic", said == Some(counted), &format!("{topic}: {}, not {counted}", place.text()));
}

fn lists_of_region(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let region = place.subject().map(|link| with.page.leads_to(link).1).unwrap_or_default();
    let mut within = BTreeSet::from([region.clone()]);
    loop {
        let below = with.facts.rows("regions").iter().filter(|row| within.contains(&row["parent_id"]));
        let more: BTreeSet<String> = below.map(|row| row["id"].clone()).collect();
        let before = within.len();
        within.extend(more);
        if within.len() == before {
            break;
        }
    }
    let counted = with.facts.rows("lists").iter().filter(|row| within.contains(&row["region_id"])).count();
    held.that(
        "lists of a region",
        first_number(&place.text()) == Some(counted),
        &format!("{region}: {}", place.text()),
    );
}

/// What became of the laws that a list cites.
fn changed(with: &With<'_>, list: &str, text: &str, held: &mut Held) {
    let (facts, words) = (with.facts, with.words);
    let laws = facts.laws_of_list(list);
    let (unverified, [ended, changed, unsure]) = (facts.unverified(&laws), facts.changes(list));
    let dated =
        ["published", "compiled", "valid_from"].iter().any(|column| !facts.cell("lists", list, column).is_empty());
    let sure = laws.len() == unverified;
    let key = match (laws.is_empty(), ended + changed + unsure > 0, dated) {
        (true, ..) => "tally_nothing_cited",
        (_, false, true) if sure => "tally_unknown",
        (_, false, true) => "tally_none",
        (_, false, false) => "tally_none_undated",
        (_, true, true) => "tally",
        (_, true, false) => "tally_undated",
    };
    let mut template = words.say(&format!("since.{key}")).to_owned();
    if !laws.is_empty() && unverified > 0 && key != "tally_unknown" {
        template = format!("{template}{}{}", words.say("text.separator"), words.say("since.tally_unverified"));
    }
    let found = gaps(&template, text);
    let carried = found.is_some_and(|found| {
        let of = |name: &str, count: usize| found.get(name).is_none_or(|said| first_number(said) == Some(count));
        let parts = found.get("parts").is_none_or(|parts| {
            let expected = [("ended", ended), ("changed", changed), ("unsure", unsure)];
            let said = parts.split(words.say("text.comma")).map(str::trim);
            let read = |part: &str| {
                expected
                    .iter()
                    .find(|(key, _)| words.count(key, part).is_some())
                    .map(|(key, n)| words.count(key, part) == Some(*n))
            };
            let all = expected.iter().filter(|(_, n)| *n > 0).count();
            said.clone().count() == all && said.map(read).all(|right| right == Some(true))
        });
        let undated = found.get("list").is_some_and(|said| said == words.say("since.undated"));
        of("laws", laws.len()) && of("unknown", unverified) && parts && (undated != dated)
    });
    let carried = carried || (key == "tally_nothing_cited" && text == template);
    held.that("what became of the laws of a list", carried, &format!("{list}: {text}, not {template}"));
}

/// Of how many laws the state is known.
fn known(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let (facts, words, text) = (with.facts, with.words, place.text());
    let template =
        format!("{}{}{}", words.say("changes.known"), words.say("text.separator"), words.say("changes.limits"));
    let opening = template.split('{').next().unwrap_or_default();
    if text == words.say("changes.none") {
        return held.that("no change", facts.rows("law_changes").is_empty(), &text);
    }
    let Some(found) = gaps(&template, &text) else {
        let other = place.has("lead") || !text.starts_with(opening) || opening.is_empty();
        return if other {
        } else {
            held.that("known states", false, &text)
        };
    };
    let laws: BTreeSet<&str> = match with.page.kind.as_str() {
        "changes" => facts.rows("citations").iter().map(|row| row["law_id"].as_str()).collect(),
        _ => facts.laws_of_list(with.page.list()),
    };
    let unverified = facts.unverified(&laws);
    let numbers = ["laws", "known", "unknown"].map(|name| first_number(&found[name]));
    let expected = [laws.len(), laws.len() - unverified, unverified].map(Some);
    held.that("known states", numbers == expected, &format!("{text}: {expected:?}"));
}

/// How often a law is cited, and by how many lists.
fn cited(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let (facts, words, text) = (with.facts, with.words, place.text());
    let rows: Vec<_> = facts.of("citations", "law_id", with.page.about()).collect();
    if text == words.say("law.uncited") {
        return held.that("citations of a law", rows.is_empty(), &text);
    }
    let mut said = text.split(words.say("text.comma")).map(str::trim);
    let Some(count) = said.next().and_then(|part| words.count("citations", part)) else { return };
    let lists: BTreeSet<&str> = rows.iter().map(|row| row["list_id"].as_str()).collect();
    let of = said.next().and_then(|part| words.count("lists", part));
    held.that("citations of a law", count == rows.len() && of == Some(lists.len()), &text);
}

/// Under which bases staff answer for a duty.
fn answers(with: &With<'_>, place: &Place<'_>, held: &mut Held) {
    let facts = with.facts;
    let rows: Vec<_> = facts.of("accountability", "duty_id", with.page.about()).collect();
    let cited = rows.iter().filter(|row| facts.of("citations", "record_id", &row["id"]).next().is_some()).count();
    let key = match cited {
        0 => "duty.accountability_none",
        all if all == rows.len() => "duty.accountability_intro",
        _ => "duty.accountability_some",
    };
    held.that("by what staff answer", with.words.is(&place.text(), &[key]), &place.text());
}
