//! A path inside the content folder in, what kind of file it is out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use encoding_rs::GB18030;

use crate::diag::closest;

use super::project::is_of_a_project;
use super::published;
use super::translated;

/// New texts of files, by path from the content folder; `None` for one that is taken away.
pub type Changed = BTreeMap<PathBuf, Option<String>>;

/// What a file of the content holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    /// `site.yaml`.
    Site,
    /// `regions.yaml`.
    Regions,
    /// `departments.yaml`.
    Departments,
    /// `topics.yaml`.
    Topics,
    /// `terms.yaml`.
    Terms,
    /// `agencies.yaml`.
    Agencies,
    /// `reorganisations.yaml`.
    Reorganisations,
    /// `addresses.txt`.
    Addresses,
    /// A file in `laws/`.
    Laws,
    /// `lists/<name>.yaml` or `lists/<name>/list.yaml`: the header of a list, or all of it. The name is that of the
    /// folder or file. An older edition lies in the folder `editions` of its list and is called `<list>/editions/<edition>`.
    List(String),
    /// Another file of a list's folder, with the name of the folder.
    Part(String),
    /// `items.csv` of a list's folder, with the name of the folder.
    Table(String),
    /// A file of a list's `regimes/`, with the name of the list's folder.
    Regime(String),
    /// `translated.txt` of a list's folder, or `lists/<name>.translated.txt`, with the name of the folder or the list.
    Translated(String),
    /// `pages/<name>.<language>.md`, with both.
    Page(String, String),
    /// A YAML or Markdown file that has no place, with the name it may have been meant to have.
    Stray(Option<String>),
    /// A file of the content whose ending is another than its name should have, with the name that it should have.
    Misnamed(String),
    /// A file of the content whose path is no UTF-8, with the path that it seems to have in GBK.
    Unreadable(String),
    /// A file that seems to be meant for the list and is not read.
    PassedOver(Meant),
    /// Anything else; not read.
    Foreign,
}

/// What a file that is passed over was meant to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// A table of another program, or another table than that of the items.
    Table,
    /// A file in a format that nothing here reads.
    Document,
    /// A file of the content that is missing beside it, with its name.
    Copy(String),
}

/// The folder of a list that holds its older editions.
pub(super) const EDITIONS: &str = "editions";

/// What an older edition of a list is called, as its folder is.
fn edition(list: &str, of: &str) -> String {
    format!("{list}/{EDITIONS}/{of}")
}

/// Names of what a list has, without their endings.
const STEMS: [&str; 7] = ["list", "items", "duties", "boundaries", "services", "accountability", "清单"];

/// Files that a list may have beside its head.
pub(super) const PARTS: [&str; 5] =
    ["items.yaml", "duties.yaml", "boundaries.yaml", "services.yaml", "accountability.yaml"];
/// The table of its items.
pub(super) const TABLE: &str = "items.csv";
/// Files of the content folder itself.
pub(super) const TOP: [&str; 7] = [
    "site.yaml",
    "regions.yaml",
    "departments.yaml",
    "topics.yaml",
    "terms.yaml",
    "agencies.yaml",
    "reorganisations.yaml",
];

