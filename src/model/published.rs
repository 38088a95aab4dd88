//! An address that once was published.

use std::ops::Range;

/// A line of `addresses.txt`: a page of any former build, or the id of a record without a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedAddress {
    /// The path from the root of the site without a language: of a page it ends in a slash or in `.html`, of the id of a record without
    /// a page it does not.
    pub path: String,
    /// Where in the file it stands.
    pub at: Range<usize>,
}

impl PublishedAddress {
    /// Whether it is the address of a page.
    pub fn is_page(&self) -> bool {
        self.path.is_empty() || self.path.ends_with('/')
    }

    /// Whether it has the form of one.
    pub fn is_well_formed(&self) -> bool {
        let part = |part: &str| {
            !part.is_empty()
                && part != "."
                && part != ".."
                && part.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c))
        };
        self.path.trim_end_matches('/').split('/').all(part) && !self.path.ends_with("//")
    }
}
