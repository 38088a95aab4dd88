//! A sheet of a workbook in XML in, its cells out.

use std::collections::BTreeMap;

use super::drawing;
use super::strings::{rich, unescape};
use crate::import::document::{Block, Document, Doubt, Unread, UnreadKind, column_name};
use crate::import::read::encoding::clean;
use crate::import::read::grid::{Grid, Range, Spent};
use crate::import::read::number_format::NumberFormat;
use crate::import::read::numbers::show;
use crate::import::read::package::{Package, Relation, of_id};
use crate::import::read::refusal::Refusal;
use crate::import::read::xml::{Node, Xml};

/// Rows and columns of a sheet of Excel.
const MOST: (u32, u32) = (1_048_576, 16_384);

/// What the sheets of a workbook share.
pub(super) struct Book {
    /// Texts.
    pub strings: Vec<String>,
    /// The format of numbers of each style.
    pub formats: Vec<NumberFormat>,
    /// Whether days are counted from 1904.
    pub from_1904: bool,
    /// What the sheets before have come to.
    pub spent: std::cell::Cell<Spent>,
}

/// A cell as it is read.
struct Read {
    text: String,
    doubt: Option<Doubt>,
}

/// Reads a sheet.
pub(super) fn read(
    package: &mut Package,
    part: &str,
    name: &str,
    hidden: bool,
    book: &Book,
    document: &mut Document,
) -> Result<(), Refusal> {
    let text = package.part(part)?.ok_or(Refusal::Damaged)?;
    let relations = package.relations(part)?;
    let mut grid = Grid::after(book.spent.get());
    let mut unread = Vec::new();
    let mut drawings = Vec::new();
    let mut heads = Vec::new();
    let (mut line, mut rows) = (0, 0);
    let mut xml = Xml::new(&text);
    while let Some(node) = xml.next(&["row", "col", "mergeCell", "drawing", "headerFooter", "oleObject"])? {
        match node.name {
            "row" => {
                rows += 1;
                if rows > MOST.0 {
                    return Err(Refusal::TooLarge);
                }
                line = node.number("r").filter(|line| *line > 0).unwrap_or(line + 1);
                row(&node, line, name, book, &mut grid, &mut unread)?;
            }
            "col" if node.flag("hidden") => {
                let (first, last) = (node.number("min").unwrap_or(1), node.number("max").unwrap_or(1));
                grid.hide_columns(first.saturating_sub(1), last.saturating_sub(1));
            }
            "mergeCell" => {
                if let Some(range) = node.get("ref").and_then(range) {
                    grid.merge(range);
                }
            }
            "drawing" => {
                drawings.extend(node.get("id").and_then(|id| of_id(&relations, id)).map(|to| to.target.clone()))
            }
            "headerFooter" => heads.extend(node.nodes().filter_map(|part| printed(&part.text()))),
            // Said twice, for programs of two ages: once by its picture.
            "oleObject" => {
                let place = format!("{name}:{}", node.get("progId").unwrap_or("OLE"));
                let object = Unread { place, what: UnreadKind::Object };
                if !unread.contains(&object) {
                    unread.push(object);
                }
            }
            _ => {}
        }
    }
    comments(package, &relations, &mut grid)?;
    book.spent.set(grid.spent());
    document.blocks.push(Block::Sheet(grid.finish(name, hidden)));
    document.unread.append(&mut unread);
    for part in drawings {
        drawing::read(package, &part, name, document)?;
    }
    heads.dedup();
    heads.into_iter().for_each(|text| document.add_paragraph(text, None));
    Ok(())
}

fn row(
    node: &Node,
    line: u32,
    sheet: &str,
    book: &Book,
    grid: &mut Grid,
    unread: &mut Vec<Unread>,
) -> Result<(), Refusal> {
    if node.flag("hidden") && !node.children.is_empty() {
        grid.hide_line(line);
    }
    let mut next = 0;
    for node in node.all("c") {
        let place = node.get("r").and_then(address);
        let (line, column) = place.unwrap_or((line, next));
        next = column + 1;
        let read = cell(node, book);
        // A picture in a cell, as WPS has it.
        if read.text.contains("DISPIMG(\"") {
            let place = format!("{sheet}!{}{line}", column_name(column));
            unread.push(Unread { place, what: UnreadKind::Picture });
        } else {
            grid.cell(line, column, &read.text, read.doubt)?;
        }
    }
    Ok(())
}

