//! A file of an office in, a list and a report of what became of every cell out.

pub mod bare;
pub mod body;
pub mod build;
pub mod cells;
pub mod clean;
pub mod columns;
pub mod document;
pub mod facts;
pub mod form;
pub mod grid;
pub mod head;
pub mod heading;
pub mod kind;
pub mod line;
pub mod prose;
pub mod read;
pub mod record;
pub mod report;
pub mod sheets;
pub mod trace;
pub mod words;
