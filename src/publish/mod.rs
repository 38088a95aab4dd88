//! Bytes in as they come, a finished site out: everything goes to a staging folder beside the output, and one swap
//! puts it in place. Beside that, new files for who starts.

mod content;
mod create;
mod lock;
mod ours;
mod staging;
mod swap;

pub use content::add_to_content;
pub use create::{create, replace, vacant};
pub use staging::Staging;
