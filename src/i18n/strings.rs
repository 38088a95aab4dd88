//! The text of a strings file in, every word of the interface in one language out.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::path::Path;

use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::diag::Failure;
use crate::model::Lang;

use super::fill::fill;
use super::mark::mark;
use super::plural::{CATEGORIES, Plurals};
use super::required::KEYS;
use super::vocabularies::vocabularies;

/// One entry of a strings file: a text, or a text with plural forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// One text, perhaps with places such as `{n}` to fill.
    Text(String),
    /// A text for each plural category, in the order of CLDR.
    Plural([Option<String>; CATEGORIES.len()]),
}

/// A section of a strings file, in the order of the file.
type Section = Vec<(String, Message)>;

/// The interface in one language: sections of messages.
#[derive(Debug)]
pub struct Strings {
    /// The language.
    pub lang: Lang,
    sections: Vec<(String, Section)>,
    index: HashMap<String, HashMap<String, (usize, usize)>>,
    /// The language of each message that is of another.
    foreign: HashMap<(usize, usize), Lang>,
    plurals: Plurals,
}

impl Strings {
    /// Reads a strings file: a mapping of sections, each a mapping of keys to a text or to plural forms. What is
    /// missing or of the wrong kind is a fault of the theme, named with the file.
    pub fn parse(path: &Path, lang: Lang, text: &str) -> Result<Strings, Failure> {
        let strings = Strings::read(path, lang, text)?;
        strings.complete().map_err(|message| Failure::Theme { path: path.to_owned(), message })?;
        Ok(strings)
    }

    /// The same, where something may be missing.
    pub fn read(path: &Path, lang: Lang, text: &str) -> Result<Strings, Failure> {
        let fault = |message: String| Failure::Theme { path: path.to_owned(), message };
        let file: Entries<Entries<Message>> = serde_yaml::from_str(text).map_err(|error| fault(error.to_string()))?;
        let sections: Vec<(String, Section)> = file.0.into_iter().map(|(name, section)| (name, section.0)).collect();
        let mut index: HashMap<String, HashMap<String, (usize, usize)>> = HashMap::new();
        for (s, (name, section)) in sections.iter().enumerate() {
            let keys = index.entry(name.clone()).or_default();
            keys.extend(section.iter().enumerate().map(|(k, (key, _))| (key.clone(), (s, k))));
        }
        Ok(Strings { lang, sections, index, foreign: HashMap::new(), plurals: Plurals::new(lang) })
    }

    /// Section and key of everything that the program itself asks for.
    pub fn required() -> impl Iterator<Item = (&'static str, &'static str)> {
        KEYS.iter().copied().chain(vocabularies())
    }

    /// Says what is missing first, where something is.
    ///
    /// # Errors
    ///
    /// Fails with words that name the key.
    pub fn complete(&self) -> Result<(), String> {
        for (section, key) in Strings::required() {
            if self.message(section, key).is_none() {
                return Err(format!("the key `{section}.{key}` is missing"));
            }
        }
        let needed = self.plurals.needed();
        for (section, key, message) in self.entries() {
            if let Message::Plural(forms) = message {
                let lacking = needed
                    .iter()
                    .find(|name| CATEGORIES.iter().zip(forms).any(|(have, form)| have == *name && form.is_none()));
                if let Some(name) = lacking {
                    return Err(format!("the plural form `{section}.{key}.{name}` is missing"));
                }
            }
        }
        Ok(())
    }

    /// Takes a message, of this language or of another, under a key that has none, or whose plural forms are not all there.
    pub(super) fn put(&mut self, section: &str, key: &str, message: Message, lang: Lang) {
        let s = self.sections.iter().position(|(name, _)| name == section).unwrap_or_else(|| {
            self.sections.push((section.to_owned(), Section::new()));
            self.sections.len() - 1
        });
        let entries = &mut self.sections[s].1;
        let k = match entries.iter().position(|(name, _)| name == key) {
            Some(k) => {
                entries[k].1 = message;
                k
            }
            None => {
                entries.push((key.to_owned(), message));
                entries.len() - 1
            }
        };
        self.index.entry(section.to_owned()).or_default().insert(key.to_owned(), (s, k));
        if lang != self.lang {
            self.foreign.insert((s, k), lang);
        }
    }

