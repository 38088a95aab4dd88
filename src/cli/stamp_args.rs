//! Arguments of `stamp` as they are typed.

use std::path::PathBuf;

use clap::Args;

/// Arguments of `stamp`.
#[derive(Debug, Args)]
pub(super) struct StampArgs {
    /// Lists by their ids; every list where none is named
    #[arg(value_name = "LIST")]
    pub lists: Vec<String>,
    /// Take every translation to be right as it is
    #[arg(long)]
    pub all: bool,
    /// Folder of the content
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    pub content: PathBuf,
}
