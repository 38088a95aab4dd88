//! Graph and plan in, the files that the search page's script looks things up in out.
//!
//! Entries are numbered kind by kind, and the parts of their texts in the same order. A key (two to four
//! neighbouring characters, a stem, a thing with everyday words, a filter) leads to the entries that it names and to the parts of texts that hold it; keys are
//! spread over shards by a hash. Cards and texts stand in small files, loaded for what is shown. The file `index` alone
//! is always called the same: from it, prints lead to all others, whose names say what they hold.

mod chunk;
mod contacts;
mod entry;
mod file;
mod fold;
mod key;
mod lexicon;
mod numbers;
mod postings;
mod shards;
mod things;
mod tokens;
mod words;

use std::collections::{BTreeSet, HashSet};

use rayon::prelude::{IndexedParallelIterator, ParallelIterator, ParallelSlice};
use serde_json::{Value, json};

use crate::diag::Failure;
use crate::link::Graph;
use crate::model::{
    IdMap, Lang, ListId, LookedAt, MechanismId, OfficeId, Part, Position, RecordRef, RegionId, TopicId,
};
use crate::plan::Plan;
use crate::register::register;

pub use file::Emit;

use chunk::{CHUNK, Chunk, chunk};
use entry::{Gather, SearchSubject};
use file::{put, put_printed};
use key::LongStems;
use postings::{Counted, Postings};
use things::{LEVELS, Things};
use words::Met;

/// Parts of texts after which a new window begins: what the client looks through at a time.
const WINDOW: u32 = 4096;

/// Numbers of parts are left out up to the next multiple of this where a chunk ends, so that a part more in one chunk
/// seldom moves those of the next.
const ROOM: u32 = 16;

/// Chunks a thread that are made before their keys are taken up: what is held of texts at a time.
const BATCH: usize = 4;

/// Kinds in the order in which entries are numbered.
const KINDS: [&str; 13] = [
    "topic",
    "office",
    "duty",
    "item",
    "service",
    "matter",
    "regime",
    "mechanism",
    "department",
    "region",
    "list",
    "law",
    "agency",
];

/// Writes the index of a language. Held in memory are the numbers of every key, no text.
///
/// # Errors
///
/// Fails where `emit` does.
pub fn write(graph: &Graph<'_>, plan: &Plan<'_>, lang: Lang, emit: &Emit<'_>) -> Result<(), Failure> {
    let gather = Gather { graph, plan, lang };
    let by_kind = subjects(graph, plan);
    let mut subjects: Vec<(bool, SearchSubject)> = Vec::new();
    let mut kinds = Vec::new();
    for (kind, of_kind) in KINDS.iter().zip(by_kind) {
        kinds.push(json!([kind, subjects.len()]));
        subjects.extend(of_kind.into_iter().map(|subject| (*kind == "topic", subject)));
    }
    let long = LongStems::default();
    let everyday = &register().everyday;
    let things = Things::new(everyday, graph);
    let mut index = Index { met: vec![Met::default(); things.count()], ..Index::default() };
    let batch = BATCH * rayon::current_num_threads();
    for (start, subjects) in subjects.chunks(batch * CHUNK).enumerate() {
        let chunks = subjects.par_chunks(CHUNK).enumerate();
        // Whoever makes something of one list may do this while he waits, and has not looked at these.
        let chunks = chunks.map(|(at, subjects)| {
            LookedAt::during(None, || chunk(&gather, start * batch + at, subjects, &things, &long, emit))
        });
        index.add(chunks.collect::<Result<_, Failure>>()?, emit)?;
    }
    let Index { mut names, texts, things: near, short_names, met, entries, parts, windows, chunks, .. } = index;
    names.take(near);
    let words = names.keys().chain(texts.keys()).filter_map(|key| key.as_word(&long));
    let (files, lexicon) =
        rayon::join(|| shards::write(&names, &texts, &long, emit), || lexicon::write(words, short_names, emit));
    let [shards, of_names, of_texts] = files?;
    let regions = put_printed("f", &json!(regions(graph, lang)).to_string(), emit)?;
    let topics: Vec<&str> = graph.model.topics.iter().map(|topic| topic.slug.as_str()).collect();
    let words = words::write(everyday, &things, &met, graph, emit)?;
    let manifest = json!({
        "entries": entries, "parts": parts, "kinds": kinds, "windows": windows, "topics": topics,
        "count": {"p": shards.count, "n": of_names.count, "c": of_texts.count},
        "states": words.states, "asks": words.asks,
        "prints": {
            "e": chunks, "p": shards.prints, "n": of_names.prints, "c": of_texts.prints, "l": lexicon?, "f": regions,
            "w": words.chinese, "y": words.spelled, "v": words.english,
        },
    });
    put("index", &manifest.to_string(), emit)
}

