//! A workbook of LibreOffice in, its sheets out.

use super::encoding::clean;
use super::grid::{Grid, Range, Spent, in_powers};
use super::package::Package;
use super::refusal::Refusal;
use super::xml::{Child, Node, Step, Xml};
use crate::import::document::{Block, Document, Doubt, Unread, UnreadKind, column_name};

/// Rows and columns of a sheet.
const MOST: (u32, u32) = (1_048_576, 16_384);

/// Equal rows, and equal cells of a row, that hold something and that a file may say in one word.
const MOST_REPEATED: (u32, u32) = (100_000, 1_024);

/// Reads a workbook.
pub(super) fn read(mut package: Package) -> Result<Document, Refusal> {
    let text = package.part("content.xml")?.ok_or(Refusal::Damaged)?;
    let mut document = Document::default();
    let mut xml = Xml::new(&text);
    let mut hiding_styles = Vec::new();
    let mut sheet: Option<Open> = None;
    let mut spent = Spent::default();
    // Whether each of the groups of rows around the next row is folded away, and the table around them.
    let mut groups = Vec::new();
    while let Some(step) = xml.step(&["style", "table-row", "table-column", "shapes"], &["table", "table-row-group"])? {
        match (step, &mut sheet) {
            (Step::Opened(node), None) if node.name == "table" => {
                let name = node.get("name").unwrap_or_default().to_owned();
                let hidden = node.get("style-name").is_some_and(|style| hiding_styles.iter().any(|name| name == style));
                sheet = Some(Open { name, hidden, grid: Grid::after(spent), unread: Vec::new(), line: 1, column: 0 });
            }
            (Step::Opened(node), _) => groups.push(node.get("display") == Some("false")),
            (Step::Closed, _) if !groups.is_empty() => drop(groups.pop()),
            (Step::Closed, _) => {
                if let Some(Open { name, hidden, grid, unread, .. }) = sheet.take() {
                    spent = grid.spent();
                    document.blocks.push(Block::Sheet(grid.finish(&name, hidden)));
                    document.unread.extend(unread);
                }
            }
            (Step::Whole(node), None) if node.name == "style" => {
                let hides = node.child("table-properties").is_some_and(|node| node.get("display") == Some("false"));
                hiding_styles.extend(node.get("name").filter(|_| hides).map(str::to_owned));
            }
            (Step::Whole(node), Some(sheet)) => match node.name {
                "table-row" => sheet.rows(&node, groups.contains(&true))?,
                "table-column" => sheet.columns(&node),
                "shapes" => sheet.shapes(&node, None),
                _ => {}
            },
            (Step::Whole(_), None) => {}
        }
    }
    Ok(document)
}

/// A sheet that is being read.
struct Open {
    name: String,
    hidden: bool,
    grid: Grid,
    unread: Vec<Unread>,
    /// The next row.
    line: u32,
    /// The next column of those that are described.
    column: u32,
}

impl Open {
    fn columns(&mut self, node: &Node) {
        let end = self.column.saturating_add(repeated(node, "number-columns-repeated")).min(MOST.1);
        if hides(node) && end > self.column {
            self.grid.hide_columns(self.column, end - 1);
        }
        self.column = end;
    }

    /// A row, as often as it is said to be there. Blank ones are passed over at once.
    fn rows(&mut self, node: &Node, hidden: bool) -> Result<(), Refusal> {
        let times = repeated(node, "number-rows-repeated");
        let blank = node.nodes().all(|cell| cell.children.is_empty() && cell.get("formula").is_none());
        if !blank && times > MOST_REPEATED.0 {
            return Err(Refusal::TooLarge);
        }
        if !blank {
            for line in self.line..self.line.saturating_add(times).min(MOST.0 + 1) {
                if hidden || hides(node) {
                    self.grid.hide_line(line);
                }
                self.row(node, line)?;
            }
        }
        self.line = self.line.saturating_add(times);
        Ok(())
    }

    fn row(&mut self, node: &Node, line: u32) -> Result<(), Refusal> {
        let mut column = 0_u32;
        for cell in node.nodes().filter(|cell| matches!(cell.name, "table-cell" | "covered-table-cell")) {
            let times = repeated(cell, "number-columns-repeated");
            let (text, doubt, comment) = self.shown(cell, line, column);
            if !text.is_empty() || doubt.is_some() || comment.is_some() {
                if times > MOST_REPEATED.1 {
                    return Err(Refusal::TooLarge);
                }
                for column in column..column.saturating_add(times).min(MOST.1) {
                    self.grid.cell(line, column, &text, doubt)?;
                    if let Some(comment) = &comment {
                        self.grid.comment(line, column, comment)?;
                    }
                }
            }
            let (columns, rows) = (repeated(cell, "number-columns-spanned"), repeated(cell, "number-rows-spanned"));
            let range = Range {
                lines: (line, line.saturating_add(rows - 1).min(MOST.0)),
                columns: (column, column.saturating_add(columns - 1).min(MOST.1 - 1)),
            };
            if column < MOST.1 {
                self.grid.merge(range);
            }
            column = column.saturating_add(times);
        }
        Ok(())
    }

