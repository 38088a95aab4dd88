//! Arguments of `import` as they are typed.

use std::path::PathBuf;

use clap::Args;

/// Arguments of `import`.
#[derive(Debug, Args)]
#[command(after_help = IMPORT_EN)]
pub(super) struct ImportArgs {
    /// The files; `-` for text that is pasted. Several are parts of one list
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Folder of the content
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    pub content: PathBuf,
    /// Bring the workbook that `qingdan sheet` wrote back into this list: each cell that was changed changes one value
    #[arg(long, value_name = "LIST", conflicts_with_all = ["id", "region", "department", "agency", "title", "columns"])]
    pub into: Option<String>,
    /// Id of the list, the name of its folder; made of the region and the department where it is left out
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Region: name, code or slug; found in the name of the agency where it is left out
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// Kind of department: a name as lists print it, or a slug of docs/registers.md
    #[arg(long, value_name = "DEPARTMENT")]
    pub department: Option<String>,
    /// Name of the publishing agency, where the file does not say it
    #[arg(long, value_name = "NAME")]
    pub agency: Option<String>,
    /// Title of the list, where the file does not say it
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    /// What the columns of a table are, where their headings do not tell: letters of the column and key
    #[arg(long, value_name = "B=name,C=basis", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// Print what would be written and what became of every cell, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Shown at the end of the help of `import`, in English.
pub(super) const IMPORT_EN: &str = "\
Examples:
  qingdan import 权责清单.xlsx --dry-run      see what would be read
  qingdan import 权责清单.xlsx                write content/lists/<id>/
  qingdan import 清单.docx --region 130431    where the file does not say the place
  qingdan import 清单.xls --columns \"C=name,I=法定时限\"
                                             where headings are not known
  qingdan import jize-qts.xlsx --into jize-qts
                                             bring an edited workbook back
Keys of columns are those of items.csv; docs/data-format.md lists them.";
