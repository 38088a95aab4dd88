//! What several workbooks of a site have in common, in; the same, packed once, out.

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use crate::export::formats::packed::Packed;

/// What workbooks have in common. Whatever has the same key is the same text in every workbook of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// The sheet of a table without rows.
    Sheet(&'static str),
    /// What the dictionary says of a table without rows, from that row of its sheet on.
    Columns(&'static str, u32),
    /// A file of the package that says nothing of the data, in a workbook of so many sheets.
    File(&'static str, usize),
}

/// A text, packed, and what a sheet must know of it.
#[derive(Debug)]
pub struct Kept {
    /// The text.
    pub packed: Arc<Packed>,
    /// How wide the columns of its rows are.
    pub widths: Vec<usize>,
    /// How many rows it has.
    pub rows: u32,
}

/// What is packed so far. One for the workbooks of one site, never of two.
#[derive(Debug, Default)]
pub struct Stock {
    kept: Mutex<HashMap<Key, Arc<Kept>>>,
}

impl Stock {
    /// What the key stands for; it is made where it is not there yet.
    pub fn of(&self, key: Key, make: impl FnOnce() -> io::Result<Kept>) -> io::Result<Arc<Kept>> {
        let lock = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = lock().get(&key) {
            return Ok(Arc::clone(kept));
        }
        // Two threads may both make it: it is the same.
        let kept = Arc::new(make()?);
        lock().insert(key, Arc::clone(&kept));
        Ok(kept)
    }

    /// The same for a whole file.
    pub fn file(&self, name: &'static str, sheets: usize, make: impl FnOnce() -> String) -> io::Result<Arc<Packed>> {
        let file = || Ok(Kept { packed: Arc::new(Packed::of(make().as_bytes())), widths: Vec::new(), rows: 0 });
        self.of(Key::File(name, sheets), file).map(|kept| Arc::clone(&kept.packed))
    }
}
