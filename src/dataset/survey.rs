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
    /// For each column in the order of the header, what stands in the first row that has anything short there; for a
    /// column without any the first word of its vocabulary, or nothing.
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
    let columns: Vec<(&Column, Lang)> = table.places(languages);
    let header = columns.iter().map(|(column, lang)| (column.header(*lang), column.per_language.then_some(*lang)));
    let mut found = Survey { sample: Sample { header: header.collect(), rows: Vec::new() }, ..Survey::default() };
    found.examples = vec![None; columns.len()];
    found.filled = vec![0; columns.len()];
    table.rows(context, &mut |cells| {
        found.rows += 1;
        if found.sample.rows.len() < SAMPLE {
            found.sample.rows.push(cells.iter().map(|cell| cell.to_text().into_owned()).collect());
        }
        for (at, cell) in cells.iter().enumerate() {
            found.look(at, cell);
        }
        Ok(())
    })?;
    for ((column, _), example) in columns.iter().zip(&mut found.examples) {
        if example.is_none() {
            *example = column.words.first().map(|word| (*word).to_owned());
        }
    }
    Ok(found)
}

impl Survey {
    fn look(&mut self, at: usize, cell: &Cell<'_>) {
        self.filled[at] += u64::from(*cell != Cell::Empty);
        let example = &mut self.examples[at];
        let wanting = |have: &String| have.chars().count() > SHORT;
        if *cell != Cell::Empty && example.as_ref().is_none_or(wanting) {
            let text = cell.to_text();
            if example.is_none() || text.chars().count() <= SHORT {
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
