//! Keys with numbers in, batch by batch; the list of numbers of every key out.

use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, IntoParallelRefMutIterator, ParallelIterator};

use super::key::{Key, KeyMap, LongStems, hash};
use super::numbers::{NumberList, PIECE};

/// Parts of the keys that threads take one each: as many whatever the machine, a power of two.
const PARTITIONS: usize = 64;

/// Keys with numbers, by the part of the keys they belong to.
#[derive(Debug)]
pub struct Pairs(Vec<Vec<(Key, u32)>>);

impl Default for Pairs {
    fn default() -> Pairs {
        Pairs(vec![Vec::new(); PARTITIONS])
    }
}

impl Pairs {
    /// Notes that a key has a number. Numbers of a key come in ascending order.
    pub fn push(&mut self, key: Key, number: u32) {
        self.0[(key.mixed() % PARTITIONS as u64) as usize].push((key, number));
    }
}

/// Pairs whose numbers count from a first one.
pub struct Counted<'p> {
    pub first: u32,
    pub pairs: &'p Pairs,
}

/// The numbers of every key, held by parts of the keys.
#[derive(Debug)]
pub struct Postings(Vec<KeyMap<NumberList>>);

impl Default for Postings {
    fn default() -> Postings {
        Postings((0..PARTITIONS).map(|_| KeyMap::default()).collect())
    }
}

impl Postings {
    /// Adds pairs, whose numbers are above all that were added before.
    pub fn add(&mut self, batch: &[Counted<'_>]) {
        self.0.par_iter_mut().enumerate().for_each(|(at, lists)| {
            for counted in batch {
                for (key, number) in &counted.pairs.0[at] {
                    lists.entry(*key).or_default().push(counted.first + number);
                }
            }
        });
    }

    /// Takes the lists of other keys.
    pub fn take(&mut self, other: Postings) {
        self.0.iter_mut().zip(other.0).for_each(|(lists, more)| lists.extend(more));
    }

    /// The keys, in no order.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        self.0.iter().flat_map(|lists| lists.keys().copied())
    }
}

/// What has a key.
#[derive(Clone, Copy, Debug)]
pub struct Row<'p> {
    /// The key, and its hash as the client has it.
    pub key: Key,
    pub hash: u32,
    /// The entries that it names, and the parts of texts that hold it; at least one of both.
    pub names: Option<&'p NumberList>,
    pub texts: Option<&'p NumberList>,
}

/// All keys, in no order, and about how many bytes they take in shards.
pub fn rows<'p>(names: &'p Postings, texts: &'p Postings, long: &LongStems) -> (Vec<Row<'p>>, usize) {
    let row = |key: Key, names: Option<&'p NumberList>, texts: Option<&'p NumberList>| {
        let text = key.text(long);
        let size = text.len() + names.map_or(0, size_in_shard) + texts.map_or(0, size_in_shard) + 6;
        (Row { key, hash: hash(text.chars()), names, texts }, size)
    };
    let parts = names.0.par_iter().zip(&texts.0).map(|(names, texts)| {
        let both = texts.iter().map(|(key, list)| row(*key, names.get(key), Some(list)));
        let named = names.iter().filter(|(key, _)| !texts.contains_key(key));
        let all: Vec<(Row<'p>, usize)> = both.chain(named.map(|(key, list)| row(*key, Some(list), None))).collect();
        let size: usize = all.iter().map(|(_, size)| size).sum();
        (all.into_iter().map(|(row, _)| row).collect::<Vec<_>>(), size)
    });
    let parts: Vec<(Vec<Row<'p>>, usize)> = parts.collect();
    let size = parts.iter().map(|(_, size)| size).sum();
    (parts.into_iter().flat_map(|(rows, _)| rows).collect(), size)
}

fn size_in_shard(list: &NumberList) -> usize {
    let length = list.digits().len();
    if list.is_short() { length } else { 16 * length.div_ceil(PIECE) }
}
