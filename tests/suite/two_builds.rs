//! Three editions and a reorganisation, held to the builds that were made at the time: what the table of changes says is what a
//! comparison of the tables of two builds finds, and a site of a former day has the data of the build of that day.
//!
//! The comparison here reads tables of CSV and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::addresses::stages;
use super::editions;
use crate::support::folder::{self, Tree};
use crate::support::tables::{Row, Tables};
use crate::support::{program, scratch};

/// The tables of records, and the word for a record of each.
const RECORDS: [(&str, &str); 4] =
    [("offices", "office"), ("duties", "duty"), ("work_items", "work-item"), ("services", "service")];

/// The tables whose rows stand in a record, and the column that names it.
const ROWS: [(&str, &str); 9] = [
    ("office_phones", "office_id"),
    ("office_aliases", "office_id"),
    ("duty_offices", "duty_id"),
    ("work_item_offices", "work_item_id"),
    ("service_offices", "service_id"),
    ("service_phones", "service_id"),
    ("service_months", "service_id"),
    ("citations", "record_id"),
    ("notes", "record_id"),
];

/// Columns that name a row, what it stands in, where it is printed, or how a phone is dialled.
const NOT_SAID: [&str; 10] =
    ["id", "url", "list_id", "position", "duty_id", "record_kind", "uri", "valid_from", "valid_to", "source_note"];

/// A row of the table of changes: record, kind of record, what happened, field, before and after in Chinese and English, successors.
type Change = [String; 9];

/// What a cell says, by column without the language, in Chinese and English; a string that no language changes is the same in both.
fn cells(row: &Row, owner: &str) -> BTreeMap<String, [String; 2]> {
    let mut cells: BTreeMap<String, [String; 2]> = BTreeMap::new();
    for (column, cell) in row {
        let (name, at) = match (column.strip_suffix("_zh"), column.strip_suffix("_en")) {
            (Some(name), _) => (name, Some(0)),
            (_, Some(name)) => (name, Some(1)),
            _ => (column.as_str(), None),
        };
        if NOT_SAID.contains(&name) || name.starts_with("source_") || name == owner || cell == "false" {
            continue;
        }
        let both = cells.entry(name.to_owned()).or_default();
        match at {
            Some(at) => both[at].clone_from(cell),
            None => *both = [cell.clone(), cell.clone()],
        }
    }
    cells.retain(|_, both| both.iter().any(|cell| !cell.is_empty()));
    cells
}

/// The cells of a row in one line, in the order of the file; where a language has none, those of the other.
fn line(header: &[String], row: &Row, owner: &str) -> [String; 2] {
    let cells = cells(row, owner);
    let mut names: Vec<&str> = Vec::new();
    for column in header {
        let name = column.strip_suffix("_zh").or(column.strip_suffix("_en")).unwrap_or(column);
        if cells.contains_key(name) && !names.contains(&name) {
            names.push(name);
        }
    }
    [0, 1].map(|at| {
        let cell = |name: &&str| {
            let both = &cells[*name];
            if both[at].is_empty() { both[1 - at].clone() } else { both[at].clone() }
        };
        names.iter().map(cell).collect::<Vec<_>>().join(" · ")
    })
}

/// One build: its tables, and the order of their columns.
struct Build {
    tables: Tables,
    headers: BTreeMap<String, Vec<String>>,
}

impl Build {
    fn of(site: &Tree) -> Build {
        let mut headers = BTreeMap::new();
        for (path, bytes) in site {
            let Some(name) = path.strip_prefix("data/").and_then(|path| path.strip_suffix(".csv")) else { continue };
            let header = csv::Reader::from_reader(&bytes[..]).headers().expect("a header").clone();
            headers.insert(name.to_owned(), header.iter().map(str::to_owned).collect());
        }
        Build { tables: Tables::read(site), headers }
    }

