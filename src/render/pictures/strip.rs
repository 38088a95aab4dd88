//! Rows of figures in, a table of cells with a shape for each figure out: its column is the figure, its shape what kind of
//! figure it is. There is no line along a row, since the columns stand for figures that are no equal steps of a scale.

use std::fmt::Write;

use super::svg::{Drawing, EM, Svg, column, widest, wrap};

/// Least and greatest width of the names of the rows.
const NAMES: (u32, u32) = (108, 252);

/// Up to how many lines a name takes.
const LINES: u32 = 2;

/// Width of a column, and from one shape to the next in a cell; all shapes have room in one.
const STEP: u32 = 52;
const BESIDE: u32 = 12;

/// Height of a row, and of every further line of its name.
const ROW: u32 = 24;
const MORE: u32 = 14;

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureShape {
    /// Just so many: a disc.
    Exactly,
    /// So many or more: an arrow to the right.
    AtLeast,
    /// So many or fewer: an arrow to the left.
    AtMost,
    /// No number at all, a period alone: a ring.
    Period,
}

impl FigureShape {
    /// Every shape, in the order of the legend.
    pub const ALL: [FigureShape; 4] =
        [FigureShape::Exactly, FigureShape::AtLeast, FigureShape::AtMost, FigureShape::Period];

    /// The word for it among the strings of pictures.
    pub fn key(self) -> &'static str {
        match self {
            FigureShape::Exactly => "exactly",
            FigureShape::AtLeast => "at_least",
            FigureShape::AtMost => "at_most",
            FigureShape::Period => "period",
        }
    }

    fn draw(self, svg: &mut Svg, x: u32, y: u32) {
        let ring = format!("M{} {y}a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", x - 5);
        match self {
            FigureShape::Exactly => svg.path("bar", &ring),
            FigureShape::Period => svg.path("ring", &ring),
            FigureShape::AtLeast => svg.path("bar", &format!("M{} {}l11 6l-11 6z", x - 5, y - 6)),
            FigureShape::AtMost => svg.path("bar", &format!("M{} {}l-11 6l11 6z", x + 5, y - 6)),
        }
    }
}

/// A row: a name with figures on the scale, or without any, a heading.
pub struct Strip<'a> {
    pub name: &'a str,
    /// Columns of the scale and what the figures are, sorted, each pair once.
    pub figures: Vec<(usize, FigureShape)>,
}

/// Draws the rows under the scale, and under them the words for the shapes that occur.
pub fn strips(
    id: &str,
    (title, desc): (&str, &str),
    (unit, scale): (&str, &[String]),
    rows: &[Strip<'_>],
    word: impl Fn(FigureShape) -> String,
) -> Drawing {
    let mut svg = Svg::new();
    let names =
        column(rows.iter().filter(|row| !row.figures.is_empty()).map(|row| row.name).chain([unit]), LINES, NAMES);
    let across = scale.len() as u32 * STEP;
    for (column, name) in (0..).zip(scale) {
        svg.text("n", (names + column * STEP + STEP / 2, 12), name);
    }
    svg.text("quiet", (0, 12), unit);
    let mut y = 20;
    // Lines under the rows since the last heading, and where they begin.
    let (mut under, mut top) = (String::new(), y);
    for row in rows {
        let head = row.figures.is_empty();
        let ems = if head { names + across } else { names } / EM;
        let lines = wrap(row.name, ems, if head { 1 } else { LINES as usize });
        for (at, line) in (0..).zip(&lines) {
            svg.text(if head { "head" } else { "" }, (0, y + 16 + at * MORE), line);
        }
        let height = ROW + (lines.len().max(1) as u32 - 1) * MORE;
        for cell in row.figures.chunk_by(|a, b| a.0 == b.0) {
            let middle = names + cell[0].0 as u32 * STEP + STEP / 2;
            let first = middle - (cell.len() as u32 - 1).min(3) * BESIDE / 2;
            for (beside, (_, shape)) in (0..).zip(cell) {
                shape.draw(&mut svg, first + beside * BESIDE, y + height / 2);
            }
        }
        if head {
            lattice(&mut svg, names, scale.len() as u32, (top, y), &mut under);
            top = y + height;
        } else {
            let _ = write!(under, "M0 {}h{}", y + height, names + across);
        }
        y += height;
    }
    lattice(&mut svg, names, scale.len() as u32, (top, y), &mut under);
    y += 8;
    let used = |shape: &FigureShape| rows.iter().flat_map(|row| &row.figures).any(|(_, have)| have == shape);
    // The line at the right has half its width beyond the last column.
    let mut wide = names + across + 1;
    for shape in FigureShape::ALL.iter().filter(|shape| used(shape)) {
        let word = word(*shape);
        shape.draw(&mut svg, 8, y + 8);
        svg.text("quiet", (20, y + 12), &word);
        wide = wide.max(20 + widest([word.as_str()]));
        y += 18;
    }
    svg.finish(id, (wide, y + 4), title, desc)
}

/// Draws the lines under rows and between columns, from one height to another.
fn lattice(svg: &mut Svg, names: u32, columns: u32, (top, end): (u32, u32), under: &mut String) {
    if under.is_empty() {
        return;
    }
    for column in 0..=columns {
        let _ = write!(under, "M{} {top}v{}", names + column * STEP, end - top);
    }
    svg.path("rule", under);
    under.clear();
}

#[cfg(test)]
mod tests {
    use super::{FigureShape, Strip, strips};

    #[test]
    fn figures_stand_in_the_cell_of_their_column() {
        let figures = vec![(0, FigureShape::Exactly), (1, FigureShape::Exactly), (1, FigureShape::AtLeast)];
        let rows = [Strip { name: "日常检查", figures: vec![] }, Strip { name: "鸡泽县", figures }];
        let scale = ["1".to_owned(), "2".to_owned()];
        let drawn = strips("s", ("T", "D"), ("times", &scale), &rows, |shape| shape.key().to_owned()).svg;
        assert_eq!(drawn.matches("-10 0z").count(), 3, "two discs and the one of the legend: {drawn}");
        // The names take 108; the first column is 108 to 160 and the second to 212, and both of its shapes stand in it.
        assert!(drawn.contains("d=\"M129 56a5") && drawn.contains("d=\"M175 56a5"), "{drawn}");
        assert!(drawn.contains("d=\"M187 50l11 6l-11 6z\"") && drawn.contains(">at_least</text>"), "{drawn}");
        assert!(drawn.contains("class=\"rule\" d=\"M0 68h212M108 44v24M160 44v24M212 44v24\""), "{drawn}");
        assert!(drawn.contains("viewBox=\"0 0 213 "), "{drawn}");
        assert!(!drawn.contains(">period</text>") && drawn.contains("class=\"head\""), "{drawn}");
    }
}
