//! Bytes in as they come, a finished site out: everything goes to a staging folder beside the output, and one swap
//! puts it in place.

mod lock;
mod ours;
mod replace;
mod staging;
mod swap;

pub use replace::{replace, write};
pub use staging::Staging;
