//! Names in two columns and what joins them in, a picture of boxes and lines out.

use super::svg::{Drawing, EM, Svg, column as column_width, wrap};

/// Least and greatest width of a column of names.
const COLUMN: (u32, u32) = (120, 240);

/// The room between the columns.
const BETWEEN: u32 = 64;

/// Up to how many lines a name takes.
const LINES: u32 = 3;

/// A line from a name at the left to one at the right.
pub struct Connection {
    pub left: usize,
    pub right: usize,
    /// Whether it is drawn stronger.
    pub strong: bool,
}

/// Draws both columns from the top, the shorter one in the middle, and a curve for each link.
pub fn links(id: &str, title: &str, desc: &str, left: &[&str], right: &[&str], links: &[Connection]) -> Drawing {
    let (left_width, right_width) = (width(left), width(right));
    let right_at = left_width + BETWEEN;
    let (left, left_height) = column(left, left_width);
    let (right, right_height) = column(right, right_width);
    let height = left_height.max(right_height).max(1);
    let (left_top, right_top) = ((height - left_height) / 2, (height - right_height) / 2);
    let mut svg = Svg::new();
    for link in links {
        let (Some(from), Some(to)) = (left.get(link.left), right.get(link.right)) else { continue };
        let (from, to) = (left_top + from.middle(), right_top + to.middle());
        let (a, b, c) = (left_width, left_width + BETWEEN / 2, right_at);
        svg.path(
            if link.strong { "link strong" } else { "link" },
            &format!("M{a} {from}C{b} {from} {b} {to} {c} {to}"),
        );
    }
    for (boxes, x, width, top) in [(&left, 0, left_width, left_top), (&right, right_at, right_width, right_top)] {
        for name in boxes {
            let y = top + name.top;
            svg.path("box", &format!("M{x} {y}h{width}v{}h-{width}z", name.height()));
            for (line, text) in (0..).zip(&name.lines) {
                svg.text("", (x + 6, y + 16 + line * 16), text);
            }
        }
    }
    svg.finish(id, (right_at + right_width, height + 1), title, desc)
}

/// A name in its box.
struct Boxed {
    top: u32,
    lines: Vec<String>,
}

impl Boxed {
    fn height(&self) -> u32 {
        self.lines.len() as u32 * 16 + 8
    }

    fn middle(&self) -> u32 {
        self.top + self.height() / 2
    }
}

/// Width of the boxes of some names.
fn width(names: &[&str]) -> u32 {
    column_width(names.iter().copied(), LINES, COLUMN) + EM
}

/// Boxes under each other, and how high they are together.
fn column(names: &[&str], width: u32) -> (Vec<Boxed>, u32) {
    let mut top: u32 = 0;
    let mut boxes = Vec::with_capacity(names.len());
    for name in names {
        let boxed = Boxed { top, lines: wrap(name, (width - 12) / EM, LINES as usize) };
        top += boxed.height() + 8;
        boxes.push(boxed);
    }
    (boxes, top.saturating_sub(8))
}

#[cfg(test)]
mod tests {
    use super::{Connection, column, links};

    #[test]
    fn boxes_of_long_names_do_not_overlap() {
        let (boxes, height) = column(&["Office for the safety supervision of special equipment", "计量科", "x"], 148);
        assert!(boxes.windows(2).all(|two| two[0].top + two[0].height() < two[1].top));
        assert_eq!(boxes.last().map(|last| last.top + last.height()), Some(height));
    }

    #[test]
    fn a_link_to_nothing_is_left_out() {
        let to = |right, strong| Connection { left: 0, right, strong };
        let drawn = links("l", "T", "D", &["甲"], &["乙", "丙"], &[to(0, true), to(1, false), to(7, false)]).svg;
        assert_eq!(drawn.matches("class=\"link").count(), 2);
        assert!(drawn.contains("class=\"link strong\""), "{drawn}");
    }
}
