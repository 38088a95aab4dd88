//! What a build changed of a site, as figures.

/// What became of the files of a site that was built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Whether there was no site before.
    pub is_first: bool,
    /// Files that are new or hold other bytes than before.
    pub written: u64,
    /// Files that were not touched.
    pub unchanged: u64,
    /// Files of the old site that are gone.
    pub removed: u64,
    /// Whether the folder stayed and its files were replaced one after the other, because it could not be exchanged.
    pub in_place: bool,
}
