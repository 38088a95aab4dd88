//! One of several pages that go on with the same, as each of them leads to the others.

use serde::Serialize;

/// A link to one of the pages, with what stands on it.
#[derive(Serialize)]
pub struct PageLink {
    /// Where it leads.
    pub href: String,
    /// What stands on that page.
    pub text: String,
    /// Whether it is the page that has the link.
    pub current: bool,
}
