//! Rows of tables in, the tables in any order; one SQLite database out, in a file or in memory.

use std::io::{self, Write};
use std::path::Path;

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Statement, ToSql, params};

use super::grams::Grams;
use super::schema::{self, Schema};
use super::segment::Record;
use super::words::Words;

use crate::dataset::{Cell, Context, HEADER, Survey, Table, dictionary};
use crate::model::Model;

/// How much memory words may take before those of one table are written.
const MEMORY: usize = 48 << 20;

/// How many bytes of rows a table keeps before it writes them, so that a statement serves many.
const KEPT: usize = 256 << 10;

/// How the file is made: whoever finds it unfinished throws it away, so nothing guards against a failure half way.
/// Pages are larger than by default, because rows of texts are. The cache is bounded, in KiB.
const MADE: &str = "PRAGMA page_size = 8192;
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA cache_size = -32768;
    PRAGMA foreign_keys = OFF;";

/// A database that is being written. Rows go into it one by one, in order for each table; what is held in memory is
/// bounded, whatever the number of rows. The same rows in the same order give the same bytes.
pub struct DatabaseFile {
    connection: Connection,
    tables: Vec<Filled>,
    grams: Grams,
}

/// A table, its rows that are not written, one behind the other, and the words of all.
struct Filled {
    schema: Schema,
    cells: Vec<Value>,
    width: usize,
    bytes: usize,
    words: Option<Words>,
}

impl DatabaseFile {
    /// Begins a database in a new file.
    ///
    /// # Errors
    ///
    /// Fails where the file cannot be made.
    pub fn create(path: &Path, tables: &[&Table], model: &Model) -> io::Result<DatabaseFile> {
        Self::begin(Connection::open(path), tables, model).map_err(io::Error::other)
    }

    /// Begins a database in memory.
    pub fn in_memory(tables: &[&Table], model: &Model) -> io::Result<DatabaseFile> {
        Self::begin(Connection::open_in_memory(), tables, model).map_err(io::Error::other)
    }

    fn begin(
        connection: rusqlite::Result<Connection>,
        tables: &[&Table],
        model: &Model,
    ) -> rusqlite::Result<DatabaseFile> {
        let connection = connection?;
        connection.execute_batch(MADE)?;
        connection.execute_batch("BEGIN")?;
        let mut filled = Vec::with_capacity(tables.len());
        for table in tables {
            let schema = Schema::of(table, model);
            connection.execute_batch(&schema.table)?;
            if let Some(index) = &schema.words {
                connection.execute_batch(&index.table)?;
            }
            let words = schema.words.as_ref().map(|index| Words::new(index.columns.len()));
            let width = table.places(model.languages()).len();
            filled.push(Filled { schema, cells: Vec::new(), width, bytes: 0, words });
        }
        Ok(DatabaseFile { connection, tables: filled, grams: Grams::new()? })
    }

