//! Texts and what they were read to cite in; the same readings out, for as long as the register says the same.

use std::collections::HashMap;
use std::hash::{BuildHasher, DefaultHasher, Hash, Hasher, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::{Articles, Law, LawId};

use super::context::About;
use super::mention::Mention;

/// Parts of the memory, so that threads seldom wait for each other.
const SHARDS: usize = 32;

/// So many readings of a part are not worth forgetting.
const FEW: usize = 64;

/// What texts cite, kept from one build to the next. A register that differs in a single byte empties it; a text that is
/// not asked for is forgotten once there are as many new ones as there were before.
#[derive(Debug, Default)]
pub struct Memory {
    register: Vec<u8>,
    readings: Arc<Readings>,
}

impl Memory {
    /// Another number for another register.
    pub fn print(&self) -> u64 {
        let mut print = DefaultHasher::new();
        self.register.hash(&mut print);
        print.finish()
    }

    /// What was read before with a register of these laws.
    pub(super) fn of(&mut self, laws: &[Law]) -> Arc<Readings> {
        // What cannot be written down is another register each time.
        let register = serde_json::to_vec(laws).unwrap_or_default();
        if register == self.register && !register.is_empty() {
            self.readings.turn();
        } else {
            *self = Memory { register, readings: Arc::default() };
        }
        Arc::clone(&self.readings)
    }
}

/// What a text is about, kept.
type Kept = Box<[(LawId, Box<[Articles]>)]>;

/// The text, what it is about, and what it cites.
type Reading = (Box<str>, Kept, Arc<[Mention]>);

/// Readings by the hash of the text and what it is about.
#[derive(Debug, Default)]
pub(super) struct Readings {
    hasher: RandomState,
    shards: [Mutex<Shard>; SHARDS],
}

#[derive(Debug, Default)]
struct Shard {
    /// Read or asked for since the last turn.
    new: HashMap<u64, Reading>,
    /// Not asked for since.
    old: HashMap<u64, Reading>,
    /// How many there were at the last turn.
    before: usize,
}

impl Readings {
    /// Forgets what was not asked for since the last turn, where there is much that is new.
    fn turn(&self) {
        for shard in &self.shards {
            let mut shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            // A build asks for the texts of the lists that changed, and wants to find those of the others later.
            if shard.new.len() > FEW + 2 * shard.before {
                shard.before = shard.new.len();
                shard.old = std::mem::take(&mut shard.new);
            }
        }
    }

    /// What a text cites: as remembered, else as `read` finds it.
    pub fn get(&self, text: &str, about: &[About<'_>], read: impl FnOnce() -> Vec<Mention>) -> Vec<Mention> {
        let key = self.hasher.hash_one((text, about));
        let shard = &self.shards[key as usize % SHARDS];
        if let Some(known) = shard.lock().unwrap_or_else(PoisonError::into_inner).known(key, text, about) {
            return known.to_vec();
        }
        let found = read();
        let kept = about.iter().map(|(law, articles)| (*law, (*articles).into())).collect();
        let reading = (text.into(), kept, found.as_slice().into());
        shard.lock().unwrap_or_else(PoisonError::into_inner).new.insert(key, reading);
        found
    }
}

impl Shard {
    fn known(&mut self, key: u64, text: &str, about: &[About<'_>]) -> Option<Arc<[Mention]>> {
        if let Some(reading) = self.old.remove(&key) {
            self.new.insert(key, reading);
        }
        let (of, kept, found) = self.new.get(&key)?;
        let alike = |(kept, asked): (&(LawId, Box<[Articles]>), &About<'_>)| kept.0 == asked.0 && *kept.1 == *asked.1;
        let same = **of == *text && kept.len() == about.len() && kept.iter().zip(about).all(alike);
        same.then(|| Arc::clone(found))
    }
}

#[cfg(test)]
mod tests {
    use super::Memory;
    use crate::cite::Reader;
    use crate::model::Law;

    fn register(title: &str) -> Vec<Law> {
        let entry = format!("[{{id: a, title: {title}, kind: law, status: unknown, source: 清单原文}}]");
        serde_yaml::from_str(&entry).expect("a register")
    }

    #[test]
    fn another_register_is_read_anew() {
        let mut memory = Memory::default();
        let text = "依据《计量法》第九条";
        let settled = |memory: &mut Memory, title: &str| {
            Reader::remembering(&register(title), memory).read(text)[0].law.is_some()
        };
        assert!(settled(&mut memory, "中华人民共和国计量法"));
        assert!(settled(&mut memory, "中华人民共和国计量法"));
        assert!(!settled(&mut memory, "中华人民共和国建筑法"));
    }
}
