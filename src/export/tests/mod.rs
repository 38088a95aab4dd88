//! The tables of a small model: exact files, and what holds for every table by its description.

mod bytes;
mod catalogue;
mod content;
mod describe;
mod description;
mod formats;
mod rdf;
mod records;
mod sample;
mod scope;