    /// Adds a row of the table at a place among the tables.
    ///
    /// # Errors
    ///
    /// Fails where the row cannot be written: the disk is full, or the cells are not what the columns take.
    pub fn add(&mut self, table: usize, cells: &[Cell<'_>]) -> io::Result<()> {
        self.insert(table, cells).map_err(io::Error::other)
    }

    fn insert(&mut self, table: usize, cells: &[Cell<'_>]) -> rusqlite::Result<()> {
        let of = &mut self.tables[table];
        of.keep(cells);
        if of.bytes >= KEPT {
            of.write_rows(&self.connection)?;
        }
        let Filled { schema, words, .. } = of;
        let (Some(index), Some(words)) = (&schema.words, words) else { return Ok(()) };
        words.row();
        for (column, at) in index.columns.iter().enumerate() {
            let text = cells[*at].to_text();
            self.grams.of(&text, &mut |term, place| words.read(term, place))?;
            words.add(column);
        }
        self.bound()
    }

    /// Writes the words of the table that has most, where all together take too much memory.
    fn bound(&mut self) -> rusqlite::Result<()> {
        let bytes = |of: &Filled| of.words.as_ref().map_or(0, Words::bytes);
        if self.tables.iter().map(bytes).sum::<usize>() < MEMORY {
            return Ok(());
        }
        let most = self.tables.iter_mut().max_by_key(|of| bytes(of));
        most.map_or(Ok(()), |of| of.write_words(&self.connection))
    }

    /// Writes what is still to be written, and the data dictionary.
    ///
    /// # Errors
    ///
    /// Fails where the file cannot be written, or where two rows have one key.
    pub fn finish(self, context: Context<'_>, tables: &[(&Table, &Survey)]) -> io::Result<()> {
        self.complete(context, tables).map(|_| ()).map_err(io::Error::other)
    }

    /// The same, and the bytes of the file go to `out`.
    pub fn write(self, context: Context<'_>, tables: &[(&Table, &Survey)], out: &mut dyn Write) -> io::Result<()> {
        let mut connection = self.complete(context, tables).map_err(io::Error::other)?;
        let mut bytes = connection.serialize("main").map_err(io::Error::other)?.to_vec();
        // A file counts its transactions, and notes at which of them and by which SQLite; in memory nothing is counted.
        let noted = [(24, 1), (92, 1), (96, rusqlite::version_number())];
        for (at, value) in noted {
            bytes.iter_mut().skip(at).zip(value.to_be_bytes()).for_each(|(byte, new)| *byte = new);
        }
        out.write_all(&bytes)
    }

    fn complete(mut self, context: Context<'_>, tables: &[(&Table, &Survey)]) -> rusqlite::Result<Connection> {
        for of in &mut self.tables {
            of.write_rows(&self.connection)?;
            of.write_words(&self.connection)?;
            of.end_words(&self.connection)?;
            // What is indexed is easier to build when all rows are there, and lies closer together.
            self.connection.execute_batch(&of.schema.indices)?;
        }
        self.connection.execute_batch(&schema::dictionary(&HEADER))?;
        let mut rows = self.connection.prepare(&schema::insert("dictionary", HEADER.len()))?;
        dictionary(context, tables, |cells| insert(&mut rows, cells))?;
        drop(rows);
        self.connection.execute_batch("COMMIT")?;
        Ok(self.connection)
    }
}

impl Filled {
    fn keep(&mut self, cells: &[Cell<'_>]) {
        for cell in cells {
            let value = match cell {
                Cell::Empty => Value::Null,
                Cell::Text(text) => Value::Text(text.clone().into_owned()),
                Cell::Integer(number) => Value::Integer(*number),
                Cell::Number(number) => Value::Real(*number),
                Cell::Boolean(yes) => Value::Integer((*yes).into()),
            };
            self.bytes += size_of::<Value>() + if let Value::Text(text) = &value { text.len() } else { 0 };
            self.cells.push(value);
        }
    }

    fn write_rows(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        if !self.cells.is_empty() {
            let mut rows = connection.prepare(&self.schema.insert)?;
            self.cells.chunks(self.width).try_for_each(|row| insert(&mut rows, row))?;
        }
        self.cells.clear();
        self.bytes = 0;
        Ok(())
    }

    /// Writes the words as they are so far.
    fn write_words(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let (Some(index), Some(words)) = (&self.schema.words, &mut self.words) else { return Ok(()) };
        let mut pages = connection.prepare(&index.page)?;
        let mut entries = connection.prepare(&index.entry)?;
        words.write(&mut |record| {
            match record {
                Record::Page { id, bytes } => pages.execute(params![id, bytes])?,
                Record::Entry { segment, term, page } => entries.execute(params![segment, term, page])?,
            };
            Ok(())
        })
    }

    /// Writes what the index says of itself: how many words there are, and in which segments.
    fn end_words(&self, connection: &Connection) -> rusqlite::Result<()> {
        let (Some(index), Some(words)) = (&self.schema.words, &self.words) else { return Ok(()) };
        let mut record = connection.prepare(&index.record)?;
        record.execute(params![words.averages(), AVERAGES])?;
        record.execute(params![words.structure(), STRUCTURE])?;
        Ok(())
    }
}

/// The rows of the table of pages that hold the two records about the index (FTS5_AVERAGES_ROWID, FTS5_STRUCTURE_ROWID).
const AVERAGES: i64 = 1;
const STRUCTURE: i64 = 10;

fn insert(statement: &mut Statement<'_>, cells: &[impl ToSql]) -> rusqlite::Result<()> {
    for (at, cell) in (1..).zip(cells) {
        statement.raw_bind_parameter(at, cell)?;
    }
    statement.raw_execute().map(|_| ())
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
