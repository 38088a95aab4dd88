//! A page that compares lists in; whether its marks, its sentence and what it holds against each other are those of the
//! tables, out.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::html::Element;
use crate::support::tables::Row;

use super::hold::{Held, With};
use super::page::{Place, has, plain};
use super::unknown::{nothing_compared, topic};

/// For each list that says something of a thing, the figures that it prints for it.
type Said = BTreeMap<usize, BTreeSet<String>>;

/// Up to how many figures of a kind a list answers with.
const SHOWN: usize = 24;

/// Marks, sentence and numbers of a page that compares lists.
pub fn hold(with: &With<'_>, places: &[Place<'_>], held: &mut Held) {
    let Some(table) = places.iter().find(|place| place.element.name == "table" && place.has("compare")) else { return };
    let words = with.words;
    let heads: Vec<&str> =
        table.element.named("th").iter().map(|th| th.get("data-list")).filter(|id| !id.is_empty()).collect();
    let all = heads.len();
    let (mut counts, mut differing) = (BTreeMap::new(), 0);
    for row in table.element.named("tr").into_iter().filter(|row| row.get("id").starts_with('_')) {
        let (question, cells) = (row.get("id"), row.named("td"));
        let mut things: BTreeMap<&str, Said> = BTreeMap::new();
        let mut subjects: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (at, cell) in cells.iter().enumerate() {
            for li in cell.named("li").into_iter().filter(|li| !li.get("data-k").is_empty()) {
                let figures = things.entry(li.get("data-k")).or_default().entry(at).or_default();
                figures.extend(Some(li.get("data-f").to_owned()).filter(|figure| !figure.is_empty()));
                if let Some(name) = li.named("span").into_iter().find(|span| has(span, "same")) {
                    subjects.entry(li.get("data-k")).or_default().insert(plain(name));
                }
            }
        }
        for (cell, list) in cells.iter().zip(&heads) {
            for (li, alone) in items(cell) {
                let text = plain(li);
                let Some(said) = things.get(li.get("data-k")) else {
                    let is_link = !li.named("a").is_empty();
                    if words.key("nothing", &text).is_some() || !is_link {
                        nothing_compared(with, question, list, &text, held);
                    }
                    continue;
                };
                mark(with, li, alone, (said, all), held);
                of_list(with, question, list, li, held);
            }
            let block = cell.all().into_iter().find(|one| has(one, "alone"));
            let empty = block.is_none_or(|block| block.named("li").is_empty());
            let hidden = block.is_none_or(|block| block.attributes.contains_key("hidden"));
            held.that("what one list alone says", empty == hidden, list);
        }
        same(with, (question, &heads), &things, &subjects, held);
        let differ = |said: &&Said| {
            let mut figures = said.values().filter(|figures| !figures.is_empty());
            let first = figures.next();
            figures.any(|other| Some(other) != first)
        };
        differing += things.values().filter(differ).count();
        if question == "_who" {
            counts.insert("sum_office", things.get("office").map_or(0, BTreeMap::len));
            counts.insert("sum_phone", things.get("phone").map_or(0, BTreeMap::len));
        }
    }
    let sentence =
        places.iter().find(|place| place.element.get("id") == "_summary").map(Place::text).unwrap_or_default();
    let mut clauses = vec![("sum_office", counts["sum_office"]), ("sum_phone", counts["sum_phone"])];
    match cited_most(with, &heads) {
        0 => {}
        1 => clauses.push(("sum_no_law", 0)),
        most => clauses.push(("sum_law", most)),
    }
    if differing > 0 {
        clauses.push(("sum_differs", differing));
    }
    let rates = rates(with, &heads);
    if let (Some(least), Some(most)) = (rates.first(), rates.last()) {
        clauses.push((if least == most { "sum_rate" } else { "sum_rates" }, 0));
        let key = if least == most { "compare_script.sum_rate" } else { "compare_script.sum_rates" };
        let number = |rate: f64| format!("{:.2}", rate).trim_end_matches('0').trim_end_matches('.').to_owned();
        let text = words.say(key).replace("{min}", &number(*least)).replace("{max}", &number(*most));
        held.that("the sentence of a comparison", sentence.contains(&text), &format!("{sentence} lacks {text}"));
    }
    let keys = ["sum_office", "sum_phone", "sum_law", "sum_no_law", "sum_differs", "sum_rate", "sum_rates"];
    for key in keys {
        let phrase = words.say(&format!("compare_script.{key}"));
        let said = clauses.iter().find(|(one, _)| *one == key);
        let n = said.map_or(String::new(), |(_, count)| count.to_string());
        let phrase = phrase.replace("{n}", &n).replace("{all}", &all.to_string());
        // Names of laws and rates stand between what is fixed.
        let mut fixed = phrase.split(['{', '}']).step_by(2).filter(|part| !part.is_empty());
        let stands = fixed.all(|part| sentence.contains(part));
        held.that("the sentence of a comparison", stands || said.is_none(), &format!("{sentence} lacks {phrase}"));
    }
    let parts =
        sentence.trim_end_matches(words.say("compare_script.end")).split(words.say("compare_script.join").trim());
    let text = format!("{sentence} instead of {clauses:?}");
    held.that("the sentence of a comparison", parts.count() == clauses.len(), &text);
}

