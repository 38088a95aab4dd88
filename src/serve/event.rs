//! What happens while a site is shown, as it is told to the terminal.

use std::time::Duration;

use crate::diag::{Finding, Message};

/// What happens, for whoever sits at the terminal.
#[derive(Debug)]
pub enum Event<'e> {
    /// Requests are taken at an address, which ends in a slash; changes are told by the system or looked for.
    Listening {
        /// The address, such as `http://127.0.0.1:8000/`.
        address: &'e str,
        /// Whether changes are looked for.
        polling: bool,
    },
    /// A site was built.
    Built {
        /// Whether it is the first.
        first: bool,
        /// How many pages it has, in all languages.
        pages: usize,
        /// The path of the site on its host, with a slash at both ends.
        folder: &'e str,
        /// What is to be thought over.
        warnings: &'e [Finding],
        /// How long it took.
        took: Duration,
    },
    /// The content has faults.
    Faults {
        /// The faults.
        findings: &'e [Finding],
        /// Whether a site is shown that was built before.
        kept: bool,
    },
    /// The pages of the site that is shown have faults: it can be read, and would not be built.
    Pages {
        /// The faults.
        findings: &'e [Finding],
    },
    /// Content or theme cannot be used at all.
    Failed {
        /// Why.
        words: &'e Message,
        /// Whether a site is shown that was built before.
        kept: bool,
    },
    /// What was wrong was taken back: the site that is shown is that of the files.
    Mended,
    /// The user ended it.
    Ended,
}

/// Takes events, from any thread.
pub type Tell = dyn Fn(&Event<'_>) + Send + Sync;
