//! How many of a number of things have something.

use schemars::JsonSchema;
use serde::Serialize;

/// How many of a number of things have something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Share {
    /// How many have it.
    pub have: u32,
    /// Of how many.
    pub of: u32,
}

impl Share {
    /// Counts one more thing.
    pub fn count(&mut self, has: bool) {
        self.have += u32::from(has);
        self.of += 1;
    }

    /// Adds the counts of others.
    pub fn add(&mut self, other: Share) {
        self.have += other.have;
        self.of += other.of;
    }
}
