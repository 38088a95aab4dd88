//! A fault's cure by notation alone: what takes whose place, so that it may be done without asking anybody.

use super::place::At;

/// What mends a fault where nothing but its notation is wrong: widths, blanks, brackets, quotes, the form of a date, of a
/// phone, of an id. No meaning can change by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// What is replaced, where that is not what is underlined.
    pub at: Option<At>,
    /// What stands there; where something else does, nothing is replaced.
    pub of: Option<Box<str>>,
    /// What takes its place.
    pub text: String,
}
