//! Arguments as they are typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::addresses_args::AddressesArgs;
use super::asking_args::{DiffArgs, ImpactArgs};
pub(super) use super::choices::{CiteFormat, FindingsFormat, Language};
use super::import_args::ImportArgs;
use super::mend_args::MendArgs;
use super::stamp_args::StampArgs;

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
  qingdan new my-site               start: make a folder with an example list, asking what it has to know
  qingdan check                     look for faults; writes nothing
  qingdan check --fix               mend what is wrong in notation alone, after showing the difference
  qingdan build                     read content/, make the site in output/
  qingdan build --base-url https://www.example.gov.cn/zwgk/lists/
                                    make it for a folder of a portal
  qingdan import 权责清单.xlsx      make a list of a table of Excel or Word
  qingdan serve                     show the site in a browser while you write
  qingdan cite notice.txt           find the laws that a text cites
  qingdan impact metrology-law      print what stands on a law, list by list
  qingdan diff git:main             print what changed in the lists since a revision of git
  qingdan sheet jize-qts            write a list as a workbook, jize-qts.xlsx, to edit it in Excel or WPS
  qingdan import jize-qts.xlsx --into jize-qts
                                    bring the workbook back into the list
  qingdan stamp                     write down which translations are up to date
  qingdan addresses                 write down every address of the site, so that none is lost
  qingdan verify                    say which files of the site were changed since it was built
  qingdan schema duties             print the schema of a kind of file, for editors
  qingdan explain E012              say what a fault means and how to mend it

Exit status: 0 nothing wrong, 1 faults in the content (nothing written), 2 could not run.";

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Start: make the folder of a new site, or add a list to one (`qingdan new list`)
    ///
    /// On a terminal it asks for what the options do not say. The site has one list with one example record and builds
    /// at once. A folder that is not empty is left as it is.
    New(Box<NewArgs>),
    /// Make the site: check the content, render every page, write the data, put the site in place
    ///
    /// Everything is built in a folder beside the output and swapped in at the end; a folder that cannot be swapped (a
    /// mount point, a volume of a container) is changed file by file. What did not change is not written again, and what
    /// Qingdan did not make is kept. Where the content has a fault, the old site stays as it was. Pages and files of a list
    /// that did not change are taken over from it, as far as a hidden file beside it (.output.qingdan-cache) knows them.
    Build(BuildArgs),
    /// Put a site together from parts that several machines made, byte for byte as one build of everything
    ///
    /// Each part was made with `build --region` from the same content, with the same theme, address and version. Pages of lists
    /// are taken from the parts; everything that tells of several lists is made here.
    Join(JoinArgs),
    /// Look for faults in the content; with --fix, mend those of notation
    ///
    /// Finds all that a build would find: keys and values that are wrong, references to nothing, missing translations,
    /// dead links between pages. Writes nothing, unless --fix says so: then no byte changes but what is mended, and each file is
    /// written whole or not at all.
    Check(CheckArgs),
    /// Make a list of a table of Excel or Word that an office keeps
    ///
    /// Reads .xlsx, .xls, .ods, .docx, .csv and pasted text: finds the tables among titles and notes, reads heads over
    /// several rows and merged cells, and writes the files of a list into the content folder. What it does not understand
    /// it keeps in the notes of its row; it drops no cell and makes nothing up.
    Import(ImportArgs),
    /// Show the site in a browser while you write: each file that is saved is seen at once
    ///
    /// Writes nothing. Where what was saved has a fault, the browser says which, in which line, and what to do, and goes on
    /// showing the site as it was before. Only this computer can see it, unless --host says otherwise.
    Serve(ServeArgs),
    /// Find every legal citation in a text and say which law of the register it names
    ///
    /// Reads Chinese text as it comes: titles with broken brackets or broken over lines, short titles, document numbers
    /// of every style, articles whose law is named earlier. What the text leaves open is shown as ambiguous.
    Cite(CiteArgs),
    /// Print what lists say otherwise than in another folder or revision: added, removed and changed records
    ///
    /// `qingdan diff git:main` compares the content as it stands with the branch main; two folders need no git.
    Diff(DiffArgs),
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
    /// Write down which translations are up to date, so that `check` tells where the Chinese is changed later (E123)
    ///
    /// Beside each list a file is written with prints of its translations and of the Chinese that each was made of; nothing
    /// else is changed. Where the Chinese has been changed already and the translation has not, that goes on being reported,
    /// until the translation is changed or --all says that it is right.
    Stamp(StampArgs),
    /// Write down every address that the site has, so that `check` tells when one is lost (E160)
    ///
    /// The addresses go to addresses.txt in the content, and none is ever taken out. Run it whenever the site is
    /// published. Where a record, an office or a list gets another id later, or is merged or split, the old address leads on, and
    /// `check` and `build` say what has to be declared for that.
    Addresses(AddressesArgs),
    /// Say which files of a published site were changed, added or lost since it was built
    ///
    /// `qingdan build --sums` writes the checksums beside the folder, as `sha256sum --check` reads them too; keep them where the
    /// site is not, and sign them with what you have. A line goes to the standard output for each file that differs.
    Verify(VerifyArgs),
    /// Print the JSON Schema of a kind of content file, for an editor that completes and checks it
    ///
    /// docs/data-format.md says how to tell the editor.
    Schema(SchemaArgs),
    /// Say what a fault means, why it matters and how to mend it
    Explain(ExplainArgs),
}

