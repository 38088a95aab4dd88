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
    let mut counts = BTreeMap::new();
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
                    let is_link = !li.named("a").is_empty() || question == "_deadlines";
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
        if question == "_who" {
            counts.insert("sum_office", things.get("office").map_or(0, BTreeMap::len));
            counts.insert("sum_phone", things.get("phone").map_or(0, BTreeMap::len));
        }
    }
    let sentence =
        places.iter().find(|place| place.element.get("id") == "_summary").map(Place::text).unwrap_or_default();
    for (key, count) in counts {
        let phrase = words.say(&format!("compare_script.{key}"));
        let expected = phrase.replace("{n}", &count.to_string()).replace("{all}", &all.to_string());
        let right = sentence.contains(&expected);
        held.that("the sentence of a comparison", right, &format!("{sentence} lacks {expected}"));
    }
}

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
