//! Any bytes as a file of an office, under each ending that decides: reading must end in a document or a refusal.

#![no_main]

use libfuzzer_sys::fuzz_target;
use qingdan::import::document::Block;
use qingdan::import::read::read;

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.xls", "a.txt"] {
        let Ok(document) = read(name, bytes) else { continue };
        for block in document.blocks {
            let Block::Sheet(sheet) = block else { continue };
            assert!(sheet.rows.is_sorted_by(|one, other| one.line < other.line), "rows");
            assert!(sheet.rows.iter().all(|row| row.cells.is_sorted_by(|one, other| one.column < other.column)), "cells");
        }
    }
});
