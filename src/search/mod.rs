//! Graph and plan in, the files that the search page's script looks things up in out.
//!
//! Entries are numbered kind by kind. A key (a pair of Chinese characters, a stem, a filter) leads to entry numbers;
//! keys are spread over shards by a hash. Cards and texts of entries stand in small blocks, loaded for what is shown.

mod entry;
mod lexicon;
mod postings;
mod tokens;

use std::collections::BTreeSet;

use serde_json::json;

use crate::diag::Failure;
use crate::link::Graph;
use crate::model::Lang;
use crate::plan::{Plan, Target};

use entry::{Entry, Gather, Subject};
use lexicon::Lexicon;
use postings::{Numbers, Postings};

/// Size of the texts of a block, in bytes, after which the next begins.
const BLOCK: usize = 3 * 1024;

/// Kinds in the order in which entries are numbered.
const KINDS: [&str; 10] =
    ["topic", "office", "duty", "service", "matter", "regime", "department", "region", "list", "law"];

/// Takes a file of the index: its path from the root of the site, and its bytes.
pub type Keep<'k> = dyn FnMut(&str, &[u8]) -> Result<(), Failure> + 'k;

/// Folder of the index of a language, from the root of the site.
pub fn folder(lang: Lang) -> String {
    format!("search/{lang}/")
}

/// Writes the index of a language. Held in memory are the entry numbers of every key, no text.
pub fn write(graph: &Graph<'_>, plan: &Plan<'_>, lang: Lang, keep: &mut Keep<'_>) -> Result<(), Failure> {
    let gather = Gather { graph, plan, lang };
    let mut postings = Postings::default();
    let mut lexicon = Lexicon::default();
    let mut blocks = Blocks { lang, starts: Numbers::default(), count: 0, block: Vec::new(), size: 0 };
    let mut kinds = Vec::new();
    let mut number = 0u32;
    for (kind, subjects) in KINDS.iter().zip(subjects(graph, plan)) {
        kinds.push(json!([kind, number]));
        for subject in subjects {
            let entry = gather.entry(subject);
            let mut keys = BTreeSet::new();
            tokens::keys(&entry.names, &mut keys);
            keys.iter().for_each(|key| postings.add(key, number, true));
            tokens::keys(&entry.body, &mut keys);
            keys.iter().for_each(|key| postings.add(key, number, false));
            entry.topics.iter().for_each(|topic| postings.add(&format!("#t{topic}"), number, false));
            if let Some(region) = entry.region {
                let above = graph.regions_above(region);
                std::iter::once(region)
                    .chain(above)
                    .for_each(|region| postings.add(&format!("#r{region}"), number, false));
            }
            lexicon.names(kind, &entry.names);
            blocks.add(number, entry, keep)?;
            number += 1;
        }
    }
    blocks.flush(keep)?;
    lexicon.words(postings.keys());
    for (name, words) in lexicon.into_files() {
        put(lang, &format!("l-{name}"), &words, keep)?;
    }
    let manifest = json!({
        "entries": number, "shards": postings.shards(), "kinds": kinds, "blocks": blocks.starts.as_str(),
        "topics": graph.model.topics.iter().map(|topic| topic.slug.as_str()).collect::<Vec<_>>(),
    });
    put(lang, "index", &manifest, keep)?;
    for (index, shard) in postings.into_shards().iter().enumerate() {
        put(lang, &format!("p-{index}"), &json!(shard), keep)?;
    }
    Ok(())
}

/// A file is a call that hands its value to the page: pages opened from a disk may load scripts and nothing else.
fn put(lang: Lang, name: &str, value: &serde_json::Value, keep: &mut Keep<'_>) -> Result<(), Failure> {
    let name = format!("{}{name}", folder(lang));
    keep(&format!("{name}.js"), format!("qingdanSearch({},{value})\n", json!(name)).as_bytes())
}

/// What can be found, kind by kind in the order of `KINDS`.
fn subjects(graph: &Graph<'_>, plan: &Plan<'_>) -> [Vec<Subject>; KINDS.len()] {
    let mut found: [Vec<Subject>; KINDS.len()] = Default::default();
    for target in &plan.targets {
        let kind = match target {
            Target::Topic(_) => 0,
            Target::Duty(..) => 2,
            Target::Service(..) => 3,
            Target::Matter(..) => 4,
            Target::Regime(..) => 5,
            Target::Department(_) => 6,
            Target::Region(_) => 7,
            Target::List(_) => 8,
            Target::Law(_) => 9,
            _ => continue,
        };
        found[kind].push(Subject::Page(*target));
    }
    for (l, list) in (0..).zip(&graph.model.lists) {
        found[1].extend((0..list.offices.len() as u32).map(|o| Subject::Office(l, o)));
    }
    found
}

/// Blocks of entries on their way out.
struct Blocks {
    lang: Lang,
    /// Number of the first entry of each block.
    starts: Numbers,
    count: u32,
    block: Vec<serde_json::Value>,
    size: usize,
}

impl Blocks {
    fn add(&mut self, number: u32, entry: Entry, keep: &mut Keep<'_>) -> Result<(), Failure> {
        if self.block.is_empty() {
            self.starts.push(number);
        }
        self.size += entry.names.len() + entry.body.len();
        self.block.push(json!([
            entry.title,
            entry.path,
            entry.place,
            entry.offices,
            entry.topics,
            entry.names,
            entry.body
        ]));
        if self.size >= BLOCK { self.flush(keep) } else { Ok(()) }
    }

    fn flush(&mut self, keep: &mut Keep<'_>) -> Result<(), Failure> {
        if self.block.is_empty() {
            return Ok(());
        }
        let block = std::mem::take(&mut self.block);
        put(self.lang, &format!("b-{}", self.count), &json!(block), keep)?;
        (self.count, self.size) = (self.count + 1, 0);
        Ok(())
    }
}
