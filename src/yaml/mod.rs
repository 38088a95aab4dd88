//! Values in, YAML as an author would write it out. Every text reads back as the same text.

mod scalar;

pub use scalar::{apostrophes, block, flow, plain_or_quoted, quoted};
