//! Bytes as they come in, a finished site out: everything goes to a staging folder, and one swap puts it in place, or, where
//! the folder of the site must stay, file after file. Beside that, new files for a content folder.

mod again;
mod before;
mod carry;
mod changes;
mod content;
mod fill;
mod growing;
mod in_place;
mod leftovers;
mod like;
mod lock;
mod manifest;
mod mounts;
mod place;
mod remove;
mod replace;
mod sieve;
mod staging;
mod stamp;
mod swap;
mod vacant;
mod verify;
mod way;

pub use changes::Changes;
pub use content::add_to_content;
pub use growing::Growing;
pub use replace::{replace, write};
pub use staging::Staging;
pub use stamp::{Stamp, program};
pub use vacant::vacant;
pub use verify::{Verified, sums_beside, verify, write_sums};
