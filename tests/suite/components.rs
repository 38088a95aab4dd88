//! The components of the default theme: what `component.yaml` says of each is what its template does, its examples
//! become the HTML that `docs/components.md` shows, and that HTML is whole.

use std::collections::BTreeSet;
use std::fs;

use qingdan::theme::Theme;

use crate::support::component::page::{called, data, engine, render, section};
use crate::support::component::{Component, Components, FOLDER, Kind, Node, Parameter, Shape};
use crate::support::template::{Path, Step, Use, uses};
use crate::support::{blocks, folder, html, repository, snapshot};

/// The text of the template of a component.
fn template(name: &str) -> String {
    fs::read_to_string(repository(FOLDER).join(name).join("template.html")).unwrap_or_default()
}

#[test]
fn every_folder_holds_a_description_and_what_it_describes() {
    let theme = Theme::load(None).expect("the default theme");
    for (name, (component, _)) in &Components::read().all {
        let files = folder::read_flat(&repository(FOLDER).join(name));
        let known = ["component.yaml", "style.css", "template.html"];
        let unknown: Vec<&String> = files.iter().filter(|file| !known.contains(&file.as_str())).collect();
        assert!(unknown.is_empty(), "{name} has {unknown:?}");
        let has = |file: &str| files.iter().any(|have| have == file);
        let kind = match (has("template.html"), theme.templates().contains_component(&called(name))) {
            (true, true) => Kind::Component,
            (true, false) => Kind::Include,
            (false, _) => Kind::Style,
        };
        assert_eq!(component.kind, kind, "{name}");
        assert!(kind != Kind::Style || has("style.css"), "{name} holds nothing");
        assert_eq!(component.examples.is_empty(), kind == Kind::Style, "examples of {name}");
        let Component { description, .. } = component;
        let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(chinese(&description.zh) && !chinese(&description.en), "{name} is described in both languages");
    }
    let mut templates: Vec<&str> = theme.templates().get_component_names().collect();
    templates.retain(|called| Components::read().get(&called.replace('_', "-")).is_none());
    assert!(templates.is_empty(), "{templates:?} are not the components of their folders");
}

