//! HTML of a page in, its elements as a tree out; where its links lead, and what it says to programs.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};
use serde_json::Value;

use super::folder::Tree;

/// Elements that have no end.
const VOID: [&str; 12] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    /// Name in lower case.
    pub name: String,
    /// Attributes.
    pub attributes: BTreeMap<String, String>,
    /// What is in it, in order.
    pub children: Vec<Child>,
}

/// What an element holds.
#[derive(Debug)]
pub enum Child {
    /// An element.
    Element(Element),
    /// A text.
    Text(String),
}

/// Reads a page whose elements are all closed.
pub fn parse(html: &[u8]) -> Element {
    let mut open = vec![Element::default()];
    let string = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    for token in Tokenizer::new(html).flatten() {
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(key, value)| (string(key), string(value))).collect();
                let element = Element { name: string(&tag.name), attributes, children: Vec::new() };
                let closed = tag.self_closing || VOID.contains(&element.name.as_str());
                open.push(element);
                if closed {
                    close(&mut open);
                }
            }
            Token::EndTag(tag) => {
                assert_eq!(open.last().expect("an element").name, string(&tag.name), "elements are closed in order");
                close(&mut open);
            }
            Token::String(text) => open.last_mut().expect("an element").children.push(Child::Text(string(&text))),
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "every element is closed");
    open.remove(0)
}

fn close(open: &mut Vec<Element>) {
    let element = open.pop().expect("an element");
    open.last_mut().expect("its parent").children.push(Child::Element(element));
}

impl Element {
    /// The value of an attribute; empty where there is none.
    pub fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }

    /// The elements directly inside.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// Every element inside, the outer before the inner.
    pub fn all(&self) -> Vec<&Element> {
        let mut found = Vec::new();
        for child in &self.children {
            if let Child::Element(element) = child {
                found.push(element);
                found.extend(element.all());
            }
        }
        found
    }

    /// The elements inside with this name.
    pub fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// Its text as a reader has it.
    pub fn text(&self) -> String {
        let piece = |child: &Child| match child {
            Child::Element(element) => element.text(),
            Child::Text(text) => text.clone(),
        };
        self.children.iter().map(piece).collect()
    }
}

/// What a page says to programs.
pub fn linked(html: &str) -> Value {
    let blocks: Vec<&str> = html.split("<script type=\"application/ld+json\">").skip(1).collect();
    assert_eq!(blocks.len(), 1, "one block of JSON-LD");
    let text = blocks[0].split("</script>").next().expect("an end");
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The main part of a page of a site.
pub fn main_of(site: &Tree, path: &str) -> Element {
    let html = String::from_utf8_lossy(site.get(path).unwrap_or_else(|| panic!("no {path}")));
    let main = html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("the main part").0;
    parse(format!("<main{main}</main>").as_bytes())
}

/// The file that a link on a page leads to.
pub fn resolve(folder: &str, href: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in href.split('#').next().unwrap_or_default().split('/') {
        match part {
            ".." => drop(parts.pop()),
            "" | "." => {}
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    if path.ends_with("index.html") { path } else { format!("{path}/index.html") }
}
