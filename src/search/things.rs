//! What an entry says in; the things with everyday words that it is about out.

use std::collections::{BTreeMap, HashMap};

use crate::link::Graph;
use crate::model::{Lang, TopicId};
use crate::register::Everyday;

use super::entry::Entry;
use super::fold::fold;

/// A text is about a thing whose words stand in it so often: every so many characters, or so many times.
const DENSE: usize = 30;
const OFTEN: usize = 4;

/// The words of lists for things, by their first two characters, and the topics of things on the site.
#[derive(Debug)]
pub struct Things {
    words: HashMap<[char; 2], Vec<Word>>,
    topics: Vec<Vec<TopicId>>,
}

/// The rest of a word, the thing, and whether it counts in names alone.
#[derive(Debug)]
struct Word {
    rest: Vec<char>,
    thing: usize,
    named: bool,
}

/// How near an entry is to a thing; the client knows the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Near {
    /// It stands under a topic of the thing before all.
    Topic = 0,
    /// Its text has a word of the thing.
    Text = 1,
    /// Its text is about the thing.
    Subject = 2,
    /// It is called by it.
    Name = 3,
}

/// How many ways of being near there are: what an entry's number is multiplied by; the client knows it.
pub const LEVELS: u32 = 4;

impl Things {
    /// Those of the register, with the topics that the site has.
    pub fn new(everyday: &Everyday, graph: &Graph<'_>) -> Things {
        let mut words: HashMap<[char; 2], Vec<Word>> = HashMap::new();
        for (number, thing) in everyday.things.iter().enumerate() {
            let said = thing.says.iter().map(|word| (word, false)).chain(thing.named.iter().map(|word| (word, true)));
            for (word, named) in said {
                let chars: Vec<char> = word.chars().map(fold).collect();
                if let [a, b, rest @ ..] = chars.as_slice() {
                    words.entry([*a, *b]).or_default().push(Word { rest: rest.to_vec(), thing: number, named });
                }
            }
        }
        let topics =
            everyday.things.iter().map(|thing| thing.topics.iter().filter_map(|slug| graph.topic(slug)).collect());
        Things { words, topics: topics.collect() }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.topics.len()
    }

    /// The topics of a thing that the site has.
    pub fn topics(&self, thing: usize) -> &[TopicId] {
        &self.topics[thing]
    }

    /// The things that an entry has to do with, in ascending order. A topic is called by its things, an entry of another register
    /// is what its names say.
    pub fn of(&self, entry: &Entry, lang: Lang) -> BTreeMap<usize, Near> {
        let first = entry.topics.first();
        let under = |thing: &usize| first.is_some_and(|topic| self.topics[*thing].contains(topic));
        let every = 0..self.topics.len();
        if !entry.is_record && entry.topics.len() == 1 {
            return every.filter(under).map(|thing| (thing, Near::Name)).collect();
        }
        let mut near: BTreeMap<usize, Near> = BTreeMap::new();
        if entry.is_record {
            near.extend(every.filter(under).map(|thing| (thing, Near::Topic)));
            let text = if lang == Lang::ZH { &entry.body } else { &entry.chinese };
            let length = text.chars().count();
            for (thing, (times, size)) in self.count_words(text, false) {
                near.insert(thing, if times >= OFTEN || size * DENSE >= length { Near::Subject } else { Near::Text });
            }
        }
        near.extend(self.count_words(&entry.names, true).into_keys().map(|thing| (thing, Near::Name)));
        near
    }

    /// How often words of things stand in a text, and how many characters these are.
    fn count_words(&self, text: &str, name: bool) -> BTreeMap<usize, (usize, usize)> {
        let chars: Vec<char> = text.chars().map(fold).collect();
        let mut found: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for (at, pair) in chars.windows(2).enumerate() {
            let Some(words) = self.words.get(&[pair[0], pair[1]]) else { continue };
            for word in words.iter().filter(|word| (name || !word.named) && chars[at + 2..].starts_with(&word.rest)) {
                let (times, size) = found.entry(word.thing).or_default();
                *times += 1;
                *size += 2 + word.rest.len();
            }
        }
        found
    }
}
