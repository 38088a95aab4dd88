//! Model, plan and written files in, RDF out: the data catalogue (DCAT) and the records (ELI, CPSV-AP, ORG, SKOS).
//!
//! Things are named by the addresses of their pages. Where the site may live anywhere these are relative to the file, as
//! Turtle and JSON-LD allow, and mean the same wherever the folder lies.

mod dcat;
mod graph;
mod records;
mod registers;
mod releases;
mod terms;

pub use dcat::{DcatFile, Distribution, dcat};
pub use records::records;
