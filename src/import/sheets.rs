//! Documents in, block by block; all that they hold, as rows, headings and titles, out.

use super::bare;
use super::body;
use super::clean;
use super::document::{Block, Document, Paragraph, Sheet};
use super::form;
use super::grid::{Grid, Owner};
use super::head::{Said, Table, tables};
use super::kind::Kind;
use super::line::{Line, heading, line};
use super::prose;
use super::record::{Fate, Read};
use super::trace::Reading;

/// A document with the name of its file.
#[derive(Clone, Debug)]
pub struct Named {
    /// Name of the file, without folders.
    pub name: String,
    /// What was read in it.
    pub document: Document,
}

/// Reads documents in their order.
pub fn read(documents: &[Named], said: &Said) -> Read {
    let mut read = Read::default();
    let mut reading = Reading::new(&mut read);
    for (file, named) in documents.iter().enumerate() {
        document(&named.document, file, said, &mut reading);
    }
    read
}

fn document(document: &Document, file: usize, said: &Said, reading: &mut Reading<'_>) {
    let sheets =
        document.blocks.iter().filter(|block| matches!(block, Block::Sheet(sheet) if !sheet.rows.is_empty())).count();
    reading.last_table = None;
    let mut pending: Vec<&Paragraph> = Vec::new();
    // What the paragraphs say of the kind of list counts for every table.
    let mut title: String = reading.read.titles.join("\n");
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) if !paragraph.text.trim().is_empty() => pending.push(paragraph),
            Block::Paragraph(_) => {}
            Block::Sheet(sheet) if sheet.rows.is_empty() => {}
            Block::Sheet(sheet) => {
                let in_word = sheet.name.starts_with('表') && sheet.name.chars().skip(1).all(|c| c.is_ascii_digit());
                let lines = pending.iter().rev().map(|paragraph| clean::one_line(&paragraph.text));
                let heading = lines.into_iter().find(|line| !line.ends_with('）') || !line.starts_with('（'));
                let name = if in_word { heading.unwrap_or_else(|| sheet.name.clone()) } else { sheet.name.clone() };
                reading.begin(file, &name);
                if !in_word {
                    reading.leave_section();
                }
                for paragraph in pending.drain(..) {
                    above(paragraph, reading);
                }
                title = format!("{title}\n{}\n{name}", reading.read.titles.join("\n"));
                self::sheet(sheet, &title, said, !in_word && sheets > 1, reading);
            }
        }
    }
    if pending.is_empty() {
        return;
    }
    if sheets == 0 {
        reading.begin(file, "正文");
        let all: String = pending.iter().take(4).map(|paragraph| paragraph.text.as_str()).collect();
        let kind = Kind::ALL.into_iter().rev().find(|kind| kind.speaks_in(&all)).unwrap_or(Kind::Duties);
        if prose::read(&pending, kind, reading) {
            return;
        }
    }
    for paragraph in pending {
        if sheets == 0 {
            reading.read.titles.push(clean::lines(&paragraph.text));
            reading.paragraph(paragraph, Fate::Title);
        } else {
            reading.read.notes.push(clean::lines(&paragraph.text));
            reading.paragraph(paragraph, Fate::Note);
        }
    }
}

/// A paragraph above a table: a title, or a heading over its rows.
fn above(paragraph: &Paragraph, reading: &mut Reading<'_>) {
    let fate = line_above(&paragraph.text, reading);
    reading.paragraph(paragraph, fate);
}

fn line_above(text: &str, reading: &mut Reading<'_>) -> Fate {
    let clean = clean::lines(text);
    match line(&clean) {
        Line::Filler => Fate::Filler,
        Line::Count => {
            reading.count(clean);
            Fate::Count
        }
        Line::Section(found)
            if found.depth > 0 && found.depth < 3 || found.power_type.is_some() || found.role.is_some() =>
        {
            reading.section(found);
            Fate::Section
        }
        Line::Note if !clean.starts_with("填") && !clean.contains("单位") => {
            reading.read.notes.push(clean);
            Fate::Note
        }
        _ => {
            reading.read.titles.push(clean);
            Fate::Title
        }
    }
}