    /// What a cell shows, where it may not be what was typed, and the comment on it.
    fn shown(&mut self, cell: &Node, line: u32, column: u32) -> (String, Option<Doubt>, Option<String>) {
        let mut lines = Vec::new();
        let mut comment = None;
        for child in cell.nodes() {
            match child.name {
                "p" | "h" => lines.push(inline(child)),
                "annotation" => {
                    let texts = child.nodes().filter(|node| matches!(node.name, "p" | "list")).map(inline);
                    comment = Some(texts.collect::<Vec<_>>().join("\n"));
                }
                _ => {}
            }
        }
        self.shapes(cell, Some((line, column)));
        let text = clean(&lines.join("\n"));
        let value = cell.get("value").and_then(|value| value.parse::<f64>().ok());
        let formula = cell.get("formula");
        let wrong = text.starts_with('#') || text.starts_with("Err:");
        match (cell.get("value-type"), value) {
            // Days as they are, whatever of them the format shows.
            (Some("date"), _) => {
                let date = cell.get("date-value").unwrap_or(&text);
                let (day, time) = date.split_once('T').unwrap_or((date, ""));
                let time = time.trim_end_matches(":00").trim_end_matches(":00");
                let whole = if time.is_empty() || time == "00" { day.to_owned() } else { format!("{day} {time}") };
                let year = day.get(2..4).is_some_and(|year| text.contains(year));
                (whole, (!year).then_some(Doubt::Date), comment)
            }
            // A number that the width of the column or the format shows by powers of ten, or cut.
            (Some("float"), Some(value)) if in_powers(text.trim_start_matches('-')) || text.starts_with("###") => {
                let doubt = (value.abs() >= 1e15).then_some(Doubt::Digits);
                (super::numbers::general(value), doubt, comment)
            }
            (Some("float"), Some(value)) if value.abs() >= 1e15 && value.fract() == 0.0 => {
                (text, Some(Doubt::Digits), comment)
            }
            _ if formula.is_some() && (text.is_empty() && cell.get("value-type").is_none()) => {
                let formula = formula.map(|code| format!("={}", code.split_once('=').map_or(code, |(_, rest)| rest)));
                (formula.unwrap_or_default(), Some(Doubt::Formula), comment)
            }
            _ if formula.is_some() && wrong => (text, Some(Doubt::Formula), comment),
            _ => (text, None, comment),
        }
    }

    /// Pictures, charts and text boxes in a cell or on the sheet.
    fn shapes(&mut self, node: &Node, at: Option<(u32, u32)>) {
        let place = match at {
            Some((line, column)) => format!("{}!{}{line}", self.name, column_name(column)),
            None => self.name.clone(),
        };
        for shape in node.nodes() {
            let what = match shape.name {
                "frame" if shape.child("object").is_some() => UnreadKind::Object,
                "frame" if shape.child("image").is_some() => UnreadKind::Picture,
                "g" | "a" => {
                    self.shapes(shape, at);
                    continue;
                }
                "frame" | "custom-shape" | "rect" => {
                    let text = clean(&inline(shape.child("text-box").unwrap_or(shape)));
                    if let Some((line, column)) = at.filter(|_| !text.is_empty()) {
                        // A text box belongs to the cell that it hangs on, as a comment does; a sheet has no other place.
                        self.grid.comment(line, column, &text).ok();
                    } else if !text.is_empty() {
                        self.grid.comment(1, 0, &text).ok();
                    }
                    continue;
                }
                _ => continue,
            };
            self.unread.push(Unread { place: place.clone(), what });
        }
    }
}

fn repeated(node: &Node, name: &str) -> u32 {
    node.number(name).unwrap_or(1).max(1)
}

fn hides(node: &Node) -> bool {
    matches!(node.get("visibility"), Some("collapse" | "filter"))
}

/// The text of a paragraph: blanks that XML would fold are elements.
fn inline(node: &Node) -> String {
    let mut text = String::new();
    for child in &node.children {
        match child {
            Child::Text(part) => text.push_str(part),
            Child::Node(node) => match node.name {
                "s" => (0..node.number("c").unwrap_or(1).min(1_000)).for_each(|_| text.push(' ')),
                "tab" => text.push('\t'),
                "line-break" => text.push('\n'),
                "annotation" | "ruby-text" => {}
                "p" | "list-item" => {
                    text.push_str(&inline(node));
                    text.push('\n');
                }
                _ => text.push_str(&inline(node)),
            },
        }
    }
    text
}
