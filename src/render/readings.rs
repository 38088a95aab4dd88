//! A text of the model in; what it cites, remembered until another text takes its place, out.
//!
//! A text is shown on the page of its record and soon after on that of the whole list, and reading it is a good part of
//! making either. So many of the last readings are kept, whatever the size of the site; what a text cites is the same
//! whoever read it first.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use crate::cite::{About, Mention, Reader};
use crate::model::{Articles, Lang, LawId, Text};

/// How many readings are kept.
const KEPT: usize = 1 << 14;

/// The last readings.
pub(super) struct Readings {
    places: Vec<Mutex<Option<Reading>>>,
}

struct Reading {
    /// The form that was read, and where it lies in memory.
    form: Box<str>,
    place: usize,
    about: Box<[(LawId, Box<[Articles]>)]>,
    mentions: Arc<[Mention]>,
}

impl Readings {
    pub fn new() -> Readings {
        Readings { places: (0..KEPT).map(|_| Mutex::new(None)).collect() }
    }

    /// What a form of a text of the model cites.
    pub fn of(&self, reader: &Reader, text: &Text, lang: Lang, form: &str, about: &[About<'_>]) -> Arc<[Mention]> {
        let place = form.as_ptr() as usize;
        let mut hasher = DefaultHasher::new();
        (place, lang).hash(&mut hasher);
        let slot = &self.places[hasher.finish() as usize % KEPT];
        let held = slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = held.as_ref().and_then(|held| held.get(form, about)) {
            return known;
        }
        drop(held);
        let mentions: Arc<[Mention]> = reader.read_in(lang, form, text, about).into();
        let about = about.iter().map(|(law, articles)| (*law, (*articles).into())).collect();
        let reading = Reading { form: form.into(), place, about, mentions: Arc::clone(&mentions) };
        *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(reading);
        mentions
    }
}

impl Reading {
    fn get(&self, form: &str, about: &[About<'_>]) -> Option<Arc<[Mention]>> {
        let alike = |(kept, asked): (&(LawId, Box<[Articles]>), &About<'_>)| kept.0 == asked.0 && *kept.1 == *asked.1;
        let same = self.place == form.as_ptr() as usize
            && *self.form == *form
            && self.about.len() == about.len()
            && self.about.iter().zip(about).all(alike);
        same.then(|| Arc::clone(&self.mentions))
    }
}
