//! YAML text in, a tree out whose every node says where it stands and how it is written.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, StrInput, StructureStyle};

use crate::load::unwrapped;

use super::value::Value;

/// A value and how it is written.
#[derive(Clone, Debug)]
pub struct Node {
    /// Bytes of the value: a block with its indicator, a collection from its first entry or bracket to its last.
    pub span: Range<usize>,
    /// How it is written.
    pub style: Style,
    /// Whether it cannot be changed by itself: it bears an anchor or a tag, or repeats what stands elsewhere.
    pub fixed: bool,
    /// The value.
    pub kind: Kind,
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A scalar as it is.
    Plain,
    /// A scalar between apostrophes.
    Single,
    /// A scalar between quotes.
    Double,
    /// A scalar of lines, `|` or `>`.
    Lines,
    /// A collection between brackets.
    Flow,
    /// A collection on lines of its own.
    Block,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A scalar.
    Scalar(String),
    /// A sequence.
    Sequence(Vec<Node>),
    /// A mapping, in the order of the file.
    Mapping(Vec<(Node, Node)>),
}

/// Nodes of a file with every alias written out, at most.
const MOST: usize = 1_000_000;

/// How deep a file may be nested.
const DEEPEST: usize = 100;

/// Reads a file of one document; `None` where it is no YAML, or holds nothing.
pub fn tree(text: &str) -> Option<Node> {
    let values = joined(text);
    let mut builder = Builder {
        text,
        parser: Parser::new_from_str(text),
        anchors: HashMap::new(),
        nodes: 0,
        values: values.into_iter(),
    };
    let root = loop {
        let (event, span) = builder.next()?;
        match event {
            Event::StreamStart | Event::DocumentStart(..) => {}
            Event::StreamEnd | Event::DocumentEnd => return None,
            event => break builder.node(event, span, 0)?,
        }
    };
    loop {
        match builder.next()?.0 {
            Event::DocumentEnd => {}
            Event::StreamEnd => return Some(root),
            // Another document, or something behind the first.
            _ => return None,
        }
    }
}

/// The scalars of a file in its order, where a text goes on in the next line within Chinese: there they are read without the
/// blank that YAML puts. Nothing where the parser says the same.
fn joined(text: &str) -> Vec<String> {
    let Cow::Owned(plain) = unwrapped(text) else { return Vec::new() };
    let mut values = Vec::new();
    let mut parser = Parser::new_from_str(&plain);
    while let Some(Ok((event, _))) = parser.next_event() {
        if let Event::Scalar(value, ..) = event {
            values.push(value.into_owned());
        }
    }
    values
}

struct Builder<'t> {
    text: &'t str,
    parser: Parser<'t, StrInput<'t>>,
    anchors: HashMap<usize, Node>,
    nodes: usize,
    /// Values to take in the place of those that the parser gives, if any.
    values: std::vec::IntoIter<String>,
}

impl<'t> Builder<'t> {
    fn next(&mut self) -> Option<(Event<'t>, Range<usize>)> {
        loop {
            let (event, span) = self.parser.next_event()?.ok()?;
            if matches!(event, Event::Comment(..)) {
                continue;
            }
            let bytes = span.byte_range().unwrap_or(0..0);
            let end = bytes.end.min(self.text.len());
            return Some((event, bytes.start.min(end)..end));
        }
    }

    fn node(&mut self, event: Event<'t>, span: Range<usize>, depth: usize) -> Option<Node> {
        self.take(1).filter(|()| depth <= DEEPEST)?;
        let (anchor, node) = match event {
            Event::Scalar(value, style, anchor, tag) => {
                let (style, span) = match style {
                    ScalarStyle::Plain => (Style::Plain, span),
                    ScalarStyle::SingleQuoted => (Style::Single, span),
                    ScalarStyle::DoubleQuoted => (Style::Double, span),
                    ScalarStyle::Literal | ScalarStyle::Folded => (Style::Lines, block(self.text, span)),
                };
                let fixed = anchor != 0 || tag.is_some();
                let value = self.values.next().unwrap_or_else(|| value.into_owned());
                (anchor, Node { span, style, fixed, kind: Kind::Scalar(value) })
            }
            Event::SequenceStart(style, anchor, tag) => {
                let mut entries: Vec<Node> = Vec::new();
                let end = loop {
                    let (event, span) = self.next()?;
                    if matches!(event, Event::SequenceEnd) {
                        break span.end;
                    }
                    entries.push(self.node(event, span, depth + 1)?);
                };
                let hyphen = |entry: &Node| hyphen(self.text, entry).filter(|_| style == StructureStyle::Block);
                let first = entries.first().map(|entry| hyphen(entry).unwrap_or(entry.span.start));
                let last = entries.last().map(|entry| hyphen(entry).map_or(0, |at| at + 1).max(entry.span.end));
                let (style, span) = extent(style, span, first, last, end);
                (anchor, Node { span, style, fixed: anchor != 0 || tag.is_some(), kind: Kind::Sequence(entries) })
            }
            Event::MappingStart(style, anchor, tag) => {
                let mut entries: Vec<(Node, Node)> = Vec::new();
                let end = loop {
                    let (event, span) = self.next()?;
                    if matches!(event, Event::MappingEnd) {
                        break span.end;
                    }
                    let key = self.node(event, span, depth + 1)?;
                    let (event, span) = self.next()?;
                    entries.push((key, self.node(event, span, depth + 1)?));
                };
                let last = entries.last().map(|(key, value)| behind(self.text, key, value));
                let (style, span) = extent(style, span, entries.first().map(|(key, _)| key.span.start), last, end);
                (anchor, Node { span, style, fixed: anchor != 0 || tag.is_some(), kind: Kind::Mapping(entries) })
            }
            Event::Alias(id) => {
                let weight = self.anchors.get(&id)?.weight();
                self.take(weight)?;
                let kind = self.anchors.get(&id)?.clone();
                return Some(Node { span, fixed: true, ..kind });
            }
            _ => return None,
        };
        if anchor != 0 {
            // What stands in an anchor in an anchor is kept for each of them.
            self.take(node.weight())?;
            self.anchors.insert(anchor, node.clone());
        }
        Some(node)
    }

