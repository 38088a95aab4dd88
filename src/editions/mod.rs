//! Graph in, what its lists said edition by edition out: the records of an edition field by field, and what changed from one
//! to the next. Both are made of the rows of the tables, so that they say what the data say.

mod article;
mod compare;
mod fields;
mod flat;
mod history;
mod marks;
mod successors;

pub use compare::compare;
pub use flat::{Field, Flat, FlatRecord, Words, flatten};
pub use history::history;
pub use marks::{Piece, marks};
pub use successors::{RenamedLists, Successors, declared};
