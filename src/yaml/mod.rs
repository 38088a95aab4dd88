//! Values in, YAML as an author would write it out. Every text reads back as the same text.

mod record;
mod scalar;
mod value;

pub use record::value;
pub use scalar::{apostrophes, block, flow, plain_or_quoted, quoted};
pub use value::{Value, write};
