//! YAML text in, a tree of nodes with byte positions out. Only built when there is a fault to show.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use granit_parser::{Event, Parser, ScalarStyle};

/// A YAML value and where it stands.
#[derive(Debug)]
pub(super) struct TreeNode {
    /// Number of the node, unique in its file.
    pub id: usize,
    /// How many nodes it holds, itself counted, with every alias written out.
    pub weight: usize,
    /// Bytes of the value.
    pub span: Range<usize>,
    /// The value.
    pub kind: NodeKind,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum NodeKind {
    /// A scalar; `plain` where it is not quoted.
    Scalar { value: String, plain: bool },
    /// A sequence.
    Sequence(Vec<Rc<TreeNode>>),
    /// A mapping, in the order of the file.
    Mapping(Vec<(Rc<TreeNode>, Rc<TreeNode>)>),
}

/// A place where the text stops being YAML.
#[derive(Debug)]
pub(super) struct Broken {
    /// Byte offset.
    pub at: usize,
    /// What the parser says, in English.
    pub message: String,
}

impl TreeNode {
    /// The string of a scalar.
    pub fn scalar(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar { value, .. } => Some(value),
            _ => None,
        }
    }

    /// Whether the value is absent: an empty, `~` or `null` plain scalar.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, NodeKind::Scalar { value, plain: true } if matches!(&**value, "" | "~" | "null" | "Null" | "NULL"))
    }
}

/// Reads the first document of a file; `None` where the file is empty.
pub(super) fn tree(text: &str) -> Result<Option<Rc<TreeNode>>, Broken> {
    Builder::new(text).document()
}

/// Where the text stops being YAML, if anywhere, whether it holds anything, and where what was read until then begins:
/// its keys, and its blocks of text.
pub(super) struct Outline {
    /// The place, or whether there is a document.
    pub end: Result<bool, Broken>,
    /// Bytes at which keys begin.
    pub keys: Vec<usize>,
    /// Bytes of texts behind `|` and `>`.
    pub blocks: Vec<Range<usize>>,
}

/// Reads what can be read of the first document.
pub(super) fn outline(text: &str) -> Outline {
    let mut builder = Builder::new(text);
    let end = builder.document().map(|root| root.is_some());
    Outline { end, keys: builder.keys, blocks: builder.blocks }
}

/// Nodes of a file with every alias written out, at most.
const MOST: usize = 1_000_000;

/// Anchors of a file, at most: each keeps what it stands for.
const MOST_ANCHORS: usize = 10_000;

struct Builder<'t> {
    text: &'t str,
    parser: Parser<'t, granit_parser::StrInput<'t>>,
    anchors: HashMap<usize, Rc<TreeNode>>,
    next: usize,
    keys: Vec<usize>,
    blocks: Vec<Range<usize>>,
}

type Spanned<'t> = (Event<'t>, Range<usize>);

impl<'t> Builder<'t> {
    fn new(text: &'t str) -> Self {
        let parser = Parser::new_from_str(text);
        Builder { text, parser, anchors: HashMap::new(), next: 0, keys: Vec::new(), blocks: Vec::new() }
    }

    fn document(&mut self) -> Result<Option<Rc<TreeNode>>, Broken> {
        loop {
            let Some((event, span)) = self.next()? else { return Ok(None) };
            match event {
                Event::StreamStart | Event::DocumentStart(..) => {}
                Event::StreamEnd | Event::DocumentEnd => return Ok(None),
                event => {
                    let root = self.node(event, span)?;
                    // What stands behind the root, and is no part of it, breaks the text as well.
                    self.next()?;
                    return Ok(Some(root));
                }
            }
        }
    }

