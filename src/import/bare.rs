//! A sheet without any heading, whose rows are numbers and names, one beside the other, in; a row for each out.

use super::clean::{narrow, one_line};
use super::grid::{Grid, Owner};
use super::kind::Kind;
use super::record::{Fate, Row, Value};
use super::trace::Reading;

/// Pairs that make a list, at least.
const FEWEST: usize = 5;

/// The number and the name of each pair of a row; `None` where the row is something else.
fn pairs(grid: &Grid<'_>, row: usize) -> Option<Vec<(Owner, Owner)>> {
    let owners: Vec<Owner> = grid.owners(row, 0..grid.width).into_iter().filter(|owner| owner.row == row).collect();
    let each = owners.chunks(2).map(|pair| match pair {
        [number, name] if is_number(grid.of(*number)) && is_name(grid.of(*name)) => Some((*number, *name)),
        _ => None,
    });
    each.collect::<Option<Vec<(Owner, Owner)>>>().filter(|pairs| !pairs.is_empty())
}

fn is_number(text: &str) -> bool {
    let text = narrow(text.trim());
    (1..=8).contains(&text.chars().count())
        && text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '、' | '（' | '）'))
}

fn is_name(text: &str) -> bool {
    (2..=120).contains(&text.chars().count()) && !text.is_ascii() && !is_number(text)
}

/// Whether a grid is such a list.
pub fn is_list(grid: &Grid<'_>) -> bool {
    (0..grid.height()).filter_map(|row| pairs(grid, row)).map(|pairs| pairs.len()).sum::<usize>() >= FEWEST
}

/// Reads it; other lines go to `other`.
pub fn read(grid: &Grid<'_>, reading: &mut Reading<'_>, other: &mut dyn FnMut(&Grid<'_>, Owner, &mut Reading<'_>)) {
    for row in 0..grid.height() {
        let Some(pairs) = pairs(grid, row) else {
            for owner in grid.owners(row, 0..grid.width).into_iter().filter(|owner| owner.row == row) {
                other(grid, owner, reading);
            }
            continue;
        };
        for (number, name) in pairs {
            let value = |key: &str, text: String| Value {
                key: key.into(),
                heading: String::new(),
                lower: String::new(),
                text,
                fresh: true,
            };
            let values = vec![value("number", narrow(grid.of(number).trim())), value("name", one_line(grid.of(name)))];
            reading.cell(grid, number, Fate::Key("number".into()));
            reading.cell(grid, name, Fate::Key("name".into()));
            let (section, part, line) = (reading.under(), reading.part(), grid.line(row));
            reading.read.rows.push(Row { kind: Kind::Items, values, section, part, line, form: false });
        }
    }
}
