//! Editions of a list: a made-up list with three, of which one alone is told, counted, compared and found, while the others
//! stay where they were published; what changed between them, held to a comparison of the tables of two builds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use crate::support::folder::{self, Tree};
use crate::support::tables::{Row, Tables};
use crate::support::{program, repository, scratch, site};

const CONTENT: &str = "tests/editions/content";

const LIST: &str = "lists/qingshui-market";

/// The site with all editions.
pub fn all() -> &'static Tree {
    site::of(CONTENT, &[])
}

/// The content where an edition is the newest: what came later is not there.
fn lay_out(root: &Path, newest: &str, older: &[&str]) {
    let content = root.join("content");
    folder::copy(&repository(CONTENT), &content);
    let list = content.join(LIST);
    let source = repository(CONTENT).join(LIST);
    fs::remove_dir_all(&list).expect("the list");
    let from = if newest.is_empty() { source.clone() } else { source.join("editions").join(newest) };
    folder::copy(&from, &list);
    let editions = list.join("editions");
    if editions.exists() {
        fs::remove_dir_all(&editions).expect("its editions");
    }
    for edition in older {
        folder::copy(&source.join("editions").join(edition), &editions.join(edition));
    }
}

/// The site where an edition is the newest.
pub fn without_later(newest: &'static str, older: &'static [&'static str]) -> &'static Tree {
    site::once(&format!("editions {newest} {older:?}"), || site::build(&[], |root| lay_out(root, newest, older)))
}

#[test]
fn a_site_of_a_day_is_that_of_the_edition_in_force_then() {
    let cases: [(&str, &str, &[&str]); 3] =
        [("2016-01-01", "2015", &[]), ("2018-02-28", "2015", &[]), ("2021-12-31", "2018", &["2015"])];
    for (day, newest, older) in cases {
        let then = site::build(&["--as-of", day], |root| folder::copy(&repository(CONTENT), &root.join("content")));
        let expected = site::once(&format!("editions {newest} {older:?}"), || {
            site::build(&[], |root| lay_out(root, newest, older))
        });
        let differing: Vec<&String> =
            then.keys().chain(expected.keys()).filter(|path| then.get(*path) != expected.get(*path)).collect();
        assert_eq!(differing, Vec::<&String>::new(), "as of {day}");
    }
    // Before its first edition a list is not there.
    let before =
        site::build(&["--as-of", "2015-01-01"], |root| folder::copy(&repository(CONTENT), &root.join("content")));
    assert!(!before.keys().any(|path| path.starts_with(LIST)), "nothing of a list that was not published yet");
}

/// What is in a file, path by path: the files in an archive, the tables of a database, else the file itself.
fn opened(path: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    // A workbook has the rows of the files of CSV, to which another test holds it.
    if path.ends_with(".xlsx") {
        return Vec::new();
    }
    if path.ends_with(".zip") {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(|name| name.into_owned()).collect();
        let read = |name: String| {
            let mut bytes = Vec::new();
            archive.by_name(&name).expect("a file").read_to_end(&mut bytes).expect("its bytes");
            (format!("data/{name}"), bytes)
        };
        let files: Vec<(String, Vec<u8>)> = names.into_iter().map(read).collect();
        return files.iter().flat_map(|(path, bytes)| opened(path, bytes)).collect();
    }
    if !path.ends_with(".db") {
        return vec![(path.to_owned(), bytes.to_vec())];
    }
    let mut database = rusqlite::Connection::open_in_memory().expect("a database");
    database.deserialize_read_exact("main", bytes, bytes.len(), true).expect("its tables");
    let all = |query: &str| -> Vec<String> {
        let mut rows = database.prepare(query).expect("a query");
        let columns = rows.column_count();
        let row = |row: &rusqlite::Row<'_>| Ok((0..columns).map(|at| format!("{:?}\n", row.get_ref(at))).collect());
        rows.query_map([], row).expect("rows").map(|row: Result<String, _>| row.expect("a row")).collect()
    };
    let tables = database
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\'")
        .and_then(|mut names| names.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>());
    let table = |name: String| {
        let text = all(&format!("SELECT * FROM \"{name}\"")).concat();
        (format!("data/{name}"), text.into_bytes())
    };
    tables.expect("names").into_iter().map(table).collect()
}

#[test]
fn what_an_older_edition_alone_says_is_nowhere_else() {
    let site = all();
    let allowed = |path: &str| {
        let path = path.strip_prefix("en/").unwrap_or(path);
        path.contains("/editions/")
            || path.starts_with("editions/")
            || path.starts_with("data/changes")
            || path.starts_with("lists/qingshui-market/duties/stamps/")
            || path.ends_with("feed.xml")
            || path.starts_with("data/editions")
    };
    let mut found = BTreeMap::new();
    let opened: Vec<(String, Vec<u8>)> = site.iter().flat_map(|(path, bytes)| opened(path, bytes)).collect();
    for word in ["粮票", "古尺", "ration stamps", "Ration stamps", "old rulers"] {
        let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(word);
        let files = opened.iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path.as_str());
        let files: Vec<&str> = files.collect();
        assert!(files.iter().any(|path| allowed(path)), "{word} is told where it was");
        let elsewhere: Vec<&str> = files.into_iter().filter(|path| !allowed(path)).collect();
        if !elsewhere.is_empty() {
            found.insert(word, elsewhere);
        }
    }
    assert_eq!(found, BTreeMap::new());
    // Counts, topics, comparison, search and home are those of a site that has the newest edition alone.
    let alone = without_later("", &[]);
    let parts = ["index.html", "topics/", "search/", "laws/", "duties/", "services/", "phones/", "regions/index.html"];
    let same = |path: &str| {
        let below = path.strip_prefix("en/").unwrap_or(path);
        parts.iter().any(|part| if part.ends_with('/') { below.starts_with(part) } else { below == *part })
    };
    let mut compared = 0;
    for (path, bytes) in alone.iter().filter(|(path, _)| same(path)) {
        assert!(site.get(path) == Some(bytes), "{path} is another where there are older editions");
        compared += 1;
    }
    assert!(compared > 30, "{compared}");
    let (with, without) = (Tables::read(site), Tables::read(alone));
    for (name, rows) in &without.tables {
        if !["changes", "editions", "crosswalk"].contains(&name.as_str()) {
            assert_eq!(&with.tables[name], rows, "table {name}");
        }
    }
    assert_eq!(without.tables["changes"], Vec::<Row>::new());
}

#[test]
fn an_older_edition_is_marked_and_leads_to_the_newest() {
    let site = all();
    let page = |path: &str| String::from_utf8(site[path].clone()).expect("UTF-8");
    for (path, old, newest) in [
        ("lists/qingshui-market/editions/2015/index.html", "已不是现行版", "看现行版"),
        ("en/lists/qingshui-market/editions/2018/index.html", "no longer current", "See the current edition"),
    ] {
        let text = page(path);
        assert!(text.contains(old) && text.contains(newest), "{path}");
        assert!(text.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
        assert!(text.contains("id=\"duties.metrology\""), "{path} has an anchor for each record");
        assert!(text.len() < 60_000, "{path}");
        let article = if path.starts_with("en/") { "Article 18" } else { "第十八条" };
        assert!(text.contains(article) && !text.contains("第18条"), "{path} names articles as other pages do");
    }
    let gone = page("lists/qingshui-market/duties/stamps/index.html");
    assert!(gone.contains("已不在现行清单中") && gone.contains("editions/2015/index.html#duties.stamps"));
    let stays = page("lists/qingshui-market/duties/quality/index.html");
    assert!(stays.contains("2018年3月换版时新增") && stays.contains("editions/2018/changes/index.html"), "its history");
    let changes = page("lists/qingshui-market/editions/2018/changes/index.html");
    assert!(changes.contains("每年抽查产品质量<del>1</del> <ins>2</ins>次。"), "words are marked and stand apart");
}

#[test]
fn records_say_from_when_to_when_their_edition_holds() {
    let lay_out = |root: &Path| {
        let content = root.join("content");
        folder::copy(&repository(CONTENT), &content);
        let lists = content.join("lists");
        let water = fs::read_to_string(lists.join("qingshui-water.yaml")).expect("a list");
        let newer = water
            .replace("id: qingshui-water\n", "id: qingshui-water-new\nsupersedes: qingshui-water\n")
            .replace("published: \"2014\"", "published: \"2023-05-01\"\nvalid_until: \"2030-01-01\"");
        let undated = water.replace("id: qingshui-water\n", "id: qingshui-water-note\nkind: other\n");
        let undated = undated.replace("published: \"2014\"\n", "");
        fs::write(lists.join("qingshui-water-new.yaml"), newer).expect("a list");
        fs::write(lists.join("qingshui-water-note.yaml"), undated).expect("a list");
    };
    let validity = |site: &Tree, table: &str, list: &str| -> [String; 2] {
        let tables = Tables::read(site);
        let own = |row: &&Row| row.get("list_id").unwrap_or(&row["id"]) == list;
        let row = tables.tables[table].iter().find(own).unwrap_or_else(|| panic!("no {table} of {list}"));
        let from = if table == "lists" { String::new() } else { row["valid_from"].clone() };
        [from, row["valid_to"].clone()]
    };
    let site = site::build(&[], lay_out);
    for (table, list, expected) in [
        ("duties", "qingshui-market", ["2022-01-05", ""]),
        ("services", "qingshui-market", ["2022-01-05", ""]),
        ("duties", "qingshui-water", ["2014", "2023-05-01"]),
        ("lists", "qingshui-water", ["", "2023-05-01"]),
        ("duties", "qingshui-water-new", ["2023-05-01", "2030-01-01"]),
        ("duties", "qingshui-water-note", ["", ""]),
    ] {
        assert_eq!(validity(&site, table, list), expected, "{table} of {list}");
    }
    // Of another day, that of the edition of the day; and what comes later takes no place yet.
    let then = site::build(&["--as-of", "2019-01-01"], lay_out);
    assert_eq!(validity(&then, "duties", "qingshui-market"), ["2018-03", ""]);
    assert_eq!(validity(&then, "duties", "qingshui-water"), ["2014", ""]);
    // The columns stand behind those that were there before.
    for table in ["items", "duties", "matters", "services", "regimes"] {
        let text = String::from_utf8(site[&format!("data/{table}.csv")].clone()).expect("UTF-8");
        let header = text.lines().next().expect("a header").trim_end();
        assert!(header.ends_with(",valid_from,valid_to"), "{header}");
    }
}

/// What the tables of two sites say otherwise of the records of a list: record, column, before and after, in Chinese.
fn compared(old: &Tables, new: &Tables) -> BTreeSet<(String, String, String, String)> {
    let mut found = BTreeSet::new();
    let of_list = |row: &&Row| row["id"].starts_with("qingshui-market/");
    for table in ["offices", "duties", "work_items", "services"] {
        let rows = |tables: &Tables| -> BTreeMap<String, Row> {
            tables.tables[table].iter().filter(of_list).map(|row| (row["id"].clone(), row.clone())).collect()
        };
        let (before, after) = (rows(old), rows(new));
        for id in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
            let inside = id.split('/').count() > 3;
            let parent = id.split('/').take(3).collect::<Vec<_>>().join("/");
            let has = |tables: &Tables| tables.tables["duties"].iter().any(|row| row["id"] == parent);
            match (before.get(id), after.get(id)) {
                (Some(a), Some(b)) => {
                    for column in ["number", "name_zh", "statement_zh", "text_zh", "description_zh", "kind"] {
                        let cell = |row: &Row| row.get(column).cloned().unwrap_or_default();
                        if cell(a) != cell(b) {
                            found.insert((id.clone(), column.trim_end_matches("_zh").into(), cell(a), cell(b)));
                        }
                    }
                }
                (None, Some(_)) if !inside || has(old) => {
                    found.insert((id.clone(), "added".into(), String::new(), String::new()));
                }
                (Some(_), None) if !inside || has(new) => {
                    found.insert((id.clone(), "removed".into(), String::new(), String::new()));
                }
                _ => {}
            }
        }
    }
    let lines = |tables: &Tables, table: &str, owner: &str, value: &str| -> BTreeMap<String, String> {
        let mut lines: BTreeMap<String, String> = BTreeMap::new();
        for row in tables.tables[table].iter().filter(|row| row[owner].starts_with("qingshui-market/")) {
            let line = lines.entry(row[owner].clone()).or_default();
            line.push_str(if line.is_empty() { "" } else { "\n" });
            line.push_str(&row[value]);
        }
        lines
    };
    for (table, owner, value, of) in [
        ("duty_offices", "duty_id", "office_id", "duties"),
        ("service_offices", "service_id", "office_id", "services"),
        ("service_phones", "service_id", "phone", "services"),
        ("office_phones", "office_id", "phone", "offices"),
    ] {
        let (before, after) = (lines(old, table, owner, value), lines(new, table, owner, value));
        for id in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
            let both = [old, new].iter().all(|tables| tables.tables[of].iter().any(|row| row["id"] == *id));
            let get = |lines: &BTreeMap<String, String>| lines.get(id).cloned().unwrap_or_default();
            if both && get(&before) != get(&after) {
                found.insert((id.clone(), table.into(), get(&before), get(&after)));
            }
        }
    }
    found
}