    /// The records of a list: the word for each, and what it says by field.
    fn records(&self, list: &str) -> BTreeMap<String, (&'static str, BTreeMap<String, [String; 2]>)> {
        let own = |id: &str| id.strip_prefix(list).is_some_and(|rest| rest.starts_with('/'));
        let mut records = BTreeMap::new();
        let head = self.tables.tables["lists"].iter().find(|row| row["id"] == list).expect("the list");
        let head = ["agency", "title"].map(|name| {
            let both = ["zh", "en"].map(|lang| head[&format!("{name}_{lang}")].clone());
            (name.to_owned(), both)
        });
        records.insert(list.to_owned(), ("list", BTreeMap::from(head)));
        for (table, kind) in RECORDS {
            for row in self.tables.tables[table].iter().filter(|row| own(&row["id"])) {
                records.insert(row["id"].clone(), (kind, cells(row, "")));
            }
        }
        let mut told = 0;
        for (table, owner) in ROWS {
            for row in self.tables.tables[table].iter().filter(|row| own(&row[owner])) {
                let mut said = line(&self.headers[table], row, owner);
                if table == "citations" {
                    for cited in
                        self.tables.tables["citation_articles"].iter().filter(|of| of["citation_id"] == row["id"])
                    {
                        let cited = line(&self.headers["citation_articles"], cited, "citation_id");
                        (0..2).for_each(|at| said[at] = format!("{} · {}", said[at], cited[at]));
                    }
                }
                let (_, fields) = records.get_mut(&row[owner]).expect("the record of a row");
                let field = fields.entry(table.to_owned()).or_default();
                for (field, said) in field.iter_mut().zip(said) {
                    *field = if field.is_empty() { said } else { format!("{field}\n{said}") };
                }
                told += 1;
            }
        }
        assert!(told > 2, "rows stand in records");
        self.no_other_table_speaks_of(list);
        records
    }

    /// Holds this file to the tables: what it does not compare has nothing of the list.
    fn no_other_table_speaks_of(&self, list: &str) {
        let known: Vec<&str> = RECORDS.iter().chain(&ROWS).map(|(table, _)| *table).collect();
        // Of the paper, of the site's own order, of what follows from other tables, or of editions themselves.
        let beside = [
            "lists",
            "sources",
            "source_parts",
            "citation_articles",
            "record_topics",
            "gaps",
            "editions",
            "changes",
            "crosswalk",
            "law_changes",
        ];
        for (table, rows) in &self.tables.tables {
            let names = |cell: &String| cell == list || cell.starts_with(&format!("{list}/"));
            let told = rows.iter().any(|row| row.values().any(names));
            assert!(
                !told || known.contains(&table.as_str()) || beside.contains(&table.as_str()),
                "{table} is not compared"
            );
        }
    }
}

/// The record that something stands in, or itself: the first three parts of its id.
fn whole(id: &str) -> &str {
    id.match_indices('/').nth(2).map_or(id, |(end, _)| &id[..end])
}

