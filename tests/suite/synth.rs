//! The generator of content for tests and benchmarks: what it writes has no faults and does not change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::load::load;

use crate::support::synth;

/// A folder of its own for one test, gone with the value.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("qingdan-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn files(root: &Path, dir: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(dir).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(root, &path, found);
        } else {
            let name = path.strip_prefix(root).expect("a path inside").to_owned();
            found.insert(name, fs::read(&path).expect("a file"));
        }
    }
}

#[test]
fn made_up_content_has_no_faults_and_the_sizes_of_real_content() {
    let folder = Folder::new("synth-faults");
    synth::write_content(&folder.0, 12, 7).expect("content");
    let mut sink = Sink::new();
    let mut sources = load(&folder.0, &mut sink).expect("a folder of content");
    let model = check(&mut sources, &mut sink);
    assert!(sink.found().is_empty(), "{:#?}", &sink.found()[..sink.found().len().min(5)]);
    let model = model.expect("a model");
    assert_eq!((model.lists.len(), model.laws.len()), (12, 80));
    let list = &model.lists[0];
    let items: usize = list.duties.iter().map(|duty| duty.work_items.len()).sum();
    let participants: usize = list.boundaries.iter().map(|matter| matter.participants.len()).sum();
    assert!((9..=11).contains(&list.duties.len()) && (30..=60).contains(&items));
    assert_eq!((list.boundaries.len(), participants, list.services.len(), list.regimes.len()), (6, 30, 5, 9));
}

#[test]
fn the_same_seed_makes_the_same_content() {
    let [once, again, other] = [("once", 7), ("again", 7), ("other", 8)].map(|(name, seed)| {
        let folder = Folder::new(&format!("synth-{name}"));
        synth::write_content(&folder.0, 6, seed).expect("content");
        let mut found = BTreeMap::new();
        files(&folder.0, &folder.0, &mut found);
        found
    });
    assert_eq!(once, again);
    assert_ne!(once, other);
}