#[test]
fn changes_are_those_of_the_tables_of_two_builds() {
    let changes = serde_json::from_slice::<serde_json::Value>(&all()["data/changes.json"]).expect("JSON");
    let changes = Tables::read(all()).tables["changes"].clone().into_iter().zip(rows_of(&changes)).collect::<Vec<_>>();
    let old = Tables::read(without_later("2015", &[]));
    let middle = Tables::read(without_later("2018", &["2015"]));
    let new = Tables::read(all());
    for (from, to, before, after) in [("2015", "2018", &old, &middle), ("2018", "current", &middle, &new)] {
        let mut said = BTreeSet::new();
        for (row, json) in changes.iter().filter(|(row, _)| row["from_edition"] == from) {
            assert_eq!(row["to_edition"], to);
            assert_eq!(json["record_id"], row["record_id"].as_str(), "the same rows as JSON");
            assert_eq!(row["date"], if to == "2018" { "2018-03" } else { "2022-01-05" });
            if row["record_kind"] == "list" {
                assert_eq!(row["field"], "title");
                continue;
            }
            let whole = row["field"].is_empty();
            let field = if whole { &row["kind"] } else { &row["field"] };
            said.insert((row["record_id"].clone(), field.clone(), row["old_zh"].clone(), row["new_zh"].clone()));
        }
        assert_eq!(said, compared(before, after), "from {from} to {to}");
        assert!(said.len() > 3);
    }
}

