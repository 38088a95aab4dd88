//! A character in, the one that stands for it in the index of words out, as the tokenizer of SQLite has it.
//!
//! The tokenizer (`unicode61`) makes letters small, drops their accents and knows what is a letter by tables of its own.
//! So it is asked, once for each character that is not plain.

use std::collections::HashMap;

use rusqlite::Connection;

/// What the tokenizer makes of characters.
pub(super) struct Fold {
    tokenizer: Connection,
    known: HashMap<char, Option<char>>,
}

impl Fold {
    /// Nothing is known yet.
    pub fn new() -> rusqlite::Result<Fold> {
        let tokenizer = Connection::open_in_memory()?;
        tokenizer.execute_batch(
            "CREATE VIRTUAL TABLE texts USING fts5 (line, content='');
             CREATE VIRTUAL TABLE words USING fts5vocab (texts, instance);",
        )?;
        Ok(Fold { tokenizer, known: HashMap::new() })
    }

    /// The character of the index for a character; none where words end.
    pub fn of(&mut self, c: char) -> rusqlite::Result<Option<char>> {
        if c.is_ascii() {
            return Ok(c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase()));
        }
        if plain(c) {
            return Ok(Some(c));
        }
        if let Some(known) = self.known.get(&c) {
            return Ok(*known);
        }
        let folded = if c.is_alphanumeric() { self.ask(c)? } else { None };
        self.known.insert(c, folded);
        Ok(folded)
    }

    /// What the tokenizer makes of a character between two others.
    fn ask(&self, c: char) -> rusqlite::Result<Option<char>> {
        self.tokenizer.execute("INSERT INTO texts (rowid, line) VALUES (1, ?)", [format!("x{c}x")])?;
        let word: String =
            self.tokenizer.query_row("SELECT term FROM words ORDER BY offset LIMIT 1", [], |row| row.get(0))?;
        self.tokenizer.execute("INSERT INTO texts (texts) VALUES ('delete-all')", [])?;
        let mut characters = word.chars().skip(1);
        // What it drops between two letters, or parts them at, is no part of a word.
        Ok(characters.next().filter(|_| characters.next().is_some()))
    }
}

/// Whether a character is a Chinese one that every version of the tokenizer leaves as it is.
fn plain(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FA5}' | '\u{3400}'..='\u{4DB5}')
}

#[cfg(test)]
mod tests {
    use super::{Fold, plain};

    #[test]
    fn letters_are_small_and_have_no_accents() {
        let mut fold = Fold::new().expect("a tokenizer");
        let folded: Vec<Option<char>> = "AéΣ〇２Ⓐ，\u{301}计".chars().map(|c| fold.of(c).expect("an answer")).collect();
        let expected = [Some('a'), Some('e'), Some('σ'), Some('〇'), Some('２'), None, None, None, Some('计')];
        assert_eq!(folded, expected);
    }

    #[test]
    fn the_tokenizer_leaves_plain_characters_and_small_letters() {
        let fold = Fold::new().expect("a tokenizer");
        for c in ('\0'..='\u{9FFF}').filter(|c| plain(*c) && (*c as u32).is_multiple_of(7) || c.is_ascii_alphanumeric())
        {
            assert_eq!(fold.ask(c).expect("an answer"), Some(c.to_ascii_lowercase()), "{c}");
        }
    }
}