/// What is looked up, growing batch by batch.
#[derive(Default)]
struct Index {
    names: Postings,
    texts: Postings,
    things: Postings,
    short_names: HashSet<(bool, String)>,
    met: Vec<Met>,
    /// Entries so far, and the number of the next part.
    entries: u32,
    parts: u32,
    /// First entry and first part of every window; how many parts there were before the last, and are now.
    windows: Vec<[u32; 2]>,
    before: u32,
    count: u32,
    /// The prints of the files that tell those of each chunk.
    chunks: String,
    chunk: usize,
}

impl Index {
    /// Takes up chunks in their order.
    fn add(&mut self, chunks: Vec<Chunk>, emit: &Emit<'_>) -> Result<(), Failure> {
        let mut firsts = Vec::new();
        for chunk in &chunks {
            firsts.push((self.entries, self.parts));
            let ends = chunk.starts.iter().skip(1).chain([&chunk.parts]);
            for (start, end) in chunk.starts.iter().zip(ends) {
                if self.windows.is_empty() || self.count - self.before >= WINDOW {
                    self.windows.push([self.entries, self.parts + start]);
                    self.before = self.count;
                }
                self.entries += 1;
                self.count += end - start;
            }
            let prints = json!([self.parts, chunk.cards, chunk.card_prints.concat(), chunk.text_prints.concat()]);
            self.chunks += &put_printed(&format!("d-e-{}", self.chunk), &prints.to_string(), emit)?;
            self.chunk += 1;
            self.parts += chunk.parts.next_multiple_of(ROOM);
        }
        let counted = |first: u32, pairs| Counted { first, pairs };
        let names: Vec<Counted<'_>> =
            chunks.iter().zip(&firsts).map(|(chunk, (entry, _))| counted(*entry, &chunk.names)).collect();
        let texts: Vec<Counted<'_>> =
            chunks.iter().zip(&firsts).map(|(chunk, (_, part))| counted(*part, &chunk.texts)).collect();
        let things: Vec<Counted<'_>> =
            chunks.iter().zip(&firsts).map(|(chunk, (entry, _))| counted(entry * LEVELS, &chunk.things)).collect();
        rayon::join(|| self.names.add(&names), || self.texts.add(&texts));
        self.things.add(&things);
        for chunk in &chunks {
            for (met, more) in self.met.iter_mut().zip(&chunk.met) {
                met.named |= more.named;
                met.touched |= more.touched;
            }
        }
        self.short_names.extend(chunks.into_iter().flat_map(|chunk| chunk.short_names));
        Ok(())
    }
}

/// Regions that have lists, or regions below with lists: index, slug, name, index of the region above, and which topics
/// have a page about the region: a bit for each, the first topic the lowest, in hexadecimal figures of four from the left.
fn regions(graph: &Graph<'_>, lang: Lang) -> Vec<Value> {
    let model = graph.model;
    let own = model.lists.iter().filter_map(|list| graph.region_of(list));
    let all: BTreeSet<RegionId> =
        own.flat_map(|region| std::iter::once(region).chain(graph.regions_above(region))).collect();
    let mut answered: IdMap<RegionId, Vec<bool>> = IdMap::filled(model.regions.len(), Vec::new());
    for topic in TopicId::all(model) {
        for region in graph.regions_under(topic) {
            answered[*region].resize(topic.get() + 1, false);
            answered[*region][topic.get()] = true;
        }
    }
    let row = |id: RegionId| {
        let region = &model[id];
        let above = graph.regions_above(id).first().map(|above| above.get());
        json!([id.get(), region.slug, region.name.best(lang).1, above, bits(&answered[id])])
    };
    all.into_iter().map(row).collect()
}

/// Four bits a figure, the first of them the lowest.
fn bits(set: &[bool]) -> String {
    let figure = |four: &[bool]| four.iter().rev().fold(0, |sum, bit| 2 * sum + u32::from(*bit));
    set.chunks(4).filter_map(|four| char::from_digit(figure(four), 16)).collect()
}

/// What can be found, kind by kind in the order of `KINDS`.
fn subjects(graph: &Graph<'_>, plan: &Plan<'_>) -> [Vec<SearchSubject>; KINDS.len()] {
    let mut found: [Vec<SearchSubject>; KINDS.len()] = Default::default();
    for target in &plan.targets {
        let name = target.kind().name;
        // The bodies of the mechanism are found one by one.
        let Some(kind) = KINDS.iter().position(|kind| *kind == name && name != "mechanism") else { continue };
        found[kind].push(SearchSubject::Page(*target));
    }
    for (l, list) in ListId::each(graph.model) {
        let part = |part| SearchSubject::Part(RecordRef { list: l, part });
        found[1].extend(OfficeId::all(list).map(|o| part(Part::Office(o))));
        found[7].extend(MechanismId::all(list).map(|i| part(Part::Mechanism(i))));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::bits;

    #[test]
    fn bits_stand_four_in_a_figure() {
        assert_eq!(bits(&[true, false, false, false, false, true]), "12");
        assert_eq!(bits(&[false, true, true, true]), "e");
        assert_eq!(bits(&[]), "");
    }
}
