//! A text of the content in its languages.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::fold;

use super::lang::Lang;

/// One text in one or more languages. A bare string in the content is Chinese. However it was typed, it is held in plain
/// characters ([`fold`]). A copy shares the characters: the editions of a list say mostly the same, and a preview hands the
/// records of all lists on at every save.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Arc<[Form]>);

/// A text in one language.
type Form = (Lang, Box<str>);

/// How many texts a thread that reads remembers, to hold one that comes again once.
const REMEMBERED: usize = 8192;

thread_local! {
    static READ: RefCell<HashSet<Arc<[Form]>>> = RefCell::default();
}

impl Text {
    /// A text that exists in Chinese alone.
    pub fn zh(text: &str) -> Text {
        Text(Arc::new([(Lang::ZH, fold(text).into())]))
    }

    /// Adds or replaces one language's form.
    pub fn with(self, lang: Lang, text: &str) -> Text {
        let others = self.0.iter().filter(|(have, _)| *have != lang).cloned();
        Text(others.chain([(lang, fold(text).into())]).collect())
    }

    /// The text in `lang`, or `None` where it was not translated.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.0.iter().find(|(have, _)| *have == lang).map(|(_, text)| &**text)
    }

    /// The text in `lang` or, failing that, in the first language it has; the language says which. Empty for a text
    /// without any form, which the loader does not let through.
    pub fn best(&self, lang: Lang) -> (Lang, &str) {
        match self.get(lang) {
            Some(text) => (lang, text),
            None => self.0.first().map_or((lang, ""), |(have, text)| (*have, &**text)),
        }
    }

    /// Takes out the forms in languages for which `keep` is false.
    pub fn retain(&mut self, keep: impl Fn(Lang) -> bool) {
        if self.0.iter().any(|(lang, _)| !keep(*lang)) {
            self.0 = self.0.iter().filter(|(lang, _)| keep(*lang)).cloned().collect();
        }
    }

    /// Every form, in the order of the file.
    pub fn forms(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, text)| (*lang, &**text))
    }

    /// A text that was read; the same one again where this thread read it not long ago.
    fn read(forms: Vec<Form>) -> Text {
        READ.with_borrow_mut(|read| {
            if let Some(same) = read.get(&forms[..]) {
                return Text(Arc::clone(same));
            }
            if read.len() == REMEMBERED {
                read.clear();
            }
            let new: Arc<[Form]> = forms.into();
            read.insert(Arc::clone(&new));
            Text(new)
        })
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (lang, text) in &*self.0 {
            map.serialize_entry(lang, text)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text: a string, or a mapping of languages such as {zh: …, en: …}")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::read(vec![(Lang::ZH, fold(text).into())]))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut forms = Vec::with_capacity(2);
        while let Some(lang) = map.next_key::<Lang>()? {
            forms.push((lang, fold(&map.next_value::<Cow<'_, str>>()?).into()));
        }
        if forms.is_empty() {
            return Err(Error::invalid_length(0, &self));
        }
        Ok(Text::read(forms))
    }
}
