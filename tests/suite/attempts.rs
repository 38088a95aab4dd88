//! A content full of attempts to get script, markup or a formula into what is published: every format carries them as
//! texts, and none of them as what they would be. What a browser makes of the pages, `tests/browser/attempts.mjs` says.

use std::collections::BTreeSet;

use qingdan::theme::Theme;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use crate::support::folder::{self, Tree};
use crate::support::html::{self, Child, Element};
use crate::support::parts;
use crate::support::tables::Tables;
use crate::support::{program, repository, scratch, site};

fn published() -> &'static Tree {
    site::of("tests/attempts/content", &["--base-url", "https://lists.example.org/"])
}

/// Numbers of the attempts that a text holds.
fn attempts(text: &str) -> BTreeSet<u32> {
    let numbers = text.match_indices("planted(").filter_map(|(at, word)| {
        let rest = &text[at + word.len()..];
        rest[..rest.find(')')?].parse().ok()
    });
    numbers.collect()
}

/// Files with an ending, as texts.
fn files(ending: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let of = published().iter().filter(move |(path, _)| path.ends_with(ending));
    of.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("UTF-8")))
}

/// Where an address leads: a page of a site, a mail, a phone.
fn leads_to_a_page(address: &str) -> bool {
    let plain: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let scheme = plain.split(['/', '?', '#']).next().and_then(|start| start.split_once(':'));
    scheme.is_none_or(|(scheme, _)| ["http", "https", "mailto", "tel"].contains(&scheme))
}

/// What an element could do of itself.
fn harm(element: &Element) -> Option<String> {
    let name = element.name.as_str();
    if ["iframe", "frame", "object", "embed", "base", "applet", "math", "foreignobject", "marquee"].contains(&name) {
        return Some(format!("an element {name}"));
    }
    for (attribute, value) in &element.attributes {
        if attribute.starts_with("on")
            || ["style", "srcdoc", "formaction", "autofocus", "background"].contains(&attribute.as_str())
        {
            return Some(format!("an attribute {attribute} of {name}"));
        }
        let address =
            ["href", "src", "action", "data", "poster"].contains(&attribute.as_str()) || attribute == "xlink:href";
        let address = if element.get("http-equiv") == "refresh" {
            value.split_once("url=").map(|(_, to)| to)
        } else {
            address.then_some(value.as_str())
        };
        if let Some(address) = address.filter(|address| !leads_to_a_page(address)) {
            return Some(format!("a link to {address}"));
        }
    }
    let inside: String =
        element.children.iter().map(|child| if let Child::Text(text) = child { text.as_str() } else { "" }).collect();
    match name {
        "script" if element.get("type") == "application/ld+json" => {
            serde_json::from_str::<Value>(&inside).err().map(|error| format!("data that are none: {error}"))
        }
        "script" => {
            let own = element.get("src").contains("assets/") && !element.get("src").contains(':') && inside.is_empty();
            (!own).then(|| "a script".to_owned())
        }
        "style" => (!outside_strings(&inside, '"').starts_with("@page{")
            || outside_strings(&inside, '"').contains("planted"))
        .then(|| format!("a style {inside}")),
        _ => None,
    }
}

/// What of a text stands outside its strings; a backslash takes the next character with it.
fn outside_strings(text: &str, quote: char) -> String {
    let (mut out, mut inside, mut escaped) = (String::new(), false, false);
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            c if c == quote => inside = !inside,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    assert!(!inside, "a string without an end");
    out
}

#[test]
fn pages_carry_attempts_as_text() {
    let mut shown = BTreeSet::new();
    let mut pages = 0;
    for (path, text) in files(".html") {
        let root = html::parse(text.as_bytes());
        for element in root.all() {
            assert_eq!(harm(element), None, "{path}");
        }
        let policy = root.named("meta").into_iter().find(|meta| meta.get("http-equiv") == "Content-Security-Policy");
        let policy = policy.unwrap_or_else(|| panic!("{path} has no policy")).get("content");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert!(!policy.contains("http") && !policy.contains("data:") && !policy.contains('*'), "{path}: {policy}");
        let head = text.find("<head>").expect("a head");
        assert_eq!(
            text[head..].find('<').and(text[head + 6..].find("<meta http-equiv=\"Content-Security-Policy\"")),
            Some(1),
            "{path}"
        );
        shown.extend(attempts(&root.text()));
        pages += 1;
    }
    assert!(pages > 200, "{pages} pages");
    assert!(shown.len() >= 60, "{} attempts are shown: {shown:?}", shown.len());
}

