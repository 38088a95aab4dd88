//! Rows of numbers in, a grid of squares out: the darker, the more.

use std::fmt::Write;

use super::svg::{Drawing, EM, Svg, column, widest, wrap};

/// Least and greatest width of the names of the rows.
const NAMES: (u32, u32) = (96, 288);

/// Greatest length of the names of the columns, which rise at an angle.
const RISING: u32 = 132;

/// Width and height of a cell, with the gap after it.
const CELL: (u32, u32) = (32, 26);

/// Up to how many columns a number stands in every cell.
const NUMBERED: usize = 12;

/// A row; without values it is a heading.
pub struct MatrixRow<'a> {
    pub name: &'a str,
    pub values: Vec<usize>,
}

/// Draws a row of cells for each row, the first at the top. Zeros stay empty.
pub fn matrix(id: &str, title: &str, desc: &str, columns: &[&str], rows: &[MatrixRow<'_>]) -> Drawing {
    let mut svg = Svg::new();
    let (of_rows, across) = (rows.iter().filter(|row| !row.values.is_empty()), columns.len() as u32 * CELL.0);
    let names = column(of_rows.map(|row| row.name), 2, NAMES);
    let rising = widest(columns.iter().copied()).min(RISING) + EM;
    // At sixty degrees.
    let (head_height, beyond) = (rising * 87 / 100 + 8, rising / 2 + 4);
    for (index, name) in (0..).zip(columns) {
        for line in wrap(name, rising / EM, 1) {
            svg.rising((names + index * CELL.0 + 20, head_height - 6), &line);
        }
    }
    for (index, row) in (0..).zip(rows) {
        let y = head_height + index * CELL.1;
        let head = row.values.is_empty();
        let ems = if head { names + across } else { names } / EM;
        let lines = wrap(row.name, ems, 2);
        let top = if lines.len() > 1 { 11 } else { 17 };
        for (line, text) in (0..).zip(&lines) {
            svg.text(if head { "head" } else { "" }, (0, y + top + line * EM), text);
        }
        for level in 1..=4 {
            let mut outline = String::new();
            for (column, _) in (0..).zip(&row.values).filter(|(_, value)| shade(**value) == level) {
                let _ = write!(outline, "M{} {y}h30v24h-30z", names + column * CELL.0);
            }
            if !outline.is_empty() {
                svg.path(["", "q1", "q2", "q3", "q4"][level], &outline);
            }
        }
        let numbered = (0..).zip(&row.values).filter(|(_, value)| **value > 0 && columns.len() <= NUMBERED);
        for (column, value) in numbered {
            svg.text(
                if shade(*value) > 2 { "n on" } else { "n" },
                (names + column * CELL.0 + 15, y + 17),
                &value.to_string(),
            );
        }
    }
    let size = (names + across + beyond, head_height + rows.len() as u32 * CELL.1);
    svg.finish(id, size, title, desc)
}

/// How dark a cell is: 0 for nothing, 4 for ten and more.
fn shade(value: usize) -> usize {
    match value {
        0 => 0,
        1 => 1,
        2..=4 => 2,
        5..=9 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::{MatrixRow, matrix};

    #[test]
    fn cells_of_a_shade_are_one_path_and_zeros_are_empty() {
        let row = MatrixRow { name: "计量", values: vec![1, 0, 1, 12] };
        let drawn = matrix("m", "T", "D", &["甲", "乙", "丙", "丁"], &[row]).svg;
        assert!(drawn.contains("class=\"q1\" d=\"M96 28h30v24h-30zM160 28h30v24h-30z\""), "{drawn}");
        assert!(
            drawn.contains("class=\"q4\"") && drawn.contains(">12</text>") && !drawn.contains(">0</text>"),
            "{drawn}"
        );
    }

    #[test]
    fn many_columns_have_no_numbers() {
        let names = vec!["县"; 40];
        let drawn = matrix("m", "T", "D", &names, &[MatrixRow { name: "计量", values: vec![3; 40] }]).svg;
        assert!(!drawn.contains(">3</text>") && drawn.len() < 6000, "{}", drawn.len());
    }
}