/// Arguments of `new`.
#[derive(Debug, Args)]
#[command(subcommand_negates_reqs = true, args_conflicts_with_subcommands = true)]
pub(super) struct NewArgs {
    /// Add a list to a site instead
    #[command(subcommand)]
    pub what: Option<NewWhat>,
    /// Folder for the site; it is made, and may have a Chinese name
    #[arg(value_name = "FOLDER", required = true)]
    pub folder: Option<PathBuf>,
    #[command(flatten)]
    pub list: ListArgs,
    /// Languages of the site, the first at its root: zh, en, or both [default: zh]
    #[arg(long, value_name = "LANGUAGES")]
    pub languages: Option<String>,
    /// A government body publishes the site; wants --domain and --id-code
    #[arg(long, conflicts_with = "civic")]
    pub official: bool,
    /// Somebody else publishes it; every page says that it is not official
    #[arg(long)]
    pub civic: bool,
    /// Registered domain of the government website, such as www.example.gov.cn
    #[arg(long, value_name = "DOMAIN")]
    pub domain: Option<String>,
    /// Its identification code (网站标识码), ten digits, as in its foot
    #[arg(long, value_name = "CODE")]
    pub id_code: Option<String>,
    /// Who publishes the site [default: the agency, or the editors of the site]
    #[arg(long, value_name = "NAME")]
    pub publisher: Option<String>,
    /// Add the file with which a service checks and publishes the site after every change; may be given several times
    #[arg(long, value_enum, value_name = "SERVICE")]
    pub ci: Vec<CiService>,
}

/// A service that runs jobs for a repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CiService {
    /// GitHub Actions
    Github,
    /// GitLab CI/CD
    Gitlab,
    /// Gitee Go
    Gitee,
}

/// What `new` makes beside a site.
#[derive(Debug, Subcommand)]
pub(super) enum NewWhat {
    /// Add a list to the content folder found here
    ///
    /// It has one example record, in the form right for its kind: items.csv for powers and for townships, YAML for the
    /// rest.
    List(NewListArgs),
}

/// Arguments of `new list`.
#[derive(Debug, Args)]
pub(super) struct NewListArgs {
    /// Id of the list: its folder and address, never changed later [default: made from region and department]
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    #[command(flatten)]
    pub list: ListArgs,
    /// Folder of the content
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    pub content: PathBuf,
}

