//! Everyday words, and which things the site has, in; the files that a query is understood by out.

use serde_json::json;

use crate::diag::Failure;
use crate::i18n::{readings, tones};
use crate::link::Graph;
use crate::register::Everyday;

use super::file::{Emit, put_printed};
use super::fold::fold;
use super::things::Things;
use super::tokens::{is_cjk, stem};

/// How many files Chinese words are spread over, by their first character; the client knows it.
const CHINESE: usize = 128;

/// What stands in a word for a few characters, or words in English, that may be anything; the client knows it.
const GAP: char = '…';

/// How many files words in letters are spread over, by the first three of the first word; the client
/// knows it.
const LETTERS: usize = 128;

/// Whether any record is called by a thing, and whether any has to do with it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Met {
    pub named: bool,
    pub touched: bool,
}

/// What the manifest says of the words.
pub struct Words {
    /// Of each thing: `0` the site has nothing on it; `1` it does; `2` it does, but that says little beside something that it
    /// lacks, or beside much that is unknown; `3` it does, but that says half as much beside something that it lacks.
    pub states: String,
    /// Of each way to ask, the kinds that answer.
    pub asks: Vec<String>,
    /// The prints of the files of Chinese words, of these by their reading, and of the stems of English ones.
    pub chinese: String,
    pub spelled: String,
    pub english: String,
}

/// A word, what it is, and under which word it is looked up.
struct Word {
    what: String,
    looked_up: String,
    form: String,
}

/// Writes the words in Chinese, by their readings, and in English.
pub fn write(
    everyday: &Everyday,
    things: &Things,
    met: &[Met],
    graph: &Graph<'_>,
    emit: &Emit<'_>,
) -> Result<Words, Failure> {
    let states = (0..things.count()).map(|thing| state(everyday, things, thing, met[thing], graph)).collect();
    let as_it_is = |_: &str, looked_up: &str| looked_up.to_owned();
    let chinese = all(everyday, false, |word| vec![folded(word)], as_it_is);
    let spelled = all(everyday, false, readings, read_as);
    let english = all(everyday, true, |word| vec![stems(word)], as_it_is);
    let by_character = |word: &str| word.chars().next().map_or(0, |c| u32::from(c) as usize % CHINESE);
    let by_letter = |word: &str| match word.split(' ').next().map(str::as_bytes) {
        Some([a, b, c, ..]) => [a, b, c].into_iter().fold(0, |home, byte| (home * 31 + usize::from(*byte)) % LETTERS),
        _ => 0,
    };
    Ok(Words {
        states,
        asks: everyday.asks.iter().map(|ask| ask.kinds.join(" ")).collect(),
        chinese: files("w", CHINESE, &chinese, by_character, emit)?,
        spelled: files("y", LETTERS, &spelled, by_letter, emit)?,
        english: files("v", LETTERS, &english, by_letter, emit)?,
    })
}

fn state(everyday: &Everyday, things: &Things, thing: usize, met: Met, graph: &Graph<'_>) -> char {
    let about = &everyday.things[thing];
    // What is mentioned under other topics alone is not what the lists are about.
    let under =
        about.topics.is_empty() || things.topics(thing).iter().any(|topic| !graph.under_topic[*topic].is_empty());
    match (met.named || met.touched && under, about.wide, about.aspect) {
        (false, ..) => '0',
        (true, true, _) => '2',
        (true, false, true) => '3',
        (true, false, false) => '1',
    }
}

/// Every word with what it is: the number of its thing, `a` with that of a way to ask, `c` (common) or `f` (a filler).
fn all(
    everyday: &Everyday,
    english: bool,
    look_up: fn(&str) -> Vec<String>,
    form: fn(&str, &str) -> String,
) -> Vec<Word> {
    fn in_language<'w>(english: bool, zh: &'w [String], en: &'w [String]) -> &'w [String] {
        if english { en } else { zh }
    }
    let things = everyday.things.iter().enumerate();
    let things = things.map(|(n, thing)| (n.to_string(), in_language(english, &thing.zh, &thing.en)));
    let asks =
        everyday.asks.iter().enumerate().map(|(n, ask)| (format!("a{n}"), in_language(english, &ask.zh, &ask.en)));
    let common = ("c".to_owned(), in_language(english, &everyday.common.zh, &everyday.common.en));
    let fillers = ("f".to_owned(), in_language(english, &everyday.fillers.zh, &everyday.fillers.en));
    let mut words = Vec::new();
    for (what, of) in things.chain(asks).chain([common, fillers]) {
        for word in of {
            for looked_up in look_up(word).into_iter().filter(|looked_up| !looked_up.is_empty()) {
                words.push(Word { what: what.clone(), form: form(word, &looked_up), looked_up });
            }
        }
    }
    words
}

/// A word by a way to read it; a short one, which others are read like, with its tones where that is the first way.
fn read_as(word: &str, reading: &str) -> String {
    let first = word.chars().count() == 2 && readings(word).first().is_some_and(|first| first == reading);
    let tones = if first { format!(" {}", tones(word)) } else { String::new() };
    format!("{reading} {}{tones}", folded(word))
}

/// Writes words into so many files, `[[what, words]…]`, a bar between words; gives the prints one after the other.
fn files(
    letter: &str,
    count: usize,
    words: &[Word],
    home: impl Fn(&str) -> usize,
    emit: &Emit<'_>,
) -> Result<String, Failure> {
    let mut files: Vec<Vec<(&str, String)>> = vec![Vec::new(); count];
    for word in words {
        let file = &mut files[home(&word.looked_up)];
        match file.last_mut() {
            Some((what, joined)) if *what == word.what => {
                joined.push('|');
                joined.push_str(&word.form);
            }
            _ => file.push((&word.what, word.form.clone())),
        }
    }
    let prints: Vec<String> = files
        .iter()
        .enumerate()
        .map(|(at, file)| put_printed(&format!("{letter}-{at}"), &json!(file).to_string(), emit))
        .collect::<Result<_, Failure>>()?;
    Ok(prints.concat())
}

fn folded(word: &str) -> String {
    word.chars().map(fold).collect()
}

/// The stems of the words of a phrase; a gap stays a word of its own.
fn stems(phrase: &str) -> String {
    let folded = folded(phrase).replace(GAP, &format!(" {GAP} "));
    let words = folded.split(|c: char| c != GAP && (!c.is_alphanumeric() || is_cjk(c))).filter(|word| !word.is_empty());
    words.map(stem).collect::<Vec<_>>().join(" ")
}
