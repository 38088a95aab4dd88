//! How far a job is, told to whoever waits for it.

/// A stage that takes time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading the content.
    Load,
    /// Holding it against the rules.
    Check,
    /// Writing tables and pages.
    Write,
    /// Holding links against pages.
    Audit,
    /// Putting the site in place.
    Publish,
}

/// Who wants to know how far a job is.
pub trait Progress: Sync {
    /// A stage begins, with so many steps where they can be counted.
    fn stage(&self, stage: Stage, total: Option<u64>);
    /// So many steps of the stage are done.
    fn done(&self, count: u64);
}
