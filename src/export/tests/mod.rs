//! The files of a small model, byte for byte, and what holds for every one of them.

mod bytes;
mod describe;
mod formats;
mod rdf;
mod records;
