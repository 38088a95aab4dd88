//! A web page in, its tables and what stands between them out, as a spreadsheet opens it.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

use super::encoding::clean;
use super::grid::{Grid, Range};
use super::refusal::Refusal;
use crate::import::document::{Block, Document, Unread, UnreadKind};

/// Rows and columns that a cell may span.
const MOST_SPANNED: u32 = 65_534;

/// The last column of a spreadsheet. What a page has beyond is said there.
const LAST_COLUMN: u32 = 16_383;

/// Cells that go on below, at most. What spans rows is few; a page of nothing else is no list.
const MOST_COVERED: usize = 1_000;

/// Reads a page.
pub(super) fn read(text: &str) -> Result<Document, Refusal> {
    let mut page = Page::default();
    // Reading from memory cannot fail.
    for token in Tokenizer::new(text).flatten() {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let attribute = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes());
                    value.map(|value| String::from_utf8_lossy(value).trim().to_owned())
                };
                page.open(&name, &attribute)?;
            }
            Token::EndTag(tag) => page.close(&String::from_utf8_lossy(&tag.name))?,
            Token::String(text) if page.skipped.is_none() => page.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    page.end_table()?;
    page.end_paragraph();
    if page.tables == 0 { Err(Refusal::NoTable) } else { Ok(page.document) }
}

/// A page that is being read.
#[derive(Default)]
struct Page {
    document: Document,
    tables: u32,
    /// The element whose text is none of the page: a script, a style.
    skipped: Option<String>,
    /// Text since the last end of a cell or a paragraph.
    text: String,
    table: Option<Table>,
}

/// A table that is being read. A table within a cell is text of the cell.
#[derive(Default)]
struct Table {
    grid: Grid,
    depth: u32,
    line: u32,
    column: u32,
    /// The cell that is open.
    cell: Option<(u32, Range)>,
    /// Columns that cells of earlier rows cover, by the first of them: the last, and up to which row.
    covered: BTreeMap<u32, (u32, u32)>,
}

impl Page {
    fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> Result<(), Refusal> {
        if self.skipped.is_some() {
            return Ok(());
        }
        match name {
            "script" | "style" | "title" | "xml" | "noscript" => self.skipped = Some(name.to_owned()),
            "img" => {
                let place = attribute("src").unwrap_or_default();
                self.document
                    .unread
                    .push(Unread { place: place.chars().take(80).collect(), what: UnreadKind::Picture });
            }
            "table" => match &mut self.table {
                Some(table) => table.depth += 1,
                None => {
                    self.end_paragraph();
                    self.table = Some(Table::default());
                }
            },
            "tr" if self.outermost() => {
                self.end_cell()?;
                if let Some(table) = &mut self.table {
                    (table.line, table.column) = (table.line + 1, 0);
                    let line = table.line;
                    table.covered.retain(|_, (_, last)| *last >= line);
                    if attribute("style").is_some_and(|style| style.replace(' ', "").contains("display:none")) {
                        table.grid.hide_line(line);
                    }
                }
            }
            "td" | "th" if self.outermost() => {
                self.end_cell()?;
                let span = |name| {
                    let value = attribute(name).and_then(|value| value.parse::<u32>().ok());
                    value.unwrap_or(1).clamp(1, MOST_SPANNED)
                };
                if let Some(table) = &mut self.table {
                    table.open_cell(span("colspan"), span("rowspan"));
                }
            }
            "tr" => self.text("\n"),
            "td" | "th" => self.text("\t"),
            "br" => self.text.push('\n'),
            "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.end_paragraph(),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        if let Some(skipped) = &self.skipped {
            if skipped == name {
                self.skipped = None;
            }
            return Ok(());
        }
        match name {
            "table" => match &mut self.table {
                Some(table) if table.depth > 0 => table.depth -= 1,
                _ => self.end_table()?,
            },
            "td" | "th" | "tr" if self.outermost() => self.end_cell()?,
            "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.end_paragraph(),
            _ => {}
        }
        Ok(())
    }