/// Tells what a file is by its path from the content folder.
pub(super) fn kind(path: &Path) -> FileKind {
    let Some(parts) = path.iter().map(|part| part.to_str()).collect::<Option<Vec<&str>>>() else {
        return unreadable(path);
    };
    let name = parts.last().copied().unwrap_or_default();
    // Editors and spreadsheet programs leave files of their own beside the author's. Of what is hidden, or in a hidden folder,
    // only whether it was meant is told.
    if name.starts_with('~') || is_of_a_project(name) || parts.iter().any(|part| part.starts_with('.')) {
        return FileKind::Foreign;
    }
    match parts[..] {
        ["site.yaml"] => FileKind::Site,
        ["regions.yaml"] => FileKind::Regions,
        ["departments.yaml"] => FileKind::Departments,
        ["topics.yaml"] => FileKind::Topics,
        ["terms.yaml"] => FileKind::Terms,
        ["agencies.yaml"] => FileKind::Agencies,
        ["reorganisations.yaml"] => FileKind::Reorganisations,
        [published::NAME] => FileKind::Addresses,
        ["laws", .., name] if name.ends_with(".yaml") => FileKind::Laws,
        ["lists", name] if name.ends_with(".yaml") => FileKind::List(stem(name)),
        ["lists", list, "list.yaml"] => FileKind::List(list.to_owned()),
        ["lists", list, name] if PARTS.contains(&name) => FileKind::Part(list.to_owned()),
        ["lists", list, translated::NAME] => FileKind::Translated(list.to_owned()),
        ["lists", name] if name.ends_with(".translated.txt") => {
            FileKind::Translated(name.trim_end_matches(".translated.txt").to_owned())
        }
        ["lists", list, TABLE] => FileKind::Table(list.to_owned()),
        ["lists", list, "regimes", name] if name.ends_with(".yaml") => FileKind::Regime(list.to_owned()),
        ["lists", list, EDITIONS, name] if name.ends_with(".yaml") => FileKind::List(edition(list, &stem(name))),
        ["lists", list, EDITIONS, of, "list.yaml"] => FileKind::List(edition(list, of)),
        ["lists", list, EDITIONS, of, name] if PARTS.contains(&name) => FileKind::Part(edition(list, of)),
        ["lists", list, EDITIONS, of, TABLE] => FileKind::Table(edition(list, of)),
        ["lists", list, EDITIONS, of, "regimes", name] if name.ends_with(".yaml") => {
            FileKind::Regime(edition(list, of))
        }
        ["pages", name] if name.ends_with(".md") => match name.trim_end_matches(".md").split_once('.') {
            Some((page, lang)) => FileKind::Page(page.to_owned(), lang.to_owned()),
            None => FileKind::Stray(Some(with_language(name))),
        },
        _ => stray(&parts, name),
    }
}

/// A path that is no UTF-8: of a file that seems to be meant it is told, as a program that unpacks the names of Windows
/// elsewhere leaves it.
fn unreadable(path: &Path) -> FileKind {
    let (name, _) = GB18030.decode_without_bom_handling(path.as_os_str().as_encoded_bytes());
    match kind(Path::new(&*name)) {
        FileKind::Foreign => FileKind::Foreign,
        _ => FileKind::Unreadable(name.into_owned()),
    }
}

/// The name of a free page that was meant by one without a language: `about-en.md` is `about.en.md`.
fn with_language(name: &str) -> String {
    let stem = name.trim_end_matches(".md");
    let told = ["zh", "en"].iter().find_map(|lang| Some((stem.strip_suffix(lang)?.strip_suffix(['-', '_'])?, lang)));
    let (page, lang) = told.unwrap_or((stem, &"zh"));
    format!("{page}.{lang}.md")
}

/// The path that a file was meant to have that lies in a folder with a slip in its name, or beside the folder it belongs in.
fn moved(parts: &[&str]) -> Option<String> {
    let near = |name: &str, own: &[&'static str]| {
        let found = closest(&name.to_lowercase(), own.iter().copied())?;
        (found != name).then_some(found)
    };
    match parts {
        ["laws.yaml" | "law.yaml"] => Some("laws/laws.yaml".to_owned()),
        [page] if page.ends_with(".md") && page.matches('.').count() == 2 => Some(format!("pages/{page}")),
        [_] => None,
        ["pages", lang @ ("zh" | "en"), page] => Some(format!("pages/{}.{lang}.md", page.strip_suffix(".md")?)),
        ["lists", list, folder, rest @ ..] if !rest.is_empty() => {
            let own = near(folder, &["regimes", EDITIONS])?;
            Some(format!("lists/{list}/{own}/{}", rest.join("/")))
        }
        [folder, rest @ ..] => {
            let own = near(folder, &["lists", "laws", "pages", "static"])?;
            Some(format!("{own}/{}", rest.join("/")))
        }
        [] => None,
    }
}

fn stray(parts: &[&str], name: &str) -> FileKind {
    if let Some(path) = moved(parts).filter(|path| path.starts_with("static/")) {
        return FileKind::Stray(Some(path));
    }
    if let Some(meant) = plain_name(name) {
        let of_content = !meant.ends_with(".csv") || meant == TABLE && matches!(parts, ["lists", ..]);
        if of_content {
            return FileKind::Misnamed(meant);
        }
    }
    if !name.ends_with(".yaml") && !name.ends_with(".md") {
        // Other programs' tables may lie beside a list; one that is called almost as the table of its items is a slip.
        let slip = matches!(parts, ["lists", _, _])
            && !name.ends_with(".json")
            && closest(&name.to_lowercase(), [TABLE]).is_some();
        return match passed_over(parts, name) {
            told if slip && (told == FileKind::Foreign || name.to_lowercase().ends_with(".csv")) => {
                FileKind::Stray(Some(TABLE.to_owned()))
            }
            told => told,
        };
    }
    let meant = match parts {
        [_] => closest(name, TOP),
        ["lists", _, _] | ["lists", _, EDITIONS, _, _] => closest(name, PARTS.into_iter().chain(["list.yaml"])),
        _ => None,
    };
    FileKind::Stray(meant.map(str::to_owned).or_else(|| moved(parts)))
}

