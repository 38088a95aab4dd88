//! The files of a list in, the rows of its sheets out, each cell with its text and where its value stands.

use std::collections::HashSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::diag::Step;
use crate::edit::{Kind, Node, tree};

use super::cell;
use super::form::{Child, Form};

/// A file of a list, read.
#[derive(Debug)]
pub struct File {
    /// From the content folder.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// Its values; `None` for a table of items.
    pub root: Option<Node>,
}

/// The rows of every sheet.
#[derive(Debug)]
pub struct Grid {
    /// The files of the list; the first holds its head.
    pub files: Vec<File>,
    /// The rows, in the order of the list.
    pub rows: Vec<Row>,
}

/// A record as a row.
#[derive(Debug)]
pub struct Row {
    /// Which sheet of the form.
    pub sheet: usize,
    /// The row of the record that it stands in; `None` for the head of the list.
    pub owner: Option<usize>,
    /// Which sequence of the owner.
    pub child: usize,
    /// Its id, or `#` and its place in the sequence.
    pub own: String,
    /// What names the sequence that it stands in: `职责/policy/工作事项`.
    pub parent: String,
    /// Which file.
    pub file: usize,
    /// Steps to it in the file.
    pub at: Vec<Step>,
    /// Bytes of it.
    pub span: Range<usize>,
    /// Text and bytes of its cells; no bytes where there is no value.
    pub cells: Vec<(String, Option<Range<usize>>)>,
    /// Bytes of the whole value of each cell, in all its languages; none where there is no value.
    pub within: Vec<Option<Range<usize>>>,
    /// Whether the file is the record.
    pub whole: bool,
}

impl Row {
    /// What names the row among all.
    pub fn key(&self) -> String {
        if self.parent.is_empty() { self.own.clone() } else { format!("{}/{}", self.parent, self.own) }
    }
}

/// Whether a path is that of a file of regimes.
fn is_regime(path: &Path) -> bool {
    path.parent().and_then(Path::file_name).is_some_and(|name| name == "regimes")
}

impl Grid {
    /// Reads the files of a list, the head first; `None` where one is no YAML.
    pub fn read(files: &[(PathBuf, String)], form: &Form) -> Result<Grid, PathBuf> {
        let mut read = Vec::new();
        for (path, text) in files {
            let is_table = path.extension().is_some_and(|extension| extension == "csv");
            let root = if is_table { None } else { Some(tree(text).ok_or_else(|| path.clone())?) };
            read.push(File { path: path.clone(), text: text.clone(), root });
        }
        let mut walk = Walk { form, rows: Vec::new(), keys: HashSet::new(), file: 0 };
        if let Some(root) = read.first().and_then(|file| file.root.as_ref()) {
            walk.record(0, None, 0, "", 0, root, Vec::new(), false);
        }
        for (index, file) in read.iter().enumerate().skip(1) {
            walk.file = index;
            let Some(root) = &file.root else { continue };
            if is_regime(&file.path) {
                let of = form.find("Regime");
                let child = form.sheets[0].children.iter().position(|child| child.of == "Regime").unwrap_or(0);
                let place = walk.rows.iter().filter(|row| row.sheet == of).count();
                let parent = form.sheets[0].children[child].called.clone();
                walk.record(of, Some(0), child, &parent, place, root, Vec::new(), true);
            } else {
                walk.children(0, 0, root, &[]);
            }
        }
        Ok(Grid { files: read, rows: walk.rows })
    }

    /// The languages of the texts of the files, Chinese and English first.
    pub fn languages(files: &[(PathBuf, String)]) -> Vec<String> {
        let mut found = vec!["zh".to_owned(), "en".to_owned()];
        for (_, text) in files {
            if let Some(root) = tree(text) {
                languages(&root, &mut found);
            }
        }
        found
    }
}

