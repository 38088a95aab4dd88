//! An address that once was published and has no page of today.

/// An address that leads on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The old address: the path of the first language, ending in a slash.
    pub from: String,
    /// The page of today, by its path in the first language, or an address of another site.
    pub to: String,
    /// The place on that page; empty for the page as a whole.
    pub anchor: String,
}
