//! Words in order, each with where it stands, in; the pages of one segment of an index of FTS5 out.
//!
//! The names in brackets are those of its source, "fts5_index.c", which describes the pages at its beginning.

use super::varint::{get, put};

/// The size at which a page is full. Pages of this size are what FTS5 makes where nothing else is said.
const FULL: usize = 4050;
/// After so many pages without the beginning of a word there is a list of the rows on them.
const LISTED: usize = 4;

/// A row of one of the tables that hold the index.
pub(super) enum Record<'a> {
    /// Of the table of pages.
    Page { id: i64, bytes: &'a [u8] },
    /// Of the table that leads to pages: what every word on a page and behind it reaches, and the page.
    Entry { segment: i64, term: &'a [u8], page: i64 },
}

/// What takes the rows.
pub(super) type Sink<'s> = dyn FnMut(Record<'_>) -> rusqlite::Result<()> + 's;

/// A segment under way (Fts5SegWriter).
pub(super) struct Segment<'a, 's> {
    sink: &'a mut Sink<'s>,
    id: i64,
    number: u64,
    page: Vec<u8>,
    /// Where the words of the page begin.
    footer: Vec<u8>,
    last_begin: usize,
    has_word: bool,
    has_row: bool,
    word: Vec<u8>,
    /// What leads to the last page on which a word begins, and that page.
    entry: (Vec<u8>, u64),
    /// Pages behind it on which none does.
    without: usize,
    rows: RowList,
}

/// The first row on each page of a long word, behind the first page (doclist index).
#[derive(Default)]
struct RowList {
    bytes: Vec<u8>,
    page: u64,
    last: u64,
}

impl<'a, 's> Segment<'a, 's> {
    /// A segment without words.
    pub fn new(id: i64, sink: &'a mut Sink<'s>) -> Segment<'a, 's> {
        Segment {
            sink,
            id,
            number: 1,
            page: vec![0; 4],
            footer: Vec::new(),
            last_begin: 0,
            has_word: false,
            has_row: false,
            word: Vec::new(),
            entry: (Vec::new(), 1),
            without: 0,
            rows: RowList::default(),
        }
    }

    /// Adds a word behind all others, and the list of where it stands.
    pub fn add(&mut self, word: &[u8], list: &[u8]) -> rusqlite::Result<()> {
        self.begin(word)?;
        if self.size() + list.len() < FULL {
            self.page.extend_from_slice(list);
            return Ok(());
        }
        let (mut at, mut row, mut last) = (0, 0, 0);
        while at < list.len() {
            let (more, length) = get(&list[at..]);
            at += length;
            row += more;
            if self.has_row {
                put(&mut self.page, row - last);
            } else {
                let begin = self.page.len() as u16;
                self.page[..2].copy_from_slice(&begin.to_be_bytes());
                put(&mut self.page, row);
                self.has_row = true;
                self.rows.add(self.number, row);
            }
            last = row;
            let (double, length) = get(&list[at..]);
            let end = at + length + double as usize / 2;
            self.places(&list[at..end])?;
            at = end;
        }
        Ok(())
    }

    /// Writes what is left; gives how many pages there are.
    pub fn end(mut self) -> rusqlite::Result<u64> {
        if self.page.len() > 4 {
            self.turn()?;
        }
        self.enter()?;
        Ok(self.number - 1)
    }

    /// Bytes of the page (pBuf and pPgidx).
    fn size(&self) -> usize {
        self.page.len() + self.footer.len()
    }

    /// Begins a word (fts5WriteAppendTerm).
    fn begin(&mut self, word: &[u8]) -> rusqlite::Result<()> {
        if self.size() + word.len() + 2 >= FULL && self.page.len() > 4 {
            self.turn()?;
        }
        put(&mut self.footer, (self.page.len() - self.last_begin) as u64);
        self.last_begin = self.page.len();
        let same = self.word.iter().zip(word).take_while(|(a, b)| a == b).count();
        let shared = if self.has_word { same } else { 0 };
        if self.has_word {
            put(&mut self.page, same as u64);
        } else if self.number != 1 {
            self.enter()?;
            // As much of it as tells it from the words before.
            let whole = if self.word.is_empty() { word.len() } else { same + 1 };
            self.entry = (word[..whole.min(word.len())].to_vec(), self.number);
        }
        put(&mut self.page, (word.len() - shared) as u64);
        self.page.extend_from_slice(&word[shared..]);
        self.word.clear();
        self.word.extend_from_slice(word);
        (self.has_word, self.has_row) = (true, true);
        self.rows.page = self.number;
        Ok(())
    }

    /// Adds the places of one row, parted between numbers where they do not fit.
    fn places(&mut self, places: &[u8]) -> rusqlite::Result<()> {
        if self.size() + places.len() <= FULL {
            self.page.extend_from_slice(places);
            return Ok(());
        }
        let mut rest = places;
        loop {
            let space = FULL.saturating_sub(self.size());
            let fits = if rest.len() <= space { rest.len() } else { prefix(rest, space) };
            self.page.extend_from_slice(&rest[..fits]);
            rest = &rest[fits..];
            if self.size() >= FULL {
                self.turn()?;
            }
            if rest.is_empty() {
                return Ok(());
            }
        }
    }

    /// Writes the page and begins the next (fts5WriteFlushLeaf).
    fn turn(&mut self) -> rusqlite::Result<()> {
        let end = self.page.len() as u16;
        self.page[2..4].copy_from_slice(&end.to_be_bytes());
        if self.has_word {
            self.page.extend_from_slice(&self.footer);
        } else {
            if !self.has_row && !self.rows.bytes.is_empty() {
                self.rows.bytes.push(0);
            }
            self.without += 1;
        }
        (self.sink)(Record::Page { id: self.id << 37 | self.number as i64, bytes: &self.page })?;
        self.page.clear();
        self.page.extend([0; 4]);
        self.footer.clear();
        self.last_begin = 0;
        self.number += 1;
        (self.has_word, self.has_row) = (false, false);
        Ok(())
    }

    /// Writes what leads to the last page on which a word begins (fts5WriteFlushBtree).
    fn enter(&mut self) -> rusqlite::Result<()> {
        // A list too long for a page would need pages above it. Without a list the pages are read one after the other.
        let listed = self.without >= LISTED && !self.rows.bytes.is_empty() && self.rows.bytes.len() < FULL;
        if listed {
            let id = self.id << 37 | 1 << 36 | self.rows.page as i64;
            (self.sink)(Record::Page { id, bytes: &self.rows.bytes })?;
        }
        self.rows.bytes.clear();
        self.without = 0;
        let page = (self.entry.1 as i64) << 1 | i64::from(listed);
        (self.sink)(Record::Entry { segment: self.id, term: &self.entry.0, page })
    }
}

impl RowList {
    fn add(&mut self, page: u64, row: u64) {
        if self.bytes.is_empty() {
            // It is all there is.
            self.bytes.push(0);
            put(&mut self.bytes, page);
            put(&mut self.bytes, row);
        } else {
            put(&mut self.bytes, row - self.last);
        }
        self.last = row;
    }
}

/// How many bytes of whole numbers fit, at least one number (fts5PoslistPrefix).
fn prefix(numbers: &[u8], space: usize) -> usize {
    let mut end = get(numbers).1;
    while end < space {
        let length = get(&numbers[end..]).1;
        if end + length > space {
            break;
        }
        end += length;
    }
    end
}
