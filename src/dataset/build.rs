//! What a row is and how each cell is filled in, a table out.

use crate::model::{Date, Text};

use super::bilingual::Bilingual;
use super::cell::CellKind;
use super::column::{self, ColumnOf};
use super::row::{Context, Row, Rows};
use super::table::{Filled, Table};

/// A table whose rows are of `T`, while its columns are being listed.
pub struct TableOf<T> {
    table: [Bilingual; 2],
    name: &'static str,
    key: &'static [&'static str],
    register: bool,
    rows: for<'m> fn(Context<'m>) -> Rows<'m, T>,
    columns: Vec<ColumnOf<T>>,
}

impl<T: Sync + 'static> TableOf<T> {
    /// Begins a table.
    pub fn new(
        name: &'static str,
        title: Bilingual,
        row: Bilingual,
        key: &'static [&'static str],
        rows: for<'m> fn(Context<'m>) -> Rows<'m, T>,
    ) -> TableOf<T> {
        TableOf { table: [title, row], name, key, register: false, rows, columns: Vec::new() }
    }

    /// Lists share the rows of the table.
    pub fn register(mut self) -> TableOf<T> {
        self.register = true;
        self
    }

    /// Adds a column.
    pub fn column(mut self, column: ColumnOf<T>) -> TableOf<T> {
        self.columns.push(column);
        self
    }

    /// Adds columns.
    pub fn columns(mut self, columns: impl IntoIterator<Item = ColumnOf<T>>) -> TableOf<T> {
        self.columns.extend(columns);
        self
    }

    /// Adds a column of texts, one for each language.
    pub fn text(
        self,
        name: &'static str,
        title: Bilingual,
        meaning: Bilingual,
        get: for<'m> fn(&'m Row<'m, T>) -> Option<&'m Text>,
    ) -> TableOf<T> {
        self.column(column::text(name, title, meaning, get))
    }

    /// Adds a column of strings that are the same in every language.
    pub fn plain(
        self,
        name: &'static str,
        title: Bilingual,
        meaning: Bilingual,
        get: for<'m> fn(&'m Row<'m, T>) -> Option<&'m str>,
    ) -> TableOf<T> {
        self.column(column::plain(name, title, meaning, get))
    }

    /// Adds a column of strings that are put together.
    pub fn made(
        self,
        name: &'static str,
        title: Bilingual,
        meaning: Bilingual,
        get: fn(&Row<'_, T>) -> Option<String>,
    ) -> TableOf<T> {
        self.column(column::made(name, title, meaning, get))
    }

    /// Adds a column of whole numbers.
    pub fn integer(
        self,
        name: &'static str,
        title: Bilingual,
        meaning: Bilingual,
        get: fn(&Row<'_, T>) -> Option<u32>,
    ) -> TableOf<T> {
        self.column(column::integer(name, title, meaning, get))
    }

    /// Adds a column of numbers.
    pub fn number(
        self,
        name: &'static str,
        title: Bilingual,
        meaning: Bilingual,
        get: fn(&Row<'_, T>) -> Option<f64>,
    ) -> TableOf<T> {
        self.column(ColumnOf::new(name, title, meaning, CellKind::Number, Box::new(move |row, _| get(row).into())))
    }

    /// Adds a column of yes and no.
    pub fn boolean(
        self,
        name: &'static str,
        title: Bilingual,
        meaning: Bilingual,
        get: fn(&Row<'_, T>) -> Option<bool>,
    ) -> TableOf<T> {
        self.column(ColumnOf::new(name, title, meaning, CellKind::Boolean, Box::new(move |row, _| get(row).into())))
    }

    /// Adds a column of dates.
    pub fn date(
        self,
        name: &'static str,
        title: Bilingual,
        meaning: Bilingual,
        get: fn(&Row<'_, T>) -> Option<Date>,
    ) -> TableOf<T> {
        self.column(column::date(name, title, meaning, get))
    }

    /// Every row has a cell in the last column.
    pub fn required(self) -> TableOf<T> {
        self.last(|column| column.required())
    }

    /// What the figures of the last column count or measure.
    pub fn unit(self, unit: Bilingual) -> TableOf<T> {
        self.last(|column| column.unit(unit))
    }

    /// The cells of the last column name rows of another table by their `id`.
    pub fn refers(self, table: &'static str) -> TableOf<T> {
        self.last(|column| column.refers(table))
    }

    /// The cells of the last column are words of a closed vocabulary.
    pub fn words<V: Copy>(self, all: &'static [V], word: fn(V) -> &'static str) -> TableOf<T> {
        self.last(|column| column.words(all, word))
    }

    fn last(mut self, change: impl FnOnce(ColumnOf<T>) -> ColumnOf<T>) -> TableOf<T> {
        let last = self.columns.pop().map(change);
        self.columns.extend(last);
        self
    }

    /// The table.
    pub fn done(self) -> Table {
        let [title, row] = self.table;
        let (columns, fills) = self.columns.into_iter().map(|of| (of.column, of.fill)).unzip();
        Table::new(self.name, title, row, self.key, self.register, columns, Filled { rows: self.rows, fills })
    }
}
