//! The house rules that a compiler does not hold: who may import whom, the size of files, how they open.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::support::{folder, repository};

/// Lines of a file, at most.
const MOST: usize = 400;

/// Modules that may touch the disk.
const EDGES: [&str; 3] = ["load", "theme", "publish"];

type Table = BTreeMap<String, BTreeSet<String>>;

/// Rust files below a folder of the repository: path from the root of the repository, text.
pub fn files(root: &str) -> Vec<(String, String)> {
    let tree = folder::read(&repository(root));
    let rust = tree.into_iter().filter(|(path, _)| path.ends_with(".rs"));
    rust.map(|(path, bytes)| (format!("{root}/{path}"), String::from_utf8(bytes).expect("UTF-8"))).collect()
}

/// The modules of a file of `src`, from the root: `src/load/tree.rs` is `load`, `tree`.
pub fn modules(path: &str) -> Vec<String> {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    inner.split('/').map(str::to_owned).collect()
}

/// The table in ARCHITECTURE.md.
fn table(all: &BTreeSet<String>) -> Table {
    let text = fs::read_to_string(repository("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let (_, section) = text.split_once("## Who may import whom").expect("the section");
    let section = section.split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter_map(|line| line.strip_prefix('|')?.strip_suffix('|')?.split_once('|'));
    let mut table = Table::new();
    for (module, imports) in rows.skip(2) {
        let imports = match imports.trim() {
            "nothing" => BTreeSet::new(),
            "every stage" => {
                all.iter().filter(|name| !["cli", "main", "pipeline", "serve"].contains(&&***name)).cloned().collect()
            }
            list => list.split(',').map(|name| name.trim().to_owned()).collect(),
        };
        table.insert(module.trim().to_owned(), imports);
    }
    table
}

#[test]
fn imports_are_those_of_the_table() {
    let sources: Vec<(String, String)> = files("src").into_iter().filter(|(path, _)| path != "src/lib.rs").collect();
    let all: BTreeSet<String> = sources.iter().map(|(path, _)| modules(path).swap_remove(0)).collect();
    let table = table(&all);
    let listed: BTreeSet<String> = table.keys().cloned().collect();
    assert_eq!(listed, all, "modules of the table and modules of src/");
    let mut faults = Vec::new();
    let mut used: BTreeSet<(String, String)> = BTreeSet::new();
    for (path, text) in sources.iter().filter(|(path, _)| !path.contains("/tests/") && !path.ends_with("/tests.rs")) {
        let place = modules(path);
        for import in imports(&code(text), &place, &all) {
            if import == place[0] {
                continue;
            }
            if !table[&place[0]].contains(&import) {
                faults.push(format!("{path} imports `{import}`, which the table does not allow `{}`", place[0]));
            }
            used.insert((place[0].clone(), import));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(used.len() > 20, "the scanner found only {used:?}");
}

/// Modules at the root of the crate that a text names by `crate::…`, `qingdan::…` or enough `super::`.
fn imports(text: &str, place: &[String], all: &BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let up = "super::".repeat(place.len());
    for start in ["crate::", "qingdan::", up.as_str()] {
        for (at, _) in text.match_indices(start) {
            let own = text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':');
            if !own {
                found.extend(heads(&text[at + start.len()..]).into_iter().filter(|name| all.contains(name)));
            }
        }
    }
    found
}

/// The first name of a path, or of every path in a group of braces.
fn heads(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else {
        return vec![rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()];
    };
    let mut names = vec![String::new()];
    let mut depth = 0;
    let mut head = true;
    for c in group.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(String::new());
                head = true;
            }
            c if head && depth == 0 && (c.is_alphanumeric() || c == '_') => names.last_mut().expect("a name").push(c),
            c if !c.is_whitespace() => head = false,
            _ => {}
        }
    }
    names
}

/// The text without comments, strings and the module of tests at its end.
pub fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skip = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            'r' if rest.starts_with("r#\"") => rest[3..].find("\"#").map_or(rest.len(), |end| end + 5),
            '\'' if rest.starts_with("'\"'") => 3,
            '"' => string(rest),
            _ => 0,
        };
        if skip == 0 {
            out.push(c);
        }
        rest = &rest[skip.max(c.len_utf8())..];
    }
    out
}

/// Length of the string that a text opens with, quotes counted.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[test]
fn the_scanner_sees_imports_and_nothing_else() {
    let all: BTreeSet<String> = ["diag", "model", "load", "plan"].map(String::from).into();
    let text = "//! crate::plan\nuse crate::{diag::{Sink, load}, model};\nfn f() { g(\"crate::plan \\\" crate::load\") }\n\
                #[cfg(test)]\nmod tests {\n use crate::load::x; }";
    let place = ["export".to_owned(), "row".to_owned()];
    let found = imports(&code(text), &place, &all);
    assert_eq!(found, ["diag", "model"].map(String::from).into());
    assert_eq!(imports("use super::super::plan::Plan;", &place, &all), ["plan".to_owned()].into());
    assert_eq!(imports("use super::plan::Plan;", &place, &all), BTreeSet::new());
    assert_eq!(imports("use crate::load;", &place, &all), ["load".to_owned()].into());
}

#[test]
fn no_import_is_a_glob() {
    for (path, text) in files("src").into_iter().chain(files("tests")).chain(files("benches")) {
        let text = code(&text);
        let glob = text.split(';').find(|part| part.trim_start().contains("use ") && part.contains("::*"));
        assert!(glob.is_none(), "{path} has a glob import: {}", glob.unwrap_or_default().trim());
    }
}

#[test]
fn files_are_short_and_say_what_they_do() {
    let mut faults = Vec::new();
    for (path, text) in files("src").into_iter().chain(files("tests")).chain(files("benches")) {
        let lines = text.lines().count();
        if lines > MOST {
            faults.push(format!("{path} has {lines} lines, more than {MOST}"));
        }
        if !text.starts_with("//! ") {
            faults.push(format!("{path} does not open with a line `//! …`"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_edges_touch_the_disk() {
    for (path, text) in files("src").into_iter().filter(|(path, _)| !path.contains("/tests/")) {
        let text = code(&text);
        let disk = ["std::fs", "disallowed_methods", "tokio::fs"].into_iter().find(|name| text.contains(name));
        let module = modules(&path).swap_remove(0);
        if let Some(name) = disk.filter(|_| !EDGES.contains(&&*module)) {
            panic!("{path} uses {name}; only {EDGES:?} may");
        }
    }
}

#[test]
fn only_the_command_line_prints() {
    for (path, text) in files("src").into_iter().filter(|(path, _)| !path.starts_with("src/cli/")) {
        let text = code(&text);
        for name in ["println!", "eprintln!", "print!(", "eprint!(", "stdout()", "stderr()", "dbg!"] {
            assert!(!text.contains(name), "{path} prints with {name}");
        }
    }
    assert!(Path::new(&repository("src/cli/mod.rs")).is_file(), "src/cli/mod.rs");
}
