//! The steps to a value of an item in, the bytes of the cell that says it out. Only runs for faults.

use std::ops::Range;

use crate::diag::Step;
use crate::model::Lang;

use super::cells::cells;
use super::column::{Column, HEADINGS};
use super::header::Header;
use super::item::{PHONES, circumstances};
use super::lines::{entries, lines};
use super::read::{Origin, Read};
use super::words::numbers;

/// Where everything of a table stands.
#[derive(Debug)]
pub(super) struct Places {
    /// Bytes of every cell, record by record.
    records: Vec<Vec<Range<usize>>>,
    header: Option<Header>,
    origins: Vec<Origin>,
}

impl Places {
    /// The places of a table that was read.
    pub fn new(text: &str, read: Read) -> Places {
        let mut records: Vec<Vec<Range<usize>>> = Vec::new();
        for cell in cells(text, read.delimiter) {
            if cell.place == 0 {
                records.push(Vec::new());
            }
            if let Some(record) = records.last_mut() {
                record.push(cell.span);
            }
        }
        Places { records, header: read.header, origins: read.origins }
    }

    /// The bytes of a cell; of the last one before it where its record is shorter.
    pub fn cell(&self, record: u32, place: u32) -> Range<usize> {
        let record = self.records.get(record as usize);
        let cell = record.and_then(|record| record.get(place as usize).or_else(|| record.last()));
        cell.cloned().unwrap_or(0..0)
    }

    /// The bytes of the value at the end of the steps: of its entry of a cell where it is one of several, else of the
    /// whole cell; where the table says nothing of it, of the name of the item.
    pub fn value(&self, text: &str, steps: &[Step]) -> Range<usize> {
        let [Step::Key(_), Step::Index(item), steps @ ..] = steps else { return self.cell(0, 0) };
        let (Some(header), Some(origin)) = (&self.header, self.origins.get(*item as usize)) else {
            return self.cell(0, 0);
        };
        let lang = match steps.last() {
            Some(Step::Key(tag)) => Lang::new(tag).unwrap_or(Lang::ZH),
            _ => Lang::ZH,
        };
        let mut skip = 0;
        let found = meant(steps, origin.name).into_iter().find_map(|(column, entry)| {
            let span = self.filled(text, *origin, header, column, lang)?;
            let Some(entry) = entry else { return Some(span) };
            let cell = &text[span.clone()];
            if PHONES.iter().any(|(phones, _)| *phones == column) {
                // The phones of an item stand in several columns.
                let before = skip;
                skip += numbers(cell).count();
                return numbers(cell).nth(entry.checked_sub(before)?).map(|part| of(cell, part, span.start));
            }
            Some(part(column, cell, entry).map_or(span.clone(), |part| of(cell, part, span.start)))
        });
        let name = || self.filled(text, *origin, header, origin.name, Lang::ZH);
        // The name of an item may stand in a row above.
        found.or_else(name).unwrap_or_else(|| self.cell(origin.record, 0))
    }

    /// The cell of a column in a language, else in another one, that has something in it.
    fn filled(&self, text: &str, origin: Origin, header: &Header, column: Column, lang: Lang) -> Option<Range<usize>> {
        let record = self.records.get(origin.record as usize)?;
        let zh = header.place(column, Lang::ZH);
        let places =
            header.place(column, lang).into_iter().chain(zh).chain(header.others(column).map(|(_, place)| place));
        let mut cells = places.filter_map(|place| Some(inner(text, record.get(place)?.clone())));
        cells.find(|span| !span.is_empty())
    }
}

/// The bytes of a part of a cell that begins at `start`.
fn of(cell: &str, part: &str, start: usize) -> Range<usize> {
    let start = start + (part.as_ptr() as usize - cell.as_ptr() as usize);
    start..start + part.len()
}

/// A cell without its quotes and the blanks in it.
pub(super) fn inner(text: &str, span: Range<usize>) -> Range<usize> {
    let cell = &text[span.clone()];
    let bare = cell.strip_prefix('"').map_or(cell, |rest| rest.trim_end().strip_suffix('"').unwrap_or(rest));
    of(cell, bare.trim(), span.start)
}

/// The columns that may say a value of an item, the likeliest first, each with the entry of its cell.
fn meant(steps: &[Step], name: Column) -> Vec<(Column, Option<usize>)> {
    let mut keys = steps.iter().filter_map(|step| match step {
        Step::Key(key) => Some(&**key),
        Step::Index(_) => None,
    });
    let (Some(key), next) = (keys.next(), keys.next().unwrap_or_default()) else { return Vec::new() };
    let entry = steps.iter().find_map(|step| match step {
        Step::Index(entry) => Some(*entry as usize),
        Step::Key(_) => None,
    });
    let whole = |column| vec![(column, None)];
    match (key, next) {
        ("name", _) => whole(name),
        ("part_of", _) => vec![(Column::PartOf, None), (Column::Name, None)],
        ("type_as_printed", _) => vec![(Column::TypeAsPrinted, None), (Column::Type, None)],
        ("level_as_printed", _) => vec![(Column::LevelAsPrinted, None), (Column::Levels, None)],
        ("phones", _) => PHONES.iter().map(|(column, _)| (*column, entry)).collect(),
        ("time_limits", "statutory") => whole(Column::StatutoryLimit),
        ("time_limits", _) => vec![(Column::PromisedLimit, None), (Column::StatutoryLimit, None)],
        ("basis_as_printed", _) => whole(Column::Basis),
        ("duties_basis_as_printed", _) => whole(Column::DutiesBasis),
        ("accountability", "circumstances") => vec![(Column::Accountability, entry)],
        ("accountability", "consequence") => whole(Column::Consequence),
        ("accountability", "basis_as_printed") => whole(Column::AccountabilityBasis),
        ("accountability", _) => vec![(Column::Accountability, None), (Column::AccountabilityBasis, None)],
        ("change", "as_printed") => vec![(Column::ChangeAsPrinted, None), (Column::Change, None)],
        ("change", "note") => whole(Column::ChangeNote),
        ("change", "predecessor" | "predecessor_id" | "taken_over_by") => named(next, None),
        ("counterparts", "responsibility") => whole(Column::DepartmentPart),
        ("counterparts", "manner") => whole(Column::Manner),
        ("counterparts", "item") => vec![(Column::DepartmentItem, entry)],
        ("counterparts", "department") => vec![(Column::Department, entry), (Column::DepartmentName, entry)],
        ("counterparts", _) => vec![(Column::DepartmentName, entry)],
        ("source", "file") => whole(Column::SourceFile),
        ("source", "part") => whole(Column::SourcePart),
        ("source", "note") => whole(Column::SourceNote),
        ("source", _) => vec![(Column::SourceRow, None), (Column::SourcePart, None)],
        _ => named(key, entry),
    }
}

fn named(key: &str, entry: Option<usize>) -> Vec<(Column, Option<usize>)> {
    HEADINGS.iter().filter(|heading| heading.key == key).map(|heading| (heading.column, entry)).collect()
}

/// An entry of a cell, by its place among them.
fn part(column: Column, cell: &str, entry: usize) -> Option<&str> {
    match column {
        Column::Notes | Column::Stages => lines(cell).nth(entry),
        Column::Accountability => {
            let (lead_in, _) = circumstances(cell);
            lines(cell).nth(entry + usize::from(lead_in.is_some()))
        }
        _ => entries(cell).nth(entry),
    }
}
