//! What the tests share: the program run in a clean environment, folders of fixtures, sites, expected files.

#![allow(dead_code, reason = "each test uses a part")]

pub mod atom;
pub mod blocks;
pub mod component;
pub mod edits;
pub mod folder;
pub mod golden;
pub mod html;
pub mod keys;
pub mod known;
pub mod made_up;
pub mod paper;
pub mod parts;
pub mod preview;
pub mod program;
pub mod scratch;
pub mod site;
pub mod snapshot;
pub mod synth;
pub mod tables;
pub mod template;
pub mod workbook;

use std::path::{Path, PathBuf};

use qingdan::pipeline::{Progress, Stage};

/// A path from the root of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A text without white space.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Nobody wants to know how far a job is.
pub struct Silence;

impl Progress for Silence {
    fn stage(&self, _: Stage, _: Option<u64>) {}
    fn done(&self, _: u64) {}
}
