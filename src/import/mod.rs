//! A file of an office in, a list and a report of what became of every cell out.

pub mod document;
pub mod read;
