//! The words of rows in; an index of them as FTS5 of SQLite keeps it out, one segment for each time that it is written.
//!
//! Written through SQLite, the index took most of the time of the whole database. What FTS5 keeps is described in its
//! source ("fts5_index.c") and is part of the format of the file; a test holds what is written here to its bytes.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::grams::{Term, unpacked};
use super::places::Places;
use super::segment::{Record, Segment};
use super::varint::put;

/// The most bytes of a word that FTS5 looks at.
const LONGEST: usize = 32_768;
/// About how much memory a word takes beside the places where it stands.
const OVERHEAD: usize = 112;

/// The words of one table.
pub(super) struct Words {
    packed: HashMap<u64, u32, BuildHasherDefault<Mix>>,
    spelled: HashMap<Box<str>, u32>,
    lists: Vec<Places>,
    /// Words of the cell that is read, by their list, and their places.
    cell: Vec<(u32, u32)>,
    bytes: usize,
    rows: u64,
    totals: Vec<u64>,
    pages: Vec<u64>,
}

impl Words {
    /// No words, of a table with so many columns of text.
    pub fn new(columns: usize) -> Words {
        Words {
            packed: HashMap::default(),
            spelled: HashMap::new(),
            lists: Vec::new(),
            cell: Vec::new(),
            bytes: 0,
            rows: 0,
            totals: vec![0; columns],
            pages: Vec::new(),
        }
    }

    /// Adds a row. Its words follow.
    pub fn row(&mut self) {
        self.rows += 1;
    }

    /// Reads a word of a cell of the last row.
    pub fn read(&mut self, term: Term<'_>, place: u32) {
        let next = self.lists.len() as u32;
        let at = match term {
            Term::Packed(packed) => *self.packed.entry(packed).or_insert(next),
            Term::Spelled(word) => match self.spelled.get(word) {
                Some(at) => *at,
                None => {
                    self.bytes += word.len();
                    self.spelled.insert(word.into(), next);
                    next
                }
            },
        };
        if at == next {
            self.lists.push(Places::default());
            self.bytes += OVERHEAD;
        }
        self.cell.push((at, place));
    }

    /// Adds the words that were read: they are in this column of the last row.
    pub fn add(&mut self, column: usize) {
        // First all words are looked up, then all are added: both wait for memory, and so they wait for several at once.
        for (at, place) in &self.cell {
            self.bytes += self.lists[*at as usize].add(self.rows, column as u32, *place);
        }
        self.totals[column] += self.cell.len() as u64;
        self.cell.clear();
    }

    /// About how many bytes of memory the words take that are not written.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Hands the words that are not written to `sink`, as a segment, and forgets them.
    pub fn write(&mut self, sink: &mut dyn FnMut(Record<'_>) -> rusqlite::Result<()>) -> rusqlite::Result<()> {
        if self.lists.is_empty() {
            return Ok(());
        }
        let mut lists = std::mem::take(&mut self.lists);
        // Words of Chinese and others are in order by themselves: UTF-8 has the order of the characters.
        let mut packed: Vec<(u64, u32)> = std::mem::take(&mut self.packed).into_iter().collect();
        packed.sort_unstable();
        let mut spelled: Vec<(Box<str>, u32)> = std::mem::take(&mut self.spelled).into_iter().collect();
        spelled.sort_unstable();
        self.bytes = 0;
        let mut segment = Segment::new(self.pages.len() as i64 + 1, sink);
        let (mut packed, mut spelled) = (packed.into_iter().peekable(), spelled.into_iter().peekable());
        let (mut chinese, mut term) = (String::new(), Vec::new());
        loop {
            if chinese.is_empty()
                && let Some((next, _)) = packed.peek()
            {
                chinese.extend(unpacked(*next));
            }
            let is_packed = match (packed.peek(), spelled.peek()) {
                (None, None) => break,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (Some(_), Some((word, _))) => chinese.as_str() < &**word,
            };
            term.clear();
            // The index of whole words; FTS5 marks indices of beginnings of words with other characters.
            term.push(b'0');
            let (word, at) = if is_packed {
                (std::mem::take(&mut chinese).into(), packed.next())
            } else {
                let next = spelled.next();
                (next.as_ref().map(|(word, _)| word.clone()).unwrap_or_default(), next.map(|(_, at)| (0, at)))
            };
            term.extend_from_slice(&word.as_bytes()[..word.len().min(LONGEST)]);
            let Some(list) = at.and_then(|(_, at)| lists.get_mut(at as usize)) else { continue };
            segment.add(&term, &std::mem::take(list).close())?;
        }
        self.pages.push(segment.end()?);
        Ok(())
    }

    /// The record that says how many rows there are and how many words each column has.
    pub fn averages(&self) -> Vec<u8> {
        let mut record = Vec::new();
        put(&mut record, self.rows);
        self.totals.iter().for_each(|total| put(&mut record, *total));
        record
    }

    /// The record that says what segments there are.
    pub fn structure(&self) -> Vec<u8> {
        // The version of the settings of the index, which were never changed.
        let mut record = vec![0; 4];
        let segments = self.pages.len() as u64;
        // One level, the segments on it, and how many pages were ever written.
        for number in [u64::from(segments > 0), segments, self.pages.iter().sum()] {
            put(&mut record, number);
        }
        if segments > 0 {
            // No merge is under way.
            for number in [0, segments] {
                put(&mut record, number);
            }
        }
        for (segment, pages) in (1..).zip(&self.pages) {
            for number in [segment, 1, *pages] {
                put(&mut record, number);
            }
        }
        record
    }
}

/// Spreads packed words over the map, in less time than what guards against words chosen to meet.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64((*byte).into()));
    }

    fn write_u64(&mut self, number: u64) {
        let wide = u128::from(self.0 ^ number) * 0x9E37_79B9_7F4A_7C15;
        self.0 = (wide >> 64) as u64 ^ wide as u64;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
