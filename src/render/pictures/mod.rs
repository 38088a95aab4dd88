//! Plain data in, SVG out: one file for each kind of picture. Colours and type come from the style sheet.

mod links;
mod matrix;
mod strip;
mod svg;
mod timeline;

pub(super) use links::{Connection, links};
pub(super) use matrix::{MatrixRow, matrix};
pub(super) use strip::{FigureShape, Strip, strips};
pub(super) use svg::Drawing;
pub(super) use timeline::{Moment, timeline};
