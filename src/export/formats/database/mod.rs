//! Every table in, one SQLite database out, as the bytes of its file: keys and references, an index on every reference,
//! and an index of words for every table that holds text, which Datasette finds and uses by itself.

mod grams;
mod schema;

use std::io::{self, Write};
use std::path::Path;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Statement, ToSql, params_from_iter};

use grams::grams;
use schema::Schema;

use crate::dataset::{Cell, Context, HEADER, Survey, Table, dictionary};
use crate::model::Model;

pub use schema::search_query;

/// A database that is being written, table by table or list by list.
#[derive(Debug)]
pub struct DatabaseFile {
    database: Connection,
    tables: Vec<Growing>,
}

/// A table that is being filled.
struct Growing {
    schema: Schema,
    rows: i64,
}

impl std::fmt::Debug for Growing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Growing").field("rows", &self.rows).finish_non_exhaustive()
    }
}

impl DatabaseFile {
    /// Begins the database of tables in a new file.
    pub fn create(path: &Path, tables: &[&Table], model: &Model) -> io::Result<DatabaseFile> {
        DatabaseFile::begin(Connection::open(path).map_err(io::Error::other)?, tables, model)
    }

    /// Begins the database of tables in memory.
    pub fn in_memory(tables: &[&Table], model: &Model) -> io::Result<DatabaseFile> {
        DatabaseFile::begin(Connection::open_in_memory().map_err(io::Error::other)?, tables, model)
    }

    fn begin(database: Connection, tables: &[&Table], model: &Model) -> io::Result<DatabaseFile> {
        let tables: Vec<Growing> =
            tables.iter().map(|table| Growing { schema: Schema::of(table, model), rows: 0 }).collect();
        // Rows come before some that they name; that every reference holds is tested.
        let settings = "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;";
        database.execute_batch(settings).map_err(io::Error::other)?;
        for Growing { schema, .. } in &tables {
            database.execute_batch(&schema.table).map_err(io::Error::other)?;
            if let Some(words) = &schema.words {
                database.execute_batch(&words.table).map_err(io::Error::other)?;
            }
        }
        Ok(DatabaseFile { database, tables })
    }

    /// Adds a row of the table at a place among the tables.
    pub fn add(&mut self, table: usize, cells: &[Cell<'_>]) -> io::Result<()> {
        self.insert(table, cells).map_err(io::Error::other)
    }

    fn insert(&mut self, table: usize, cells: &[Cell<'_>]) -> rusqlite::Result<()> {
        let Growing { schema, rows } = &mut self.tables[table];
        *rows += 1;
        insert(&mut self.database.prepare(&schema.insert)?, cells)?;
        let Some(words) = &schema.words else { return Ok(()) };
        let cut = words.columns.iter().map(|at| Cell::from(grams(&cells[*at].to_text())));
        let cells: Vec<Cell<'_>> = std::iter::once(Cell::Integer(*rows)).chain(cut).collect();
        insert(&mut self.database.prepare(&words.insert)?, &cells)
    }

    /// Ends the database with the data dictionary.
    pub fn finish(self, context: Context<'_>, tables: &[(&Table, &Survey)]) -> io::Result<()> {
        self.complete(context, tables).map(|_| ()).map_err(io::Error::other)
    }

    /// The same, and the bytes of the file go to `out`.
    pub fn write(self, context: Context<'_>, tables: &[(&Table, &Survey)], out: &mut dyn Write) -> io::Result<()> {
        let mut database = self.complete(context, tables).map_err(io::Error::other)?;
        let mut bytes = database.serialize("main").map_err(io::Error::other)?.to_vec();
        // A file counts its transactions, and notes at which of them and by which SQLite; in memory nothing is counted.
        let noted = [(24, 1), (92, 1), (96, rusqlite::version_number())];
        for (at, value) in noted {
            bytes.iter_mut().skip(at).zip(value.to_be_bytes()).for_each(|(byte, new)| *byte = new);
        }
        out.write_all(&bytes)
    }

    fn complete(self, context: Context<'_>, tables: &[(&Table, &Survey)]) -> rusqlite::Result<Connection> {
        // What is indexed is easier to build when all rows are there, and lies closer together.
        for Growing { schema, .. } in &self.tables {
            self.database.execute_batch(&schema.indices)?;
        }
        describe(&self.database, context, tables)?;
        self.database.execute_batch("COMMIT")?;
        Ok(self.database)
    }
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
