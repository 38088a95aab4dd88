//! Any text in the place of a list's duties: what `check --fix` makes of it is no worse than what was there, and doing it twice is
//! doing it once.

#![no_main]

mod folder;

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qingdan::diag::Sink;
use qingdan::load::load;
use qingdan::pipeline::{mend, put};

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| folder::begin("qingdan-fuzz-mend"));

fn is_read() -> bool {
    let mut sink = Sink::new();
    load(&FOLDER, &mut sink).is_ok_and(|_| !sink.has_errors())
}

fuzz_target!(|text: &str| {
    fs::write(FOLDER.join("lists/shiqiao-market/duties.yaml"), text).expect("a file");
    let before = is_read();
    let mended = mend(&FOLDER, 1).expect("a folder that can be read");
    for file in &mended.files {
        // Of a last line without an end nothing may be left.
        assert_eq!(file.before.matches('\n').count(), file.after.matches('\n').count(), "lines stay lines");
    }
    put(&FOLDER, &mended).expect("files that can be written");
    assert!(!before || is_read(), "what could be read can be read no longer");
    let again = mend(&FOLDER, 1).expect("a folder that can be read");
    assert!(again.files.is_empty(), "{text:?} {:?}", again.files);
});