/// Keys of mappings that are texts: all of their keys have the form of a language tag and one is Chinese or English.
fn languages(node: &Node, found: &mut Vec<String>) {
    match &node.kind {
        Kind::Scalar(_) => {}
        Kind::Sequence(entries) => entries.iter().for_each(|entry| languages(entry, found)),
        Kind::Mapping(entries) => {
            let names = || entries.iter().filter_map(|(key, _)| key.scalar());
            let tag = |name: &str| (2..=3).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_lowercase());
            if names().any(|name| matches!(name, "zh" | "en"))
                && names().all(|name| tag(name.split('-').next().unwrap_or("")))
            {
                for name in names() {
                    if !found.iter().any(|have| have == name) {
                        found.push(name.to_owned());
                    }
                }
                return;
            }
            entries.iter().for_each(|(_, value)| languages(value, found));
        }
    }
}

struct Walk<'f> {
    form: &'f Form,
    rows: Vec<Row>,
    keys: HashSet<String>,
    file: usize,
}

impl Walk<'_> {
    #[expect(clippy::too_many_arguments, reason = "a record, and all that is known of where it stands")]
    fn record(
        &mut self,
        sheet: usize,
        owner: Option<usize>,
        child: usize,
        parent: &str,
        place: usize,
        node: &Node,
        at: Vec<Step>,
        whole: bool,
    ) {
        let form = &self.form.sheets[sheet];
        let id = form.id.and_then(|key| node.get(key)).and_then(Node::scalar).filter(|id| !id.trim().is_empty());
        let own = id.map_or_else(|| format!("#{}", place + 1), str::to_owned);
        let key = |own: &str| format!("{parent}/{own}");
        // An id that is there twice is for the check to report; the rows are told apart by their places.
        let own = if self.keys.contains(&key(&own)) { format!("#{}", place + 1) } else { own };
        self.keys.insert(key(&own));
        let cells = form.columns.iter().map(|column| {
            let found = find(node, &column.path);
            let value = found.map(Node::value);
            let text = cell::text(column, value.as_ref());
            let form = match (&column.lang, found) {
                (Some(lang), Some(node)) if !column.many => node.get(lang).or_else(|| node.scalar().and(found)),
                _ => found,
            };
            ((text, form.map(|node| node.span.clone())), found.map(|node| node.span.clone()))
        });
        let (cells, within) = cells.unzip();
        let index = self.rows.len();
        let (own, parent, span) = (own, parent.to_owned(), node.span.clone());
        self.rows.push(Row {
            sheet,
            owner,
            child,
            own,
            parent,
            file: self.file,
            at: at.clone(),
            span,
            cells,
            within,
            whole,
        });
        self.children(index, sheet, node, &at);
    }

    /// The records in a record.
    fn children(&mut self, owner: usize, sheet: usize, node: &Node, at: &[Step]) {
        let prefix = if sheet == 0 { String::new() } else { format!("{}/", self.rows[owner].key()) };
        for (child, Child { path, of, called }) in self.form.sheets[sheet].children.iter().enumerate() {
            let Some(entries) = find(node, path).map(Node::entries) else { continue };
            let inner = self.form.find(of);
            let before = if sheet == 0 {
                self.rows.iter().filter(|row| row.owner == Some(0) && row.child == child).count()
            } else {
                0
            };
            for (index, entry) in entries.iter().enumerate() {
                let mut at = at.to_vec();
                at.extend(path.iter().map(|key| Step::key(key)));
                at.push(Step::Index(index as u32));
                self.record(inner, Some(owner), child, &format!("{prefix}{called}"), before + index, entry, at, false);
            }
        }
    }
}

/// The node at the end of a path; a phone may be written as its number alone.
fn find<'n>(node: &'n Node, path: &[String]) -> Option<&'n Node> {
    if node.scalar().is_some() && path.len() == 1 && path[0] == "number" {
        return Some(node);
    }
    path.iter().try_fold(node, |node, key| node.get(key))
}
