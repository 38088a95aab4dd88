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

use std::io::{self, Write};

use crate::dataset::{Context, Survey, Table};

pub use file::DatabaseFile;
pub use schema::search_query;

/// Writes the database of tables, each with what is known of it as a whole. The same rows give the same bytes.
pub fn database(context: Context<'_>, tables: &[(&Table, &Survey)], out: &mut dyn Write) -> io::Result<()> {
    let all: Vec<&Table> = tables.iter().map(|(table, _)| *table).collect();
    let mut database = DatabaseFile::in_memory(&all, context.graph.model)?;
    for (at, table) in all.iter().enumerate() {
        table.rows(context, &mut |cells| database.add(at, cells))?;
    }
    database.write(context, tables, out)
}
