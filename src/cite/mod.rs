//! Chinese text and the register of laws in; every legal citation in the text, resolved as far as it can be, out.
//!
//! Read in one pass: the text is folded ([`fold`]), numbers and titles are found in it, then every title, number and
//! article is put together with what belongs to it and settled against the register. Titles are held against the
//! register first and against the words that laws end with second, so that forms and certificates in the same marks
//! are told apart. What the text leaves open stays open: it is ambiguous, never guessed.

mod article;
mod context;
mod date;
mod fold;
mod kind;
mod mention;
mod names;
mod number;
mod numeral;
mod scan;
mod title;

use crate::model::Law;

pub use date::Dated;
pub use mention::{Certainty, Mention};
pub use number::DocumentNumber;

/// Finds citations of the laws of one register.
#[derive(Debug)]
pub struct Reader {
    names: names::Names,
}

impl Reader {
    /// A reader that knows the Chinese titles, aliases and numbers of these laws.
    pub fn new(laws: &[Law]) -> Reader {
        Reader { names: names::Names::new(laws) }
    }

    /// Every citation in a text, in its order; they do not overlap. Laws are indices in the register.
    pub fn read(&self, text: &str) -> Vec<Mention> {
        scan::scan(text, &fold::Folded::new(text), &self.names)
    }
}