fn rows_of(json: &serde_json::Value) -> Vec<serde_json::Value> {
    json.as_array().or_else(|| json["rows"].as_array()).expect("rows").clone()
}

#[test]
fn a_reader_of_a_feed_sees_each_change_once() {
    let site = site::of(CONTENT, &["--base-url", "https://lists.example/qd/"]);
    let feed = |path: &str| String::from_utf8(site[path].clone()).expect("UTF-8");
    let all = |text: &str, name: &str| -> Vec<String> {
        let (open, close) = (format!("<{name}>"), format!("</{name}>"));
        text.split(&open).skip(1).filter_map(|rest| Some(rest.split_once(&close)?.0.to_owned())).collect()
    };
    for (path, own) in [
        ("editions/feed.xml", "https://lists.example/qd/editions/feed"),
        ("en/editions/feed.xml", "https://lists.example/qd/en/editions/feed"),
        ("lists/qingshui-market/editions/feed.xml", "https://lists.example/qd/lists/qingshui-market/editions/feed"),
        ("regions/qingshui/feed.xml", "https://lists.example/qd/regions/qingshui/feed"),
        ("departments/market-regulation/feed.xml", "https://lists.example/qd/departments/market-regulation/feed"),
    ] {
        let text = feed(path);
        let ids = all(&text, "id");
        assert_eq!(ids[0], own, "{path}");
        let entries: BTreeSet<&String> = ids[1..].iter().collect();
        assert_eq!((entries.len(), ids.len()), (2, 3), "{path}: each once");
        for id in entries {
            let page = id.strip_prefix("https://lists.example/qd/").expect("of this site");
            assert!(site.contains_key(&format!("{page}index.html")), "{id} is a page");
        }
        assert_eq!(all(&text, "updated"), ["2022-01-05T00:00:00Z", "2022-01-05T00:00:00Z", "2018-03-01T00:00:00Z"]);
        for needed in ["<title>", "<author><name>", "rel=\"self\"", "xmlns=\"http://www.w3.org/2005/Atom\""] {
            assert!(text.contains(needed), "{path} lacks {needed}");
        }
    }
    // Search engines are not sent to what no longer holds, but to what changed and when.
    let sitemap = feed("sitemap.xml");
    let told = |path: &str| sitemap.contains(&format!("https://lists.example/qd/lists/qingshui-market/{path}"));
    assert!(told("duties/quality/") && !told("editions/2015/\"") && !told("editions/2015/<"));
    // A list with one edition has no feed.
    assert!(!site.contains_key("lists/qingshui-water/editions/feed.xml"));
}

