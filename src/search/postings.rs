//! Keys with numbers in; shards that hold short lists of them, and files of pieces of long ones, out.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use super::tokens::hash;

/// Digits of a number: five bits each, the sixth says that more follow.
const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// Size that shards aim for, in bytes.
const SHARD: usize = 4 * 1024;

/// Longest list that stands in a shard, in bytes; a longer one would be loaded with every other key there.
const INLINE: usize = 256;

/// Size of a piece of a long list, and of a file of pieces, in bytes, after which the next begins.
const PIECE: usize = 3 * 1024;

/// Ascending numbers, each as the distance from the one before; in pieces that can be read alone.
#[derive(Debug, Default)]
pub struct NumberList {
    text: String,
    next: u32,
    /// First number of each piece and where it begins in the text.
    pieces: Vec<(u32, usize)>,
}

impl NumberList {
    /// Adds a number; one that is there already is passed over.
    pub fn push(&mut self, number: u32) {
        if number < self.next {
            return;
        }
        if self.pieces.last().is_none_or(|(_, start)| self.text.len() - start >= PIECE) {
            self.pieces.push((number, self.text.len()));
            self.next = 0;
        }
        let mut rest = number - self.next;
        self.next = number + 1;
        while rest >= 32 {
            self.text.push(char::from(DIGITS[32 + (rest % 32) as usize]));
            rest /= 32;
        }
        self.text.push(char::from(DIGITS[rest as usize]));
    }

    /// The pieces, each with its first number.
    fn pieces(&self) -> impl Iterator<Item = (u32, &str)> {
        let ends = self.pieces.iter().skip(1).map(|(_, start)| *start).chain([self.text.len()]);
        self.pieces.iter().zip(ends).map(|((first, start), end)| (*first, &self.text[*start..end]))
    }

    fn is_short(&self) -> bool {
        self.text.len() <= INLINE
    }
}

/// Files of pieces of long lists, filled one after the other.
#[derive(Debug, Default)]
pub struct Pieces {
    files: Vec<Vec<String>>,
    size: usize,
}

impl Pieces {
    /// A list as it stands in a shard: its digits; or, after `=`, file, position and first number of every piece.
    pub fn write(&mut self, list: &NumberList) -> String {
        if list.is_short() {
            return list.text.clone();
        }
        let mut text = String::from("=");
        for (first, piece) in list.pieces() {
            if self.files.is_empty() || self.size + piece.len() > PIECE {
                self.files.push(Vec::new());
                self.size = 0;
            }
            let file = self.files.len() - 1;
            let comma = if text.len() > 1 { "," } else { "" };
            let _ = write!(text, "{comma}{file}.{}.{first}", self.files[file].len());
            self.files[file].push(piece.to_owned());
            self.size += piece.len();
        }
        text
    }

    /// The files.
    pub fn into_files(self) -> Vec<Vec<String>> {
        self.files
    }
}

/// What has a key: the entries that it names, and the parts of texts that hold it.
#[derive(Debug, Default)]
struct Lists {
    names: NumberList,
    texts: NumberList,
}

/// Numbers by key. Looked up millions of times and put in order once, at the end.
#[derive(Debug, Default)]
pub struct Postings(HashMap<String, Lists>);

impl Postings {
    /// Notes that a key names an entry. Entries come in ascending order.
    pub fn name(&mut self, key: &str, entry: u32) {
        self.lists(key).names.push(entry);
    }

    /// Notes that a part of a text holds a key. Parts come in ascending order.
    pub fn text(&mut self, key: &str, part: u32) {
        self.lists(key).texts.push(part);
    }

    fn lists(&mut self, key: &str) -> &mut Lists {
        if !self.0.contains_key(key) {
            self.0.insert(key.to_owned(), Lists::default());
        }
        self.0.get_mut(key).unwrap_or_else(|| unreachable!("inserted above"))
    }

    /// The keys, in no order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// How many shards the keys are spread over: a power of two.
    fn shards(&self) -> u32 {
        let short = |list: &NumberList| if list.is_short() { list.text.len() } else { 12 * list.pieces.len() };
        let size: usize = self.0.iter().map(|(key, l)| key.len() + short(&l.names) + short(&l.texts) + 6).sum();
        (size / SHARD).next_power_of_two().min(4096) as u32
    }

    /// The keys of every shard with their lists, `names|texts`, each shard's keys in their order; and the files of
    /// pieces.
    pub fn into_shards(self) -> (Vec<BTreeMap<String, String>>, Pieces) {
        let count = self.shards();
        let mut shards = vec![BTreeMap::new(); count as usize];
        let mut pieces = Pieces::default();
        let mut all: Vec<(String, Lists)> = self.0.into_iter().collect();
        all.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        // What is loaded together stands together: first the lists of names, which every search looks at.
        for texts in [false, true] {
            for (key, lists) in &all {
                let list = if texts { &lists.texts } else { &lists.names };
                let shard = &mut shards[(hash(key) & (count - 1)) as usize];
                let value: &mut String = shard.entry(key.clone()).or_default();
                value.push_str(&pieces.write(list));
                value.push_str(if texts { "" } else { "|" });
            }
        }
        (shards, pieces)
    }
}

#[cfg(test)]
mod tests {
    use super::{NumberList, PIECE, Pieces, Postings};

    #[test]
    fn numbers_are_distances() {
        let mut numbers = NumberList::default();
        for number in [0, 1, 1, 34, 2000] {
            numbers.push(number);
        }
        // 0, then 0 more, then 32 between, then 1965 = 13 + 29 * 32 + 1 * 1024.
        assert_eq!(Pieces::default().write(&numbers), "00W1jz1");
    }

    #[test]
    fn a_long_list_stands_in_pieces_that_can_be_read_alone() {
        let mut numbers = NumberList::default();
        // A little less than two pieces: the first number of a piece takes more than one digit.
        (0..2 * PIECE as u32 - 10).for_each(|number| numbers.push(number * 2));
        let mut pieces = Pieces::default();
        assert_eq!(pieces.write(&numbers), format!("=0.0.0,1.0.{}", 2 * PIECE));
        let files = pieces.into_files();
        // 6144 = 0 + 0 * 32 + 6 * 1024; after it, one between.
        assert_eq!((files.len(), files[0][0].len(), &files[1][0][..5]), (2, PIECE, "WW611"));
    }

    #[test]
    fn every_key_is_in_one_shard() {
        let mut postings = Postings::default();
        for n in 0..5000 {
            postings.name(&format!("key{n}"), n);
            postings.text(&format!("key{n}"), n);
        }
        let (shards, pieces) = postings.into_shards();
        assert_eq!(shards.iter().map(|shard| shard.len()).sum::<usize>(), 5000);
        assert!(shards.len().is_power_of_two() && shards.iter().all(|shard| !shard.is_empty()), "spread evenly");
        assert!(pieces.into_files().is_empty(), "short lists stand in the shards");
    }
}