/// What is asked about a list.
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// Region: name or six-digit code, such as 鸡泽县 or 130431
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// A township, subdistrict or zone below the region, by its full Chinese name
    #[arg(long, value_name = "NAME")]
    pub township: Option<String>,
    /// English name of the place [default: spelled from the Chinese]
    #[arg(long, value_name = "NAME")]
    pub region_en: Option<String>,
    /// Department: a name of it in Chinese, a part of that, or a slug, such as 教育局 or education
    #[arg(long, value_name = "DEPARTMENT")]
    pub department: Option<String>,
    /// Full name of the agency [default: made from region and department]
    #[arg(long, value_name = "NAME")]
    pub agency: Option<String>,
    /// Kind of list [default: powers-and-responsibilities; of a township, township]
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Title, in Chinese [default: made from agency and kind]
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    /// Day of publication, such as 2025-03-01
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// Ask nothing; what the options do not say is as by default
    #[arg(long)]
    pub yes: bool,
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    pub common: CommonArgs,
    /// Folder for the site; only an empty folder, or one that Qingdan made, is replaced
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    pub output: PathBuf,
    /// Make pages and search alone, no files of data: to look at a large site quickly
    #[arg(long)]
    pub draft: bool,
    /// Make the pages and data of the lists of one region alone, by its slug, for `qingdan join`
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// Build the site of a day: of each list the edition that was in force, as if later ones were not there
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Write the SHA-256 of every file beside the folder of the site, for `qingdan verify`
    #[arg(long)]
    pub sums: bool,
    /// Take warnings for errors: where there is one, nothing is written and the status is 1
    #[arg(long)]
    pub deny_warnings: bool,
    /// Make everything anew instead of taking over what did not change since the last build; the bytes are the same
    #[arg(long)]
    pub no_cache: bool,
}

/// Arguments of `join`.
#[derive(Debug, Args)]
pub(super) struct JoinArgs {
    /// Folders of the parts, as `build --region` made them; together they have every list
    #[arg(value_name = "PART", required = true)]
    pub parts: Vec<PathBuf>,
    #[command(flatten)]
    pub common: CommonArgs,
    /// Folder for the site; what others put there is kept
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    pub output: PathBuf,
    /// Join parts that were made as drafts
    #[arg(long)]
    pub draft: bool,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub common: CommonArgs,
    /// Check the editions in force on a day, and look at the laws they cite: those out of force by then are faults, those
    /// changed since the list was published are warnings
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Take warnings for errors: where there is one, nothing is written and the status is 1
    #[arg(long)]
    pub deny_warnings: bool,
    #[command(flatten)]
    pub mend: MendArgs,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    pub common: CommonArgs,
    /// Host to listen at; 0.0.0.0 lets other computers see the site
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub host: String,
    /// Port to listen at [default: 8000, or the next that is free]
    #[arg(long, value_name = "PORT")]
    pub port: Option<u16>,
    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
    /// Look for changes instead of being told of them, as on network drives
    #[arg(long)]
    pub poll: bool,
}

/// Arguments of `build`, `check` and `serve`.
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
    /// Show every fault of a code, such as E012, and no other; may be repeated; `all` for every fault of every code [default: the same fault three times, then a count]
    #[arg(long, value_name = "CODE")]
    pub show: Vec<String>,
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
    /// Overwrite the workbook where it is there already, with what was changed in it
    #[arg(long)]
    pub force: bool,
    /// Folder of the content
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    pub content: PathBuf,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// Folder of the site, or a copy of it
    #[arg(value_name = "FOLDER", default_value = "output")]
    pub output: PathBuf,
    /// The checksums [default: beside the folder, with its name and .sha256]
    #[arg(long, value_name = "FILE")]
    pub sums: Option<PathBuf>,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// Kind of file, such as duties; without it, all kinds are listed
    #[arg(value_name = "KIND")]
    pub kind: Option<String>,
}
