//! What the walk says of a text is what pages make of it: a list in which every text names a law of its own shows which
//! texts become links, and the page of each such law knows who names it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::load::load;
use qingdan::model::walk::{Node, walk_list};
use qingdan::model::{Lang, ListId, Model, Part};

use crate::support::folder::{self, Tree};
use crate::support::{html, repository, site};

/// The list that is made.
const LIST: &str = "marked-list";

/// Syllables of the titles of the laws that are made.
const STEMS: [(&str, &str); 10] = [
    ("甲", "jia"),
    ("乙", "yi"),
    ("丙", "bing"),
    ("丁", "ding"),
    ("戊", "wu"),
    ("己", "ji"),
    ("庚", "geng"),
    ("辛", "xin"),
    ("壬", "ren"),
    ("癸", "gui"),
];

/// A list filled in from its schema: whatever the schema allows is there once, each text names a law of its own.
struct Planted {
    schema: Value,
    /// For each law, the way to the text that names it.
    texts: Vec<String>,
}

impl Planted {
    /// Title of a law in Chinese and English.
    fn title(law: usize) -> (String, String) {
        let [a, b] = [STEMS[law / 10 % 10], STEMS[law % 10]];
        let more = law.checked_sub(100).map_or(("", ""), |rest| STEMS[rest / 100]);
        (format!("{}{}{}条例", a.0, b.0, more.0), format!("{}{}{} Marker Regulations", a.1, b.1, more.1))
    }

    fn text(law: usize) -> Value {
        let (zh, en) = Planted::title(law);
        json!({"zh": format!("照《{zh}》办理"), "en": format!("done under the {en}")})
    }

    fn laws(&self) -> Value {
        let law = |law: usize| {
            let (zh, en) = Planted::title(law);
            let source = json!({"zh": "自拟", "en": "made up"});
            json!({"id": id(law), "title": {"zh": zh, "en": en}, "kind": "law", "status": "unknown", "source": source})
        };
        (0..self.texts.len()).map(law).collect()
    }

    /// A value that a schema allows, at a way from the root.
    fn value(&mut self, schema: &Value, way: &[&str]) -> Value {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.trim_start_matches("#/$defs/");
            let schema = self.schema["$defs"][name].clone();
            return match name {
                "Text" => {
                    self.texts.push(way.join("."));
                    Planted::text(self.texts.len() - 1)
                }
                "Id" => reference(way).into(),
                "Date" => "2015-01-01".into(),
                "Articles" => "1".into(),
                _ => self.value(&schema, way),
            };
        }
        // A value that may be written short or as a mapping is written as the mapping.
        if let Some(forms) = schema["anyOf"].as_array() {
            let mapping = forms.iter().find(|form| form["properties"].is_object());
            return self.value(mapping.expect("a mapping"), way);
        }
        if let Some(first) = schema["enum"].get(0) {
            return first.clone();
        }
        match schema["type"].as_str() {
            Some("object") => self.object(schema, way),
            // Items of items, and no deeper.
            Some("array") if way.ends_with(&["items", "items", "items"]) => json!([]),
            Some("array") => json!([self.value(&schema["items"], way)]),
            Some("integer") => 1.into(),
            Some("number") => json!(1.0),
            Some("boolean") => true.into(),
            Some("string") if way.ends_with(&["items", "boundaries"]) => "a-boundaries".into(),
            Some("string") if way.last() == Some(&"phones") || way.ends_with(&["phones", "number"]) => {
                "0999-7101234".into()
            }
            Some("string") if way.last() == Some(&"url") => "https://www.example.org/".into(),
            Some("string") if way.ends_with(&["waivers", "rule"]) => "E059".into(),
            Some("string") => "甲".into(),
            other => panic!("{way:?}: {other:?}"),
        }
    }

    fn object(&mut self, schema: &Value, way: &[&str]) -> Value {
        let properties = schema["properties"].as_object().expect("properties");
        let mut object = Map::new();
        // Nothing takes its own place, is part of itself, is the same as itself, or was itself before.
        for (key, schema) in properties.iter().filter(|(key, _)| {
            !["supersedes", "part_of", "item", "predecessor_id", "same_as", "formerly"].contains(&key.as_str())
        }) {
            let way: Vec<&str> = way.iter().copied().chain([key.as_str()]).collect();
            object.insert(key.clone(), self.value(schema, &way));
        }
        object.into()
    }

    /// The content: registers of a fixture, the list, and the laws that it names.
    fn write(&self, list: &Value, content: &Path) {
        folder::copy(&repository("tests/rules/base"), content);
        fs::remove_dir_all(content.join("lists")).expect("the lists of the fixture");
        fs::create_dir(content.join("lists")).expect("a folder");
        fs::write(content.join(format!("lists/{LIST}.yaml")), list.to_string()).expect("the list");
        fs::write(content.join("laws/markers.yaml"), self.laws().to_string()).expect("the laws");
        // A department may only take part under a name that is registered.
        let name = self.texts.iter().position(|way| way == "boundaries.participants.name").expect("a participant");
        let departments = fs::read_to_string(content.join("departments.yaml")).expect("departments");
        let with = format!("aliases: [{}, ", Planted::text(name)["zh"].as_str().expect("Chinese"));
        fs::write(
            content.join("departments.yaml"),
            departments.replacen("aliases: [公安局", &format!("{with}公安局"), 1),
        )
        .expect("departments");
    }
}