    fn next(&mut self) -> Result<Option<Spanned<'t>>, Broken> {
        loop {
            match self.parser.next_event() {
                None => return Ok(None),
                Some(Ok((Event::Comment(..), _))) => {}
                Some(Ok((event, span))) => {
                    let bytes = span.byte_range().unwrap_or(0..0);
                    return Ok(Some((event, bytes)));
                }
                Some(Err(error)) => {
                    let at = error.marker().byte_offset().unwrap_or(self.text.len());
                    return Err(Broken { at: at.min(self.text.len()), message: error.kind().to_string() });
                }
            }
        }
    }

    fn inner(&mut self) -> Result<Spanned<'t>, Broken> {
        let end = self.text.len();
        self.next()?.ok_or_else(|| Broken { at: end, message: "the file ends too early".into() })
    }

    fn node(&mut self, event: Event<'t>, span: Range<usize>) -> Result<Rc<TreeNode>, Broken> {
        let (anchor, node) = match event {
            Event::Scalar(value, style, anchor, _) => {
                let plain = style == ScalarStyle::Plain;
                if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
                    self.blocks.push(span.clone());
                }
                (anchor, self.make(span, NodeKind::Scalar { value: value.into_owned(), plain }))
            }
            Event::SequenceStart(_, anchor, _) => {
                let mut entries = Vec::new();
                let mut end = span.end;
                loop {
                    let (event, span) = self.inner()?;
                    if matches!(event, Event::SequenceEnd) {
                        end = self.bracket(&span, ']').unwrap_or(end);
                        break;
                    }
                    let entry = self.node(event, span)?;
                    end = end.max(entry.span.end);
                    entries.push(entry);
                }
                (anchor, self.make(span.start..end, NodeKind::Sequence(entries)))
            }
            Event::MappingStart(_, anchor, _) => {
                // In brackets it goes from one to the other, else it begins with its first key.
                let is_flow = self.text.get(span.start..).is_some_and(|rest| rest.starts_with('{'));
                let mut entries: Vec<(Rc<TreeNode>, Rc<TreeNode>)> = Vec::new();
                let mut end = span.end;
                loop {
                    let (event, span) = self.inner()?;
                    if matches!(event, Event::MappingEnd) {
                        end = self.bracket(&span, '}').unwrap_or(end);
                        break;
                    }
                    self.keys.push(span.start);
                    let key = self.node(event, span)?;
                    let (event, span) = self.inner()?;
                    let value = self.node(event, span)?;
                    end = end.max(value.span.end);
                    entries.push((key, value));
                }
                let start = entries.first().filter(|_| !is_flow).map_or(span.start, |(key, _)| key.span.start);
                (anchor, self.make(start..end, NodeKind::Mapping(entries)))
            }
            Event::Alias(id) => {
                let target = self.anchors.get(&id).map(Rc::clone);
                return target.ok_or_else(|| Broken { at: span.start, message: "an alias without its anchor".into() });
            }
            _ => return Err(Broken { at: span.start, message: "unexpected YAML".into() }),
        };
        if node.weight > MOST || self.next > MOST {
            let aliases = "aliases that multiply without bound";
            let message = if self.next > MOST { "more than a million values" } else { aliases };
            return Err(Broken { at: node.span.start, message: message.into() });
        }
        if anchor != 0 {
            if self.anchors.len() >= MOST_ANCHORS {
                return Err(Broken { at: node.span.start, message: "more than 10,000 anchors".into() });
            }
            self.anchors.insert(anchor, Rc::clone(&node));
        }
        Ok(node)
    }

    /// Where a collection in brackets ends: behind its bracket. A block ends with its last entry.
    fn bracket(&self, end: &Range<usize>, bracket: char) -> Option<usize> {
        self.text.get(end.clone()).filter(|mark| mark.starts_with(bracket)).map(|_| end.end)
    }

    fn make(&mut self, span: Range<usize>, kind: NodeKind) -> Rc<TreeNode> {
        self.next += 1;
        let weight = match &kind {
            NodeKind::Scalar { .. } => 1,
            NodeKind::Sequence(entries) => entries.iter().fold(1, |sum, entry| entry.weight.saturating_add(sum)),
            NodeKind::Mapping(entries) => {
                entries.iter().fold(1, |sum, (key, value)| value.weight.saturating_add(key.weight).saturating_add(sum))
            }
        };
        Rc::new(TreeNode { id: self.next, weight, span, kind })
    }
}
