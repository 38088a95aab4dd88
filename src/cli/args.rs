//! Arguments as they are typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Publish government responsibility lists as a website and open data.
///
/// Qingdan reads a folder of YAML files, content/, checks them, and makes a website in Chinese and English with the
/// same data as CSV and JSON.
#[derive(Debug, Parser)]
#[command(name = "qingdan", version, max_term_width = 100, disable_help_subcommand = true, after_help = EXAMPLES_EN)]
pub(super) struct Arguments {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
    /// Language of messages and help [default: Chinese where the system is, else English]
    #[arg(long, global = true, value_enum, value_name = "LANGUAGE")]
    pub lang: Option<Language>,
}

/// Shown at the end of the help, in English.
pub(super) const EXAMPLES_EN: &str = "\
Examples:
  qingdan check                     look for faults; writes nothing
  qingdan build                     read content/, make the site in output/
  qingdan build --base-url https://www.example.gov.cn/zwgk/lists/
                                    make it for a folder of a portal
  qingdan cite notice.txt           find the laws that a text cites
  qingdan impact metrology-law      print what stands on a law, list by list
  qingdan sheet jize-qts            write a list as a workbook, jize-qts.xlsx, to edit it in Excel or WPS
  qingdan import jize-qts.xlsx --into jize-qts
                                    bring the workbook back into the list
  qingdan schema duties             print the schema of a kind of file, for editors
  qingdan explain E012              say what a fault means and how to mend it

Exit status: 0 nothing wrong, 1 faults in the content (nothing written), 2 could not run.";

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the site: check the content, render every page, write the data, put the site in place
    ///
    /// Everything is built in a folder beside the output and swapped in at the end. Where the content has a fault, or
    /// the build is stopped, the old site stays as it was.
    Build(BuildArgs),
    /// Look for faults in the content, without writing anything
    ///
    /// Finds all that a build would find: keys and values that are wrong, references to nothing, missing translations,
    /// dead links between pages.
    Check(CheckArgs),
    /// Find every legal citation in a text and say which law of the register it names
    ///
    /// Reads Chinese text as it comes: titles with broken brackets or broken over lines, short titles, document numbers
    /// of every style, articles whose law is named earlier. What the text leaves open is shown as ambiguous.
    Cite(CiteArgs),
    /// Print every duty, matter, service, regime, accountability row and office that stands on a law
    ///
    /// For a drafter of amendments, or a clerk who reads that a law was repealed: what has to be looked at again, list
    /// by list.
    Impact(ImpactArgs),
    /// Write a list as a workbook, to edit it in Excel or WPS and bring it back with `import --into`
    ///
    /// A sheet for each part, Chinese headings with a note on each, lists to choose from, ids in a protected column,
    /// ready to print on A4. The list itself is not changed.
    Sheet(SheetArgs),
    /// Bring the workbook that `sheet` wrote back into its list: a changed cell is a changed value of the YAML
    ///
    /// Everything else keeps its bytes, comments and order. New rows, removed rows and moved rows are recognised by
    /// their ids. Where a cell is wrong, it is named as list.xlsx!职责!C17 and nothing is written.
    Import(ImportArgs),
    /// Print the JSON Schema of a kind of content file, for an editor that completes and checks it
    ///
    /// docs/data-format.md says how to tell the editor.
    Schema(SchemaArgs),
    /// Say what a fault means, why it matters and how to mend it
    Explain(ExplainArgs),
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    pub common: CommonArgs,
    /// Folder for the site; only an empty folder, or one that Qingdan made, is replaced
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    pub output: PathBuf,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub common: CommonArgs,
    /// Also look at the laws cited, as of a day: those out of force by then are faults, those changed since the list
    /// was published are warnings
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
}

/// Arguments of `build` and `check`.
#[derive(Debug, Args)]
pub(super) struct CommonArgs {
    /// Folder of the content
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    pub content: PathBuf,
    /// Theme: `default`, or a folder of themes/ whose files take the place of the default theme's
    #[arg(long, value_name = "NAME", default_value = "default")]
    pub theme: String,
    /// Where the site will live, such as https://www.example.gov.cn/lists/; overrides base_url in site.yaml
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Threads to work with [default: one a processor]
    #[arg(long, value_name = "N")]
    pub jobs: Option<usize>,
    /// How faults are shown
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "full")]
    pub format: FindingsFormat,
}

/// Arguments of `cite`.
#[derive(Debug, Args)]
pub(super) struct CiteArgs {
    /// The text, as UTF-8; `-`, or nothing, for the standard input
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Folder of the content, whose register of laws is used
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    pub content: PathBuf,
    /// How citations are shown
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub format: CiteFormat,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// Code of the fault, such as E012; without it, all codes are listed
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// Arguments of `sheet`.
#[derive(Debug, Args)]
pub(super) struct SheetArgs {
    /// Id of the list, such as jize-qts, or the path of its folder or file
    #[arg(value_name = "LIST")]
    pub list: String,
    /// The workbook [default: LIST.xlsx]
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Folder of the content
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    pub content: PathBuf,
}

/// Arguments of `import`.
#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The workbook
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Id of the list that it is of, such as jize-qts
    #[arg(long, value_name = "LIST")]
    pub into: String,
    /// Folder of the content
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    pub content: PathBuf,
    /// Say what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// Kind of file, such as duties; without it, all kinds are listed
    #[arg(value_name = "KIND")]
    pub kind: Option<String>,
}

/// How faults are shown.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FindingsFormat {
    /// With the line of the file and what to do
    Full,
    /// One line a fault
    Concise,
    /// One JSON object a line, for editors and CI
    Json,
}

/// Arguments of `impact`.
#[derive(Debug, Args)]
pub(super) struct ImpactArgs {
    /// Id of the law in the register, such as metrology-law, or a title of it, such as 计量法
    #[arg(value_name = "LAW")]
    pub law: String,
    /// One article of it alone, such as 65, 134_1 or annex2.17; what cites the law as a whole stands on it too
    #[arg(long, value_name = "ARTICLE")]
    pub article: Option<String>,
    /// The state of the law on a day; lists published later are left out
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// Folder of the content
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    pub content: PathBuf,
    /// How it is shown
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub format: ImpactFormat,
}

/// How impact is shown.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ImpactFormat {
    /// Grouped by list, to read
    Text,
    /// One row a record, with a head
    Csv,
    /// The law and its rows as one object
    Json,
}

/// How citations are shown.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum CiteFormat {
    /// One line a citation: line:column, what it prints, the law, articles, number, how sure
    Text,
    /// An array of objects with places in characters
    Json,
}

/// A language of messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Language {
    /// Chinese
    Zh,
    /// English
    En,
}
