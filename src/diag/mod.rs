//! Faults: their codes, where they are, how they are gathered and shown. Imports nothing of ours.

mod code;
mod diagnostic;
mod failure;
mod finding;
pub mod formats;
mod mend;
mod place;
mod sink;
mod suggest;
mod words;

pub use code::{Code, Severity};
pub use diagnostic::Diagnostic;
pub use failure::Failure;
pub use finding::Finding;
pub use mend::Mend;
pub use place::{At, FileId, Passage, Place, Step, Trail};
pub use sink::Sink;
pub use suggest::{closest, only};
pub use words::{Message, MessageLang, visible};
