//! Text as it comes in, text as it was meant out: one place for everything that a keyboard, a PDF or an old encoding puts in.
//!
//! [`fold`] makes plain what can be made plain without losing anything, [`joint`] says what a line break between two
//! characters is, and [`oddities`] names the characters that nobody can have meant. Every text of the content passes
//! [`fold`] when it is read (`model::Text`, free pages), whatever file it stands in; what a field holds "as printed" does not.

mod fold;
mod joint;
mod marks;
mod mojibake;
mod oddity;
mod twins;

pub use fold::{blank, fold, fold_lines, folded, unfolded};
pub use joint::{Joint, joint};
pub use marks::{Unpaired, unpaired};
pub use oddity::{Oddity, name, oddities};
pub use twins::twin;
