//! A language's strings file in; words, plural forms, dates, numbers and figures in that language out.

mod articles;
mod dates;
mod figures;
mod fill;
mod foreign;
mod mark;
mod numbers;
mod pinyin;
mod plural;
mod required;
mod strings;
mod vocabularies;

pub use articles::han;
pub use figures::Phrase;
pub use foreign::{Lacked, stand_in};
pub use mark::MARKS;
pub use pinyin::{initial, reading, readings, sort_key, syllables, tones, ways_to_read};
pub use strings::{Message, Strings};

#[cfg(test)]
mod tests;
