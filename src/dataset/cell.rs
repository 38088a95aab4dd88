//! A value of the model in, one cell of a table out.

use std::borrow::Cow;

use crate::model::{Date, Id};

/// What one row has in one column.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing is known: an empty cell, `null` in JSON.
    Empty,
    /// A text, a word of a vocabulary, an id, a phone or a date.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// A number that may have a fraction.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// A text.
    String,
    /// A whole number.
    Integer,
    /// A number that may have a fraction.
    Number,
    /// Yes or no.
    Boolean,
    /// A date of ISO 8601, as precise as the paper prints it: `2015-03-30`, `2015-07` or `2015`.
    Date,
}

impl CellKind {
    /// The word for it in the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            CellKind::String => "string",
            CellKind::Integer => "integer",
            CellKind::Number => "number",
            CellKind::Boolean => "boolean",
            CellKind::Date => "date",
        }
    }
}

impl Cell<'_> {
    /// The cell as a spreadsheet shows it; empty for an empty cell.
    pub fn to_text(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => "".into(),
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Integer(number) => number.to_string().into(),
            Cell::Number(number) => number.to_string().into(),
            Cell::Boolean(yes) => if *yes { "true" } else { "false" }.into(),
        }
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Cell<'a> {
        Cell::Text(text.into())
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Cell::Text(text.into())
    }
}

impl<'a> From<&'a Id> for Cell<'a> {
    fn from(id: &'a Id) -> Cell<'a> {
        id.as_str().into()
    }
}

impl From<Date> for Cell<'_> {
    fn from(date: Date) -> Self {
        date.to_string().into()
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Cell::Integer(number.into())
    }
}

impl From<f64> for Cell<'_> {
    fn from(number: f64) -> Self {
        if number.is_finite() { Cell::Number(number) } else { Cell::Empty }
    }
}

impl From<bool> for Cell<'_> {
    fn from(yes: bool) -> Self {
        Cell::Boolean(yes)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Cell<'a> {
        value.map_or(Cell::Empty, Into::into)
    }
}