/// What two builds say otherwise of a list, where records are declared to have become others.
fn compared(old: &Build, new: &Build, list: &str, became: &[(&str, &str)]) -> BTreeSet<Change> {
    let (before, after) = (old.records(list), new.records(list));
    let full = |id: &str| format!("{list}/{id}");
    let successors = |id: &str| -> Vec<String> {
        let declared = |id: &str| became.iter().filter(|(old, _)| full(old) == id).map(|(_, new)| full(new)).collect();
        let own: Vec<String> = declared(id);
        let of_whole: Vec<String> = declared(whole(id));
        let same = of_whole.iter().map(|to| format!("{to}{}", &id[whole(id).len()..]));
        let all = if own.is_empty() { same.collect() } else { own };
        all.into_iter()
            .filter(|to| !before.contains_key(id) || !after.contains_key(id) && after.contains_key(to))
            .collect()
    };
    let mut found = BTreeSet::new();
    let mut add = |id: &str, kind: &str, what: &str, field: &str, old: [String; 2], new: [String; 2], to: &[String]| {
        let [old_zh, old_en] = old;
        let [new_zh, new_en] = new;
        let [id, kind, what, field] = [id, kind, what, field].map(str::to_owned);
        found.insert([id, kind, what, field, old_zh, new_zh, old_en, new_en, to.join(" ")]);
    };
    let mut reached: BTreeSet<String> = BTreeSet::new();
    for (id, (kind, said)) in &before {
        let to = if after.contains_key(id) { vec![id.clone()] } else { successors(id) };
        reached.extend(to.iter().cloned());
        let none = || <[String; 2]>::default();
        let what = match &to[..] {
            [] if whole(id) != id && !after.contains_key(whole(id)) => continue,
            [] => "removed",
            [one] if one == id => "changed",
            [one]
                if before.keys().filter(|old| !after.contains_key(*old) && successors(old).contains(one)).count()
                    > 1 =>
            {
                "merged"
            }
            [_] => "renamed",
            _ => "split",
        };
        let shown = if what == "changed" { &[][..] } else { &to[..] };
        let fields: Vec<(String, [String; 2], [String; 2])> = match (what, &to[..]) {
            ("changed" | "renamed", [one]) => {
                let now = &after[one].1;
                let names: BTreeSet<&String> = said.keys().chain(now.keys()).collect();
                let both = |name: &String| {
                    let of = |fields: &BTreeMap<String, [String; 2]>| fields.get(name).cloned().unwrap_or_default();
                    (name.clone(), of(said), of(now))
                };
                names.into_iter().map(both).filter(|(_, old, new)| old != new).collect()
            }
            _ => Vec::new(),
        };
        let places = ["number", "section_id", "part_of"];
        let moved = what == "changed" && fields.iter().all(|(name, ..)| places.contains(&name.as_str()));
        if fields.is_empty() && what != "changed" {
            add(id, kind, what, "", none(), none(), shown);
        }
        for (name, old, new) in fields {
            add(id, kind, if moved { "moved" } else { what }, &name, old, new, shown);
        }
    }
    for (id, (kind, _)) in after.iter().filter(|(id, _)| !before.contains_key(*id) && !reached.contains(*id)) {
        if whole(id) == id || before.contains_key(whole(id)) {
            add(id, kind, "added", "", Default::default(), Default::default(), &[]);
        }
    }
    found
}

/// What the table of changes says of an edition and the next, in CSV and in JSON alike.
fn told(site: &Tree, list: &str, from: &str, to: &str) -> BTreeSet<Change> {
    let rows = Tables::read(site).tables["changes"].clone();
    let json: Vec<BTreeMap<String, serde_json::Value>> =
        serde_json::from_slice(&site["data/changes.json"]).expect("rows of JSON");
    assert_eq!(rows.len(), json.len());
    let mut found = BTreeSet::new();
    for (row, json) in rows.iter().zip(&json) {
        for (column, cell) in row {
            let value = match &json[column] {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) => text.clone(),
                value => value.to_string(),
            };
            assert_eq!(&value, cell, "{column} of {row:?}");
        }
        if row["list_id"] != list || row["from_edition"] != from {
            continue;
        }
        assert_eq!(row["to_edition"], to);
        let columns =
            ["record_id", "record_kind", "kind", "field", "old_zh", "new_zh", "old_en", "new_en", "successors"];
        assert!(found.insert(columns.map(|column| row[column].clone())), "said twice: {row:?}");
    }
    found
}

#[test]
fn changes_of_three_editions_are_those_between_the_builds_made_at_the_time() {
    let list = "qingshui-market";
    let builds = [editions::without_later("2015", &[]), editions::without_later("2018", &["2015"]), editions::all()];
    let builds = builds.map(Build::of);
    for (from, to, at) in [("2015", "2018", 0), ("2018", "current", 1)] {
        let expected = compared(&builds[at], &builds[at + 1], list, &[]);
        assert!(expected.len() > 5, "{expected:?}");
        assert_eq!(told(editions::all(), list, from, to), expected, "from {from} to {to}");
    }
}

#[test]
fn changes_in_a_reorganisation_are_those_between_the_builds_made_at_the_time() {
    let list = "yunting-industry";
    let last = &stages()[3].site;
    let builds = [0, 1, 2].map(|at| Build::of(&stages()[at].site));
    let first = [("duties/licences", "duties/market-entry")];
    let second = [
        ("duties/market-entry", "duties/registration"),
        ("offices/registry", "offices/registration"),
        ("offices/fairs", "offices/registration"),
        ("offices/consumer", "offices/rights"),
    ];
    for (from, to, at, became) in [("2015", "2017", 0, &first[..]), ("2017", "current", 1, &second[..])] {
        let expected = compared(&builds[at], &builds[at + 1], list, became);
        let kinds: BTreeSet<&str> = expected.iter().map(|change| &*change[2]).collect();
        assert!(kinds.contains("renamed") && (at == 0 || kinds.contains("merged")), "{kinds:?}");
        assert_eq!(told(last, list, from, to), expected, "from {from} to {to}");
    }
}

