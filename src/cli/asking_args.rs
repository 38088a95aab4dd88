//! Arguments of `diff` and `impact` as they are typed.

use std::path::PathBuf;

use clap::Args;

use super::choices::{DiffFormat, ImpactFormat};

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    /// The older content: a folder, or a revision of git such as git:main
    #[arg(value_name = "OLD")]
    pub old: String,
    /// The newer, likewise [default: the folder of the content as it stands]
    #[arg(value_name = "NEW")]
    pub new: Option<String>,
    /// Folder of the content, whose revisions are meant
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    pub content: PathBuf,
    /// How it is shown
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub format: DiffFormat,
}

/// Arguments of `impact`.
#[derive(Debug, Args)]
pub(super) struct ImpactArgs {
    /// Id of the law in the register, such as metrology-law, or a title of it, such as 计量法
    #[arg(value_name = "LAW", required_unless_present = "between")]
    pub law: Option<String>,
    /// One article of it alone, such as 65, 134_1 or annex2.17; what cites the law as a whole stands on it too
    #[arg(long, value_name = "ARTICLE")]
    pub article: Option<String>,
    /// The state of the law on a day; lists published later are left out
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// What became of laws from one day to another, and what stands on them; without LAW of every law
    #[arg(long, num_args = 2, value_names = ["DATE", "DATE"], conflicts_with_all = ["on", "article"])]
    pub between: Vec<String>,
    /// Folder of the content
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    pub content: PathBuf,
    /// How it is shown
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub format: ImpactFormat,
}
