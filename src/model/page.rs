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
    /// Text of its first-level heading.
    pub title: String,
    /// Markdown below the heading.
    pub body: String,
    /// The file, as an index of the sources.
    pub file: crate::diag::FileId,
}
