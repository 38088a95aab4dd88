//! Any text in the place of a list's duties: what `check --fix` makes of it is no worse than what was there, and doing it twice is
//! doing it once.

#![no_main]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qingdan::diag::Sink;
use qingdan::load::load;
use qingdan::pipeline::{mend, put};

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/base");
    let folder = std::env::temp_dir().join(format!("qingdan-fuzz-mend-{}", std::process::id()));
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

fn is_read() -> bool {
    let mut sink = Sink::new();
    load(&FOLDER, &mut sink).is_ok_and(|_| !sink.has_errors())
}

fuzz_target!(|text: &str| {
    fs::write(FOLDER.join("lists/shiqiao-market/duties.yaml"), text).expect("a file");
    let before = is_read();
    let mended = mend(&FOLDER, 1).expect("a folder that can be read");
    for file in &mended.files {
        assert_eq!(file.before.lines().count(), file.after.lines().count(), "lines stay lines");
    }
    put(&FOLDER, &mended).expect("files that can be written");
    assert!(!before || is_read(), "what could be read can be read no longer");
    let again = mend(&FOLDER, 1).expect("a folder that can be read");
    assert!(again.files.is_empty(), "{text:?} {:?}", again.files);
});
