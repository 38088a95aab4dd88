//! What lists are while their files are joined.

use crate::model::{List, ListOrigin};

/// A list under construction, with the name of its folder or file.
pub(super) struct ListDraft {
    pub name: String,
    pub list: List,
    pub origin: ListOrigin,
}

/// The names that files and folders gave to what they hold.
#[derive(Debug, Default)]
pub(super) struct TakenNames {
    /// For each list, the name of its folder or file.
    pub lists: Vec<String>,
    /// For each list, the file names of its regimes, `None` for a regime inside another file.
    pub regimes: Vec<Vec<Option<String>>>,
}
