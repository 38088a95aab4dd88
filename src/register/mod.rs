//! Files that come with the program in; the registers that every site may use without writing them out: national laws,
//! kinds of department, topics, terms, everyday words, what became of bodies, and the regions of the country.
//!
//! The files, but for that of everyday words, have the form of a site's own registers. A site's own entries go before them (`check/registers.rs`), and of
//! the rest a site shows only what its lists use (`check/unused.rs`).

mod division;
mod everyday;

use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use crate::model::{Agency, Department, Law, Term, Topic};

pub use division::{Division, division, divisions};
pub use everyday::{Ask, Everyday, Forms, Thing};

/// A file of laws by its name in `laws/`, as a site has them too.
const LAWS: [(&str, &str); 6] = [
    ("administrative-regulations.yaml", include_str!("laws/administrative-regulations.yaml")),
    ("departmental-rules.yaml", include_str!("laws/departmental-rules.yaml")),
    ("judicial-interpretations.yaml", include_str!("laws/judicial-interpretations.yaml")),
    ("laws.yaml", include_str!("laws/laws.yaml")),
    ("normative-documents.yaml", include_str!("laws/normative-documents.yaml")),
    ("standards.yaml", include_str!("laws/standards.yaml")),
];

/// What the program brings along beside the regions.
#[derive(Debug)]
pub struct Register {
    /// National laws, file by file, each with its name in `laws/`.
    pub laws: Vec<(&'static str, Vec<Law>)>,
    /// Kinds of department.
    pub departments: Vec<Department>,
    /// Topics: the wide ones, then those below them.
    pub topics: Vec<Topic>,
    /// Bodies and hotlines, with what became of them.
    pub agencies: Vec<Agency>,
    /// Terms and their translations.
    pub terms: Vec<Term>,
    /// What people type who do not know the words of the lists.
    pub everyday: Everyday,
}

/// The registers of the program, read once.
///
/// ```
/// use qingdan::register::{division, register};
///
/// let mut laws = register().laws.iter().flat_map(|(_, laws)| laws);
/// assert!(laws.any(|law| law.id.as_str() == "administrative-licensing-law"));
/// assert_eq!(division("130431").map(|county| county.name), Some("鸡泽县"));
/// ```
pub fn register() -> &'static Register {
    static REGISTER: OnceLock<Register> = OnceLock::new();
    REGISTER.get_or_init(|| Register {
        laws: LAWS.into_iter().map(|(name, text)| (name, read(text))).collect(),
        departments: read(include_str!("departments.yaml")),
        topics: read(include_str!("topics.yaml")),
        agencies: read(include_str!("agencies.yaml")),
        terms: read(include_str!("terms.yaml")),
        everyday: read(include_str!("everyday.yaml")),
    })
}

/// A file that does not read would be empty: a test holds that every one does.
fn read<T: DeserializeOwned + Default>(text: &str) -> T {
    serde_yaml::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::register;

    #[test]
    fn every_file_reads() {
        let register = register();
        for (name, laws) in &register.laws {
            assert!(!laws.is_empty(), "{name}");
        }
        assert!(!register.agencies.is_empty());
        assert!(!register.departments.is_empty() && !register.topics.is_empty() && !register.terms.is_empty());
        let names: Vec<&str> = register.laws.iter().map(|(name, _)| *name).collect();
        assert!(names.is_sorted(), "files of laws stand by name, as those of a site do");
    }
}