#[test]
fn a_check_of_pages_sees_what_would_run() {
    for faulty in [
        "<p onclick=\"a()\"></p>",
        "<script>a()</script>",
        "<script src=\"https://example.org/assets/a.js\"></script>",
        "<script type=\"application/ld+json\">{\"a\":\"</script>",
        "<a href=\"java&#9;script:a()\"></a>",
        "<iframe></iframe>",
        "<p style=\"color:red\"></p>",
        "<meta http-equiv=\"refresh\" content=\"0; url=javascript:a()\">",
        "<style>@page{content:\"a\"}planted</style>",
    ] {
        let root = html::parse(faulty.as_bytes());
        assert!(root.all().into_iter().any(|element| harm(element).is_some()), "{faulty}");
    }
}

#[test]
fn scripts_are_calls_with_data() {
    let own: BTreeSet<String> =
        Theme::load(None).expect("the theme").scripts().values().map(|path| (*path).to_owned()).collect();
    let mut carried = BTreeSet::new();
    for (path, text) in files(".js").filter(|(path, _)| !own.contains(*path)) {
        let (name, rest) = text.split_once('(').expect("a call");
        assert!(["qingdanRows", "qingdanCompare", "qingdanSearch"].contains(&name), "{path} calls {name}");
        let values = rest.trim_end().strip_suffix(')').unwrap_or_else(|| panic!("{path} goes on"));
        let values: Value =
            serde_json::from_str(&format!("[{values}]")).unwrap_or_else(|error| panic!("{path}: {error}"));
        carried.extend(attempts(&values.to_string()));
    }
    assert!(carried.len() >= 40, "{carried:?}");
}

