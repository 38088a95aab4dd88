//! Any file in the place of a list's duties: a check must end in faults or none, and never panic.

#![no_main]

mod folder;

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::link::link;
use qingdan::load::load;

/// A small content folder of this process's own, whose duties change from run to run.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| folder::begin("qingdan-fuzz"));

fuzz_target!(|bytes: &[u8]| {
    fs::write(FOLDER.join("lists/shiqiao-market/duties.yaml"), bytes).expect("a file");
    let mut sink = Sink::new();
    let Ok(mut sources) = load(&FOLDER, &mut sink) else { return };
    if let Some(model) = check(&mut sources, &mut sink).filter(|_| !sink.has_errors()) {
        link(&model);
    }
});
