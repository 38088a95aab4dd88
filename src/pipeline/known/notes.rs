//! What is made of a list, as it is made, in; what is written down of it out.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::audit::Declared;
use crate::export::Measure;
use crate::link::Graph;
use crate::model::{ListId, LookedAt};
use crate::publish::Staging;

use super::keys::Keys;
use super::store::Entry;

/// What is made of a list.
#[derive(Debug, Default)]
pub(in crate::pipeline) struct Note {
    /// The lists that were looked at for it.
    looked_at: Arc<LookedAt>,
    made: Mutex<MadeOf>,
}

#[derive(Debug, Default)]
struct MadeOf {
    files: Vec<String>,
    data: Vec<Measure>,
    declared: Option<Declared>,
}

impl Note {
    /// Makes something of the list.
    pub fn during<T>(&self, make: impl FnOnce() -> T) -> T {
        LookedAt::during(Some(&self.looked_at), make)
    }

    /// Notes a file that was made, by its path from the root of the site.
    pub fn file(&self, path: &str) {
        self.made().files.push(path.to_owned());
    }

    /// Notes the files of data, each with its path, size and checksum.
    pub fn data(&self, files: impl Iterator<Item = (String, Measure)>) {
        let mut made = self.made();
        for (path, measure) in files {
            made.files.push(path);
            made.data.push(measure);
        }
    }

    /// Notes what the pages declared.
    pub fn declared(&self, declared: Declared) {
        self.made().declared = Some(declared);
    }

    /// What is written down of it; nothing where a file cannot be known again.
    pub(super) fn entry(&self, list: ListId, keys: &Keys, graph: &Graph<'_>, staging: &Staging) -> Option<Entry> {
        let (key, others) = keys.after(list, &self.looked_at);
        let id = |other: ListId| graph.model[other].id.to_string();
        let looked_at = others.map(|others| others.into_iter().map(id).collect());
        let mut made = self.made();
        let MadeOf { files, data, declared } = std::mem::take(&mut *made);
        let stamped = |path: String| staging.stamp(&path).map(|stamp| (path, stamp));
        let mut files: Vec<_> = files.into_iter().map(stamped).collect::<Option<_>>()?;
        files.sort_by(|a, b| a.0.cmp(&b.0));
        Some(Entry { key, looked_at, files, data, declared: declared? })
    }

    fn made(&self) -> MutexGuard<'_, MadeOf> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