/// How many lists cite the law that most of them cite for their records under the topic.
fn cited_most(with: &With<'_>, heads: &[&str]) -> usize {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for list in heads {
        let records = with.facts.under(topic(with.page), list);
        let laws: BTreeSet<&str> = records.iter().flat_map(|record| with.facts.laws_of(record)).collect();
        laws.into_iter().for_each(|law| *counts.entry(law).or_default() += 1);
    }
    counts.into_values().max().unwrap_or_default()
}

/// How often a year lists inspect as a routine, where they print a number, in order.
fn rates(with: &With<'_>, heads: &[&str]) -> Vec<f64> {
    let regimes = heads.iter().flat_map(|list| with.facts.under(topic(with.page), list));
    let rows = regimes.flat_map(|regime| with.facts.of("frequencies", "regime_id", regime));
    let rate = |row: &Row| {
        let times: f64 = [&row["minimum"], &row["maximum"]].into_iter().find_map(|cell| cell.parse().ok())?;
        let periods = ["year", "half-year", "quarter", "month", "week", "day"];
        let at = periods.iter().position(|period| *period == row["per"])?;
        let every: f64 = row["every"].parse().unwrap_or(1.0);
        (row["kind"] == "routine").then(|| times * [1.0, 2.0, 4.0, 12.0, 52.0, 365.0][at] / every)
    };
    let mut found: Vec<f64> = rows.filter_map(rate).collect();
    found.sort_by(f64::total_cmp);
    found
}

/// The figures that lists print for a subject, each with how many lists print it, on the page of the gaps of a topic.
pub fn figures_differ(with: &With<'_>, row: &Element, held: &mut Held) {
    let facts = with.facts;
    let small = row.named("th").iter().flat_map(|head| head.named("small")).map(plain).next().unwrap_or_default();
    let head = row.named("th").first().map(|head| plain(head)).unwrap_or_default();
    let name = head.strip_suffix(&small).unwrap_or(&head).trim();
    let items: Vec<&Element> = row.named("li").into_iter().filter(|li| !li.named("b").is_empty()).collect();
    let count = |li: &&Element| li.named("small").first().and_then(|small| with.words.count("lists", &plain(small)));
    let mut said: Vec<Option<usize>> = items.iter().map(count).collect();
    said.sort();
    let cut = items.len() < row.named("li").len();
    let subjects = facts
        .rows("topic_subjects")
        .iter()
        .filter(|row| [&row["name_zh"], &row["name_en"]].contains(&&name.to_owned()));
    let fits = subjects.flat_map(|subject| TABLES.map(|question| (subject, question))).any(|(subject, question)| {
        let Some((table, sort, columns)) = table_of(question) else { return false };
        let mut sorts: BTreeMap<&str, BTreeMap<String, BTreeSet<&str>>> = BTreeMap::new();
        for row in facts.of(table, "topic_subject_id", &subject["id"]) {
            let figures = sorts.entry(row.get(sort).map_or("", String::as_str)).or_default();
            figures.entry(figure(row, columns)).or_default().insert(&row["list_id"]);
        }
        sorts.values_mut().any(|figures| {
            figures.remove("");
            let mut counts: Vec<Option<usize>> = figures.values().map(|lists| Some(lists.len())).collect();
            counts.sort();
            if cut { said.iter().all(|one| counts.contains(one)) } else { counts == said }
        })
    });
    held.that("figures that differ", fits && said.len() > 1, &format!("{head}: {said:?}"));
}

