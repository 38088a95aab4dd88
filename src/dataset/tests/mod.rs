//! The tables of a small model: what holds for every table by its description.

mod content;
mod description;
pub(crate) mod sample;
mod scope;
mod survey;
