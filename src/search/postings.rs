//! Keys with entry numbers in, shards of them out.

use std::collections::BTreeMap;

/// Digits of a number: five bits each, the sixth says that more follow.
const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// Size that shards aim for, in bytes.
const SHARD: usize = 6 * 1024;

/// Ascending numbers, each as the distance from the one before.
#[derive(Debug, Default)]
pub struct Numbers {
    text: String,
    next: u32,
}

impl Numbers {
    /// Adds a number; one that is there already is passed over.
    pub fn push(&mut self, number: u32) {
        let Some(mut rest) = number.checked_sub(self.next) else { return };
        self.next = number + 1;
        while rest >= 32 {
            self.text.push(char::from(DIGITS[32 + (rest % 32) as usize]));
            rest /= 32;
        }
        self.text.push(char::from(DIGITS[rest as usize]));
    }

    /// The numbers as written in a shard.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Entries by key: those that have it in their title, and all that have it.
#[derive(Debug, Default)]
pub struct Postings(BTreeMap<String, [Numbers; 2]>);

impl Postings {
    /// Notes that an entry has a key. Entries come in ascending order.
    pub fn add(&mut self, key: &str, entry: u32, title: bool) {
        if !self.0.contains_key(key) {
            self.0.insert(key.to_owned(), Default::default());
        }
        if let Some([titles, all]) = self.0.get_mut(key) {
            if title {
                titles.push(entry);
            }
            all.push(entry);
        }
    }

    /// The keys, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// How many shards the keys are spread over: a power of two.
    pub fn shards(&self) -> u32 {
        let size: usize = self.0.iter().map(|(key, [a, b])| key.len() + a.text.len() + b.text.len() + 8).sum();
        (size / SHARD).next_power_of_two().min(4096) as u32
    }

    /// The keys of every shard with their entries, `title numbers|all numbers`; each shard's keys in their order.
    pub fn into_shards(self) -> Vec<BTreeMap<String, String>> {
        let count = self.shards();
        let mut shards = vec![BTreeMap::new(); count as usize];
        for (key, [titles, all]) in self.0 {
            let shard = hash(&key) & (count - 1);
            shards[shard as usize].insert(key, format!("{}|{}", titles.text, all.text));
        }
        shards
    }
}

/// FNV-1a over the characters of a key, as the client has it.
fn hash(key: &str) -> u32 {
    let hash = key.chars().fold(0x811c_9dc5, |hash: u32, c| (hash ^ c as u32).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}

#[cfg(test)]
mod tests {
    use super::{Numbers, Postings};

    #[test]
    fn numbers_are_distances() {
        let mut numbers = Numbers::default();
        for number in [0, 1, 1, 34, 2000] {
            numbers.push(number);
        }
        // 0, then 0 more, then 32 between, then 1965 = 13 + 29 * 32 + 1 * 1024.
        assert_eq!(numbers.as_str(), "00W1jz1");
    }

    #[test]
    fn every_key_is_in_one_shard() {
        let mut postings = Postings::default();
        for n in 0..5000 {
            postings.add(&format!("key{n}"), n, n % 2 == 0);
        }
        let shards = postings.shards();
        let made = postings.into_shards();
        assert_eq!((made.len() as u32, made.iter().map(|shard| shard.len()).sum::<usize>()), (shards, 5000));
        assert!(made.iter().all(|shard| !shard.is_empty()), "spread evenly");
    }
}
