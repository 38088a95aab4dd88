//! Sites that tests read and none changes: each is built once, however many tests ask for it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, OnceLock};

use super::folder::{self, Tree};
use super::{program, repository, scratch};

/// The site of the lists of this repository, which does not know where it will live.
pub fn real() -> &'static Tree {
    of("content", &[])
}

/// The site of a content folder of the repository, built with these options.
pub fn of(content: &str, options: &[&str]) -> &'static Tree {
    let lay_out = |root: &Path| folder::copy(&repository(content), &root.join("content"));
    once(&format!("{content} {}", options.join(" ")), || build(options, lay_out))
}

/// What `make` makes, once for each name; who asks for it meanwhile waits.
pub fn once(name: &str, make: impl FnOnce() -> Tree) -> &'static Tree {
    static SITES: Mutex<BTreeMap<String, &OnceLock<Tree>>> = Mutex::new(BTreeMap::new());
    let mut sites = SITES.lock().expect("the sites");
    let site = *sites.entry(name.to_owned()).or_insert_with(|| Box::leak(Box::default()));
    drop(sites);
    site.get_or_init(make)
}

/// Builds what `lay_out` puts into a folder.
pub fn build(options: &[&str], lay_out: impl FnOnce(&Path)) -> Tree {
    let root = scratch::folder();
    lay_out(root.path());
    let run = program::run(root.path(), &[&["build", "--lang", "en"], options].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    folder::read(&root.path().join("output"))
}