/// The content of the last stage with the lists that ended before, each as an edition of a list that is no more.
fn kept() -> Tree {
    let mut content = stages()[3].content.clone();
    for (stage, list, edition) in [
        (1, "yunting-planning", "2015"),
        (1, "yunting-quality", "2015"),
        (2, "yunting-land", "2019"),
        (2, "yunting-housing", "2019"),
    ] {
        let bytes = stages()[stage].content[&format!("lists/{list}.yaml")].clone();
        content.insert(format!("lists/{list}/editions/{edition}.yaml"), bytes);
    }
    content
}

fn build(content: &Tree, arguments: &[&str]) -> Tree {
    let root = scratch::folder();
    folder::write(&root.path().join("content"), content);
    run(root.path(), &[&["build"], arguments].concat());
    folder::read(&root.path().join("output"))
}

fn run(root: &Path, arguments: &[&str]) {
    let run = program::run(root, &[arguments, &["--lang", "en"]].concat());
    assert_eq!(run.status, Some(0), "{arguments:?}: {}", run.stderr);
}

#[test]
fn a_site_of_a_former_day_has_the_data_of_the_build_of_that_day() {
    let kept = kept();
    for (day, stage) in [("2018-06-30", 1), ("2019-03-24", 1), ("2020-01-01", 2), ("2021-08-29", 2), ("2021-09-01", 3)]
    {
        let then = build(&kept, &["--as-of", day]);
        let made = &stages()[stage].site;
        let mut data = 0;
        for (path, bytes) in made {
            // Addresses of later builds lead on in the maps alone.
            if path == "_redirects" || path == ".qingdan" || path.starts_with("redirects/") {
                continue;
            }
            assert!(then.get(path) == Some(bytes), "{path} as of {day} is not that of the build {}", stage + 1);
            data += usize::from(path.starts_with("data/"));
        }
        assert!(data > 150, "{data}");
        let more: Vec<&String> =
            then.keys().filter(|path| !made.contains_key(*path) && !path.ends_with(".html")).collect();
        assert_eq!(more, Vec::<&String>::new(), "as of {day}");
    }
}

#[test]
fn lists_that_are_no_more_change_nothing_of_the_site_of_today() {
    let today = build(&kept(), &[]);
    let last = &stages()[3].site;
    let differing: Vec<&String> =
        today.keys().chain(last.keys()).filter(|path| today.get(*path) != last.get(*path)).collect();
    assert_eq!(differing, Vec::<&String>::new());
}

/// What became of a body after the day is not told, as what became of a law is not.
#[test]
fn events_of_bodies_are_told_from_their_day_on() {
    let mut content = stages()[0].content.clone();
    let agencies = "- id: yunting-standards-bureau\n  name: {zh: 云汀县标准所, en: Standards Station of Yunting}\n  kind: body\n  \
                    aliases: [标准所]\n  region: yunting-xian\n  events:\n    - {date: 2016-05-01, kind: renamed, successors: [], source: {zh: 甲号文件, en: Paper A}}\n    \
                    - {date: 2018-05-01, kind: abolished, successors: [], source: {zh: 乙号文件, en: Paper B}}\n";
    content.insert("agencies.yaml".into(), agencies.into());
    for (day, events) in [("2016-04-30", 0), ("2016-05-01", 1), ("2018-04-30", 1), ("2018-05-01", 2)] {
        let site = build(&content, &["--as-of", day]);
        let rows = Tables::read(&site).tables["agency_events"].clone();
        let own = rows.iter().filter(|row| row["agency_id"] == "yunting-standards-bureau").count();
        assert_eq!(own, events, "as of {day}");
        let paper = site.values().any(|bytes| String::from_utf8_lossy(bytes).contains("乙号文件"));
        assert_eq!(paper, events == 2, "as of {day}");
    }
    assert_eq!(Tables::read(&build(&content, &[])).tables["agency_events"].len(), 2);
}
