//! XML in, elements out, one at a time: what lies between is passed over, and nothing that is nested too deep is read.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::refusal::Refusal;

/// How deep elements may lie in each other. Word itself stops far before.
const DEEPEST: usize = 240;

/// Elements that one element may hold, at most.
const MOST_NODES: usize = 4_000_000;

/// An element. Names are without prefix, since programs choose their prefixes as they like.
#[derive(Debug, Default)]
pub(super) struct Node<'a> {
    /// Its name.
    pub name: &'a str,
    attributes: Vec<(&'a str, Cow<'a, str>)>,
    /// What it holds, in order.
    pub children: Vec<Child<'a>>,
}

/// What an element holds.
#[derive(Debug)]
pub(super) enum Child<'a> {
    /// An element.
    Node(Node<'a>),
    /// Text, its references resolved.
    Text(Cow<'a, str>),
}

impl<'a> Node<'a> {
    /// The value of an attribute, named without prefix.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| &**value)
    }

    /// An attribute that is a whole number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes, as XML Schema has it.
    pub fn flag(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| matches!(value, "1" | "true" | "on"))
    }

    /// The elements in it.
    pub fn nodes(&self) -> impl Iterator<Item = &Node<'a>> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// The elements of a name in it.
    pub fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s Node<'a>> {
        self.nodes().filter(move |node| node.name == name)
    }

    /// The first element of a name in it.
    pub fn child(&self, name: &str) -> Option<&Node<'a>> {
        self.nodes().find(|node| node.name == name)
    }

    /// The element that a path of names leads to.
    pub fn find(&self, path: &[&str]) -> Option<&Node<'a>> {
        path.iter().try_fold(self, |node, name| node.child(name))
    }

    /// The first element of a name in it, however deep.
    pub fn below(&self, name: &str) -> Option<&Node<'a>> {
        self.nodes().find_map(|node| if node.name == name { Some(node) } else { node.below(name) })
    }

    /// The text that stands in it itself.
    pub fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|child| match child {
            Child::Text(text) => Some(&**text),
            Child::Node(_) => None,
        });
        texts.collect()
    }

    fn push_text(&mut self, text: Cow<'a, str>) {
        if let Some(Child::Text(last)) = self.children.last_mut() {
            last.to_mut().push_str(&text);
        } else if !text.is_empty() {
            self.children.push(Child::Text(text));
        }
    }
}

