//! Stems and names in, the word lists that a beginning of a word is looked up in out, by first two letters.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use serde_json::json;

use crate::diag::Failure;
use crate::i18n::ways_to_read;

use super::file::{Emit, put_printed};

/// Stems, and names by their reading with and without initials.
#[derive(Debug, Default)]
struct Lexicon {
    words: BTreeMap<String, BTreeSet<String>>,
    readings: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
}

/// Writes a file for every two letters, `[stems, {reading: names}]`, and one that tells their prints. Names come with whether
/// they are of a topic: those come before the others.
pub fn write(
    words: impl Iterator<Item = String>,
    names: HashSet<(bool, String)>,
    emit: &Emit<'_>,
) -> Result<String, Failure> {
    let mut lexicon = Lexicon::default();
    for word in words {
        let first: String = word.chars().take(2).collect();
        lexicon.words.entry(first).or_default().insert(word);
    }
    let read: Vec<(String, Vec<(String, String)>)> = names.into_par_iter().map(read).collect();
    for (name, readings) in read {
        for (reading, split) in readings {
            let first: String = reading.chars().take(2).collect();
            lexicon.readings.entry(first).or_default().entry(split).or_default().insert(name.clone());
        }
    }
    let mut prints: BTreeMap<String, String> = BTreeMap::new();
    for (first, file) in lexicon.into_files() {
        let print = put_printed(&format!("l-{first}"), &file, emit)?;
        prints.insert(first, print);
    }
    put_printed("d-l", &json!(prints).to_string(), emit)
}

/// A name, after its rank, with its readings and its initials: joined, and as they are kept.
fn read((is_topic, name): (bool, String)) -> (String, Vec<(String, String)>) {
    let rank = if is_topic { '0' } else { '1' };
    let ways = ways_to_read(&name).into_iter().flat_map(|way| {
        let initials: String = way.iter().filter_map(|part| part.chars().next()).collect();
        [(way.concat(), way.join(" ")), (initials.clone(), initials)]
    });
    (format!("{rank}{name}"), ways.collect())
}

impl Lexicon {
    fn into_files(mut self) -> Vec<(String, String)> {
        let firsts: BTreeSet<String> = self.words.keys().chain(self.readings.keys()).cloned().collect();
        let files = firsts.into_iter().filter(|first| first.bytes().all(|b| b.is_ascii_alphanumeric()));
        let files = files.map(|first| {
            let words = self.words.remove(&first).unwrap_or_default();
            let words: Vec<String> = words.into_iter().collect();
            let readings = self.readings.remove(&first).unwrap_or_default();
            (first, json!([words.join(" "), readings]).to_string())
        });
        files.collect()
    }
}