    /// Names of the plural forms that the language needs, in the order of [`CATEGORIES`].
    pub(super) fn needed(&self) -> Vec<&'static str> {
        self.plurals.needed()
    }

    /// Whether some of it is of another language.
    pub fn has_foreign(&self) -> bool {
        !self.foreign.is_empty()
    }

    /// Every message with its section and key, in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str, &Message)> {
        self.sections.iter().flat_map(|(section, entries)| {
            entries.iter().map(move |(key, message)| (section.as_str(), key.as_str(), message))
        })
    }

    /// The message under a key, where there is one.
    pub fn message(&self, section: &str, key: &str) -> Option<&Message> {
        let (s, k) = *self.index.get(section)?.get(key)?;
        Some(&self.sections[s].1[k].1)
    }

    /// The text under a key; of plural forms the last. Empty for a key that was not required when the file was read.
    pub fn get(&self, section: &str, key: &str) -> &str {
        match self.message(section, key) {
            Some(Message::Text(text)) => text,
            Some(Message::Plural(forms)) => forms.iter().rev().flatten().next().map_or("", String::as_str),
            None => "",
        }
    }

    /// The text under a key in the form that `number` needs, unfilled.
    pub fn form(&self, section: &str, key: &str, number: u64) -> &str {
        match self.message(section, key) {
            Some(Message::Plural(forms)) => {
                forms[self.plurals.category(number)].as_deref().unwrap_or_else(|| self.get(section, key))
            }
            _ => self.get(section, key),
        }
    }

    /// The text under a key in the form that `number` needs, with the number at `{n}`.
    pub fn count(&self, section: &str, key: &str, number: u64) -> String {
        fill(self.form(section, key, number), &[("n", &self.integer(number))])
    }

    /// The text under a key with its places filled.
    pub fn fill(&self, section: &str, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(section, key), values)
    }
}

/// Templates see the sections as they stand; of a message with plural forms they see the last form. What is of another
/// language stands between marks that say so.
impl Serialize for Strings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.sections.len()))?;
        for (s, (section, entries)) in self.sections.iter().enumerate() {
            let words = entries.iter().enumerate().map(|(k, (key, _))| {
                let text = self.get(section, key);
                (key.as_str(), self.foreign.get(&(s, k)).map_or(Cow::Borrowed(text), |lang| mark(text, *lang).into()))
            });
            map.serialize_entry(section, &Phrases(words.collect()))?;
        }
        map.end()
    }
}

struct Phrases<'a>(Vec<(&'a str, Cow<'a, str>)>);

impl Serialize for Phrases<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, text)| (key, text)))
    }
}

/// A mapping that keeps the order of the file.
struct Entries<T>(Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Entries<T>, D::Error> {
        struct Take<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Take<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a mapping")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Take(std::marker::PhantomData))
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Message, D::Error> {
        struct Take;
        impl<'de> Visitor<'de> for Take {
            type Value = Message;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or plural forms such as {one: …, other: …}")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Message, E> {
                Ok(Message::Text(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Message, A::Error> {
                let mut forms: [Option<String>; CATEGORIES.len()] = Default::default();
                while let Some((key, text)) = map.next_entry::<String, String>()? {
                    let place = CATEGORIES.iter().position(|name| *name == key);
                    forms[place.ok_or_else(|| A::Error::unknown_field(&key, &CATEGORIES))?] = Some(text);
                }
                Ok(Message::Plural(forms))
            }
        }
        deserializer.deserialize_any(Take)
    }
}
