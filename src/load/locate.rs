//! A place in, the bytes to underline out. Only runs for faults, and reads a file once for all of its faults.

use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use crate::diag::{At, Step};

use super::tree::{Kind, Node, tree};

/// The text of a file and, from the first look-up on, its tree.
#[derive(Debug)]
pub struct Locator {
    text: Arc<str>,
    /// `None` until it is needed; then `Some(None)` for a file that is no YAML.
    tree: Option<Option<Rc<Node>>>,
}

impl Locator {
    /// Takes the text of a file.
    pub fn new(text: Arc<str>) -> Locator {
        Locator { text, tree: None }
    }

    /// The text of the file.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The bytes that a place means; `None` for the file as a whole. What cannot be found falls back to the nearest node
    /// above it; a file that is no YAML, to its start.
    pub fn locate(&mut self, at: &At) -> Option<Range<usize>> {
        let (steps, key) = match at {
            At::File => return None,
            At::Bytes(bytes) => return Some(bytes.clone()),
            At::Value(steps) => (steps, false),
            At::Key(steps) => (steps, true),
        };
        let tree = self.tree.get_or_insert_with(|| tree(&self.text).ok().flatten());
        Some(tree.as_ref().map_or(0..0, |root| follow(&self.text, root, steps, key)))
    }
}

fn follow(text: &str, root: &Node, steps: &[Step], key: bool) -> Range<usize> {
    let mut node = root;
    let mut span = shown(text, root);
    for (index, step) in steps.iter().enumerate() {
        let next = match (&node.kind, step) {
            (Kind::Mapping(entries), Step::Key(name)) => {
                let entry = entries.iter().find(|(key, _)| key.scalar() == Some(name));
                entry.map(|(name, value)| (value, key && index + 1 == steps.len(), &name.span))
            }
            (Kind::Sequence(entries), Step::Index(at)) => {
                entries.get(*at as usize).map(|entry| (entry, false, &entry.span))
            }
            _ => None,
        };
        let Some((value, at_key, name)) = next else { return span };
        if at_key {
            return name.clone();
        }
        span = shown(text, value);
        if span.is_empty() {
            span = name.clone();
        }
        node = value;
    }
    span
}

/// What to underline for a node: a scalar whole, a collection by its first line.
pub(super) fn shown(text: &str, node: &Node) -> Range<usize> {
    let Range { start, end } = node.span.clone();
    let (start, end) = (start.min(text.len()), end.min(text.len()));
    let line = text.get(start..end).and_then(|slice| slice.find('\n')).map_or(end, |at| start + at);
    let trimmed = text.get(start..line).map_or(0, |slice| slice.trim_end().len());
    start..start + trimmed
}
