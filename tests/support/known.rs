//! Texts that may stand on pages in; whether a text of a page is made of them out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::bare;
use super::tables::Tables;

/// What may stand on pages beside the cells of papers.
#[derive(Default)]
pub struct Known {
    /// By their first sign; the longest first.
    texts: BTreeMap<char, BTreeSet<String>>,
}

impl Known {
    /// The words of the interface, and the names that the registers hold.
    pub fn new(tables: &Tables) -> Known {
        let mut known = Known::default();
        let mut open = vec![&tables.strings];
        while let Some(value) = open.pop() {
            match value {
                Value::Object(values) => open.extend(values.values()),
                Value::String(text) => text.split(['{', '}']).step_by(2).for_each(|part| known.add(part)),
                _ => {}
            }
        }
        let names = [
            "laws.title",
            "laws.document_number",
            "law_aliases.title",
            "topics.name",
            "departments.name",
            "regions.name",
            "lists.title",
            "lists.agency",
            "site.title",
            "sources.title",
            "source_parts.title",
        ];
        for name in names {
            let (table, column) = name.split_once('.').expect("a column");
            tables.tables[table].iter().for_each(|row| known.add(Tables::cell(row, column)));
        }
        known
    }

    /// Adds a text.
    pub fn add(&mut self, text: &str) {
        let text = bare(text);
        if let Some(first) = text.chars().next() {
            self.texts.entry(first).or_default().insert(text);
        }
    }

    /// Whether a text is made of known ones, with figures and marks between them.
    pub fn makes(&self, text: &str, also: &Known) -> bool {
        let signs: Vec<(usize, char)> = text.char_indices().collect();
        let mut reached = vec![false; text.len() + 1];
        reached[0] = true;
        for (at, sign) in signs {
            if !reached[at] {
                continue;
            }
            if sign.is_ascii() || !sign.is_alphabetic() {
                reached[at + sign.len_utf8()] = true;
            }
            for texts in [self, also].iter().filter_map(|known| known.texts.get(&sign)) {
                for known in texts.iter().filter(|known| text[at..].starts_with(known.as_str())) {
                    reached[at + known.len()] = true;
                }
            }
        }
        reached[text.len()]
    }
}