fn sheet(sheet: &Sheet, title: &str, said: &Said, by_name: bool, reading: &mut Reading<'_>) {
    let grid = Grid::new(sheet);
    // The lines above the first head say what the list is as well.
    let top: String = (0..grid.height().min(4)).map(|row| grid.text(row, 0)).collect();
    let title = format!("{title}\n{top}");
    let found = tables(&grid, &title, said);
    let first = found.first().map_or(0, |table| table.head.start);
    let forms = form::kind(&grid);
    if let Some(before) =
        reading.last_table.clone().filter(|before| found.is_empty() && forms.is_none() && goes_on(before, &grid))
    {
        let table = Table { head: 0..0, body: 0..grid.height(), ..before };
        body::read(&grid, &table, reading);
        return;
    }
    if found.is_empty() && forms.is_none() && bare::is_list(&grid) {
        open_by_name(sheet, by_name, reading.under(), reading);
        bare::read(&grid, reading, &mut |grid, owner, reading| {
            let fate = line_above(grid.of(owner), reading);
            reading.cell(grid, owner, fate);
        });
        return;
    }
    if found.is_empty() && forms.is_none() {
        // Nothing that can be told from a letter: it is kept as it stands.
        for owner in grid.all() {
            reading.read.titles.push(clean::lines(grid.of(owner)));
            reading.cell(&grid, owner, Fate::Title);
        }
        return;
    }
    let before = reading.under();
    if let Some(kind) = forms {
        open_by_name(sheet, by_name, before, reading);
        form::read(&grid, kind, reading, &mut |grid, owner, reading| {
            let fate = line_above(grid.of(owner), reading);
            reading.cell(grid, owner, fate);
        });
    } else {
        for row in 0..first {
            for owner in grid.owners(row, 0..grid.width) {
                if owner.row == row && !reading.is_told(owner) {
                    let fate = line_above(grid.of(owner), reading);
                    reading.cell(&grid, owner, fate);
                }
            }
        }
        open_by_name(sheet, by_name, before, reading);
        for table in &found {
            body::read(&grid, table, reading);
        }
        reading.last_table = found.into_iter().next_back();
    }
    rest(&grid, reading);
}

/// Whether a grid without a head goes on with the table before it: as wide, and with numbers where that has them.
fn goes_on(before: &Table, grid: &Grid<'_>) -> bool {
    let number = before.columns.iter().find(|column| column.key.as_deref() == Some("number"));
    let is_number = |row: usize, place: u32| {
        let text = clean::narrow(grid.own(row, place));
        !text.is_empty() && text.chars().count() <= 8 && text.chars().any(|c| c.is_ascii_digit())
    };
    let numbered = number.is_some_and(|column| (0..grid.height().min(4)).any(|row| is_number(row, column.place)));
    grid.width == before.across.end && before.across.start == 0 && numbered
}

/// The name of a sheet is the heading over its rows where it names a type of power or a part of a township's list, and
/// nothing in the sheet does.
fn open_by_name(sheet: &Sheet, by_name: bool, before: Option<usize>, reading: &mut Reading<'_>) {
    if by_name && reading.under() == before {
        let found = heading(&sheet.name);
        if found.power_type.is_some() || found.role.is_some() {
            reading.section(found);
        }
    }
}

/// Cells outside of every table.
fn rest(grid: &Grid<'_>, reading: &mut Reading<'_>) {
    let left: Vec<Owner> = grid.all().into_iter().filter(|owner| !reading.is_told(*owner)).collect();
    for owner in left {
        let text = clean::lines(grid.of(owner));
        let fate = if clean::is_mark_of_nothing(&text) { Fate::Filler } else { Fate::Note };
        if fate == Fate::Note {
            reading.read.notes.push(format!("{}：{text}", grid.place(owner)));
        }
        reading.cell(grid, owner, fate);
    }
}
