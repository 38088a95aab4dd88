//! Every table in, one SQLite database out, as the bytes of its file: keys and references, an index on every reference,
//! and an index of words for every table that holds text, which Datasette finds and uses by itself.

mod grams;
mod schema;

use std::io::{self, Write};

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Statement, ToSql, params_from_iter};

use grams::grams;
use schema::Schema;

use crate::dataset::{Cell, Context, HEADER, Survey, Table, dictionary};

pub use schema::search_query;

/// Writes the database of tables, each with what is known of it as a whole. The same rows give the same bytes.
pub fn database(context: Context<'_>, tables: &[(&Table, &Survey)], out: &mut dyn Write) -> io::Result<()> {
    let mut database = Connection::open_in_memory().map_err(io::Error::other)?;
    // Rows come table by table, before some that they name; that every reference holds is tested.
    database.pragma_update(None, "foreign_keys", false).map_err(io::Error::other)?;
    let transaction = database.transaction().map_err(io::Error::other)?;
    for (table, _) in tables {
        fill(&transaction, context, table)?;
    }
    describe(&transaction, context, tables).map_err(io::Error::other)?;
    transaction.commit().map_err(io::Error::other)?;
    out.write_all(&database.serialize("main").map_err(io::Error::other)?)
}

fn fill(database: &Connection, context: Context<'_>, table: &Table) -> io::Result<()> {
    let schema = Schema::of(table, context.graph.model);
    database.execute_batch(&schema.table).map_err(io::Error::other)?;
    let mut rows = database.prepare(&schema.insert).map_err(io::Error::other)?;
    let mut words = match &schema.words {
        Some(words) => {
            database.execute_batch(&words.table).map_err(io::Error::other)?;
            Some((database.prepare(&words.insert).map_err(io::Error::other)?, &words.columns))
        }
        None => None,
    };
    let mut number = 0;
    table.rows(context, &mut |cells| {
        number += 1;
        insert(&mut rows, cells).map_err(io::Error::other)?;
        let Some((words, columns)) = &mut words else { return Ok(()) };
        let cut = columns.iter().map(|at| Cell::from(grams(&cells[*at].to_text())));
        let cells: Vec<Cell<'_>> = std::iter::once(Cell::Integer(number)).chain(cut).collect();
        insert(words, &cells).map_err(io::Error::other)
    })?;
    // What is indexed is easier to build when all rows are there, and lies closer together.
    database.execute_batch(&schema.indices).map_err(io::Error::other)
}

/// The data dictionary, as a table of its own.
fn describe(database: &Connection, context: Context<'_>, tables: &[(&Table, &Survey)]) -> rusqlite::Result<()> {
    database.execute_batch(&schema::dictionary(&HEADER))?;
    let mut rows = database.prepare(&schema::insert("dictionary", HEADER.len()))?;
    dictionary(context, tables, |cells| insert(&mut rows, cells))
}

fn insert(statement: &mut Statement<'_>, cells: &[Cell<'_>]) -> rusqlite::Result<()> {
    statement.execute(params_from_iter(cells)).map(|_| ())
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Cell::Empty => ValueRef::Null,
            Cell::Text(text) => ValueRef::Text(text.as_bytes()),
            Cell::Integer(number) => ValueRef::Integer(*number),
            Cell::Number(number) => ValueRef::Real(*number),
            Cell::Boolean(yes) => ValueRef::Integer((*yes).into()),
        }))
    }
}