    /// Counts so many nodes more, before they are made; `None` where those are too many.
    fn take(&mut self, nodes: usize) -> Option<()> {
        self.nodes = self.nodes.saturating_add(nodes);
        (self.nodes <= MOST).then_some(())
    }
}

/// The bytes of a collection, given those of its start, its entries and its end.
fn extent(
    style: StructureStyle,
    span: Range<usize>,
    first: Option<usize>,
    last: Option<usize>,
    end: usize,
) -> (Style, Range<usize>) {
    match style {
        StructureStyle::Flow => (Style::Flow, span.start..end.max(span.start)),
        StructureStyle::Block => {
            let start = first.unwrap_or(span.start);
            (Style::Block, start..last.unwrap_or(start).max(start))
        }
    }
}

/// Where an entry of a mapping ends: behind its value, or behind its colon where the value is left out.
pub(super) fn behind(text: &str, key: &Node, value: &Node) -> usize {
    if value.span.is_empty() { colon(text, key).map_or(key.span.end, |at| at + 1) } else { value.span.end }
}

/// Where the colon behind a key stands.
pub(super) fn colon(text: &str, key: &Node) -> Option<usize> {
    let rest = &text[key.span.end..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    rest[blanks..].starts_with(':').then_some(key.span.end + blanks)
}

/// Where the hyphen of an entry stands: before it, with nothing but blanks, line ends and comments between.
pub(super) fn hyphen(text: &str, entry: &Node) -> Option<usize> {
    let before = &text[..entry.span.start];
    let mut end = before.trim_end().len();
    loop {
        if before[..end].ends_with('-') {
            return Some(end - 1);
        }
        // A comment behind the hyphen, or on a line of its own.
        let start = before[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = &before[start..end];
        let opens = |at: &usize| line[..*at].trim().is_empty() || line[..*at].trim_end().ends_with('-');
        let comment = line.find('#').filter(opens)?;
        end = before[..start + comment].trim_end().len();
    }
}

/// A block of lines with its indicator and without the empty lines behind it, given the bytes of its lines.
fn block(text: &str, lines: Range<usize>) -> Range<usize> {
    let mut end = lines.end;
    let mut at = text[..lines.start].rfind('\n').unwrap_or(0);
    loop {
        let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
        if let Some(indicator) = indicator(&text[start..at]) {
            let start = start + indicator;
            let keeps = text[start..at].starts_with(['|', '>'])
                && text[start..at].split_whitespace().next().is_some_and(|header| header.contains('+'));
            if !keeps {
                end = start + text[start..end].trim_end().len();
            }
            return start..end.max(at.saturating_sub(usize::from(text[..at].ends_with('\r'))));
        }
        if start == 0 || !text[start..at].trim().is_empty() {
            return lines;
        }
        at = start - 1;
    }
}

/// Where the indicator of a block stands in the line that ends with it or with a comment behind it.
fn indicator(line: &str) -> Option<usize> {
    line.char_indices().filter(|(_, c)| matches!(c, '|' | '>')).map(|(at, _)| at).find(|at| {
        let before = line[..*at].chars().next_back();
        let rest = line[at + 1..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
        let ends = rest.trim().is_empty() || (rest.starts_with([' ', '\t']) && rest.trim_start().starts_with('#'));
        ends && before.is_none_or(|c| matches!(c, ' ' | '\t'))
    })
}

impl Node {
    /// The text of a scalar.
    pub fn scalar(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// Whether the value is left out: nothing, `~` or `null` without quotes.
    pub fn is_null(&self) -> bool {
        self.style == Style::Plain
            && matches!(&self.kind, Kind::Scalar(text) if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The value of a key of a mapping.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Mapping(entries) => {
                entries.iter().find(|(name, _)| name.scalar() == Some(key)).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The entries of a sequence; none of anything else.
    pub fn entries(&self) -> &[Node] {
        match &self.kind {
            Kind::Sequence(entries) => entries,
            _ => &[],
        }
    }

    /// The same without places.
    pub fn value(&self) -> Value {
        match &self.kind {
            Kind::Scalar(text) if self.is_null() => {
                Value::Word(if text.is_empty() { "~".into() } else { text.clone() })
            }
            Kind::Scalar(text) if self.style == Style::Plain => Value::Word(text.clone()),
            Kind::Scalar(text) => Value::Text(text.clone()),
            Kind::Sequence(entries) => Value::List(entries.iter().map(Node::value).collect()),
            Kind::Mapping(entries) => Value::Map(
                entries
                    .iter()
                    .map(|(key, value)| (key.scalar().unwrap_or_default().to_owned(), value.value()))
                    .collect(),
            ),
        }
    }

    /// Nodes in it, where a long text is as many as take its room.
    fn weight(&self) -> usize {
        match &self.kind {
            Kind::Scalar(text) => 1 + text.len() / size_of::<Node>(),
            Kind::Sequence(entries) => 1 + entries.iter().map(Node::weight).sum::<usize>(),
            Kind::Mapping(entries) => {
                1 + entries.iter().map(|(key, value)| key.weight() + value.weight()).sum::<usize>()
            }
        }
    }
}
