//! The text of a table in; its items, the record that each came from, and what is wrong with its cells out.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};

use crate::model::{Id, Item, Lang, Text};

use super::cells::cells;
use super::column::Column;
use super::fault::{CellFault, MOST, TableFault};
use super::header::Header;
use super::item::{item, whole};
use super::row::Row;

/// A table as it was read.
#[derive(Debug)]
pub(super) struct Read {
    /// The byte that tells its cells apart.
    pub delimiter: u8,
    /// Its columns; `None` where it has no line at all, or its quotes leave none to be sure of.
    pub header: Option<Header>,
    /// Its items.
    pub items: Vec<Item>,
    /// For each item, where it came from.
    pub origins: Vec<Origin>,
    /// What is wrong, in the order of the records.
    pub faults: Vec<CellFault>,
}

/// Where an item came from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    /// The record, counted from 0.
    pub record: u32,
    /// The column that names the item.
    pub name: Column,
}

/// Reads a table without its byte order mark.
pub(super) fn read(text: &str) -> Read {
    let delimiter = delimiter(text);
    let mut read = Read { delimiter, header: None, items: Vec::new(), origins: Vec::new(), faults: Vec::new() };
    if text.contains('"') {
        let slips = cells(text, delimiter).filter_map(|cell| Some((cell.slip?, cell)));
        let faults = slips.map(|(slip, cell)| CellFault {
            record: cell.record,
            place: cell.place,
            what: TableFault::Quote(slip),
        });
        // What comes after it is torn apart in the wrong places.
        read.faults.extend(faults.take(1));
        if !read.faults.is_empty() {
            return read;
        }
    }
    let mut records = reader(text, delimiter);
    let mut record = StringRecord::new();
    let mut index = 0;
    let mut header = None;
    let mut wholes = Wholes::default();
    while let Ok(true) = records.read_record(&mut record) {
        let empty = record.iter().all(|cell| cell.trim().is_empty());
        if let (false, Some(header)) = (empty, &header) {
            let row = Row { record: &record, header, index, faults: &mut read.faults };
            enter(row, &mut read.items, &mut read.origins, &mut wholes);
        } else if !empty {
            header = Some(Header::read(&record, index, &mut read.faults));
            if !read.faults.is_empty() {
                break;
            }
        }
        if read.faults.len() >= MOST {
            break;
        }
        index += 1;
    }
    wholes.number(&mut read.items);
    if header.is_none() {
        read.faults.push(CellFault { record: 0, place: 0, what: TableFault::NoNameHeading });
    }
    read.faults.sort_by_key(|fault| (fault.record, fault.place));
    read.header = header;
    read
}

/// Items that rows of sub-items belong to.
#[derive(Default)]
struct Wholes {
    /// The last one named, with the section of its row.
    last: Option<(String, Text)>,
    /// By section and name, the place among the items.
    places: HashMap<(String, String), usize>,
    /// Those that have had no row of their own yet.
    made: HashMap<(String, String), usize>,
}

impl Wholes {
    /// A number that stands in the first row of an item with several sub-items, or in all of them alike, is the item's:
    /// that is how a cell that goes on over several rows is saved.
    fn number(&self, items: &mut [Item]) {
        for (at, (section, name)) in self.made.iter().map(|(key, at)| (*at, key)) {
            let is_part = |item: &Item| {
                item.part_of.as_deref() == Some(name) && item.section.as_deref().unwrap_or_default() == section
            };
            let parts: Vec<usize> = (at + 1..items.len()).take_while(|part| is_part(&items[*part])).collect();
            let [first, rest @ ..] = &parts[..] else { continue };
            let number = items[*first].number.clone();
            let goes_on = rest.iter().all(|part| items[*part].number.is_none() || items[*part].number == number);
            if number.is_some() && !rest.is_empty() && goes_on {
                items[at].number = number;
                parts.iter().for_each(|part| items[*part].number = None);
            }
        }
    }
}

/// Reads a row that is not empty.
fn enter(mut row: Row<'_>, items: &mut Vec<Item>, origins: &mut Vec<Origin>, wholes: &mut Wholes) {
    for (place, cell) in row.record.iter().enumerate() {
        if row.header.is_blank(place) && !cell.trim().is_empty() {
            row.fault(place, TableFault::Surplus);
        }
    }
    let record = row.index;
    let name = row.line(Column::Name);
    let none = matches!(row.get(Column::SubItem), "无" | "/" | "-" | "—" | "——");
    let sub_item = row.line(Column::SubItem).filter(|_| !none);
    let part_of = row.id(Column::PartOf);
    let section = row.get(Column::Section);
    let key = |section: &str, name: &Text| (section.to_owned(), name.best(Lang::ZH).1.to_owned());
    match (name, sub_item) {
        (None, None) => row.fault_of(Column::Name, TableFault::NoName),
        (Some(name), None) => {
            let origin = Origin { record, name: Column::Name };
            if row.header.any(Column::SubItem).is_some() {
                let key = key(section, &name);
                wholes.last = Some((section.to_owned(), name.clone()));
                if let Some(at) = wholes.made.remove(&key) {
                    (items[at], origins[at]) = (item(&mut row, name, part_of), origin);
                    return;
                }
                wholes.places.entry(key).or_insert(items.len());
            }
            items.push(item(&mut row, name, part_of));
            origins.push(origin);
        }
        (name, Some(sub_item)) => {
            // Cells that go on over several rows are saved as one that is full and others that are empty.
            let last = wholes.last.take();
            let goes_on = last.filter(|(of, last)| {
                (section.is_empty() || section == of) && name.as_ref().is_none_or(|name| name == last)
            });
            let of = goes_on.or_else(|| name.map(|name| (section.to_owned(), name)));
            if let (Some((section, of)), None) = (&of, &part_of) {
                let key = key(section, of);
                if !wholes.places.contains_key(&key) {
                    wholes.places.insert(key.clone(), items.len());
                    wholes.made.insert(key, items.len());
                    items.push(whole(&mut row, of.clone()));
                    origins.push(Origin { record, name: Column::Name });
                }
            }
            let part_of = part_of.or_else(|| of.as_ref().map(|(_, of)| Id::new(of.best(Lang::ZH).1)));
            wholes.last = of;
            items.push(item(&mut row, sub_item, part_of));
            origins.push(Origin { record, name: Column::SubItem });
        }
    }
}

/// The byte that tells cells apart: that under which most headings of the first line are known, else which stands in it
/// most often.
pub fn delimiter(text: &str) -> u8 {
    let mut best = (b',', (0, 0));
    for delimiter in [b',', b'\t', b';'] {
        let mut found = (0, 0);
        let mut record = StringRecord::new();
        let mut records = reader(text, delimiter);
        while records.read_record(&mut record).is_ok_and(|more| more) {
            found.1 = record.len().max(found.1);
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                found.0 = Header::known(&record);
                break;
            }
        }
        if found > best.1 {
            best = (delimiter, found);
        }
    }
    best.0
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}
