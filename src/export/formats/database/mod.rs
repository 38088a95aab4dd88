//! Every table in, one SQLite database out: keys and references, an index on every reference, and an index of words for
//! every table that holds text, which Datasette finds and uses by itself.

mod file;
mod fold;
mod grams;
mod places;
mod schema;
mod segment;
#[cfg(test)]
mod tests;
mod varint;
mod words;

pub use file::DatabaseFile;
pub use schema::search_query;
