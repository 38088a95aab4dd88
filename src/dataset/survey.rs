//! The rows of a table in, what is said of it as a whole out: how many there are, the first of them, an example of what
//! stands in each column, and the cells that a spreadsheet would run as a formula.

use std::io;

use crate::model::Lang;

use super::cell::Cell;
use super::column::Column;
use super::row::Context;
use super::table::Table;

/// How many rows of a table the catalogue shows.
const SAMPLE: usize = 10;

/// How many characters an example has, unless the column has nothing as short.
const SHORT: usize = 60;

/// The first rows of a table, as they stand in its files.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    /// The header, with the language of the cells where a column is of one language.
    pub header: Vec<(String, Option<Lang>)>,
    /// The cells of each row, empty where nothing is known.
    pub rows: Vec<Vec<String>>,
}

/// What is said of a table as a whole.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// How many rows it has.
    pub rows: u64,
    /// Its first rows.
    pub sample: Sample,
    /// For each column in the order of the header, what stands in the first row that has anything short there.
    pub examples: Vec<Option<String>>,
    /// For each column in the order of the header, how many rows have something there.
    pub filled: Vec<u64>,
    /// Cells that a spreadsheet would run as a formula, in order.
    pub formulas: Vec<FormulaCell>,
}

/// A cell that a spreadsheet would run as a formula instead of showing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaCell {
    /// Row of the table, counted from 1, the header not counted.
    pub row: u64,
    /// Place of the column in the header.
    pub column: usize,
    /// What stands there.
    pub text: String,
}

/// Goes through a table once.
pub fn survey(table: &Table, context: Context<'_>) -> io::Result<Survey> {
    let languages = context.graph.model.languages();
    let mut found = Survey::begin(table, languages);
    table.rows(context, &mut |cells| {
        found.row(cells);
        Ok(())
    })?;
    Ok(found)
}

impl Survey {
    /// No row yet of a table of a site in these languages.
    pub fn begin(table: &Table, languages: &[Lang]) -> Survey {
        let columns = table.places(languages);
        let header = columns.iter().map(|(column, lang)| (column.header(*lang), column.per_language.then_some(*lang)));
        Survey {
            sample: Sample { header: header.collect(), rows: Vec::new() },
            examples: vec![None; columns.len()],
            filled: vec![0; columns.len()],
            ..Survey::default()
        }
    }

    /// Takes in a row.
    pub fn row(&mut self, cells: &[Cell<'_>]) {
        self.rows += 1;
        if self.sample.rows.len() < SAMPLE {
            self.sample.rows.push(cells.iter().map(|cell| cell.to_text().into_owned()).collect());
        }
        for (at, cell) in cells.iter().enumerate() {
            self.look(at, cell);
        }
    }

    /// Takes in the rows that come after those so far, as they were seen by themselves.
    pub fn merge(&mut self, later: &Survey) {
        let room = SAMPLE - self.sample.rows.len().min(SAMPLE);
        self.sample.rows.extend(later.sample.rows.iter().take(room).cloned());
        for (example, other) in self.examples.iter_mut().zip(&later.examples) {
            let better = example.as_deref().is_none_or(|have| !short(have) && other.as_deref().is_some_and(short));
            if better && other.is_some() {
                example.clone_from(other);
            }
        }
        self.filled.iter_mut().zip(&later.filled).for_each(|(filled, more)| *filled += more);
        let before = self.rows;
        self.formulas.extend(later.formulas.iter().map(|cell| FormulaCell { row: before + cell.row, ..cell.clone() }));
        self.rows += later.rows;
    }

    /// The places of the header of the table, each with an example of what stands there: where nothing does, the first
    /// word of the vocabulary.
    pub fn places<'t>(&'t self, table: &'t Table, languages: &[Lang]) -> Vec<(&'t Column, Lang, Option<&'t str>)> {
        let places = table.places(languages).into_iter().zip(&self.examples);
        let example = |((column, lang), example): ((&'t Column, Lang), &'t Option<String>)| {
            (column, lang, example.as_deref().or_else(|| column.words.first().copied()))
        };
        places.map(example).collect()
    }

    fn look(&mut self, at: usize, cell: &Cell<'_>) {
        if *cell == Cell::Empty {
            return;
        }
        self.filled[at] += 1;
        let example = &mut self.examples[at];
        if example.as_deref().is_none_or(|have| !short(have)) {
            let text = cell.to_text();
            if example.is_none() || short(&text) {
                *example = Some(text.into_owned());
            }
        }
        if let Cell::Text(text) = cell
            && text.starts_with(['=', '+', '-', '@', '\t', '\r'])
        {
            self.formulas.push(FormulaCell { row: self.rows, column: at, text: text.clone().into_owned() });
        }
    }
}

fn short(text: &str) -> bool {
    // As many characters as bytes, or fewer.
    text.len() <= SHORT || text.chars().count() <= SHORT
}