/// The lists of this repository have every form of text that there is; each gets an older edition of itself.
#[test]
fn older_editions_of_the_real_lists_are_read_and_compared() {
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("content"), &content);
    for list in ["jize-qts", "boshan-qts", "xiangyin-qts"] {
        let (own, older) =
            (repository("content/lists").join(list), content.join("lists").join(list).join("editions/1991"));
        folder::copy(&own, &older);
        let header = fs::read_to_string(older.join("list.yaml")).expect("a header");
        let dates = ["published:", "compiled:", "valid_from:", "supersedes:"];
        let kept = header.lines().filter(|line| !dates.iter().any(|date| line.starts_with(date)));
        let header: String = kept.map(|line| format!("{line}\n")).collect();
        fs::write(older.join("list.yaml"), header + "published: \"1991-01-01\"\n").expect("a header");
    }
    let run = program::run(root.path(), &["check", "--lang", "en"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
}

#[test]
fn two_folders_differ_as_the_editions_do() {
    let root = scratch::folder();
    lay_out(&root.path().join("old"), "2018", &[]);
    lay_out(&root.path().join("new"), "", &[]);
    let diff = |more: &[&str]| {
        let run = program::run(root.path(), &[&["diff", "old/content", "new/content", "--lang", "zh"], more].concat());
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        run.stdout
    };
    let json: serde_json::Value = serde_json::from_str(&diff(&["--format", "json"])).expect("JSON");
    let lists = json["lists"].as_array().expect("lists");
    assert_eq!(lists.len(), 1, "the other list is the same");
    let mut said = BTreeSet::new();
    for change in lists[0]["changes"].as_array().expect("changes") {
        for field in change["fields"].as_array().expect("fields") {
            let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
            let record = text(&change["record"]);
            said.insert((record, text(&field["field"]), text(&field["old"]["zh"]), text(&field["new"]["zh"])));
        }
    }
    let rows = Tables::read(all()).tables["changes"].clone();
    let rows = rows.into_iter().filter(|row| row["from_edition"] == "2018" && !row["field"].is_empty());
    let expected: BTreeSet<_> = rows
        .map(|row| (row["record_id"].clone(), row["field"].clone(), row["old_zh"].clone(), row["new_zh"].clone()))
        .collect();
    assert_eq!(said, expected);
    let text = diff(&[]);
    assert!(text.contains("每年抽查产品质量[-1-]{+2+}次。"), "{text}");
    let markdown = diff(&["--format", "markdown"]);
    assert!(markdown.contains("每年抽查产品质量<del>1</del><ins>2</ins>次。"), "{markdown}");
    let none = program::run(root.path(), &["diff", "new/content", "new/content", "--lang", "en"]);
    assert_eq!(none.stdout, "No list is another.\n");
}