/// The questions that are answered with figures.
const TABLES: [&str; 4] = ["_deadlines", "_frequencies", "_penalties", "_thresholds"];

/// What a cell says, and whether it stands with what this list alone says; offices are held by what is said of them.
fn items(cell: &Element) -> Vec<(&Element, bool)> {
    let lists = cell.elements().flat_map(|one| {
        let alone = has(one, "alone");
        let within = if alone {
            one.named("ul")
        } else if one.name == "ul" {
            vec![one]
        } else {
            Vec::new()
        };
        within.into_iter().filter(|list| !has(list, "offices")).map(move |list| (list, alone)).collect::<Vec<_>>()
    });
    lists.flat_map(|(list, alone)| list.elements().filter(|li| li.name == "li").map(move |li| (li, alone))).collect()
}

/// A mark against what the lists of the page say.
fn mark(with: &With<'_>, li: &Element, alone: bool, (said, all): (&Said, usize), held: &mut Held) {
    let mark = li.named("b").into_iter().find(|one| has(one, "mark"));
    let mut figures = said.values().filter(|figures| !figures.is_empty());
    let first = figures.next();
    let differs = figures.any(|other| Some(other) != first);
    let key = match said.len() {
        n if n == all && differs => "differs_all",
        _ if differs => "differs",
        n if n == all => "all",
        1 => "only",
        _ => "some",
    };
    let phrase = with.words.say(&format!("compare_script.{key}"));
    let expected = phrase.replace("{n}", &said.len().to_string()).replace("{all}", &all.to_string());
    // What one list alone says has its words over all of it.
    let text = mark.map(Element::text).unwrap_or_default();
    let class = mark.is_some_and(|mark| has(mark, key.trim_end_matches("_all")));
    let right = if alone { key == "only" && text.is_empty() } else { text == expected };
    held.that("a mark", class && right, &format!("{}, not {expected}", plain(li)));
}

/// One thing that a list is said to say.
fn of_list(with: &With<'_>, question: &str, list: &str, li: &Element, held: &mut Held) {
    let facts = with.facts;
    let records = facts.under(topic(with.page), list);
    let own = |record: &&&str| ["duties", "items"].contains(&record.split('/').nth(1).unwrap_or_default());
    match (question, li.get("data-k")) {
        ("_who", key @ ("office" | "no_office")) => {
            let any = records.iter().filter(own).any(|record| !facts.offices(record).is_empty());
            let says = with.words.say(&format!("compare.{key}"));
            held.that("an office", any == (key == "office") && plain(li).starts_with(says), &plain(li));
        }
        ("_who", key @ ("phone" | "no_phone")) => {
            let of_list = facts.of("list_phones", "list_id", list).next().is_some();
            let any = of_list || records.iter().any(|record| facts.has_phone(record));
            let says = with.words.say(&format!("compare.{key}"));
            let right = any == (key == "phone") && plain(li).starts_with(says);
            held.that("a phone", right, &format!("{list}: {}", plain(li)));
        }
        ("_laws", _) => {
            let law = li.named("a").first().map(|link| with.page.leads_to(link).1).unwrap_or_default();
            let cited = records.iter().any(|record| facts.laws_of(record).contains(law.as_str()));
            held.that("a law that a list cites", cited, &format!("{list}: {law}"));
        }
        _ => {}
    }
}

