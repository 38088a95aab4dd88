//! Folders: copies of fixtures, overlays, and everything a folder holds.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What a folder holds: path with `/`, bytes.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Every file below a folder.
pub fn read(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    gather(folder, "", &mut tree);
    tree
}

fn gather(folder: &Path, prefix: &str, tree: &mut Tree) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let entry = entry.expect("an entry");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().expect("a type").is_dir() {
            gather(&entry.path(), &format!("{name}/"), tree);
        } else {
            tree.insert(name, fs::read(entry.path()).expect("a file"));
        }
    }
}

/// Names of the files right in a folder.
pub fn read_flat(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let files = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file());
    let mut names: Vec<String> = files.map(|path| name(&path)).collect();
    names.sort();
    names
}

/// Writes files into a folder; `x.removed` takes `x` away.
pub fn write(folder: &Path, tree: &Tree) {
    for (path, bytes) in tree {
        if let Some(gone) = path.strip_suffix(".removed") {
            fs::remove_file(folder.join(gone)).unwrap_or_else(|error| panic!("{gone}: {error}"));
            continue;
        }
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    write(to, &read(from));
}

/// Folders in a folder, sorted by name.
pub fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders
}

/// The last part of a path.
pub fn name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}