fn id(law: usize) -> String {
    format!("marker-{law}")
}

/// An id that something of the list has: each thing is called after the collection that it stands in.
fn reference(way: &[&str]) -> String {
    match way {
        ["id"] => LIST.to_owned(),
        [.., "region"] => "shiqiao".to_owned(),
        [.., "department"] => "public-security".to_owned(),
        [.., "law"] => "metrology-law".to_owned(),
        [.., "topics"] => "metrology".to_owned(),
        [.., "file"] => "a-sources".to_owned(),
        [.., "part"] => "a-parts".to_owned(),
        [.., "provision"] => "a-provisions".to_owned(),
        [.., "section"] => "a-sections".to_owned(),
        [.., "body"] => "a-bodies".to_owned(),
        [.., "procedure"] => "a-procedures".to_owned(),
        [.., "accounts"] => "a-accounts".to_owned(),
        [.., "offices"] => "a-offices".to_owned(),
        [.., collection, "id" | "slug"] => format!("a-{}", collection.replace('_', "-")),
        _ => panic!("{way:?}"),
    }
}

/// The model of a content folder without faults.
fn model(content: &Path) -> Model {
    let mut sink = Sink::new();
    let mut sources = load(content, &mut sink).expect("the content");
    check(&mut sources, &mut sink).expect("a model")
}

/// For each law that pages link to, these pages; pages that list laws or data are left out.
fn linking(site: &Tree) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let lists = |path: &str| {
        ["laws/", "laws-", "search/", "data/"].iter().any(|part| path.trim_start_matches("en/").starts_with(part))
    };
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html") && !lists(path)) {
        for to in links(path, &html::parse(bytes)) {
            if let Some(law) = to.trim_start_matches("en/").strip_prefix("laws/") {
                found.entry(law.split('/').next().expect("an id").to_owned()).or_default().insert(path.clone());
            }
        }
    }
    found
}

/// The files of the site that the links of an element lead to.
fn links(from: &str, element: &html::Element) -> Vec<String> {
    let hrefs = element.named("a").into_iter().map(|a| a.get("href"));
    let inside = hrefs.filter(|href| !href.contains(':') && !href.starts_with('#'));
    inside.map(|href| resolved(from, href.split('#').next().unwrap_or_default())).collect()
}

fn resolved(from: &str, href: &str) -> String {
    let mut way: Vec<&str> = from.split('/').collect();
    way.pop();
    for step in href.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(way.pop()),
            step => way.push(step),
        }
    }
    way.join("/")
}