/// The table that answers a question with figures, the column that sorts them, and the columns of a figure.
fn table_of(question: &str) -> Option<(&'static str, &'static str, &'static [&'static str])> {
    Some(match question {
        "_deadlines" => ("deadlines", "bound", &["limit_value", "limit_unit", "working_days", "bound"]),
        "_frequencies" => (
            "frequencies",
            "kind",
            &["minimum", "maximum", "every", "per", "coverage_percent_min", "coverage_percent_max"],
        ),
        "_penalties" => (
            "penalties",
            "kind",
            &[
                "amount_min",
                "amount_max",
                "currency",
                "percent_of_gains_min",
                "percent_of_gains_max",
                "multiple_min",
                "multiple_max",
                "multiple_of_zh",
            ],
        ),
        "_thresholds" => ("thresholds", "", &["minimum", "maximum", "unit_zh"]),
        _ => return None,
    })
}

/// What a row says as one text: alike where the figures are; empty where there is none.
fn figure(row: &Row, columns: &[&str]) -> String {
    let cell = |column: &str| row.get(column).map_or("", String::as_str);
    let plain = |column: &&str| match *column {
        "every" if cell("every") == "1" => "",
        "bound" if cell("bound").is_empty() => "within",
        "minimum" | "maximum"
            if cell("minimum").is_empty() && cell("maximum").is_empty() && !cell("per").is_empty() =>
        {
            "1"
        }
        column => cell(column),
    };
    let cells: Vec<&str> = columns.iter().map(plain).collect();
    if cells.iter().all(|cell| cell.is_empty()) { String::new() } else { cells.join("|") }
}

/// Figures of one subject stand together, those of every list that the table has with it, and no others.
fn same(
    with: &With<'_>,
    (question, heads): (&str, &[&str]),
    things: &BTreeMap<&str, Said>,
    subjects: &BTreeMap<&str, BTreeSet<String>>,
    held: &mut Held,
) {
    let facts = with.facts;
    let Some((table, sort, columns)) = table_of(question) else {
        return held.that("things of a subject", subjects.is_empty(), question);
    };
    let mut known: BTreeMap<(String, String), Said> = BTreeMap::new();
    let mut cut = false;
    for (at, list) in heads.iter().enumerate() {
        let mut shown = 0;
        for regime in facts.under(topic(with.page), list) {
            for row in facts.of(table, "regime_id", regime) {
                let (subject, said) = (&row["topic_subject_id"], figure(row, columns));
                shown += usize::from(table == "deadlines" || !subject.is_empty());
                if subject.is_empty() || (said.is_empty() && table != "frequencies") {
                    continue;
                }
                let sort = match row.get(sort).map_or("", String::as_str) {
                    "" if sort == "bound" => "within",
                    sort => sort,
                };
                let figures = known.entry((subject.clone(), sort.to_owned())).or_default().entry(at).or_default();
                figures.extend(Some(said).filter(|said| !said.is_empty()));
            }
        }
        cut |= shown > SHOWN && table != "frequencies";
    }
    for (key, names) in subjects {
        let said = &things[key];
        let fits = |((subject, _), of): (&(String, String), &Said)| {
            let named = ["name_zh", "name_en"].map(|column| facts.cell("topic_subjects", subject, column));
            names.len() == 1 && names.iter().all(|name| named.contains(&name.as_str())) && alike(of, said, cut)
        };
        let text = format!("{question} {names:?}: {said:?}");
        held.that("figures of a subject", known.iter().any(fits), &text);
    }
    let text = format!("{question}: {} subjects, not {}", subjects.len(), known.len());
    held.that("things of a subject", cut || subjects.len() == known.len(), &text);
}

/// Whether the same lists say as many figures, and differ where these do; where not all are shown, no others than these.
fn alike(known: &Said, said: &Said, cut: bool) -> bool {
    let differ = |said: &Said| {
        let mut figures = said.values().filter(|figures| !figures.is_empty());
        let first = figures.next();
        figures.any(|other| Some(other) != first)
    };
    if cut {
        return said.keys().all(|list| known.contains_key(list));
    }
    let sizes = |said: &Said| said.iter().map(|(list, figures)| (*list, figures.len())).collect::<Vec<_>>();
    sizes(known) == sizes(said) && differ(known) == differ(said)
}
