//! A place in, the bytes to underline out. Only runs for faults, and reads a file once for all of its faults.

use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use crate::diag::{At, Passage, Step};

use super::tree::{NodeKind, TreeNode, tree};

/// The text of a file and, from the first look-up on, its tree.
#[derive(Debug)]
pub struct Locator {
    text: Arc<str>,
    /// `None` until it is needed; then `Some(None)` for a file that is no YAML.
    tree: Option<Option<Rc<TreeNode>>>,
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
        let (steps, key, part) = match at {
            At::File => return None,
            At::Bytes(bytes) => return Some(bytes.clone()),
            At::Value(steps) => (steps, false, None),
            At::Key(steps) => (steps, true, None),
            At::Within(steps, part) => (steps, false, Some(part)),
        };
        let tree = self.tree.get_or_insert_with(|| tree(&self.text).ok().flatten());
        let Some(root) = tree else { return Some(0..0) };
        let part = part.and_then(|part| within(&self.text, node(root, steps)?, part));
        Some(part.unwrap_or_else(|| follow(&self.text, root, steps, key)))
    }
}

/// One step down from a node: the value, and the node of its key where it has one.
fn child<'n>(node: &'n TreeNode, step: &Step) -> Option<(&'n TreeNode, Option<&'n TreeNode>)> {
    match (&node.kind, step) {
        (NodeKind::Mapping(entries), Step::Key(name)) => {
            let entry = entries.iter().find(|(key, _)| key.scalar() == Some(name));
            entry.map(|(key, value)| (&**value, Some(&**key)))
        }
        (NodeKind::Sequence(entries), Step::Index(at)) => entries.get(*at as usize).map(|entry| (&**entry, None)),
        _ => None,
    }
}

/// The node at the end of the steps.
fn node<'n>(root: &'n TreeNode, steps: &[Step]) -> Option<&'n TreeNode> {
    steps.iter().try_fold(root, |node, step| child(node, step).map(|(value, _)| value))
}

/// The bytes of a part of a scalar, to the end of its line where it goes on in the next; `None` where the file writes it
/// otherwise, such as with an escape. A file may break a line wherever white space stands, so white space does not count.
fn within(text: &str, node: &TreeNode, part: &Passage) -> Option<Range<usize>> {
    let mut solid = String::new();
    // For each byte of it, where its character begins in the file.
    let mut places = Vec::new();
    for (at, character) in text.get(node.span.clone())?.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        solid.push(character);
        places.resize(solid.len(), node.span.start + at);
    }
    let (first, found) = solid.match_indices(&*part.text).nth(part.before)?;
    let last = found.chars().next_back()?;
    let (start, end) = (places[first], places[first + found.len() - 1] + last.len_utf8());
    let line = text[start..end].find(['\r', '\n']).map_or(end, |at| start + at);
    Some(start..line)
}

fn follow(text: &str, root: &TreeNode, steps: &[Step], key: bool) -> Range<usize> {
    let mut node = root;
    let mut span = shown(text, root);
    for (index, step) in steps.iter().enumerate() {
        let Some((value, name)) = child(node, step) else { return span };
        let name = name.map_or(&value.span, |name| &name.span);
        if key && index + 1 == steps.len() && matches!(step, Step::Key(_)) {
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
pub(super) fn shown(text: &str, node: &TreeNode) -> Range<usize> {
    let Range { start, end } = node.span.clone();
    let (start, end) = (start.min(text.len()), end.min(text.len()));
    let line = text.get(start..end).and_then(|slice| slice.find('\n')).map_or(end, |at| start + at);
    let trimmed = text.get(start..line).map_or(0, |slice| slice.trim_end().len());
    start..start + trimmed
}