#[test]
fn what_pages_link_is_what_the_walk_calls_running_text_and_laws_know_of_it() {
    let schema = fs::read_to_string(repository("docs/schema/list.schema.json")).expect("the schema");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let mut planted = Planted { schema: schema.clone(), texts: Vec::new() };
    let list = planted.value(&schema, &[]);
    assert!((40..1000).contains(&planted.texts.len()), "{:?}", planted.texts);

    let mut running: BTreeSet<usize> = BTreeSet::new();
    let mut met: BTreeSet<usize> = BTreeSet::new();
    let site = site::build(&[], |root| {
        let content = root.join("content");
        planted.write(&list, &content);
        let model = model(&content);
        let law: BTreeMap<String, usize> = (0..planted.texts.len())
            .map(|law| (Planted::text(law)["zh"].as_str().expect("Chinese").to_owned(), law))
            .collect();
        let id = ListId::find(&model, |list| &*list.id == LIST).expect("the list");
        walk_list(&model[id], id, &mut |node, at| {
            let Some(law) = node.text().map(|text| law[text.get(Lang::ZH).expect("Chinese")]) else { return };
            met.insert(law);
            if let Node::Prose(_) | Node::Note(_) = node {
                running.insert(law);
            }
            let record = at.record().expect("a record");
            if let Node::Name(name) = node
                && record.part != Part::List
            {
                assert_eq!(record.name(&model), Some(name), "{}", planted.texts[law]);
            }
        });
    });
    let ways = |laws: &BTreeSet<usize>| laws.iter().map(|law| planted.texts[*law].as_str()).collect::<Vec<_>>();
    assert_eq!(met.len(), planted.texts.len(), "the walk meets every text of the schema, and only {:?}", ways(&met));

    let linking = linking(&site);
    let linked: BTreeSet<usize> = (0..planted.texts.len()).filter(|law| linking.contains_key(&id(*law))).collect();
    assert_eq!(ways(&linked), ways(&running), "texts that pages link, and texts that the walk calls running");
    for law in linked {
        for path in ["", "en/"].map(|lang| format!("{lang}laws/{}/index.html", id(law))) {
            let page = html::parse(&site[&path]);
            let named = page.named("section").into_iter().find(|section| section.get("class") == "cited-by");
            let by = links(&path, named.expect("who cites it"));
            let shows = |page: &String| linking[&id(law)].contains(page);
            assert!(by.iter().any(shows), "{path} does not know of {}: {by:?}", planted.texts[law]);
        }
    }
}

#[test]
fn a_law_knows_of_the_registers_that_name_it() {
    let site = site::build(&[], |root| {
        let content = root.join("content");
        folder::copy(&repository("tests/rules/base"), &content);
        let name = |law: usize| Planted::text(law).to_string();
        let law = |law: usize, source: &str, amendments: &str| {
            let (zh, en) = Planted::title(law);
            let title = json!({"zh": zh, "en": en});
            format!(
                "- {{id: {}, title: {title}, kind: law, status: unknown, source: {source}, amendments: [{amendments}]}}\n",
                id(law)
            )
        };
        let plain = json!({"zh": "自拟", "en": "made up"}).to_string();
        let event = format!("{{date: 2016-01-01, kind: amended, note: {}}}", name(3));
        let laws: String = (0..4)
            .map(|n| law(n, if n == 0 { name(2) } else { plain.clone() }.as_str(), if n == 1 { &event } else { "" }))
            .collect();
        fs::write(content.join("laws/markers.yaml"), laws).expect("the laws");
        for (file, law) in [("topics.yaml", 0), ("departments.yaml", 1)] {
            let entry = format!("- {{slug: marked, name: {{zh: 标记, en: Marked}}, definition: {}}}\n", name(law));
            let entries = fs::read_to_string(content.join(file)).expect("a register");
            fs::write(content.join(file), entries + &entry).expect("a register");
        }
    });
    for (law, names) in [(0, "topics/marked"), (1, "departments/marked"), (2, "laws/marker-0"), (3, "laws/marker-1")] {
        for lang in ["", "en/"] {
            let path = format!("{lang}laws/{}/index.html", id(law));
            let page = html::parse(&site[&path]);
            let named = page.named("section").into_iter().find(|section| section.get("class") == "cited-by");
            let by = links(&path, named.expect("who names it"));
            assert!(by.contains(&format!("{lang}{names}/index.html")), "{path} does not know of {names}: {by:?}");
            let from = html::parse(&site[&format!("{lang}{names}/index.html")]);
            assert!(links(&format!("{lang}{names}/index.html"), &from).contains(&path), "{names} links {path}");
        }
    }
}
