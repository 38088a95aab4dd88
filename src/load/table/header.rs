//! The first record of a table in, which of its columns means what out.

use csv::StringRecord;

use crate::model::Lang;

use super::column::{Column, HEADINGS, Heading};
use super::fault::{CellFault, MOST, TableFault};

/// The columns of one table.
#[derive(Debug)]
pub(super) struct Header {
    /// For each column, where its Chinese, or only, form stands.
    places: Vec<Option<usize>>,
    /// Where other languages stand.
    others: Vec<(Column, Lang, usize)>,
    /// How many cells it has.
    pub width: usize,
    /// Places without a heading.
    blank: Vec<usize>,
}

impl Header {
    /// Reads the first record.
    pub fn read(record: &StringRecord, index: u32, faults: &mut Vec<CellFault>) -> Header {
        let mut header =
            Header { places: vec![None; HEADINGS.len()], others: Vec::new(), width: record.len(), blank: Vec::new() };
        let mut broken = false;
        for (place, typed) in record.iter().enumerate() {
            if faults.len() >= MOST {
                break;
            }
            let mut fault = |what| faults.push(CellFault { record: index, place: place as u32, what });
            let typed = typed.trim();
            if typed.is_empty() {
                header.blank.push(place);
                continue;
            }
            let Some((heading, lang)) = column(typed) else {
                broken = true;
                fault(TableFault::UnknownHeading(typed.to_owned()));
                continue;
            };
            if header.place(heading.column, lang).is_some() {
                fault(TableFault::SecondHeading(typed.to_owned(), heading.key));
            } else if lang == Lang::ZH {
                header.places[heading.column as usize] = Some(place);
            } else {
                header.others.push((heading.column, lang, place));
            }
        }
        // A name that is there under a slip is reported as the slip.
        if [Column::Name, Column::SubItem].iter().all(|column| header.any(*column).is_none()) && !broken {
            faults.push(CellFault { record: index, place: 0, what: TableFault::NoNameHeading });
        }
        header
    }

    /// How many cells of a record are headings that are known; more than a thousand nobody has.
    pub fn known(record: &StringRecord) -> usize {
        record.iter().take(1_000).filter(|typed| column(typed.trim()).is_some()).count()
    }

    /// Where a column stands in a language.
    pub fn place(&self, column: Column, lang: Lang) -> Option<usize> {
        if lang == Lang::ZH {
            return self.places[column as usize];
        }
        self.others.iter().find(|(other, of, _)| (*other, *of) == (column, lang)).map(|(.., place)| *place)
    }

    /// Where a column stands in whatever language.
    pub fn any(&self, column: Column) -> Option<usize> {
        let others = || self.others(column).next().map(|(_, place)| place);
        self.places[column as usize].or_else(others)
    }

    /// The other languages of a column, and where they stand.
    pub fn others(&self, column: Column) -> impl Iterator<Item = (Lang, usize)> {
        self.others.iter().filter(move |(other, ..)| *other == column).map(|(_, lang, place)| (*lang, *place))
    }

    /// Whether a place has no heading over it.
    pub fn is_blank(&self, place: usize) -> bool {
        place >= self.width || self.blank.binary_search(&place).is_ok()
    }
}

/// The column and the language of a heading such as `name_en`.
fn column(typed: &str) -> Option<(&'static Heading, Lang)> {
    if let Some(heading) = Heading::find(typed) {
        return Some((heading, Lang::ZH));
    }
    let (name, tag) = typed.rsplit_once('_')?;
    let heading = Heading::find(name).filter(|heading| heading.text)?;
    Some((heading, Lang::new(tag.trim())?))
}