#[test]
fn parameters_are_those_of_the_template() {
    let theme = Theme::load(None).expect("the default theme");
    let all = Components::read();
    let mut faults = Vec::new();
    for (name, (component, _)) in &all.all {
        let described: BTreeSet<&str> = component.parameters.iter().map(|parameter| parameter.name.as_str()).collect();
        let taken: BTreeSet<String> = match theme.templates().get_component_definition(&called(name)) {
            Some(info) => {
                for arg in info.args().iter().filter(|arg| arg.default().is_some()) {
                    let optional = component.parameters.iter().any(|of| of.name == arg.name() && of.optional);
                    assert!(optional, "`{}` of {name} has a default and may be left out", arg.name());
                }
                info.args().iter().map(|arg| arg.name().to_owned()).filter(|arg| arg != "t").collect()
            }
            None => uses(&template(name))
                .iter()
                .map(|(Use::Read(path) | Use::Passed(path, ..))| path.root.clone())
                .collect(),
        };
        let taken: BTreeSet<&str> = taken.iter().map(String::as_str).collect();
        if described != taken {
            faults.push(format!("{name} takes {taken:?} and describes {described:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What templates read, held against what is described.
struct Reading<'c> {
    all: &'c Components,
    /// Parameters that some template reads.
    read: BTreeSet<*const Parameter>,
    faults: Vec<String>,
}

impl<'c> Reading<'c> {
    /// Goes the steps of a template from a value. Notes what is read; `None` where a step is not described.
    fn go(&mut self, name: &str, mut node: Node<'c>, steps: &[Step]) -> Option<Node<'c>> {
        self.read.insert(node.parameter);
        for step in steps {
            let next = match step {
                Step::Part(part) => self.all.part(node, part),
                Step::Element => self.all.element(node),
            };
            let Some(next) = next else {
                self.faults.push(format!("{name} reads {step:?} of `{}`, which is not described", node.parameter.name));
                return None;
            };
            if let (Step::Part(part), Shape::Object | Shape::Pair) = (step, node.shape) {
                let own = node.parameter.parameters.iter().find(|parameter| parameter.name == *part);
                self.read.extend(own.map(std::ptr::from_ref));
            }
            node = next;
            self.read.insert(node.parameter);
        }
        Some(node)
    }

    /// What a component reads of a value that it is given as a parameter.
    fn component(&mut self, name: &str, parameter: &str, node: Node<'c>) {
        for of in uses(&template(name)) {
            match of {
                Use::Read(path) if path.root == parameter => drop(self.go(name, node, &path.steps)),
                Use::Passed(path, called, as_parameter) if path.root == parameter => {
                    let called = called.replace('_', "-");
                    let Some(given) = self.go(name, node, &path.steps) else { continue };
                    match self.all.parameter(&called, &as_parameter) {
                        Some(described) if described.is(&given) => {}
                        Some(_) => self.component(&called, &as_parameter, given),
                        None => self.faults.push(format!("{name} gives {called} `{as_parameter}`, which it lacks")),
                    }
                }
                _ => {}
            }
        }
    }

    /// What no template reads, each with the way to it.
    fn unread(&mut self, parameters: &'c [Parameter], way: &str) {
        for parameter in parameters {
            let way = format!("{way}.{}", parameter.name);
            if !self.read.contains(&std::ptr::from_ref(parameter)) {
                self.faults.push(format!("no template reads {way}"));
            }
            self.unread(&parameter.parameters, &way);
        }
    }
}

#[test]
fn parts_of_parameters_are_those_that_templates_read() {
    let all = Components::read();
    let mut reading = Reading { all: &all, read: BTreeSet::new(), faults: Vec::new() };
    for (name, (component, _)) in &all.all {
        for parameter in &component.parameters {
            reading.component(name, &parameter.name, all.resolve(Node::from(parameter)));
            reading.read.insert(parameter);
        }
    }
    for (name, (component, _)) in &all.all {
        reading.unread(&component.parameters, name);
    }
    assert!(reading.faults.is_empty(), "{}", reading.faults.join("\n"));
}

#[test]
fn examples_give_what_is_described() {
    let all = Components::read();
    let mut faults = Vec::new();
    for (name, (component, _)) in &all.all {
        for example in &component.examples {
            let steps = format!("{name}, {}: ", example.name);
            all.faults_in(&component.parameters, &example.data, &steps, &mut faults);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_faulty_example_is_found() {
    let all = Components::read();
    let faults = |yaml: &str| {
        let mut faults = Vec::new();
        let data = serde_yaml::from_str(yaml).expect("data");
        all.faults_in(&all.get("offices").expect("a component").parameters, &data, "", &mut faults);
        faults
    };
    assert_eq!(faults("{offices: [{name: A, href: b, phones: []}]}"), [""; 0]);
    assert_eq!(faults("{}"), ["offices is missing"]);
    assert_eq!(
        faults("{offices: [{name: A, phones: [], fax: b}]}"),
        ["offices[0].fax is not described", "offices[0].href is missing"]
    );
    assert_eq!(faults("{offices: [{name: A, href: b, phones: [{text: 5}]}]}").len(), 1);
}

#[test]
fn what_a_template_reads_is_found() {
    let source = "{% component x(a, b, @t) -%}{% for item in a.items %}{% set at = loop.index0 %}\
                  {{ item.name | replace(from=\"{n}\", to=b[0]) }}{{ <offices offices={item.who} level=\"top\" b/> }}\
                  {{ t.list.none }}{{ b.cells[at] }}{% endfor %}{% for f in [b.c, item] %}{% if f.d == \"e.g\" %}{% endif %}{% endfor %}";
    let spelled = |path: &Path| {
        let step = |step: &Step| match step {
            Step::Part(name) => format!(".{name}"),
            Step::Element => "[]".to_owned(),
        };
        path.root.clone() + &path.steps.iter().map(step).collect::<String>()
    };
    let read = |of: &Use| match of {
        Use::Read(path) => spelled(path),
        Use::Passed(path, component, parameter) => format!("{} to {component}.{parameter}", spelled(path)),
    };
    let mut found: Vec<String> = uses(source).iter().map(read).collect();
    found.dedup();
    let expected = [
        "a.items",
        "a.items[].name",
        "b.0",
        "a.items[].who",
        "a.items[].who to offices.offices",
        "b",
        "b to offices.b",
        "b.cells[]",
        "b.c",
        "item",
        "b.c.d",
        "item.d",
    ];
    assert_eq!(found, expected);
}

#[test]
fn examples_become_whole_html_in_every_language() {
    let theme = Theme::load(None).expect("the default theme");
    let all = Components::read();
    for lang in ["zh", "en"] {
        let tera = engine(&theme, lang);
        for (name, (component, _)) in &all.all {
            for example in &component.examples {
                let page = html::parse(render(&tera, &all, name, example).as_bytes());
                let mut ids = BTreeSet::new();
                let elements = page.all();
                for id in elements.iter().map(|element| element.get("id")).filter(|id| !id.is_empty()) {
                    assert!(ids.insert(id), "{name}, {}: the id {id} stands twice", example.name);
                }
                let named = elements.iter().map(|element| element.get("aria-labelledby"));
                let lost: Vec<&str> = named.filter(|id| !id.is_empty() && !ids.contains(id)).collect();
                assert!(lost.is_empty(), "{name}, {}: nothing has the ids {lost:?}", example.name);
            }
        }
    }
}

#[test]
fn the_page_of_the_components_is_what_they_say_and_do() {
    let theme = Theme::load(None).expect("the default theme");
    let all = Components::read();
    let path = repository("docs/components.md");
    let page = fs::read_to_string(&path).expect("docs/components.md");
    let filled =
        blocks::fill(&page, "components", |_| all.all.keys().map(|name| section(&theme, &all, name)).collect());
    snapshot::report(snapshot::compare(&path, &filled).err().into_iter().collect());
}

#[test]
fn data_of_the_page_are_those_of_the_examples() {
    for (name, (component, file)) in &Components::read().all {
        let shown = data(file);
        assert_eq!(shown.len(), component.examples.len(), "{name}");
        for (shown, example) in shown.iter().zip(&component.examples) {
            let read: serde_json::Map<String, serde_json::Value> = serde_yaml::from_str(shown).expect("data");
            assert_eq!(read, example.data, "{name}, {}", example.name);
        }
    }
}