#[test]
fn data_are_whole_and_carry_attempts_as_they_are() {
    let site = published();
    let tables = Tables::read(site);
    let mut cells = BTreeSet::new();
    let mut first = BTreeSet::new();
    for row in tables.tables.values().flatten() {
        for text in row.values() {
            cells.extend(attempts(text));
            first.extend(text.chars().next().filter(|c| "=+-@\t\r".contains(*c)));
        }
    }
    assert!(cells.len() >= 60, "{} attempts in cells", cells.len());
    assert_eq!(first.into_iter().collect::<String>(), "+-=@", "cells that only count stay as printed, with a warning");
    assert!(tables.tables["duties"].len() == 1 && !tables.tables["duties"][0]["name_zh"].is_empty());
    for ending in [".json", ".jsonld"] {
        for (path, text) in files(ending) {
            serde_json::from_str::<Value>(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
    for (path, text) in files(".ndjson") {
        for line in text.lines() {
            serde_json::from_str::<Value>(line).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
    for (path, text) in files(".ttl") {
        let outside = outside_strings(text, '"');
        assert!(!outside.contains("<http://example.org/x>"), "{path} has a statement of the content");
        let plain = outside.split('<').skip(1).filter_map(|rest| rest.split('>').next());
        for name in plain {
            assert!(!name.contains([' ', '"', '{', '}', '\n']), "{path}: <{name}>");
        }
    }
}

#[test]
fn workbooks_and_archives_have_no_formula() {
    let mut seen = 0;
    for (path, bytes) in published().iter().filter(|(path, _)| path.ends_with(".xlsx")) {
        for (name, part) in
            parts::unzip(bytes).into_iter().filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels"))
        {
            let mut reader = Reader::from_reader(&part[..]);
            loop {
                match reader.read_event().unwrap_or_else(|error| panic!("{path} {name}: {error}")) {
                    Event::Start(tag) | Event::Empty(tag) => {
                        let element = tag.local_name().as_ref().to_owned();
                        let forbidden = ["f", "ddeLink", "oleLink", "externalReference"];
                        assert!(!forbidden.contains(&&*element), "{path} {name}: {element:?}");
                        for attribute in tag.attributes() {
                            let attribute = attribute.unwrap_or_else(|error| panic!("{path} {name}: {error}"));
                            let to = attribute.value.to_string();
                            assert!(attribute.key.as_ref() != "Target" || leads_to_a_page(&to), "{path} {name}: {to}");
                        }
                        seen += 1;
                    }
                    Event::Eof => break,
                    _ => {}
                }
            }
        }
    }
    assert!(seen > 1000, "{seen} elements");
    for (path, bytes) in published().iter().filter(|(path, _)| path.ends_with(".zip")) {
        for (name, _) in parts::unzip(bytes) {
            assert!(!name.starts_with('/') && !name.contains("..") && !name.contains('\\'), "{path}: {name}");
        }
    }
}

#[test]
fn lines_and_marks_stay_what_they_are() {
    let site = published();
    let text = |path: &str| std::str::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}"))).expect("UTF-8");
    for line in text("_redirects").lines() {
        assert_eq!(line.split(' ').count(), 3, "{line}");
    }
    for line in text(".well-known/security.txt").lines() {
        assert!(line.split_once(": ").is_some(), "{line}");
    }
    let llms = text("llms.txt");
    assert!(!llms.contains('<') && llms.contains("planted("), "{llms}");
    for (path, text) in files(".xml") {
        let mut reader = Reader::from_str(text);
        while !matches!(reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}")), Event::Eof) {}
    }
    let db = rusqlite::Connection::open_in_memory().and_then(|mut db| {
        db.deserialize_read_exact("main", &site["data/qingdan.db"][..], site["data/qingdan.db"].len(), true)?;
        db.query_row("select count(*) from duties where name_zh like '%planted%' or name_zh <> ''", [], |row| {
            row.get::<_, u32>(0)
        })
    });
    assert_eq!(db.expect("a database"), 1);
}

#[test]
fn what_would_run_is_refused_where_it_stands() {
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("tests/rules/base"), &content);
    folder::write(&content, &folder::read(&repository("tests/attempts/refused")));
    let run = program::run(root.path(), &["check", "--lang", "en", "--format", "json"]);
    let told = run.stdout;
    for number in 1..=5 {
        assert!(told.contains(&format!("planted({number})")), "{number} is not refused");
    }
    for number in 8..=13 {
        assert!(told.contains(&format!("planted({number})")), "{number} is not refused");
    }
    assert!(told.contains("../../free-weighing"), "an id that leads out");
    // Addresses that have moved are held against the pages, once the rest is right; a formula is found in the data.
    for file in
        ["lists/shiqiao-market/list.yaml", "lists/shiqiao-market/services.yaml", "laws/national.yaml", "topics.yaml"]
    {
        std::fs::copy(repository("tests/rules/base").join(file), content.join(file)).expect("a copy");
    }
    let base = std::fs::read_to_string(repository("tests/rules/base/site.yaml")).expect("a site");
    let site = std::fs::read_to_string(content.join("site.yaml")).expect("a site");
    let moved = &site[site.find("redirects:").expect("redirects")..];
    std::fs::write(content.join("site.yaml"), format!("{base}{moved}")).expect("a site");
    let run = program::run(root.path(), &["check", "--lang", "en"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    for word in ["planted(6)", "planted(7)", "`/../c/`", "//example.org/"] {
        assert!(run.stderr.contains(word), "{word}: {}", run.stderr);
    }
    std::fs::write(content.join("site.yaml"), base).expect("a site");
    let duties = content.join("lists/shiqiao-market/duties.yaml");
    let text = std::fs::read_to_string(&duties).expect("duties");
    let text = text.replace("zh: 每季度一次", "zh: '=cmd|\"/c calc\"!A0'");
    let text = text.replace("en: Once a quarter", "en: '+1+HYPERLINK(\"https://example.org\")'");
    std::fs::write(&duties, text).expect("duties");
    for command in ["check", "build"] {
        let run = program::run(root.path(), &[command, "--lang", "en"]);
        assert_eq!(run.status, Some(1), "{}", run.stderr);
        assert_eq!(run.stderr.matches("error[E046]").count(), 2, "{}", run.stderr);
    }
    assert!(!root.path().join("output").exists(), "nothing is published");
}
