//! A path inside the content folder in, what kind of file it is out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diag::closest;

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
    /// A file in `laws/`.
    Laws,
    /// `lists/<name>.yaml` or `lists/<name>/list.yaml`: the header of a list, or all of it. The name is that of the
    /// folder or file.
    List(String),
    /// Another file of a list's folder, with the name of the folder.
    Part(String),
    /// `items.csv` of a list's folder, with the name of the folder.
    Table(String),
    /// A file of a list's `regimes/`, with the name of the list's folder.
    Regime(String),
    /// `pages/<name>.<language>.md`, with both.
    Page(String, String),
    /// A YAML or Markdown file that has no place, with the name it may have been meant to have.
    Stray(Option<String>),
    /// A file that seems to be meant for the list, or to have another name, and is not read.
    PassedOver(Meant),
    /// Anything else; not read.
    Foreign,
}

/// What a file that is passed over was meant to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// A file of the content under this name.
    Named(String),
    /// A table of another program, or another table than that of the items.
    Table,
    /// A file in a format that nothing here reads.
    Document,
}

/// Names of what a list has, without their endings.
const STEMS: [&str; 7] = ["list", "items", "duties", "boundaries", "services", "accountability", "清单"];

const PARTS: [&str; 5] = ["items.yaml", "duties.yaml", "boundaries.yaml", "services.yaml", "accountability.yaml"];
const TABLE: &str = "items.csv";
const TOP: [&str; 6] = ["site.yaml", "regions.yaml", "departments.yaml", "topics.yaml", "terms.yaml", "agencies.yaml"];

/// Tells what a file is by its path from the content folder.
pub(super) fn kind(path: &Path) -> FileKind {
    let parts: Vec<&str> = path.iter().filter_map(|part| part.to_str()).collect();
    let name = parts.last().copied().unwrap_or_default();
    // Editors and spreadsheet programs leave files of their own beside the author's.
    if name.starts_with(['.', '~']) {
        return FileKind::Foreign;
    }
    match parts[..] {
        ["site.yaml"] => FileKind::Site,
        ["regions.yaml"] => FileKind::Regions,
        ["departments.yaml"] => FileKind::Departments,
        ["topics.yaml"] => FileKind::Topics,
        ["terms.yaml"] => FileKind::Terms,
        ["agencies.yaml"] => FileKind::Agencies,
        ["laws", .., name] if name.ends_with(".yaml") => FileKind::Laws,
        ["lists", name] if name.ends_with(".yaml") => FileKind::List(stem(name)),
        ["lists", list, "list.yaml"] => FileKind::List(list.to_owned()),
        ["lists", list, name] if PARTS.contains(&name) => FileKind::Part(list.to_owned()),
        ["lists", list, TABLE] => FileKind::Table(list.to_owned()),
        ["lists", list, "regimes", name] if name.ends_with(".yaml") => FileKind::Regime(list.to_owned()),
        ["pages", name] if name.ends_with(".md") => match name.trim_end_matches(".md").split_once('.') {
            Some((page, lang)) => FileKind::Page(page.to_owned(), lang.to_owned()),
            None => FileKind::Stray(Some(name.replace(".md", ".zh.md"))),
        },
        _ => stray(&parts, name),
    }
}

fn stray(parts: &[&str], name: &str) -> FileKind {
    if let Some(stem) = name.strip_suffix(".yml") {
        return FileKind::Stray(Some(format!("{stem}.yaml")));
    }
    if !name.ends_with(".yaml") && !name.ends_with(".md") {
        // Other programs' tables may lie beside a list; one that is called almost as the table of its items is a slip.
        let slip = matches!(parts, ["lists", _, _]) && closest(&name.to_lowercase(), [TABLE]).is_some();
        return match passed_over(parts, name) {
            told if slip && (told == FileKind::Foreign || name.to_lowercase().ends_with(".csv")) => {
                FileKind::Stray(Some(TABLE.to_owned()))
            }
            told => told,
        };
    }
    let meant = match parts {
        [_] => closest(name, TOP),
        ["lists", _, _] => closest(name, PARTS.into_iter().chain(["list.yaml"])),
        _ => None,
    };
    FileKind::Stray(meant.map(str::to_owned))
}

/// A file that is not read: one whose name shows that it was meant to be is told from those that lie beside a list.
fn passed_over(parts: &[&str], name: &str) -> FileKind {
    let lower = name.to_lowercase();
    // Notepad adds an ending that Windows does not show.
    let bare = lower.strip_suffix(".txt").unwrap_or(&lower);
    for (ending, own) in [(".yaml", ".yaml"), (".yml", ".yaml"), (".md", ".md"), (".csv", ".csv")] {
        let changed = bare != name || ending != own;
        let table = ending == ".csv" && bare != TABLE;
        if let Some(stem) = bare.strip_suffix(ending).filter(|_| changed && !table && lower != format!("{bare}{own}")) {
            return FileKind::PassedOver(Meant::Named(format!("{stem}{own}")));
        }
    }
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
            ("pages/about.en.md", FileKind::Page("about".into(), "en".into())),
            ("lists/jize-qts/dutys.yaml", FileKind::Stray(Some("duties.yaml".into()))),
            ("lists/jize-qts/items.csv", FileKind::Table("jize-qts".into())),
            ("lists/jize-qts/Item.csv", FileKind::Stray(Some("items.csv".into()))),
            ("lists/jize-qts/form.csv", FileKind::Foreign),
            ("lists/jize-qts/duties.csv", FileKind::PassedOver(Meant::Table)),
            ("lists/jize-qts/items.xlsx", FileKind::PassedOver(Meant::Table)),
            ("lists/质监局责任清单.xls", FileKind::PassedOver(Meant::Table)),
            ("lists/jize-qts/duties.doc", FileKind::PassedOver(Meant::Document)),
            ("lists/jize-qts/duties.yaml.txt", FileKind::PassedOver(Meant::Named("duties.yaml".into()))),
            ("lists/jize-qts/list.YAML", FileKind::PassedOver(Meant::Named("list.yaml".into()))),
            ("lists/jize-qts/items.csv.txt", FileKind::PassedOver(Meant::Named("items.csv".into()))),
            ("pages/about.zh.md.txt", FileKind::PassedOver(Meant::Named("about.zh.md".into()))),
            ("lists/jize-qts/scan.pdf", FileKind::Foreign),
            ("region.yaml", FileKind::Stray(Some("regions.yaml".into()))),
            ("site.yml", FileKind::Stray(Some("site.yaml".into()))),
            ("lists/notes.docx", FileKind::Foreign),
            ("lists/.~lock.list.yaml", FileKind::Foreign),
        ];
        for (path, expected) in cases {
            assert_eq!(kind(Path::new(path)), expected, "{path}");
        }
    }
}
