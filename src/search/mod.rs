//! Graph and plan in, the files that the search page's script looks things up in out.
//!
//! Entries are numbered kind by kind, and the parts of their texts in the same order. A key (two to four
//! neighbouring characters, a stem, a filter) leads to the entries that it names and to the parts of texts that hold it; keys are
//! spread over shards by a hash. Cards and texts stand in small blocks, loaded for what is shown.

mod blocks;
mod entry;
mod file;
mod lexicon;
mod postings;
mod tokens;

use std::collections::{BTreeSet, HashSet};

use serde_json::{Value, json};

use crate::diag::Failure;
use crate::link::Graph;
use crate::model::{Lang, ListId, OfficeId, Position, RegionId};
use crate::plan::Plan;

pub use file::Emit;

use blocks::Blocks;
use entry::{Entry, Gather, SearchSubject};
use file::put;
use lexicon::Lexicon;
use postings::Postings;

/// Size of a part of a text, in bytes, which is passed only where one line alone is longer.
const PART: usize = 1536;

/// How many parts stand in a file; the client knows it.
const PARTS: usize = 4;

/// Size of the cards of a block, in bytes, after which the next begins.
const CARDS: usize = 3 * 1024;

/// Parts of texts after which a new window begins: what the client looks through at a time.
const WINDOW: u32 = 4096;

/// Kinds in the order in which entries are numbered.
const KINDS: [&str; 11] =
    ["topic", "office", "duty", "item", "service", "matter", "regime", "department", "region", "list", "law"];

/// Writes the index of a language. Held in memory are the numbers of every key, no text.
pub fn write(graph: &Graph<'_>, plan: &Plan<'_>, lang: Lang, emit: &mut Emit<'_>) -> Result<(), Failure> {
    let gather = Gather { graph, plan, lang };
    let mut index = Index::default();
    let mut cards = Blocks::new('b', |_, size| size >= CARDS);
    let mut texts = Blocks::new('t', |count, _| count == PARTS);
    let mut kinds = Vec::new();
    let mut windows: Vec<[u32; 2]> = Vec::new();
    for (kind, subjects) in KINDS.iter().zip(subjects(graph, plan)) {
        kinds.push(json!([kind, cards.count]));
        for subject in subjects {
            let entry = gather.entry(subject);
            if windows.last().is_none_or(|[_, first]| texts.count - first >= WINDOW) {
                windows.push([cards.count, texts.count]);
            }
            index.entry(graph, kind, &entry, cards.count, texts.count);
            for part in parts(&entry.body) {
                index.part(part, texts.count);
                texts.add(json!(part), part.len(), emit)?;
            }
            let topics: Vec<usize> = entry.topics.iter().map(|topic| topic.get()).collect();
            let card = json!([entry.path, entry.place, entry.offices, topics, entry.names]);
            let size = entry.names.len() + entry.path.len() + entry.place.len() + 40 * entry.offices.len();
            cards.add(card, size, emit)?;
        }
    }
    cards.flush(emit)?;
    texts.flush(emit)?;
    index.lexicon.words(index.postings.keys());
    for (name, words) in index.lexicon.into_files() {
        put(&format!("l-{name}"), &words, emit)?;
    }
    let (shards, pieces) = index.postings.into_shards();
    for (index, shard) in shards.iter().enumerate() {
        put(&format!("p-{index}"), &json!(shard), emit)?;
    }
    for (index, file) in pieces.into_files().iter().enumerate() {
        put(&format!("c-{index}"), &json!(file), emit)?;
    }
    put("f", &json!(regions(graph, lang)), emit)?;
    let topics: Vec<&str> = graph.model.topics.iter().map(|topic| topic.slug.as_str()).collect();
    let manifest = json!({
        "entries": cards.count, "parts": texts.count, "shards": shards.len(), "kinds": kinds, "windows": windows,
        "cards": cards.starts, "topics": topics,
    });
    put("index", &manifest, emit)
}

/// What is looked up, growing entry by entry.
#[derive(Default)]
struct Index {
    postings: Postings,
    lexicon: Lexicon,
    keys: HashSet<String>,
}

impl Index {
    /// Enters names, topics and region of an entry, and the first part of its text.
    fn entry(&mut self, graph: &Graph<'_>, kind: &str, entry: &Entry, number: u32, part: u32) {
        self.keys.clear();
        tokens::keys(&entry.names, &mut self.keys);
        self.keys.extend(entry.topics.iter().map(|topic| format!("#t{topic}")));
        if let Some(region) = entry.region {
            let regions = std::iter::once(region).chain(graph.regions_above(region));
            self.keys.extend(regions.map(|region| format!("#r{region}")));
        }
        self.keys.iter().for_each(|key| self.postings.name(key, number));
        self.postings.text("#s", part);
        self.lexicon.names(kind, &entry.names);
    }

    fn part(&mut self, text: &str, number: u32) {
        self.keys.clear();
        tokens::keys(text, &mut self.keys);
        self.keys.iter().for_each(|key| self.postings.text(key, number));
    }
}

/// A text cut between lines; at least one part, which may be empty.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut end) = (0, 0);
    for line in text.split_inclusive('\n') {
        if end > start && end + line.len() - start > PART {
            parts.push(&text[start..end]);
            start = end;
        }
        end += line.len();
    }
    parts.push(&text[start..]);
    parts
}

/// Regions that have lists, or regions below with lists: index, slug, name, index of the region above.
fn regions(graph: &Graph<'_>, lang: Lang) -> Vec<Value> {
    let model = graph.model;
    let own = model.lists.iter().filter_map(|list| graph.region_of(list));
    let all: BTreeSet<RegionId> =
        own.flat_map(|region| std::iter::once(region).chain(graph.regions_above(region))).collect();
    let row = |id: RegionId| {
        let region = &model[id];
        let above = graph.regions_above(id).first().map(|above| above.get());
        json!([id.get(), region.slug, region.name.best(lang).1, above])
    };
    all.into_iter().map(row).collect()
}

/// What can be found, kind by kind in the order of `KINDS`.
fn subjects(graph: &Graph<'_>, plan: &Plan<'_>) -> [Vec<SearchSubject>; KINDS.len()] {
    let mut found: [Vec<SearchSubject>; KINDS.len()] = Default::default();
    for target in &plan.targets {
        let name = target.kind().name;
        let Some(kind) = KINDS.iter().position(|kind| *kind == name) else { continue };
        found[kind].push(SearchSubject::Page(*target));
    }
    for (l, list) in ListId::each(graph.model) {
        found[1].extend(OfficeId::all(list).map(|o| SearchSubject::Office(l, o)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{PART, parts};

    #[test]
    fn a_text_is_cut_between_lines() {
        assert_eq!(parts(""), [""]);
        let line = format!("{}\n", "x".repeat(PART / 2 - 1));
        let text = line.repeat(5);
        let cut = parts(&text);
        assert_eq!((cut.len(), cut.concat()), (3, text.clone()));
        let long = format!("{}\na\n", "x".repeat(2 * PART));
        assert_eq!(parts(&long), [&long[..=2 * PART], "a\n"]);
    }
}
