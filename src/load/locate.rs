//! A place in, the bytes to underline out. Only runs for faults, and reads a file once for all of its faults.

use std::cell::Cell;
use std::ops::Range;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use crate::diag::{At, Step};

use super::layout::{FileKind, kind};
use super::passage::{first_line, within};
use super::table::TablePlaces;
use super::tree::{NodeKind, TreeNode, tree};

/// The text of a file and, from the first look-up on, its tree or its cells.
#[derive(Debug)]
pub struct Locator {
    text: Arc<str>,
    /// Whether the file is a table.
    is_table: bool,
    /// Whether it is a free page.
    is_page: bool,
    /// `None` until it is needed; then `Some(None)` for a file that is no YAML.
    tree: Option<Option<Rc<TreeNode>>>,
    /// `None` until it is needed, and for what is no table.
    table: Option<TablePlaces>,
    /// Bytes that may still be read to try what takes the place of others.
    left: Cell<usize>,
}

/// Bytes that are read of a file to try proposals, at most: of the largest list some seventy times.
const TRIED: usize = 16 << 20;

impl Locator {
    /// Takes the path of a file from the content folder, and its text.
    pub fn new(path: &Path, text: Arc<str>) -> Locator {
        let kind = kind(path);
        let (is_table, is_page) = (matches!(kind, FileKind::Table(_)), matches!(kind, FileKind::Page(..)));
        Locator { text, is_table, is_page, tree: None, table: None, left: Cell::new(TRIED) }
    }

    /// The text of the file.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// Whether the file is a table.
    pub fn is_table(&self) -> bool {
        self.is_table
    }

    /// Whether the file can be read with something else in the place of these bytes. A cell of a table may hold more than
    /// what is wrong in it, so nothing is put in its place.
    pub fn takes(&self, span: &Range<usize>, text: &str) -> bool {
        if self.is_table || span.is_empty() {
            return false;
        }
        let Some(left) = self.left.get().checked_sub(self.text.len()) else { return false };
        self.left.set(left);
        let mut changed = self.text.to_string();
        changed.replace_range(span.clone(), text);
        !matches!(tree(&changed), Ok(None) | Err(_))
    }

    /// How a file writes what takes the place of these bytes; `None` where that cannot be. `is_part` says that it stands
    /// within a text as it is, and is no value of YAML.
    pub fn written(&self, span: &Range<usize>, new: &str, is_part: bool) -> Option<String> {
        match () {
            () if self.is_table => cell(new, is_part),
            () if self.is_page => is_part.then(|| new.to_owned()),
            () => self.takes(span, new).then(|| new.to_owned()),
        }
    }

    /// The bytes of a value from its beginning to its end; `None` where the file has no such value, or is a page.
    pub fn whole(&mut self, at: &At) -> Option<Range<usize>> {
        let At::Value(steps) = at else { return None };
        if self.is_table {
            let table = self.table.get_or_insert_with(|| TablePlaces::new(&self.text));
            return Some(table.value(&self.text, steps)).filter(|span| !span.is_empty());
        }
        let tree = self.tree.get_or_insert_with(|| tree(&self.text).ok().flatten());
        let node = node(tree.as_deref()?, steps)?;
        node.scalar().map(|_| node.span.clone())
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
        if self.is_table {
            let table = self.table.get_or_insert_with(|| TablePlaces::new(&self.text));
            let cell = table.value(&self.text, steps);
            let part = part.and_then(|part| within(&self.text, cell.clone(), part));
            return Some(part.unwrap_or_else(|| first_line(&self.text, cell)));
        }
        let tree = self.tree.get_or_insert_with(|| tree(&self.text).ok().flatten());
        let Some(root) = tree else { return Some(0..0) };
        let part = part.and_then(|part| within(&self.text, node(root, steps)?.span.clone(), part));
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

/// A value as a cell of a table says it: one that needs no quotes, since a cell may hold more than what is replaced.
fn cell(new: &str, is_part: bool) -> Option<String> {
    let value = if is_part { new.to_owned() } else { tree(new).ok()??.scalar()?.to_owned() };
    (!value.contains(['"', ',', ';', '\t', '\n', '\r'])).then_some(value)
}
