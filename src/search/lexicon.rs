//! Stems and names in, the word lists that a beginning of a word is looked up in out, by first two letters.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::i18n::syllables;

use super::tokens::is_cjk;

/// Longest name whose reading is kept, in characters.
const LONGEST: usize = 10;

/// Stems, and names by their reading with and without initials.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: BTreeMap<String, BTreeSet<String>>,
    readings: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
}

impl Lexicon {
    /// Takes the names of an entry, one a line. Those of topics come before the others.
    pub fn names(&mut self, kind: &str, names: &str) {
        let rank = if kind == "topic" { '0' } else { '1' };
        for name in names.lines() {
            let chars = syllables(name);
            if chars.len() < 2 || chars.len() > LONGEST || chars.iter().any(|(_, syllable)| syllable.is_none()) {
                continue;
            }
            let parts: Vec<&str> = chars.iter().filter_map(|(_, syllable)| *syllable).collect();
            let initials: String = parts.iter().filter_map(|part| part.chars().next()).collect();
            for (reading, split) in [(parts.concat(), parts.join(" ")), (initials.clone(), initials)] {
                let first: String = reading.chars().take(2).collect();
                self.readings.entry(first).or_default().entry(split).or_default().insert(format!("{rank}{name}"));
            }
        }
    }

    /// Takes the stems among the keys of the index.
    pub fn words<'k>(&mut self, keys: impl Iterator<Item = &'k str>) {
        for key in keys.filter(|key| !key.starts_with('#') && !key.contains(is_cjk) && key.len() > 1) {
            let first: String = key.chars().take(2).collect();
            self.words.entry(first).or_default().insert(key.to_owned());
        }
    }

    /// A file for every two letters: `[stems, {reading: names}]`.
    pub fn into_files(mut self) -> Vec<(String, Value)> {
        let firsts: BTreeSet<String> = self.words.keys().chain(self.readings.keys()).cloned().collect();
        let files = firsts.into_iter().filter(|first| first.bytes().all(|b| b.is_ascii_alphanumeric()));
        let files = files.map(|first| {
            let words = self.words.remove(&first).unwrap_or_default();
            let words: Vec<String> = words.into_iter().collect();
            let readings = self.readings.remove(&first).unwrap_or_default();
            (first, json!([words.join(" "), readings]))
        });
        files.collect()
    }
}