    fn outermost(&self) -> bool {
        self.table.as_ref().is_some_and(|table| table.depth == 0)
    }

    /// Text of the page, its white space folded as browsers do.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                ' ' | '\n' | '\r' | '\t' if self.text.ends_with([' ', '\n', '\t']) => {}
                '\n' | '\r' if self.text.chars().next_back().is_some_and(|c| !c.is_ascii()) => {}
                '\n' | '\r' => self.text.push(' '),
                c => self.text.push(c),
            }
        }
    }

    /// A paragraph within a cell is a line of it.
    fn end_paragraph(&mut self) {
        if self.table.as_ref().is_some_and(|table| table.cell.is_some()) {
            if !self.text.trim_end_matches(' ').ends_with('\n') {
                self.text.push('\n');
            }
            return;
        }
        let text = clean(&std::mem::take(&mut self.text));
        if !text.is_empty() {
            self.document.add_paragraph(text, None);
        }
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        let Some(table) = &mut self.table else { return Ok(()) };
        if let Some((line, range)) = table.cell.take() {
            let text = std::mem::take(&mut self.text);
            table.grid.text_cell(line, range.columns.0, &text)?;
            table.grid.merge(range);
        } else if !self.text.trim().is_empty() {
            // Text between cells: browsers show it before the table.
            self.document.add_paragraph(clean(&self.text), None);
        }
        self.text.clear();
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), Refusal> {
        self.end_cell()?;
        if let Some(table) = self.table.take() {
            self.tables += 1;
            self.document.blocks.push(Block::Sheet(table.grid.finish(&format!("表{}", self.tables), false)));
        }
        Ok(())
    }
}

impl Table {
    /// Opens a cell at the first column that no cell above covers.
    fn open_cell(&mut self, columns: u32, rows: u32) {
        self.line = self.line.max(1);
        while let Some((_, (end, _))) = self.covered.range(..=self.column).next_back()
            && *end >= self.column
            && self.column < LAST_COLUMN
        {
            self.column = (end + 1).min(LAST_COLUMN);
        }
        let end = self.column.saturating_add(columns - 1).min(LAST_COLUMN);
        let last = self.line.saturating_add(rows - 1);
        self.cell = Some((self.line, Range { lines: (self.line, last), columns: (self.column, end) }));
        if rows > 1 && self.covered.len() < MOST_COVERED {
            self.covered.insert(self.column, (end, last));
        }
        self.column = (end + 1).min(LAST_COLUMN);
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::import::document::{Block, Document};

    fn cells(document: &Document) -> Vec<String> {
        let sheets = document.blocks.iter().filter_map(|block| match block {
            Block::Sheet(sheet) => Some(sheet),
            Block::Paragraph(_) => None,
        });
        let rows = sheets.flat_map(|sheet| &sheet.rows);
        rows.flat_map(|row| {
            row.cells
                .iter()
                .map(|cell| format!("{},{} {}x{} {}", row.line, cell.column, cell.rows, cell.columns, cell.text))
        })
        .collect()
    }

    #[test]
    fn tables_are_read_with_their_spans() {
        let page = "<html><style>td{}</style><p>标题</p><table><tr><th rowspan=2>序号<th colspan='2'>事项</tr>\
                    <tr><td>名称<td>类型\n<tr><td>1<td>甲<br>乙 &amp; 丙<td><p>一</p><p>二</p></table>";
        let document = read(page).unwrap();
        assert_eq!(
            cells(&document),
            [
                "1,0 2x1 序号",
                "1,1 1x2 事项",
                "1,2 0x0 ",
                "2,0 0x0 ",
                "2,1 1x1 名称",
                "2,2 1x1 类型",
                "3,0 1x1 1",
                "3,1 1x1 甲\n乙 & 丙",
                "3,2 1x1 一\n二",
            ]
        );
        assert!(matches!(&document.blocks[0], Block::Paragraph(paragraph) if paragraph.text == "标题"));
        assert!(read("<html>无</html>").is_err());
    }
}
