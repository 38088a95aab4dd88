//! What `check` is told to mend, as it is typed.

use clap::Args;

/// Arguments of `check` about mending.
#[derive(Debug, Args)]
pub(super) struct MendArgs {
    /// Mend in the files what is wrong in notation alone (widths, blanks, brackets, quotes, dates, phones, letters of ids), after
    /// showing the difference; what is left is shown as ever
    #[arg(long, conflicts_with = "diff")]
    pub fix: bool,
    /// Show the difference that --fix would make, and write nothing; the status is 1 where there is one
    #[arg(long)]
    pub diff: bool,
    /// With --fix, write nothing: the same as --diff
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
}
