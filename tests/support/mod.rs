//! What the tests share: the program run in a clean environment, folders of fixtures, expected files.

#![allow(dead_code, reason = "each test uses a part")]

pub mod blocks;
pub mod component;
pub mod folder;
pub mod html;
pub mod keys;
pub mod program;
pub mod snapshot;
pub mod synth;
pub mod template;

use std::path::{Path, PathBuf};

/// A path from the root of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