/// What a cell shows.
fn cell(node: &Node, book: &Book) -> Read {
    let formula = node.child("f");
    let value = node.child("v").map(Node::text).filter(|value| !value.is_empty());
    let kind = node.get("t").unwrap_or("n");
    if let (Some(formula), None) = (formula, &value)
        && node.child("is").is_none()
        && kind != "str"
    {
        return Read { text: format!("={}", formula.text()), doubt: Some(Doubt::Formula) };
    }
    let value = value.unwrap_or_default();
    let certain = |text: String| Read { text, doubt: None };
    match kind {
        "s" => {
            let index = value.trim().parse::<usize>().ok();
            certain(index.and_then(|index| book.strings.get(index)).cloned().unwrap_or_default())
        }
        "inlineStr" => certain(node.child("is").map_or_else(|| unescape(value), rich)),
        "str" => certain(unescape(value)),
        "b" => certain(if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned()),
        "e" => Read { text: value, doubt: Some(Doubt::Formula) },
        "d" => {
            let (date, time) = value.split_once('T').unwrap_or((&value, ""));
            let time = time.trim_end_matches('Z').trim_end_matches(".000").trim_end_matches(":00");
            certain(if time.is_empty() || time == "00" { date.to_owned() } else { format!("{date} {time}") })
        }
        _ => match value.trim().parse::<f64>() {
            Ok(number) => {
                let general = NumberFormat::General;
                let format = node.number("s").and_then(|style| book.formats.get(style as usize)).unwrap_or(&general);
                let (text, doubt) = show(number, Some(value.trim()), format, book.from_1904);
                Read { text, doubt }
            }
            Err(_) => certain(value),
        },
    }
}

/// Comments on cells: those of old, and threads, in whose place an old program finds a note on new ones.
fn comments(package: &mut Package, relations: &[Relation], grid: &mut Grid) -> Result<(), Refusal> {
    let mut texts: BTreeMap<(u32, u32), String> = BTreeMap::new();
    for relation in relations.iter().filter(|relation| relation.kind == "comments") {
        let text = package.part(&relation.target)?.unwrap_or_default();
        let mut xml = Xml::new(&text);
        while let Some(node) = xml.next(&["comment"])? {
            if let (Some(place), Some(text)) = (node.get("ref").and_then(address), node.child("text")) {
                texts.insert(place, rich(text));
            }
        }
    }
    let mut threads: BTreeMap<(u32, u32), Vec<String>> = BTreeMap::new();
    for relation in relations.iter().filter(|relation| relation.kind == "threadedComment") {
        let text = package.part(&relation.target)?.unwrap_or_default();
        let mut xml = Xml::new(&text);
        while let Some(node) = xml.next(&["threadedComment"])? {
            if let (Some(place), Some(text)) = (node.get("ref").and_then(address), node.child("text")) {
                threads.entry(place).or_default().push(text.text());
            }
        }
    }
    texts.extend(threads.into_iter().map(|(place, texts)| (place, texts.join("\n"))));
    texts.into_iter().try_for_each(|((line, column), text)| grid.comment(line, column, &text))
}

/// What the head or the foot of a printed page says beside codes and page numbers, or nothing.
fn printed(code: &str) -> Option<String> {
    let mut text = String::new();
    let mut characters = code.chars().peekable();
    while let Some(c) = characters.next() {
        if c != '&' {
            text.push(c);
            continue;
        }
        match characters.next() {
            Some('&') => text.push('&'),
            // A font in quotes, a colour in six places, a size in figures; parts of the line.
            Some('"') => while characters.next().is_some_and(|c| c != '"') {},
            Some('K') => {
                characters.nth(5);
            }
            Some('0'..='9') => while characters.next_if(char::is_ascii_digit).is_some() {},
            Some('L' | 'C' | 'R') => text.push(' '),
            _ => {}
        }
    }
    let said = text.chars().any(|c| c.is_alphabetic() && !"第共页页码张pagePAGEof".contains(c));
    said.then(|| clean(&text))
}

/// `B7` is row 7, column 1.
pub(super) fn address(text: &str) -> Option<(u32, u32)> {
    let text = text.trim().replace('$', "");
    let split = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = text.split_at(split);
    let column = letters.bytes().try_fold(0_u32, |sum, letter| {
        let letter = letter.to_ascii_uppercase();
        letter.is_ascii_uppercase().then(|| sum.saturating_mul(26).saturating_add(u32::from(letter - b'A') + 1))
    })?;
    let line = digits.parse::<u32>().ok()?;
    ((1..=MOST.0).contains(&line) && (1..=MOST.1).contains(&column)).then(|| (line, column - 1))
}

/// `B7:D9`.
fn range(text: &str) -> Option<Range> {
    let (first, last) = text.split_once(':')?;
    let (first, last) = (address(first)?, address(last)?);
    let ordered = |one: u32, other: u32| (one.min(other), one.max(other));
    Some(Range { lines: ordered(first.0, last.0), columns: ordered(first.1, last.1) })
}

#[cfg(test)]
mod tests {
    use super::{address, printed, range};
    use crate::import::read::grid::Range;

    #[test]
    fn addresses_are_within_a_sheet() {
        assert_eq!(address("XFD1048576"), Some((1_048_576, 16_383)));
        assert_eq!(address("$B$7"), Some((7, 1)));
        for wrong in ["A0", "XFE1", "A1048577", "1", "A", "", "表1", "A99999999999", "ZZZZZZZZZZZZ1"] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
        assert_eq!(range("D9:B7"), Some(Range { lines: (7, 9), columns: (1, 3) }));
    }

    #[test]
    fn heads_of_pages_are_told_from_page_numbers() {
        assert_eq!(printed("&C第 &P 页，共 &N 页"), None);
        assert_eq!(printed("&L&\"宋体,常规\"&10平川市权责清单&R&P/&N"), Some("平川市权责清单 /".to_owned()));
    }
}
