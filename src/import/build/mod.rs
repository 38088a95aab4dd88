//! What was read in, and what the user says beside; the files of a list out.

mod bases;
mod duties;
mod entries;
mod items;
mod list;
mod matters;
mod names;
mod names_in_cells;
mod parts;
mod place;
mod records;
mod sections;
mod services;
mod settle;
mod table;
mod topics;

pub use list::{Files, Said, build};
pub use names::reading;
pub use names_in_cells::split;
pub use place::{NoPlace, Place};
