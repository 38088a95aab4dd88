//! Forms of lists that are really published, a made-up paper of each: what the paper prints is on the page and in the
//! tables, field by field, and nothing else is.
//!
//! `tests/sites/forms/papers` holds each paper as somebody copies it from its printed form by hand, beside the list of
//! the same name in `content`; neither is made from the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::folder::{self, Tree};
use crate::support::html::{Child, Element, main_of, resolve};
use crate::support::known::Known;
use crate::support::paper::{Paper, Record, Target};
use crate::support::tables::Tables;
use crate::support::{bare, repository, site};

/// What is printed and not on the pages yet. Whoever closes a gap takes it out here.
const NOT_ON_PAGES: [&str; 0] = [];

/// Columns with cells that are not on the page of the whole list for print yet.
const NOT_IN_PRINT: [&str; 0] = [];

/// Tables that say nothing of their own, or what an editor said.
const DERIVED: [&str; 9] = [
    "citations",
    "citation_articles",
    "item_codes",
    "record_topics",
    "service_months",
    "agency_concerns",
    "gaps",
    "same_matters",
    "boundary_findings",
];

/// Columns that no paper prints: ids, places, figures read from a text; dates are held by the pages.
fn made(column: &str) -> bool {
    let fact = ["body_id", "procedure_id", "account_id", "office_id"].contains(&column);
    let ends = ["_id", "_file", "_part", "_value", "_unit", "_working_days"];
    let names = [
        "uri",
        "id",
        "url_zh",
        "position",
        "part_of",
        "kind",
        "record_kind",
        "depth",
        "covers",
        "status",
        "trial",
        "lead",
        "compiled",
        "published",
        "valid_from",
        "valid_until",
        "valid_to",
        "department_list",
        "department_item",
    ];
    !fact && (names.contains(&column) || ends.iter().any(|end| column.ends_with(end)))
}

/// Columns that repeat what a row above has.
const REPEATED: [(&str, &str); 2] = [("handovers", "role"), ("participants", "source_row")];

/// Cells that stand under a name on the page, and the name among the words of the interface.
const LABELLED: [(&str, &str, &str); 25] = [
    ("lists", "agency", "list.agency"),
    ("lists", "edition", "list.edition"),
    ("lists", "document_number", "list.document_number"),
    ("lists", "index_number", "list.index_number"),
    ("lists", "adopted_by", "list.adopted_by"),
    ("list_issuers", "name", "list.issuers"),
    ("list_phones", "phone", "list.phone"),
    ("items", "code", "item.code"),
    ("items", "type", "item.power_type"),
    ("items", "part_of", "item.whole"),
    ("items", "section_id", "item.group"),
    ("items", "body_id", "item.body"),
    ("items", "level_as_printed", "item.levels"),
    ("item_levels", "level", "item.levels"),
    ("items", "recipients", "item.recipients"),
    ("items", "statutory_limit", "item.statutory"),
    ("items", "promised_limit", "item.promised"),
    ("items", "fee", "item.fee"),
    ("items", "place", "item.place"),
    ("items", "answerable", "item.answerable"),
    ("items", "township_part", "item.township_part"),
    ("items", "taken_over_by", "item.taken_over_by"),
    ("items", "predecessor", "item.predecessor"),
    ("handovers", "responsibility", "item.responsibility"),
    ("handovers", "manner", "item.manner"),
];

/// The site of the forms.
pub(super) fn forms() -> &'static Tree {
    site::of("tests/sites/forms/content", &[])
}

/// Every paper by its list.
pub(super) fn papers() -> BTreeMap<String, Paper> {
    let files = folder::read(&repository("tests/sites/forms/papers"));
    let paper = |(name, bytes): (String, Vec<u8>)| {
        let list = name.strip_suffix(".txt").unwrap_or_else(|| panic!("{name} is no paper")).to_owned();
        let paper = Paper::read(&list, std::str::from_utf8(&bytes).expect("UTF-8"));
        (list, paper)
    };
    files.into_iter().map(paper).collect()
}

/// A cell as the tables have it: how many items a heading says it has is a number.
fn as_data(target: &Target, cell: &str) -> String {
    match target.column() {
        Some((_, "printed_count")) => cell.trim_end_matches('项').to_owned(),
        _ => cell.to_owned(),
    }
}

/// Where a record is shown.
fn path(site: &Tree, list: &str, record: &str) -> String {
    let own = format!("lists/{record}/index.html");
    let place = match record.strip_prefix(list).and_then(|rest| rest.trim_start_matches('/').split('/').next()) {
        Some("offices") => "offices/",
        Some("procedures" | "accounts") => "common/",
        Some("bodies" | "") => "",
        // A heading without items of its own stands on the page of the list, if anywhere.
        _ if site.contains_key(&own) => return own,
        _ => "",
    };
    format!("lists/{list}/{place}index.html")
}

