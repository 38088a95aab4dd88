//! What a killed build left in; the site whole, with all that is not ours in it, and nothing beside it, out.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs;
use std::path::Path;

use crate::diag::Failure;

use super::manifest::MARKER;
use super::place::{inside, sibling};
use super::remove::remove;
use super::{carry, in_place};

/// Whether a killed build left anything.
pub(super) fn are_there(output: &Path) -> bool {
    let around = ["new", "old", "journal"].into_iter().any(|what| sibling(output, what).exists());
    around || inside(output, "new").exists()
}

/// Completes or undoes what a killed build was at. The lock is held, so none is at work.
pub(super) fn clear(output: &Path) -> Result<(), Failure> {
    let (new, old, journal) = (sibling(output, "new"), sibling(output, "old"), sibling(output, "journal"));
    // Killed between the two steps of a swap: the site is aside.
    if !output.exists() && old.join(MARKER).is_file() {
        fs::rename(&old, output).map_err(Failure::write(output))?;
    }
    carry::back(output, &new, &journal).map_err(Failure::write(&journal))?;
    for staging in [inside(output, "new"), new] {
        if in_place::is_begun(&staging) {
            in_place::finish(&staging, output)?;
        }
        remove(&staging).map_err(Failure::write(&staging))?;
    }
    remove(&old).map_err(Failure::write(&old))
}
