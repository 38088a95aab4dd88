//! A workbook in the XML of Excel 2003 in, its sheets out.

use super::grid::{Grid, Range, Spent};
use super::refusal::Refusal;
use super::xml::{Child, Node, Step, Xml};
use crate::import::document::{Block, Document, Doubt};

/// Rows and columns of a sheet.
const MOST: (u32, u32) = (1_048_576, 16_384);

/// Reads a workbook.
pub(super) fn read(text: &str) -> Result<Document, Refusal> {
    let mut document = Document::default();
    let mut xml = Xml::new(text);
    let mut sheet: Option<(String, Grid)> = None;
    let mut hidden = false;
    let mut spent = Spent::default();
    let (mut line, mut column) = (0, 0);
    while let Some(step) = xml.step(&["Row", "Column", "Visible"], &["Worksheet"])? {
        match (step, &mut sheet) {
            (Step::Opened(node), _) => {
                sheet = Some((node.get("Name").unwrap_or_default().to_owned(), Grid::after(spent)));
                (hidden, line, column) = (false, 0, 0);
            }
            (Step::Closed, _) => {
                if let Some((name, grid)) = sheet.take() {
                    spent = grid.spent();
                    document.blocks.push(Block::Sheet(grid.finish(&name, hidden)));
                }
            }
            (Step::Whole(node), Some((_, grid))) => match node.name {
                "Row" => {
                    line = node.number("Index").unwrap_or(line + 1).clamp(1, MOST.0);
                    row(&node, line, grid)?;
                    line = line.saturating_add(node.number("Span").unwrap_or(0)).min(MOST.0);
                }
                "Column" => {
                    let first = node.number("Index").map_or(column, |index| index.saturating_sub(1)).min(MOST.1);
                    let last = first.saturating_add(node.number("Span").unwrap_or(0)).min(MOST.1);
                    if node.flag("Hidden") {
                        grid.hide_columns(first, last);
                    }
                    column = last + 1;
                }
                _ => hidden |= node.text().starts_with("SheetHidden") || node.text().starts_with("SheetVeryHidden"),
            },
            (Step::Whole(_), None) => {}
        }
    }
    if document.blocks.is_empty() { Err(Refusal::Damaged) } else { Ok(document) }
}

fn row(node: &Node, line: u32, grid: &mut Grid) -> Result<(), Refusal> {
    if node.flag("Hidden") {
        grid.hide_line(line);
    }
    let mut column = 0_u32;
    for cell in node.all("Cell") {
        column = cell.number("Index").map_or(column, |index| index.saturating_sub(1));
        if column >= MOST.1 {
            break;
        }
        let (across, down) = (cell.number("MergeAcross").unwrap_or(0), cell.number("MergeDown").unwrap_or(0));
        let last = column.saturating_add(across).min(MOST.1 - 1);
        let below = line.saturating_add(down).min(MOST.0);
        grid.merge(Range { lines: (line, below), columns: (column, last) });
        match cell.child("Data") {
            Some(data) => {
                let (text, doubt) = shown(data);
                grid.cell(line, column, &text, doubt)?;
            }
            None => {
                if let Some(formula) = cell.get("Formula") {
                    grid.cell(line, column, formula, Some(Doubt::Formula))?;
                }
            }
        }
        if let Some(comment) = cell.child("Comment").and_then(|comment| comment.child("Data")) {
            grid.comment(line, column, &whole(comment))?;
        }
        column = last + 1;
    }
    Ok(())
}

fn shown(data: &Node) -> (String, Option<Doubt>) {
    let text = whole(data);
    match data.get("Type") {
        Some("DateTime") => {
            let (date, time) = text.split_once('T').unwrap_or((&text, ""));
            let time = time.trim_end_matches(".000").trim_end_matches(":00");
            (if matches!(time, "" | "00") { date.to_owned() } else { format!("{date} {time}") }, None)
        }
        Some("Number") => match text.trim().parse::<f64>() {
            Ok(number) => super::numbers::show(number, Some(text.trim()), &Default::default(), false),
            Err(_) => (text, None),
        },
        Some("Boolean") => (if text.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(), None),
        Some("Error") => (text, Some(Doubt::Formula)),
        _ => (text, None),
    }
}

/// All text in an element, whatever its format.
fn whole(node: &Node) -> String {
    let mut text = String::new();
    for child in &node.children {
        match child {
            Child::Text(part) => text.push_str(part),
            Child::Node(node) => text.push_str(&whole(node)),
        }
    }
    text
}
