//! Free pages.

use super::id::Id;
use super::lang::Lang;

/// A Markdown page in one language.
#[derive(Clone, Debug)]
pub struct FreePage {
    /// Name of the page, the same in every language.
    pub name: Id,
    /// Language of the page.
    pub lang: Lang,
    /// Text of its first-level heading, in plain characters.
    pub title: String,
    /// Markdown below the heading, in plain characters.
    pub body: String,
    /// The whole file as it stands, for faults.
    pub raw: String,
    /// The file, as an index of the sources.
    pub file: crate::diag::FileId,
}
