//! Rows, columns and places of a word in, in order; the list that FTS5 keeps of them out (doclist).

use super::varint::put;

/// Where a word stands: rows, and for each the columns and places, as FTS5 writes them.
#[derive(Default)]
pub(super) struct Places {
    bytes: Vec<u8>,
    row: u64,
    /// Where the places of the last row begin; before them goes their length.
    begin: usize,
    column: u32,
    /// The next place in the column that is not yet there.
    next: u32,
}

impl Places {
    /// Adds a place; gives how many bytes it takes.
    pub fn add(&mut self, row: u64, column: u32, place: u32) -> usize {
        let before = self.bytes.len();
        if row != self.row {
            self.measure();
            put(&mut self.bytes, row - self.row);
            // Room for the length, which is one byte as a rule.
            self.bytes.push(0);
            (self.row, self.begin, self.column, self.next) = (row, self.bytes.len(), 0, 0);
        }
        if column != self.column {
            self.bytes.push(1);
            put(&mut self.bytes, column.into());
            (self.column, self.next) = (column, 0);
        }
        if place >= self.next {
            put(&mut self.bytes, u64::from(place - self.next.saturating_sub(1)) + 2);
            self.next = place + 1;
        }
        self.bytes.len() - before
    }

    /// Puts the length of the places of the last row before them: twice, since the lowest bit marks rows that are gone.
    fn measure(&mut self) {
        let Some(room) = self.begin.checked_sub(1) else { return };
        let length = (self.bytes.len() - self.begin) as u64 * 2;
        if length < 0x80 {
            self.bytes[room] = length as u8;
        } else {
            let mut number = Vec::with_capacity(4);
            put(&mut number, length);
            self.bytes.splice(room..=room, number);
        }
    }

    /// The bytes, complete.
    pub fn close(mut self) -> Vec<u8> {
        self.measure();
        self.bytes
    }
}
