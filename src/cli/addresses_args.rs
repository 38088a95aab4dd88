//! Arguments of `addresses` as they are typed.

use std::path::PathBuf;

use clap::Args;

/// Arguments of `addresses`.
#[derive(Debug, Args)]
pub(super) struct AddressesArgs {
    /// Say how many addresses are new, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Folder of the content
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    pub content: PathBuf,
}
