//! Any file in the place of a list's duties: a check must end in faults or none, and never panic.

#![no_main]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::link::link;
use qingdan::load::load;

/// A small content folder of this process's own, whose duties change from run to run.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/base");
    let folder = std::env::temp_dir().join(format!("qingdan-fuzz-{}", std::process::id()));
    copy(&base, &folder);
    folder
});

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("a copy");
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    fs::write(FOLDER.join("lists/shiqiao-market/duties.yaml"), bytes).expect("a file");
    let mut sink = Sink::new();
    let Ok(mut sources) = load(&FOLDER, &mut sink) else { return };
    if let Some(model) = check(&mut sources, &mut sink).filter(|_| !sink.has_errors()) {
        link(&model);
    }
});
