//! `everyday.yaml` in; what people call the things that lists are about, and how they ask, as data out.

use serde::Deserialize;

/// What people type who do not know the words of the lists.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Everyday {
    /// Things that people ask about, of all of government.
    pub things: Vec<Thing>,
    /// Ways to ask that say which kinds of record answer.
    pub asks: Vec<Ask>,
    /// Words that records of every kind have: alone they say what is meant, beside something else they do not.
    pub common: Forms,
    /// Words that say nothing of what is asked about.
    pub fillers: Forms,
}

/// A thing: what people call it, and what a list says where it is about it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thing {
    /// Its name for those who edit the file.
    pub id: String,
    /// Everyday Chinese for it; `…` stands for up to five characters.
    pub zh: Vec<String>,
    /// Everyday English for it, in any form of the words; `…` stands for up to three of them.
    #[serde(default)]
    pub en: Vec<String>,
    /// Chinese words of the lists: a record is about the thing whose name has one, or whose text has one often enough.
    #[serde(default)]
    pub says: Vec<String>,
    /// Words that count in names of records alone.
    #[serde(default)]
    pub named: Vec<String>,
    /// Slugs of topics that the thing belongs to: their records have to do with it.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Whether it says little beside something that the site has nothing on, as a complaint does.
    #[serde(default)]
    pub wide: bool,
    /// Whether it is done to something else, as a fine is: it says half as much beside what the site has nothing on.
    #[serde(default)]
    pub aspect: bool,
}

/// A way to ask.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Kinds of result that answer it.
    pub kinds: Vec<String>,
    /// The ways to ask in Chinese.
    pub zh: Vec<String>,
    /// The ways to ask in English.
    pub en: Vec<String>,
}

/// Words in both languages.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forms {
    /// Chinese words.
    pub zh: Vec<String>,
    /// English words.
    pub en: Vec<String>,
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::super::register;

    #[test]
    fn a_word_belongs_to_one_thing_and_a_thing_to_topics_of_the_register() {
        let everyday = &register().everyday;
        assert!(everyday.things.len() > 100, "the file does not read");
        let topics: Vec<&str> = register().topics.iter().map(|topic| topic.slug.as_str()).collect();
        let mut whose: HashMap<&str, &str> = HashMap::new();
        let mut faults = Vec::new();
        for thing in &everyday.things {
            if thing.zh.is_empty() || thing.en.is_empty() || (thing.says.is_empty() && thing.named.is_empty()) {
                faults.push(format!("{}: words in both languages, and what lists say", thing.id));
            }
            for topic in thing.topics.iter().filter(|topic| !topics.contains(&topic.as_str())) {
                faults.push(format!("{}: no topic is called {topic}", thing.id));
            }
            for word in thing.says.iter().chain(&thing.named).filter(|word| word.chars().count() < 2) {
                faults.push(format!("{}: {word} stands nearly everywhere", thing.id));
            }
            for word in thing.zh.iter().chain(&thing.en).filter(|word| word.chars().count() < 2) {
                faults.push(format!("{}: {word} is in too many words", thing.id));
            }
            for words in [&thing.zh, &thing.en] {
                for word in words {
                    if let Some(other) = whose.insert(word, &thing.id).filter(|other| *other != thing.id) {
                        faults.push(format!("{word} is of {other} and of {}", thing.id));
                    }
                }
                assert_eq!(words.len(), words.iter().collect::<HashSet<_>>().len(), "{}: {words:?}", thing.id);
            }
        }
        let of = |forms: [&'static [String]; 2]| forms.into_iter().flatten().map(String::as_str);
        let asked = everyday.asks.iter().flat_map(|ask| of([&ask.zh, &ask.en]));
        let common = of([&everyday.common.zh, &everyday.common.en]);
        for word in asked.chain(common).chain(of([&everyday.fillers.zh, &everyday.fillers.en])) {
            if let Some(other) = whose.insert(word, "the ways to ask") {
                faults.push(format!("{word} is of {other} and of the ways to ask"));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
