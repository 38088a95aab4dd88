//! A run of subjects in; files of their cards and texts, and the keys that they are found by, out.

use std::collections::HashSet;

use serde_json::json;

use crate::diag::Failure;
use crate::link::Graph;
use crate::model::{Lang, Position};

use super::entry::{Entry, Gather, SearchSubject};
use super::file::{Emit, put_printed};
use super::key::{Key, LongStems};
use super::postings::Pairs;
use super::things::{LEVELS, Near, Things};
use super::tokens;
use super::words::Met;

/// How many entries a chunk has; the client knows it. Files hold entries of one chunk, and parts of texts are numbered
/// from the beginning of the chunk: what an edit changes ends with the chunk.
pub const CHUNK: usize = 64;

/// Size of a part of a text, in bytes, which is passed only where one line alone is longer.
const PART: usize = 1536;

/// How many parts stand in a file; the client knows it.
const PARTS: usize = 4;

/// Size of the cards of a file, in bytes, after which the next begins.
const CARDS: usize = 3 * 1024;

/// Longest name whose reading is kept, in characters.
const LONGEST: usize = 16;

/// What becomes of a run of subjects. Entries and parts of texts are numbered from its beginning.
#[derive(Default)]
pub struct Chunk {
    /// Keys of names with entries, keys of texts with parts.
    pub names: Pairs,
    pub texts: Pairs,
    /// Keys of things with entries, each number with how near the entry is.
    pub things: Pairs,
    /// First part of every entry, and the number of parts.
    pub starts: Vec<u32>,
    pub parts: u32,
    /// First entry of every file of cards, and the prints of the files.
    pub cards: Vec<usize>,
    pub card_prints: Vec<String>,
    /// The prints of the files of texts.
    pub text_prints: Vec<String>,
    /// Names short enough to be typed by their reading; whether of a topic.
    pub short_names: HashSet<(bool, String)>,
    /// Of each thing with everyday words, whether records are about it.
    pub met: Vec<Met>,
}

/// Makes the chunk of a number from its subjects, each with whether it is a topic.
pub fn chunk(
    gather: &Gather<'_>,
    number: usize,
    subjects: &[(bool, SearchSubject)],
    things: &Things,
    long: &LongStems,
    emit: &Emit<'_>,
) -> Result<Chunk, Failure> {
    let mut chunk = Chunk { met: vec![Met::default(); things.count()], ..Chunk::default() };
    let mut keys = Vec::new();
    let mut cards = Values::default();
    let mut texts = Values::default();
    for (at, (is_topic, subject)) in subjects.iter().enumerate() {
        let entry = gather.entry(*subject);
        chunk.named(gather.graph, at as u32, &entry, long, &mut keys);
        chunk.about(things, gather.lang, at as u32, &entry);
        chunk.short_names.extend(short_names(&entry.names).map(|name| (*is_topic, name.to_owned())));
        for part in parts(&entry.body) {
            tokens::keys(part, long, &mut keys);
            keys.iter().for_each(|key| chunk.texts.push(*key, chunk.parts));
            texts.add(&json!(part).to_string());
            chunk.parts += 1;
            if texts.count == PARTS {
                chunk.text_prints.push(texts.put(&format!("t-{number}-{}", chunk.text_prints.len()), emit)?);
            }
        }
        if cards.count == 0 {
            chunk.cards.push(at);
        }
        let topics: Vec<usize> = entry.topics.iter().map(|topic| topic.get()).collect();
        let mut card = json!([entry.path, entry.place, entry.contacts, topics, entry.names, entry.more]);
        if let (Some(card), false) = (card.as_array_mut(), entry.gone.is_empty()) {
            card.push(json!(entry.gone));
        }
        cards.add(&card.to_string());
        if cards.text.len() >= CARDS {
            chunk.card_prints.push(cards.put(&format!("b-{number}-{}", chunk.card_prints.len()), emit)?);
        }
    }
    if texts.count > 0 {
        chunk.text_prints.push(texts.put(&format!("t-{number}-{}", chunk.text_prints.len()), emit)?);
    }
    if cards.count > 0 {
        chunk.card_prints.push(cards.put(&format!("b-{number}-{}", chunk.card_prints.len()), emit)?);
    }
    Ok(chunk)
}

impl Chunk {
    /// Enters names, topics and region of an entry, and the first part of its text.
    fn named(&mut self, graph: &Graph<'_>, number: u32, entry: &Entry, long: &LongStems, keys: &mut Vec<Key>) {
        tokens::keys(&entry.names, long, keys);
        keys.extend(entry.topics.iter().map(|topic| Key::topic(topic.get())));
        if let Some(region) = entry.region {
            let regions = std::iter::once(region).chain(graph.regions_above(region));
            keys.extend(regions.map(|region| Key::region(region.get())));
        }
        keys.iter().for_each(|key| self.names.push(*key, number));
        self.starts.push(self.parts);
        self.texts.push(Key::STARTS, self.parts);
    }

    /// Enters the things that an entry has to do with.
    fn about(&mut self, things: &Things, lang: Lang, number: u32, entry: &Entry) {
        for (thing, near) in things.of(entry, lang) {
            self.things.push(Key::thing(thing), number * LEVELS + near as u32);
            self.met[thing].named |= entry.is_record && near == Near::Name;
            self.met[thing].touched |= entry.is_record;
        }
    }
}

/// Names, and what stands in them between marks, that are short enough to be typed by their reading.
fn short_names(names: &str) -> impl Iterator<Item = &str> {
    let runs = names.split(|c: char| !(c.is_ascii_alphanumeric() || c.is_alphanumeric() && tokens::is_cjk(c)));
    runs.filter(|run| run.chars().any(tokens::is_cjk) && (2..=LONGEST).contains(&run.chars().take(LONGEST + 1).count()))
}

/// Values on their way into a file.
#[derive(Default)]
struct Values {
    text: String,
    count: usize,
}

impl Values {
    fn add(&mut self, json: &str) {
        self.text.push(if self.count == 0 { '[' } else { ',' });
        self.text.push_str(json);
        self.count += 1;
    }

    /// Puts the file and begins the next.
    fn put(&mut self, name: &str, emit: &Emit<'_>) -> Result<String, Failure> {
        self.text.push(']');
        let print = put_printed(name, &self.text, emit)?;
        self.text.clear();
        self.count = 0;
        Ok(print)
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

#[cfg(test)]
mod tests {
    use super::{PART, parts};

    #[test]
    fn names_are_read_between_their_marks() {
        let names = "“质量月”活动\n12365消费申诉举报咨询\nQuality Month\n法律、法规、政策咨询\n特种设备生产、使用单位和检验、检测机构的监督检查";
        let read: Vec<&str> = super::short_names(names).collect();
        assert_eq!(read[..6], ["质量月", "活动", "12365消费申诉举报咨询", "法律", "法规", "政策咨询"]);
    }

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
