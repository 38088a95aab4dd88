//! A text as it is pasted in, a table where it is one, else its paragraphs, out.

use super::delimited::{delimiter, line_ends, sheet};
use super::encoding::clean;
use super::grid::Grid;
use super::refusal::Refusal;
use crate::import::document::{Block, Document, Sheet};

/// Reads a text.
pub(super) fn read(text: &str) -> Result<Document, Refusal> {
    let text = line_ends(text);
    let mut document = Document::default();
    if text.contains('\t')
        && let table = sheet(&text, b'\t')?
        && is_tabbed(&table)
    {
        document.blocks.push(Block::Sheet(table));
        return Ok(document);
    }
    let between = delimiter(&text).filter(|delimiter| matches!(delimiter, b',' | b';'));
    if let Some(delimiter) = between.filter(|delimiter| regular(&text, *delimiter)) {
        document.blocks.push(Block::Sheet(sheet(&text, delimiter)?));
        return Ok(document);
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let is_head = is_piped(line) && lines.get(at + 1).is_some_and(|below| is_piped(below) && is_rule(below));
        if is_head {
            let piped = lines[at..].iter().take_while(|line| is_piped(line)).count();
            document.blocks.push(Block::Sheet(piped_table(&lines[at..at + piped], at)?));
            at += piped;
            continue;
        }
        let text = clean(line);
        if !text.is_empty() {
            document.add_paragraph(text, None);
        }
        at += 1;
    }
    Ok(document)
}

/// Whether most lines have tabs between values, as what is copied from a spreadsheet or a table of Word.
fn is_tabbed(sheet: &Sheet) -> bool {
    let several = sheet.rows.iter().filter(|row| row.cells.iter().any(|cell| cell.column > 0)).count();
    several * 2 >= sheet.rows.len()
}

/// Whether every record has the same number of values, which prose with commas has not.
fn regular(text: &str, delimiter: u8) -> bool {
    let mut builder = csv::ReaderBuilder::new();
    let reader = builder.has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut counts: Vec<usize> = reader.into_records().flatten().map(|record| record.len()).collect();
    let records = counts.len();
    counts.dedup();
    records >= 2 && counts.len() == 1
}

fn is_piped(line: &str) -> bool {
    line.trim().starts_with('|') && line.trim().len() > 1
}

/// The line under the heads of a table of Markdown: `|---|:--:|`.
fn is_rule(line: &str) -> bool {
    line.contains('-') && line.trim().chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// A table of Markdown. Its line of dashes is a row of no cells.
fn piped_table(lines: &[&str], before: usize) -> Result<Sheet, Refusal> {
    let mut grid = Grid::default();
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| *at != 1) {
        let row = u32::try_from(before + at + 1).unwrap_or(u32::MAX);
        for (column, value) in (0_u32..).zip(values(line)) {
            let value = value.replace("<br>", "\n").replace("<br/>", "\n");
            grid.cell(row, column, &value, None)?;
        }
    }
    Ok(grid.finish("", false))
}

/// The values of a line between `|`; `\|` is a character.
fn values(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut values = vec![String::new()];
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' if characters.next_if_eq(&'|').is_some() => {
                values.last_mut().into_iter().for_each(|value| value.push('|'))
            }
            '|' => values.push(String::new()),
            c => values.last_mut().into_iter().for_each(|value| value.push(c)),
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::import::document::Block;

    /// A paragraph, or the cells of a table with their rows.
    fn shown(text: &str) -> Vec<String> {
        let blocks = read(text).expect("a text").blocks.into_iter().map(|block| match block {
            Block::Paragraph(paragraph) => format!("{}:{}", paragraph.line, paragraph.text),
            Block::Sheet(sheet) => {
                let rows = sheet.rows.iter().map(|row| {
                    let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
                    format!("{} {}", row.line, cells.join("/"))
                });
                rows.collect::<Vec<_>>().join("; ")
            }
        });
        blocks.collect()
    }

    #[test]
    fn a_pasted_text_is_a_table_where_it_is_one() {
        assert_eq!(shown("序号\t名称\n1\t\"甲\n乙\"\n"), ["1 序号/名称; 2 1/甲\n乙"]);
        assert_eq!(
            shown("前言\n\n| 序号 | 名称 |\n|---|:--|\n| 1 | 甲\\|乙<br>丙 |\n后记"),
            ["1:前言", "3 序号/名称; 5 1/甲|乙\n丙", "2:后记"]
        );
        assert_eq!(shown("a,b\nc,d"), ["1 a/b; 2 c/d"]);
    }

    #[test]
    fn prose_is_paragraphs() {
        assert_eq!(shown("一、总则, 甲\n\n　　二、分则"), ["1:一、总则, 甲", "2:二、分则"]);
        assert_eq!(shown("|甲|乙|\n|丙|丁|"), ["1:|甲|乙|", "2:|丙|丁|"]);
        assert_eq!(shown("标题\n第一段\n\t缩进\n第三段"), ["1:标题", "2:第一段", "3:缩进", "4:第三段"]);
    }
}
