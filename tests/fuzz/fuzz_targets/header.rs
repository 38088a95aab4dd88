//! Any file as the head of a list, as an older edition of it or as what its translations were made of: a check must end in faults
//! or none, and what can be read can be compared with what was there before.

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
use qingdan::model::Lang;
use qingdan::pipeline::{Side, diff, stamp};

const LIST: &str = "lists/shiqiao-market";

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = folder::begin("qingdan-fuzz-header");
    fs::create_dir_all(folder.join(LIST).join("editions/2015")).expect("a folder");
    folder
});

fuzz_target!(|input: (u8, &[u8])| {
    let (which, bytes) = input;
    let list = FOLDER.join(LIST);
    let head = fs::read(folder::base().join(LIST).join("list.yaml")).expect("a file");
    let files = ["list.yaml", "editions/2015/list.yaml", "translated.txt"];
    fs::write(list.join("list.yaml"), head).expect("a file");
    for file in &files[1..] {
        let _ = fs::remove_file(list.join(file));
    }
    fs::write(list.join(files[usize::from(which) % 3]), bytes).expect("a file");
    let mut sink = Sink::new();
    let Ok(mut sources) = load(&FOLDER, &mut sink) else { return };
    if let Some(model) = check(&mut sources, &mut sink).filter(|_| !sink.has_errors()) {
        link(&model);
        let _ = diff(&Side::of(&folder::base().to_string_lossy(), &FOLDER), &Side::of(&FOLDER.to_string_lossy(), &FOLDER), Lang::EN);
        let _ = stamp(&FOLDER, &[], true);
    }
});
