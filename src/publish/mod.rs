//! Bytes in as they come, a finished site out: everything goes to a staging folder beside the output, and one swap
//! puts it in place. Beside that, new files for a content folder.

mod content;
mod growing;
mod lock;
mod ours;
mod replace;
mod staging;
mod swap;
mod vacant;

pub use content::add_to_content;
pub use growing::Growing;
pub use replace::{replace, write};
pub use staging::Staging;
pub use vacant::vacant;
