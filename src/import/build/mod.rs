//! What was read in, and what the user says beside; the files of a list out.

mod bases;
mod items;
mod list;
mod names;
mod place;
mod records;
mod table;
mod topics;

pub use list::{Files, Said, build};
pub use names::reading;
pub use place::{NoPlace, Place};
