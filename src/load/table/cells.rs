//! The text of a table in, every cell with its bytes and what is wrong with its quotes out, as the reader of the `csv`
//! crate takes it apart, which says no places.

use std::ops::Range;

/// A cell and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its record, counted from 0; lines without a character are none.
    pub record: u32,
    /// Its place in the record, counted from 0.
    pub place: u32,
    /// Bytes of the text, with its quotes.
    pub span: Range<usize>,
    /// What is wrong with its quotes.
    pub slip: Option<Slip>,
}

/// What is wrong with the quotes of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The quote that opens it is never closed.
    Open,
    /// Something stands between the quote that closes it and its end.
    Stray,
}

/// Every cell of a table, in its order.
pub fn cells(text: &str, delimiter: u8) -> impl Iterator<Item = Cell> {
    Cells { bytes: text.as_bytes(), delimiter, at: 0, record: 0, place: 0 }
}

struct Cells<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    at: usize,
    record: u32,
    place: u32,
}

impl Iterator for Cells<'_> {
    type Item = Cell;

    fn next(&mut self) -> Option<Cell> {
        if self.place == 0 {
            self.at += self.bytes[self.at..].iter().take_while(|byte| ends_line(**byte)).count();
            if self.at == self.bytes.len() {
                return None;
            }
        }
        let start = self.at;
        let slip = if self.bytes.get(start) == Some(&b'"') { self.quoted() } else { None };
        let ends = |byte: &u8| *byte == self.delimiter || ends_line(*byte);
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        let stray = rest[..length].iter().any(|byte| !byte.is_ascii_whitespace());
        self.at += length;
        let quoted = start < self.at && self.bytes[start] == b'"';
        let cell = Cell {
            record: self.record,
            place: self.place,
            span: start..self.at,
            slip: slip.or((quoted && stray).then_some(Slip::Stray)),
        };
        if self.bytes.get(self.at) == Some(&self.delimiter) {
            self.at += 1;
            self.place += 1;
        } else {
            (self.record, self.place) = (self.record + 1, 0);
        }
        Some(cell)
    }
}

impl Cells<'_> {
    /// Goes behind the quote that closes the one here.
    fn quoted(&mut self) -> Option<Slip> {
        self.at += 1;
        loop {
            let Some(quote) = self.bytes[self.at..].iter().position(|byte| *byte == b'"') else {
                self.at = self.bytes.len();
                return Some(Slip::Open);
            };
            self.at += quote + 1;
            if self.bytes.get(self.at) != Some(&b'"') {
                return None;
            }
            self.at += 1;
        }
    }
}

fn ends_line(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{ProptestConfig, Strategy, any, prop_oneof};
    use proptest::sample::select;
    use proptest::{prop_assert_eq, proptest};

    use super::{Cell, Slip, cells};

    /// What a cell holds, by the rules of the format.
    fn value(text: &str, cell: &Cell) -> String {
        let raw = &text[cell.span.clone()];
        let Some(inner) = raw.strip_prefix('"') else { return raw.to_owned() };
        let mut value = String::new();
        let mut rest = inner.chars().peekable();
        while let Some(c) = rest.next() {
            if c != '"' {
                value.push(c);
            } else if rest.next_if_eq(&'"').is_some() {
                value.push('"');
            } else {
                value.extend(rest);
                break;
            }
        }
        value
    }

    fn table() -> impl Strategy<Value = String> {
        let pieces = vec!["\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "甲", "a", " ", "1"];
        prop_oneof![vec(select(pieces), 0..24).prop_map(|pieces| pieces.concat()), any::<String>()]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn are_those_of_the_csv_crate(text in table(), delimiter in select(b",;\t".to_vec())) {
            // A byte order mark is taken off before.
            let text = text.trim_start_matches('\u{feff}');
            let mut read: Vec<Vec<String>> = Vec::new();
            let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
            for record in reader.into_records() {
                read.push(record.expect("a record").iter().map(str::to_owned).collect());
            }
            let mut ours: Vec<Vec<String>> = Vec::new();
            for cell in cells(text, delimiter) {
                if cell.place == 0 {
                    ours.push(Vec::new());
                }
                prop_assert_eq!((cell.record as usize + 1, cell.place as usize), (ours.len(), ours[ours.len() - 1].len()));
                let last = ours.len() - 1;
                ours[last].push(value(text, &cell));
            }
            prop_assert_eq!(ours, read);
        }
    }

    #[test]
    fn say_what_is_wrong_with_quotes() {
        let slips = |text: &str| -> Vec<Option<Slip>> { cells(text, b',').map(|cell| cell.slip).collect() };
        assert_eq!(slips("\"甲\",乙\"丙\n\"丁\"\"\" ,\n"), [None, None, None, None]);
        assert_eq!(slips("\"甲,乙\n丙,丁\n"), [Some(Slip::Open)]);
        assert_eq!(slips("\"甲,乙\n丙,\"丁\"\n"), [Some(Slip::Stray)]);
    }
}