/// The name that a file was meant to have whose ending has capitals, another word for the same format, a stop of full width,
/// or what Notepad and browsers put behind it, which Windows does not show; `None` where the name is plain.
fn plain_name(name: &str) -> Option<String> {
    let narrow: String = name.chars().map(|c| if matches!(c, '．' | '。' | '｡') { '.' } else { c }).collect();
    let mut bare = narrow.trim().trim_end_matches(['.', ' ']);
    let without = |name: &str, ending: &str| {
        let stem = name.len().checked_sub(ending.len())?;
        name.get(stem..).filter(|end| end.eq_ignore_ascii_case(ending)).map(|_| stem)
    };
    while let Some(stem) = ADDED.iter().find_map(|ending| without(bare, ending)) {
        bare = &bare[..stem];
    }
    let (stem, own) = ENDINGS.iter().find_map(|(ending, own)| Some((without(bare, ending)?, own)))?;
    let stem = &bare[..stem];
    let lower = stem.to_lowercase();
    let known = |name: &&str| name.split('.').next() == Some(&lower);
    let stem = if PARTS.iter().chain(&TOP).chain(&["list.yaml", TABLE]).any(known) { &lower } else { stem };
    let meant = format!("{stem}{own}");
    (meant != name && !stem.is_empty()).then_some(meant)
}

/// What programs put behind the ending of a text file.
const ADDED: [&str; 4] = [".txt", ".text", ".download", ".html"];

/// Endings of files that are read, in every spelling, each with the one they are read under.
const ENDINGS: [(&str, &str); 8] = [
    (".yaml.yaml", ".yaml"),
    (".yaml", ".yaml"),
    (".yml", ".yaml"),
    (".md", ".md"),
    (".markdown", ".md"),
    (".mdown", ".md"),
    (".mkd", ".md"),
    (".csv", ".csv"),
];

/// A file that is not read, and seems to be a form in which an office keeps a list.
fn passed_over(parts: &[&str], name: &str) -> FileKind {
    let lower = name.to_lowercase();
    let Some((stem, ending)) = lower.rsplit_once('.') else { return FileKind::Foreign };
    if !matches!(parts, ["lists", ..]) || !STEMS.iter().any(|own| stem.contains(own)) {
        return FileKind::Foreign;
    }
    match ending {
        "csv" | "tsv" | "xlsx" | "xlsm" | "xls" | "ods" | "et" | "docx" => FileKind::PassedOver(Meant::Table),
        "doc" | "wps" => FileKind::PassedOver(Meant::Document),
        _ => FileKind::Foreign,
    }
}