/// What reading comes to.
pub(super) enum Step<'a> {
    /// An element with all that it holds.
    Whole(Node<'a>),
    /// An element that begins: its attributes alone.
    Opened(Node<'a>),
    /// The end of such an element.
    Closed,
}

/// A part of a file, read from its start to its end.
pub(super) struct Xml<'a> {
    source: &'a str,
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    /// Begins to read.
    pub fn new(source: &'a str) -> Xml<'a> {
        let source = source.trim_start_matches('\u{feff}');
        let mut reader = Reader::from_str(source);
        reader.config_mut().allow_dangling_amp = true;
        Xml { source, reader, depth: 0 }
    }

    /// Goes on to the next element of one of the names, and reads it with all that it holds.
    pub fn next(&mut self, names: &[&str]) -> Result<Option<Node<'a>>, Refusal> {
        loop {
            match self.step(names, &[])? {
                Some(Step::Whole(node)) => return Ok(Some(node)),
                Some(_) => {}
                None => return Ok(None),
            }
        }
    }

    /// Goes on to the next element that is to be read whole, or to where one of the others begins or ends.
    pub fn step(&mut self, whole: &[&str], opened: &[&str]) -> Result<Option<Step<'a>>, Refusal> {
        loop {
            match self.event()? {
                Event::Start(start) => {
                    let node = self.open(&start);
                    if whole.contains(&node.name) {
                        return self.fill(node).map(|node| Some(Step::Whole(node)));
                    }
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(Refusal::Damaged);
                    }
                    if opened.contains(&node.name) {
                        return Ok(Some(Step::Opened(node)));
                    }
                }
                Event::Empty(start) => {
                    let node = self.open(&start);
                    if whole.contains(&node.name) {
                        return Ok(Some(Step::Whole(node)));
                    }
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    if opened.contains(&end.local_name().into_inner()) {
                        return Ok(Some(Step::Closed));
                    }
                }
                Event::Eof if self.depth > 0 => return Err(Refusal::Damaged),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    fn event(&mut self) -> Result<Event<'a>, Refusal> {
        self.reader.read_event().map_err(|_| Refusal::Damaged)
    }

    /// What an opened element holds, up to its end.
    fn fill(&mut self, node: Node<'a>) -> Result<Node<'a>, Refusal> {
        let mut node = node;
        let mut above = Vec::new();
        let mut nodes = 0;
        loop {
            match self.event()? {
                Event::Start(start) => {
                    nodes += 1;
                    if above.len() + self.depth >= DEEPEST || nodes > MOST_NODES {
                        return Err(Refusal::Damaged);
                    }
                    above.push(std::mem::replace(&mut node, self.open(&start)));
                }
                Event::Empty(start) => {
                    nodes += 1;
                    if nodes > MOST_NODES {
                        return Err(Refusal::Damaged);
                    }
                    node.children.push(Child::Node(self.open(&start)));
                }
                Event::End(_) => {
                    let Some(mut outer) = above.pop() else { return Ok(node) };
                    outer.children.push(Child::Node(node));
                    node = outer;
                }
                Event::Text(text) => node.push_text(text.xml10_content()),
                Event::CData(text) => node.push_text(text.xml10_content()),
                Event::GeneralRef(name) => {
                    let text = match name.resolve_char_ref() {
                        Ok(Some(c)) => Cow::Owned(c.to_string()),
                        _ => entity(&name.into_inner()),
                    };
                    node.push_text(text);
                }
                Event::Eof => return Err(Refusal::Damaged),
                _ => {}
            }
        }
    }

    fn open(&self, start: &BytesStart<'a>) -> Node<'a> {
        let name = self.within(start.local_name().into_inner());
        let mut attributes = start.attributes();
        attributes.with_checks(false);
        let attributes = attributes.flatten().map(|attribute| {
            let key = self.within(attribute.key.local_name().into_inner());
            let plain = !attribute.value.contains(['&', '\n', '\r', '\t']);
            let value = if plain {
                Cow::Borrowed(self.within(&attribute.value))
            } else {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                Cow::Owned(value.map_or_else(|_| attribute.value.to_string(), Cow::into_owned))
            };
            (key, value)
        });
        Node { name, attributes: attributes.collect(), children: Vec::new() }
    }

    /// A piece of the source that the reader lends for a moment, lent for as long as the source is there.
    fn within(&self, piece: &str) -> &'a str {
        let start = (piece.as_ptr() as usize).wrapping_sub(self.source.as_ptr() as usize);
        self.source.get(start..start.wrapping_add(piece.len())).unwrap_or_default()
    }
}

/// An entity that is not a number. Those of XML alone are known: what a file declares itself is never expanded.
fn entity(name: &str) -> Cow<'static, str> {
    match name {
        "amp" => "&".into(),
        "lt" => "<".into(),
        "gt" => ">".into(),
        "quot" => "\"".into(),
        "apos" => "'".into(),
        "nbsp" => "\u{a0}".into(),
        other => format!("&{other};").into(),
    }
}

/// The first element of a part, whole.
pub(super) fn root<'a>(source: &'a str, name: &str) -> Result<Node<'a>, Refusal> {
    Ok(Xml::new(source).next(&[name])?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Xml, root};

    #[test]
    fn elements_are_read_whole_and_what_lies_between_is_passed_over() {
        let source = "<?xml version=\"1.0\"?><w:a><w:b/><x><w:row n='&lt;1'>a&amp;<i>b</i><![CDATA[<c>]]>&#x4e00;</w:row></x><row/></w:a>";
        let mut xml = Xml::new(source);
        let row = xml.next(&["row"]).unwrap().expect("a row");
        assert_eq!((row.get("n"), &*row.text()), (Some("<1"), "a&<c>一"));
        assert_eq!(row.child("i").expect("i").text(), "b");
        assert!(xml.next(&["row"]).unwrap().is_some());
        assert!(xml.next(&["row"]).unwrap().is_none());
    }

    #[test]
    fn depth_and_entities_are_bounded() {
        let deep = "<a>".repeat(100_000);
        assert!(root(&deep, "a").is_err());
        assert!(root(&deep, "b").is_err());
        assert!(root("<a><b>", "c").is_err(), "an end that is missing");
        let bomb = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>";
        assert_eq!(root(bomb, "a").unwrap().text(), "&y;");
        assert!(root("<a><b></a>", "a").is_err());
    }
}
