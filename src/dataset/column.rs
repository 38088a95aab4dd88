//! One column: what its cells mean and how they are filled, said in one place.

use crate::model::{Date, Lang, Model, Text, Translations};

use super::bilingual::Bilingual;
use super::cell::{Cell, CellKind};
use super::row::Row;

/// What the cells of a column mean.
#[derive(Debug)]
pub struct Column {
    /// Name of the column, without the language.
    pub name: &'static str,
    /// Title for readers.
    pub title: Bilingual,
    /// What a cell means, with its unit.
    pub meaning: Bilingual,
    /// What the cells are.
    pub kind: CellKind,
    /// What the figures count or measure, where it is not a mere number.
    pub unit: Option<Bilingual>,
    /// Whether every row has a cell; for a column per language, whether every row has it in one language at least.
    pub required: bool,
    /// Whether there is one column for each language of the site, named `name_zh`, `name_en`.
    pub per_language: bool,
    /// The words that may stand in a cell, where they are a closed vocabulary.
    pub words: Vec<&'static str>,
    /// The table whose rows the cells name by their `id`.
    pub refers: Option<&'static str>,
}

impl Column {
    /// Name in the documentation, where a column per language is described once: `name_{lang}`.
    pub fn label(&self) -> String {
        if self.per_language { format!("{}_{{lang}}", self.name) } else { self.name.to_owned() }
    }

    /// Name in the header, for the column of one language where there is one for each.
    pub fn header(&self, lang: Lang) -> String {
        if self.per_language { format!("{}_{lang}", self.name) } else { self.name.to_owned() }
    }

    /// Whether every row has a cell in the column of this language.
    pub fn required_in(&self, lang: Lang, model: &Model) -> bool {
        let one_is_enough = self.per_language && model.site.translations == Translations::Partial;
        // An address is made for every language.
        self.required && (!one_is_enough || self.name == "url" || model.languages() == [lang])
    }

    /// Whether the cells are words for people: to be searched, or to name a row by.
    pub fn is_text(&self) -> bool {
        (self.per_language && self.name != "url") || ["alias", "word", "as_printed"].contains(&self.name)
    }

    /// The languages that the column is repeated for: those of the site, or only the first.
    pub fn languages<'l>(&self, languages: &'l [Lang]) -> &'l [Lang] {
        if self.per_language { languages } else { languages.get(..1).unwrap_or_default() }
    }
}

/// How the cells of a column are filled.
pub type Fill<T> = Box<dyn for<'m> Fn(&'m Row<'m, T>, Lang) -> Cell<'m> + Send + Sync>;

/// A column of rows of `T`: its meaning and how its cells are filled.
pub struct ColumnOf<T> {
    /// What the cells mean.
    pub column: Column,
    /// How they are filled.
    pub fill: Fill<T>,
}

impl<T> ColumnOf<T> {
    /// A column of one kind of cell, which a row may lack.
    pub fn new(name: &'static str, title: Bilingual, meaning: Bilingual, kind: CellKind, fill: Fill<T>) -> ColumnOf<T> {
        let (required, per_language, words) = (false, false, Vec::new());
        let column = Column { name, title, meaning, kind, unit: None, required, per_language, words, refers: None };
        ColumnOf { column, fill }
    }

    /// Every row has a cell.
    pub fn required(mut self) -> ColumnOf<T> {
        self.column.required = true;
        self
    }

    /// What the figures count or measure.
    pub fn unit(mut self, unit: Bilingual) -> ColumnOf<T> {
        self.column.unit = Some(unit);
        self
    }

    /// The cells name rows of another table by their `id`.
    pub fn refers(mut self, table: &'static str) -> ColumnOf<T> {
        self.column.refers = Some(table);
        self
    }

    /// The cells are words of a closed vocabulary.
    pub fn words<V: Copy>(mut self, all: &'static [V], word: fn(V) -> &'static str) -> ColumnOf<T> {
        self.column.words = all.iter().map(|value| word(*value)).collect();
        self
    }
}

/// A column of texts, one for each language. A text that was not translated leaves the cell empty.
pub fn text<T>(
    name: &'static str,
    title: Bilingual,
    meaning: Bilingual,
    get: impl for<'m> Fn(&'m Row<'m, T>) -> Option<&'m Text> + Send + Sync + 'static,
) -> ColumnOf<T> {
    each(name, title, meaning, move |row, lang| get(row).and_then(|text| text.get(lang)).into())
}

/// A column of strings that are made for each language.
pub fn each<T>(
    name: &'static str,
    title: Bilingual,
    meaning: Bilingual,
    get: impl for<'m> Fn(&'m Row<'m, T>, Lang) -> Cell<'m> + Send + Sync + 'static,
) -> ColumnOf<T> {
    let mut column = ColumnOf::new(name, title, meaning, CellKind::String, Box::new(get));
    column.column.per_language = true;
    column
}

/// A column of strings that are the same in every language.
pub fn plain<T>(
    name: &'static str,
    title: Bilingual,
    meaning: Bilingual,
    get: impl for<'m> Fn(&'m Row<'m, T>) -> Option<&'m str> + Send + Sync + 'static,
) -> ColumnOf<T> {
    ColumnOf::new(name, title, meaning, CellKind::String, Box::new(move |row, _| get(row).into()))
}

/// A column of strings that are put together, such as the ids of other rows.
pub fn made<T>(
    name: &'static str,
    title: Bilingual,
    meaning: Bilingual,
    get: impl Fn(&Row<'_, T>) -> Option<String> + Send + Sync + 'static,
) -> ColumnOf<T> {
    ColumnOf::new(name, title, meaning, CellKind::String, Box::new(move |row, _| get(row).into()))
}

/// A column of dates.
pub fn date<T: 'static>(
    name: &'static str,
    title: Bilingual,
    meaning: Bilingual,
    get: fn(&Row<'_, T>) -> Option<Date>,
) -> ColumnOf<T> {
    ColumnOf::new(name, title, meaning, CellKind::Date, Box::new(move |row, _| get(row).into()))
}

/// A column of whole numbers.
pub fn integer<T: 'static>(
    name: &'static str,
    title: Bilingual,
    meaning: Bilingual,
    get: fn(&Row<'_, T>) -> Option<u32>,
) -> ColumnOf<T> {
    ColumnOf::new(name, title, meaning, CellKind::Integer, Box::new(move |row, _| get(row).into()))
}
