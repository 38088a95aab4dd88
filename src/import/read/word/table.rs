//! A table of Word in, a sheet out, or its contents alone where it is a frame around them.

use std::collections::BTreeMap;

use super::Word;
use super::runs::is_placeholder;
use crate::import::document::{Block, Cell, Doubt, Unread, column_name};
use crate::import::read::encoding::clean;
use crate::import::read::grid::{Grid, Range};
use crate::import::read::refusal::Refusal;
use crate::import::read::xml::Node;

/// Columns that a table of Word may have. Word itself stops at 63.
const MOST_COLUMNS: u32 = 1_024;

/// What a cell holds.
#[derive(Default)]
struct Content {
    lines: Vec<String>,
    notes: Vec<String>,
    changed: bool,
}

impl Word {
    /// Reads a table.
    pub(super) fn table(&mut self, node: &Node) -> Result<(), Refusal> {
        let rows = kept(node, "tr");
        // A table of one cell a row that holds tables is a frame that somebody drew around them.
        let frame = rows.iter().all(|row| kept(row, "tc").len() == 1);
        if frame && rows.iter().flat_map(|row| kept(row, "tc")).any(|cell| !kept(cell, "tbl").is_empty()) {
            return rows.iter().flat_map(|row| kept(row, "tc")).try_for_each(|cell| self.all(cell));
        }
        self.tables += 1;
        let name = format!("表{}", self.tables);
        let mut grid = Grid::after(self.spent);
        // Cells that go on below, by their first column.
        let mut open: BTreeMap<u32, Range> = BTreeMap::new();
        for (line, row) in (1_u32..).zip(rows) {
            self.row(row, line, &name, &mut grid, &mut open)?;
            let ended: Vec<u32> =
                open.iter().filter(|(_, range)| range.lines.1 < line).map(|(column, _)| *column).collect();
            ended.iter().filter_map(|column| open.remove(column)).for_each(|range| grid.merge(range));
        }
        open.into_values().for_each(|range| grid.merge(range));
        self.spent = grid.spent();
        self.document.blocks.push(Block::Sheet(grid.finish(&name, false)));
        Ok(())
    }

    fn row(
        &mut self,
        row: &Node,
        line: u32,
        name: &str,
        grid: &mut Grid,
        open: &mut BTreeMap<u32, Range>,
    ) -> Result<(), Refusal> {
        let properties = row.child("trPr");
        let inserted = properties.is_some_and(|node| node.child("ins").is_some());
        let before = properties.and_then(|node| node.child("gridBefore")?.number("val")).unwrap_or(0);
        let mut column = before.min(MOST_COLUMNS);
        let mut last: Option<Range> = None;
        for cell in kept(row, "tc") {
            let properties = cell.child("tcPr");
            let value = |name| properties.and_then(|node| node.child(name));
            let span = value("gridSpan").and_then(|node| node.number("val")).unwrap_or(1).clamp(1, MOST_COLUMNS);
            let end = (column + span - 1).min(MOST_COLUMNS * 2);
            let goes_on =
                |name| value(name).is_some_and(|node| node.get("val").is_none_or(|value| value == "continue"));
            let place = format!("{name}!{}{line}", column_name(column));
            let mut content = Content::default();
            self.content(cell, &place, &mut content);
            let changed = inserted || content.changed || value("cellIns").is_some();
            let text = clean(&content.lines.join("\n"));
            let comment = Some(content.notes.join("\n")).filter(|text| !text.is_empty());
            let doubt = (changed && !text.is_empty()).then_some(Doubt::Change);
            if !text.is_empty() || comment.is_some() {
                grid.push(line, Cell { column, text, columns: 1, rows: 1, doubt, comment })?;
            }
            let here = Range { lines: (line, line), columns: (column, end) };
            if goes_on("hMerge")
                && let Some(range) = &mut last
            {
                range.columns.1 = end;
            } else {
                last.take().into_iter().for_each(|range| grid.merge(range));
                if goes_on("vMerge")
                    && let Some(range) = open.get_mut(&column)
                {
                    range.lines.1 = line;
                } else if value("vMerge").is_some() {
                    open.insert(column, here).into_iter().for_each(|range| grid.merge(range));
                } else {
                    last = Some(here);
                }
            }
            column = (end + 1).min(MOST_COLUMNS * 2);
        }
        last.into_iter().for_each(|range| grid.merge(range));
        Ok(())
    }

    /// What stands in a cell: its paragraphs, and tables within it row by row.
    fn content(&mut self, node: &Node, place: &str, content: &mut Content) {
        for child in node.nodes() {
            match child.name {
                "p" => {
                    let runs = self.numbered(child);
                    content.lines.push(runs.text);
                    content.notes.extend(runs.notes);
                    content.changed |= runs.changed;
                    let unread = runs.unread.into_iter().map(|what| Unread { place: place.to_owned(), what });
                    self.document.unread.extend(unread);
                    runs.boxes.into_iter().for_each(|inner| self.content(inner, place, content));
                }
                "tbl" => {
                    for row in kept(child, "tr") {
                        let mut cells = Vec::new();
                        for cell in kept(row, "tc") {
                            let mut inner = Content::default();
                            self.content(cell, place, &mut inner);
                            cells.push(clean(&inner.lines.join("\n")));
                            content.notes.extend(inner.notes);
                            content.changed |= inner.changed;
                        }
                        content.lines.push(cells.join("\t"));
                    }
                }
                "sdt" if is_placeholder(child) => {}
                "sdtContent" | "sdt" | "customXml" | "smartTag" | "ins" | "moveTo" => {
                    self.content(child, place, content)
                }
                "del" | "moveFrom" => content.changed = true,
                "AlternateContent" => {
                    if let Some(choice) = child.child("Choice").or_else(|| child.child("Fallback")) {
                        self.content(choice, place, content);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Rows of a table, cells of a row or tables of a cell, also those in content controls; without those taken out.
fn kept<'n>(node: &'n Node<'n>, name: &str) -> Vec<&'n Node<'n>> {
    let mut found = Vec::new();
    for child in node.nodes() {
        match child.name {
            inner if inner == name => {
                let gone = child.find(&["trPr", "del"]).is_some() || child.find(&["tcPr", "cellDel"]).is_some();
                if !gone {
                    found.push(child);
                }
            }
            "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo" => found.extend(kept(child, name)),
            _ => {}
        }
    }
    found
}
