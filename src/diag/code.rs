//! The stable code of a kind of fault, with everything that documents it.

/// How grave a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The build stops: nothing is written.
    Error,
    /// The build goes on.
    Warning,
}

/// A kind of fault. One `static` of this type beside the code that finds the fault is all there is to registering its
/// documentation: `qingdan explain` and `docs/rules/` are made from it.
#[derive(Debug)]
pub struct Code {
    /// Stable code: `E` and three digits.
    pub id: &'static str,
    /// Name in kebab-case, for the fault it finds.
    pub name: &'static str,
    /// What is wrong, in Chinese and English.
    pub what: [&'static str; 2],
    /// Why it matters, in Chinese and English.
    pub why: [&'static str; 2],
    /// What to do, in Chinese and English.
    pub fix: [&'static str; 2],
    /// Content that has the fault.
    pub example: &'static str,
}

impl PartialEq for Code {
    fn eq(&self, other: &Code) -> bool {
        self.id == other.id
    }
}
