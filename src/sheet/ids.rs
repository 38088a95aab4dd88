//! A new record in, an id for it out: from its number, else from its name, in Latin letters.

use std::collections::HashSet;

use crate::edit::Value;
use crate::i18n::syllables;
use crate::model::Id;

use super::cell::form;

/// Words of an id that is made from a name, at most.
const WORDS: usize = 5;

/// An id that none of the others has.
pub(super) fn make(record: &Value, taken: &HashSet<String>) -> String {
    let text = |key: &str, lang: &str| match record {
        Value::Map(entries) => {
            entries.iter().find(|(have, _)| have == key).and_then(|(_, value)| form(value, lang)).map(str::to_owned)
        }
        _ => None,
    };
    let named = ["name", "title", "heading", "body", "statement", "text"].iter().find_map(|key| {
        let english = text(key, "en").map(|name| shortened(&Id::words(&name)));
        let chinese = || text(key, "zh").map(|name| reading(&name));
        english.filter(|id| !id.is_empty()).or_else(chinese).filter(|id| !id.is_empty())
    });
    let code = text("code", "zh").map(|code| Id::words(&code)).filter(|id| !id.is_empty());
    let number = text("number", "zh").map(|number| Id::words(&number)).filter(|id| !id.is_empty());
    let base = code.or(named).or(number.map(|number| format!("row-{number}"))).unwrap_or_else(|| "row".to_owned());
    let numbered = |count: usize| if count < 2 { base.clone() } else { format!("{base}-{count}") };
    (1..).map(numbered).find(|id| !taken.contains(id)).unwrap_or(base)
}

fn shortened(id: &str) -> String {
    id.split('-').take(WORDS).collect::<Vec<_>>().join("-")
}

/// The reading of a name, a word a character; words in Latin letters and figures as they are.
fn reading(name: &str) -> String {
    let spelled: String = syllables(name)
        .into_iter()
        .map(|(c, syllable)| match syllable {
            Some(syllable) => format!("-{syllable}-"),
            None if c.is_ascii_alphanumeric() => c.to_string(),
            None => "-".to_owned(),
        })
        .collect();
    shortened(&Id::words(&spelled))
}
