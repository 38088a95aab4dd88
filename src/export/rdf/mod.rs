//! Model, plan and written files in, RDF out: the data catalogue (DCAT) and the records (ELI, CPSV-AP, ORG, SKOS).
//!
//! Things are named by the addresses of their pages. Where the site may live anywhere these are relative to the file, as
//! Turtle and JSON-LD allow, and mean the same wherever the folder lies.

use crate::dataset::Bilingual;

mod dcat;
mod graph;
mod records;
mod registers;
mod terms;

pub use dcat::{DcatFile, Distribution, dcat};
pub use records::records;

/// What a record of each kind is: the table that has its rows.
const TABLES: [(&str, &str); 9] = [
    ("duty", "duties"),
    ("work-item", "work_items"),
    ("accountability", "accountability"),
    ("matter", "matters"),
    ("participant", "participants"),
    ("service", "services"),
    ("regime", "regimes"),
    ("provision", "provisions"),
    ("mechanism", "mechanism"),
];

/// A phrase with the languages of its forms.
fn forms([zh, en]: Bilingual) -> [(&'static str, &'static str); 2] {
    [("zh", zh), ("en", en)]
}
