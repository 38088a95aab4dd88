//! One table: what a row is, its columns, and how its rows stream by.

use std::fmt;
use std::io;

use crate::model::Lang;

use super::bilingual::Bilingual;
use super::cell::Cell;
use super::column::{Column, Fill};
use super::row::{Context, Rows};

/// A table of the published data.
pub struct Table {
    /// Name of the table, and of its files without their endings.
    pub name: &'static str,
    /// Title for readers.
    pub title: Bilingual,
    /// What one row is.
    pub row: Bilingual,
    /// The columns that together tell one row from every other.
    pub key: &'static [&'static str],
    /// Whether it is a register: lists share its rows, and the data of a list have those that the list names. In any other
    /// table each row is of one list, and the rows of the site are those of each list, one list after the other.
    pub register: bool,
    /// The columns, in order.
    pub columns: Vec<Column>,
    stream: Box<dyn Stream>,
}

/// What is called with the cells of each row.
pub type Take<'t> = dyn FnMut(&[Cell<'_>]) -> io::Result<()> + 't;

impl Table {
    /// A table of rows of `T`; `filled` has one fill for each column.
    pub fn new<T: 'static>(
        name: &'static str,
        title: Bilingual,
        row: Bilingual,
        key: &'static [&'static str],
        register: bool,
        columns: Vec<Column>,
        filled: Filled<T>,
    ) -> Table {
        Table { name, title, row, key, register, columns, stream: Box::new(filled) }
    }

    /// The column, and the language of its cells, at each place of the header of a site in these languages.
    pub fn places(&self, languages: &[Lang]) -> Vec<(&Column, Lang)> {
        let each = |column| move |lang: &Lang| (column, *lang);
        self.columns.iter().flat_map(|column| column.languages(languages).iter().map(each(column))).collect()
    }

    /// Names of the columns in the header of a site in these languages.
    pub fn header(&self, languages: &[Lang]) -> Vec<String> {
        self.places(languages).into_iter().map(|(column, lang)| column.header(lang)).collect()
    }

    /// Calls `take` with the cells of each row, in the order of the header. No row is kept.
    pub fn rows(&self, context: Context<'_>, take: &mut Take<'_>) -> io::Result<()> {
        self.stream.rows(&self.columns, context, take)
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A table without the type of its rows.
trait Stream: Send + Sync {
    fn rows(&self, columns: &[Column], context: Context<'_>, take: &mut Take<'_>) -> io::Result<()>;
}

/// Rows of `T` and how the cells of each column are filled.
pub struct Filled<T> {
    /// The rows.
    pub rows: for<'m> fn(Context<'m>) -> Rows<'m, T>,
    /// For each column, how its cells are filled.
    pub fills: Vec<Fill<T>>,
}

impl<T> Stream for Filled<T> {
    fn rows(&self, columns: &[Column], context: Context<'_>, take: &mut Take<'_>) -> io::Result<()> {
        let languages = context.graph.model.languages();
        for row in (self.rows)(context) {
            let mut cells = Vec::with_capacity(columns.len() + columns.len() / 2);
            for (column, fill) in columns.iter().zip(&self.fills) {
                cells.extend(column.languages(languages).iter().map(|lang| fill(&row, *lang)));
            }
            take(&cells)?;
        }
        Ok(())
    }
}