fn stem(name: &str) -> String {
    name.trim_end_matches(".yaml").to_owned()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{FileKind, Meant, kind};

    #[test]
    fn tells_files_by_their_place() {
        let cases = [
            ("site.yaml", FileKind::Site),
            ("laws/national.yaml", FileKind::Laws),
            ("lists/jize-qts/list.yaml", FileKind::List("jize-qts".into())),
            ("lists/jize-qts.yaml", FileKind::List("jize-qts".into())),
            ("lists/jize-qts/duties.yaml", FileKind::Part("jize-qts".into())),
            ("lists/jize-qts/regimes/01-fibre.yaml", FileKind::Regime("jize-qts".into())),
            ("lists/jize-qts/editions/2015.yaml", FileKind::List("jize-qts/editions/2015".into())),
            ("lists/jize-qts/editions/2015/list.yaml", FileKind::List("jize-qts/editions/2015".into())),
            ("lists/jize-qts/editions/2015/duties.yaml", FileKind::Part("jize-qts/editions/2015".into())),
            ("lists/jize-qts/editions/2015/dutys.yaml", FileKind::Stray(Some("duties.yaml".into()))),
            ("pages/about.en.md", FileKind::Page("about".into(), "en".into())),
            ("lists/jize-qts/dutys.yaml", FileKind::Stray(Some("duties.yaml".into()))),
            ("lists/jize-qts/items.csv", FileKind::Table("jize-qts".into())),
            ("lists/jize-qts/Item.csv", FileKind::Stray(Some("items.csv".into()))),
            ("lists/jize-qts/form.csv", FileKind::Foreign),
            ("lists/jize-qts/duties.csv", FileKind::PassedOver(Meant::Table)),
            ("lists/jize-qts/items.xlsx", FileKind::PassedOver(Meant::Table)),
            ("lists/质监局责任清单.xls", FileKind::PassedOver(Meant::Table)),
            ("lists/jize-qts/duties.doc", FileKind::PassedOver(Meant::Document)),
            ("lists/jize-qts/duties.yaml.txt", FileKind::Misnamed("duties.yaml".into())),
            ("lists/jize-qts/list.YAML", FileKind::Misnamed("list.yaml".into())),
            ("lists/jize-qts/items.csv.txt", FileKind::Misnamed("items.csv".into())),
            ("pages/about.zh.md.txt", FileKind::Misnamed("about.zh.md".into())),
            ("lists/jize-qts/scan.pdf", FileKind::Foreign),
            ("region.yaml", FileKind::Stray(Some("regions.yaml".into()))),
            ("site.yml", FileKind::Misnamed("site.yaml".into())),
            ("lists/jize-qts/Duties.Yaml", FileKind::Misnamed("duties.yaml".into())),
            ("lists/jize-qts/duties．yaml", FileKind::Misnamed("duties.yaml".into())),
            ("lists/jize-qts/duties.yaml.TXT.txt", FileKind::Misnamed("duties.yaml".into())),
            ("lists/jize-qts/duties.yaml.html", FileKind::Misnamed("duties.yaml".into())),
            ("lists/jize-qts/duties.yaml .", FileKind::Misnamed("duties.yaml".into())),
            ("pages/about.zh-Hant.markdown", FileKind::Misnamed("about.zh-Hant.md".into())),
            ("pages/about.zh.MD", FileKind::Misnamed("about.zh.md".into())),
            ("lists/jize-qts/duties.yaml.bak", FileKind::Foreign),
            ("lists/jize-qts/duties.yaml~", FileKind::Foreign),
            ("lists/jize-qts/duties.yaml.orig", FileKind::Foreign),
            ("lists/jize-qts/report.csv.txt", FileKind::Foreign),
            ("lists/notes.docx", FileKind::Foreign),
            ("README.md", FileKind::Foreign),
            ("lists/jize-qts/README.md", FileKind::Foreign),
            ("pages/README.md", FileKind::Foreign),
            ("LICENSE.md", FileKind::Foreign),
            ("page/about.zh.md", FileKind::Stray(Some("pages/about.zh.md".into()))),
            ("Lists/a/list.yaml", FileKind::Stray(Some("lists/a/list.yaml".into()))),
            ("lists/a/regime/01.yaml", FileKind::Stray(Some("lists/a/regimes/01.yaml".into()))),
            ("lists/a/Editions/2015/list.yaml", FileKind::Stray(Some("lists/a/editions/2015/list.yaml".into()))),
            ("Static/form.pdf", FileKind::Stray(Some("static/form.pdf".into()))),
            ("laws.yaml", FileKind::Stray(Some("laws/laws.yaml".into()))),
            ("about.zh.md", FileKind::Stray(Some("pages/about.zh.md".into()))),
            ("pages/about-en.md", FileKind::Stray(Some("about.en.md".into()))),
            ("pages/en/about.md", FileKind::Stray(Some("pages/about.en.md".into()))),
            ("images/form.pdf", FileKind::Foreign),
            ("lists/.~lock.list.yaml", FileKind::Foreign),
        ];
        for (path, expected) in cases {
            assert_eq!(kind(Path::new(path)), expected, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_name_in_another_encoding_is_told_where_it_seems_to_be_meant() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;

        let of = |bytes: &[u8]| kind(Path::new(OsStr::from_bytes(bytes)));
        assert_eq!(of(b"lists/\xbc\xf8\xd4\xf3.yaml"), FileKind::Unreadable("lists/鉴泽.yaml".into()));
        assert_eq!(of(b"lists/\xbc\xf8\xd4\xf3/list.yaml"), FileKind::Unreadable("lists/鉴泽/list.yaml".into()));
        assert_eq!(of(b"lists/\xbc\xf8\xd4\xf3.pdf"), FileKind::Foreign);
    }
}
