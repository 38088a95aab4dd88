//! A model in; every matter that two departments' lists both print, and where these do not agree, out.
//!
//! It is a reading, and careful: what is not plainly the same matter is not matched, and what is not plainly at odds is not
//! reported.

mod claims;
mod finding;
mod offices;
mod pairs;
mod parties;
mod plain;
mod sides;
mod township;
mod weigh;
mod words;

pub use finding::{BoundaryFault, BoundaryFinding, BoundaryKind, MatchedBy, SamePair};
pub use sides::{BothSides, both_sides};
