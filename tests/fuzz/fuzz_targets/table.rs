//! Any file in the place of a table of items: reading it must end in items or faults, every fault in a place of the text.

#![no_main]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qingdan::diag::Sink;
use qingdan::load::{Locator, load};

const TABLE: &str = "lists/one/items.csv";

/// A content folder of this process's own, whose only file changes from run to run.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("qingdan-fuzz-table-{}", std::process::id()));
    fs::create_dir_all(folder.join("lists/one")).expect("a folder");
    folder
});

fuzz_target!(|bytes: &[u8]| {
    fs::write(FOLDER.join(TABLE), bytes).expect("a file");
    let mut sink = Sink::new();
    let Ok(sources) = load(&FOLDER, &mut sink) else { return };
    assert!(!sources.documents.is_empty() || sink.has_errors(), "neither items nor a fault");
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut locator = Locator::new(Path::new(TABLE), text.as_str().into());
    for found in sink.found() {
        let span = locator.locate(&found.place.at).unwrap_or(0..0);
        assert!(text.get(span).is_some(), "{:?}", found.place);
    }
});
