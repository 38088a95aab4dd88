//! Plain data in, SVG out: one file for each kind of picture. Colours and type come from the style sheet.

mod bars;
mod links;
mod matrix;
mod svg;

pub(super) use bars::{Bar, bars};
pub(super) use links::{Link, links};
pub(super) use matrix::{Row, matrix};