#[test]
fn every_list_has_a_paper() {
    let lists = folder::read_flat(&repository("tests/sites/forms/content/lists"));
    let lists: BTreeSet<&str> = lists.iter().map(|name| name.trim_end_matches(".yaml")).collect();
    assert_eq!(lists, papers().keys().map(String::as_str).collect());
    let records: BTreeSet<String> =
        papers().values().flat_map(|paper| &paper.records).map(|record| record.id.clone()).collect();
    let tables = Tables::read(forms());
    let kinds =
        ["lists", "sections", "items", "duties", "matters", "services", "offices", "bodies", "procedures", "regimes"];
    let ids = kinds.iter().flat_map(|table| &tables.tables[*table]).map(|row| row["id"].clone());
    let accounts = tables.tables["accounts"].iter().filter(|row| row["item_id"].is_empty());
    let known: BTreeSet<String> = ids.chain(accounts.map(|row| row["id"].clone())).collect();
    assert_eq!(records, known, "records of the papers and of the tables");
}

#[test]
fn what_a_paper_prints_is_in_the_tables_and_nothing_else_is() {
    let tables = Tables::read(forms());
    let mut faults = Vec::new();
    for paper in papers().values() {
        let targets: BTreeSet<&Target> = paper.columns.values().map(|column| &column.target).collect();
        let columns: BTreeSet<(&str, &str)> = targets.iter().filter_map(|target| target.column()).collect();
        for record in &paper.records {
            let printed = |target: &Target| {
                let cells = record.cells.iter().filter(|(heading, _)| paper.column(heading).target == *target);
                let mut cells: Vec<String> = cells.map(|(_, cell)| as_data(target, cell)).collect();
                cells.sort();
                cells
            };
            for target in targets.iter().filter(|target| ***target != Target::Page) {
                let mut found = match target {
                    Target::Basis(part) => tables.basis(&record.id, part),
                    _ => tables.found(&record.id, target),
                };
                found.sort();
                let cells = printed(target);
                if matches!(target, Target::Basis(_)) && cells.is_empty() {
                    // What the program reads in a column as printed is in the paper as that column.
                    found.retain(|cited| !stands_in(record, cited));
                }
                if found != cells {
                    let name = paper.heading(target);
                    faults.push(format!("{}: {name}: {cells:?} in the paper, {found:?} in the tables", record.id));
                }
            }
            faults.extend(beyond(&tables, &columns, &targets, record));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether a cell of a paper prints the title of a law that is cited.
fn stands_in(record: &Record, cited: &str) -> bool {
    let title = cited.split('》').next().unwrap_or_default().trim_start_matches('《');
    let title = title.trim_start_matches("中华人民共和国");
    record.cells.iter().any(|(_, cell)| cell.contains(title))
}

/// What the tables have of a record in columns that its paper does not have.
fn beyond(
    tables: &Tables,
    columns: &BTreeSet<(&str, &str)>,
    targets: &BTreeSet<&Target>,
    record: &Record,
) -> Vec<String> {
    let mut faults = Vec::new();
    for name in tables.tables.keys().filter(|name| !DERIVED.contains(&name.as_str())) {
        for row in tables.of(name, &record.id) {
            for (column, cell) in row.iter().filter(|(_, cell)| !cell.is_empty()) {
                let plain = column.trim_end_matches("_zh");
                let above = *column == tables.keys[name] || *cell == record.id || REPEATED.contains(&(name, column));
                if !made(column) && !above && !columns.contains(&(name, plain)) {
                    faults.push(format!("{}: {name}.{column} has {cell}, which the paper does not print", record.id));
                }
            }
        }
    }
    let parts = ["", "duties", "accountability", "stages"];
    for part in parts.iter().filter(|part| !targets.contains(&Target::Basis((**part).to_owned()))) {
        let mut found = tables.basis(&record.id, part);
        found.retain(|cited| !stands_in(record, cited));
        if !found.is_empty() {
            faults.push(format!("{}: {found:?} is cited, which the paper does not", record.id));
        }
    }
    faults
}

/// The text of a cell as a page shows it: a law is called by its short title where it has one.
fn on_page(tables: &Tables, target: &Target, cell: &str) -> String {
    let Target::Basis(_) = target else { return bare(cell) };
    let shorts = tables.tables["law_aliases"].iter().filter(|row| row["form"] == "short-title");
    let text = shorts.fold(cell.to_owned(), |text, row| {
        let title = tables.named("laws", &row["law_id"], "title");
        text.replace(&format!("《{title}》"), &format!("《{}》", row["title_zh"]))
    });
    bare(&text).replace('、', "")
}

/// What stands under a name on a page: in its table of facts, or in a line that begins with the name.
fn labels(main: &Element) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in main.all() {
        let first = match entry.name.as_str() {
            "div" => entry.named("dt").into_iter().next(),
            "p" => entry.named("span").into_iter().find(|span| span.get("class") == "label"),
            _ => None,
        };
        if let Some(label) = first.map(|first| bare(&first.text())) {
            let text = bare(&entry.text());
            let rest = text.strip_prefix(&label).unwrap_or_default().to_owned();
            found.push((label, rest));
        }
    }
    found
}

#[test]
fn what_a_paper_prints_is_on_the_page_of_the_record() {
    let (site, tables) = (forms(), Tables::read(forms()));
    let mut faults = Vec::new();
    let mut unprinted = BTreeSet::new();
    let papers = papers();
    for paper in papers.values() {
        let dossier = bare(&main_of(site, &format!("lists/{}/dossier/index.html", paper.list)).text());
        for record in &paper.records {
            let path = path(site, &paper.list, &record.id);
            let main = main_of(site, &path);
            let page = bare(&main.text());
            for (heading, cell) in record.cells.iter().filter(|(heading, _)| paper.column(heading).printed) {
                let target = &paper.column(heading).target;
                let shown = on_page(&tables, target, cell);
                let under = LABELLED.iter().find(|(table, column, _)| target.column() == Some((table, column)));
                let stands = match under {
                    Some((.., words)) => {
                        let name = tables.word(words);
                        labels(&main).iter().any(|(label, text)| *label == name && text.contains(&shown))
                    }
                    None => page.contains(&shown),
                };
                if !stands {
                    faults.push(format!("{}: {heading}：{cell} is not on {path}", record.id));
                }
                if !dossier.contains(&shown) {
                    unprinted.insert(match target {
                        Target::Page => heading.clone(),
                        Target::Basis(part) => format!("basis@{part}"),
                        Target::Cell(table, column)
                        | Target::Word(table, column, _)
                        | Target::Named(table, column, ..) => {
                            format!("{table}.{column}")
                        }
                    });
                }
            }
        }
    }
    assert_eq!(faults, NOT_ON_PAGES, "{}", faults.join("\n"));
    assert_eq!(unprinted.into_iter().collect::<Vec<String>>(), NOT_IN_PRINT);
}

/// Every text of an element, one for each place.
fn pieces(element: &Element, found: &mut Vec<String>) {
    for child in &element.children {
        match child {
            Child::Element(element) => pieces(element, found),
            Child::Text(text) => found.push(bare(text)),
        }
    }
}

#[test]
fn nothing_else_is_on_the_page_of_a_record() {
    let (site, tables, papers) = (forms(), Tables::read(forms()), papers());
    let known = Known::new(&tables);
    let mut faults = Vec::new();
    let pages: BTreeSet<(String, &str)> = papers
        .values()
        .flat_map(|paper| paper.records.iter().map(|record| (path(site, &paper.list, &record.id), &*paper.list)))
        .collect();
    let records: BTreeMap<String, &Record> = papers
        .values()
        .flat_map(|paper| paper.records.iter().map(|record| (path(site, &paper.list, &record.id), record)))
        .collect();
    for (path, list) in pages {
        let main = main_of(site, &path);
        // A record has its own cells; a page of many records those of all; and both what they lead to.
        let one = path.split('/').count() == 5 && !path.contains("/sections/");
        let folder = path.trim_end_matches("index.html");
        let first = |path: String| path.replace("/2/index.html", "/index.html");
        let led = main.named("a").into_iter().filter_map(|link| records.get(&first(resolve(folder, link.get("href")))));
        let of_list = papers[list].records.iter().filter(|record| !one || shared(&record.id));
        let mut cells = Known::default();
        let mut own = Vec::new();
        for record in led.copied().chain(of_list).chain(records.get(&path).copied()) {
            for (_, cell) in &record.cells {
                cells.add(cell);
                if let Some((title, rest)) = cell.split_once('》') {
                    cells.add(title.trim_start_matches('《'));
                    rest.split('、').for_each(|rest| cells.add(rest));
                }
                own.push(bare(cell));
            }
        }
        let mut texts = Vec::new();
        pieces(&main, &mut texts);
        for text in texts.iter().filter(|text| !text.is_ascii()) {
            if !own.iter().any(|cell| cell.contains(text.as_str())) && !known.makes(text, &cells) {
                faults.push(format!("{path}: {text}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether a record stands on the pages of others: offices, bodies, what is said once for many items.
fn shared(id: &str) -> bool {
    ["offices", "bodies", "accounts", "procedures"].iter().any(|kind| id.split('/').nth(1) == Some(kind))
}
