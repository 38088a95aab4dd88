//! Values in, one after the other; files of so many of them out.

use serde_json::Value;

use crate::diag::Failure;

use super::file::{Emit, put};

/// Values on their way into files called by a letter and the number of the file.
pub struct Blocks {
    letter: char,
    full: fn(count: usize, size: usize) -> bool,
    block: Vec<Value>,
    size: usize,
    /// Values so far.
    pub count: u32,
    /// Number of the first value of every file so far.
    pub starts: Vec<u32>,
}

impl Blocks {
    /// No values yet; `full` says of the number of values in a file and their size whether the next file begins.
    pub fn new(letter: char, full: fn(usize, usize) -> bool) -> Blocks {
        Blocks { letter, full, block: Vec::new(), size: 0, count: 0, starts: Vec::new() }
    }

    /// Adds a value of about so many bytes.
    pub fn add(&mut self, value: Value, size: usize, emit: &mut Emit<'_>) -> Result<(), Failure> {
        if self.block.is_empty() {
            self.starts.push(self.count);
        }
        self.block.push(value);
        self.count += 1;
        self.size += size;
        if (self.full)(self.block.len(), self.size) { self.flush(emit) } else { Ok(()) }
    }

    /// Writes the last file.
    pub fn flush(&mut self, emit: &mut Emit<'_>) -> Result<(), Failure> {
        if self.block.is_empty() {
            return Ok(());
        }
        let block = std::mem::take(&mut self.block);
        self.size = 0;
        put(&format!("{}-{}", self.letter, self.starts.len() - 1), &Value::Array(block), emit)
    }
}
