//! A file that has no place in the content in, with what else lies there; what it seems to be meant for, where that is missing,
//! out.
//!
//! `duties.json`, `.duties.yaml` and `duties.yaml.bak` are nobody's as long as `duties.yaml` lies beside them. Where it does not, what
//! they hold would be missed without a word.

use std::path::Path;

use super::layout::{EDITIONS, FileKind, Meant, PARTS, TABLE, TOP};
use super::project::is_of_a_project;
use super::translated;

/// What programs put behind the name of a copy, a download or an archive.
const COPIES: [&str; 17] = [
    "~",
    ".bak",
    ".old",
    ".orig",
    ".save",
    ".tmp",
    ".temp",
    ".swp",
    ".part",
    ".crdownload",
    ".gz",
    ".zip",
    ".rar",
    ".7z",
    ".rej",
    ".mine",
    ".asc",
];

/// Endings of what people keep beside a list and nobody takes for one.
const KEPT: [&str; 12] =
    [".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".svg", ".ofd", ".mp3", ".mp4"];

/// Endings of texts, of which every file of a folder may be one.
const TEXTS: [&str; 14] = [
    ".json", ".toml", ".txt", ".xml", ".yam", ".ymal", ".yaml_", ".html", ".htm", ".mdx", ".rst", ".rtf", ".doc",
    ".docx",
];

/// Whether a hidden file may stand for one of the content; locks and halves of files that systems leave do not.
pub(super) fn may_be_meant(name: &str) -> bool {
    let bare = name.strip_prefix('.').unwrap_or(name);
    let of_content = [".yaml", ".md", ".csv"].iter().any(|ending| bare.ends_with(ending));
    of_content && bare.starts_with(|c: char| c.is_alphanumeric())
}

/// Whether a hidden folder may be that of a list; those of programs hold no `list.yaml`.
pub(super) fn may_be_list(name: &str) -> bool {
    name.strip_prefix('.').is_some_and(|bare| bare.starts_with(|c: char| c.is_alphanumeric()))
}

/// What a file seems to be meant for by its path from the content folder, where no file is there that is.
pub(super) fn meant(path: &Path, is_there: &dyn Fn(&Path) -> bool) -> Option<FileKind> {
    let parts: Vec<&str> = path.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
    let (name, folder) = (*parts.last()?, path.parent()?);
    if is_of_a_project(name) || name.starts_with(".#") || name.starts_with("._") || name.starts_with("~$") {
        return None;
    }
    let bare = name.strip_prefix('.').unwrap_or(name).to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| bare.ends_with(ending));
    if ends(&KEPT) {
        return None;
    }
    let told = |own: String| {
        let is_copy =
            ends(&COPIES) || bare.rsplit('.').next().is_some_and(|end| end.bytes().all(|b| b.is_ascii_digit()));
        Some(if is_copy { FileKind::PassedOver(Meant::Copy(own)) } else { FileKind::Stray(Some(own)) })
    };
    match parts[..] {
        [_] => {
            let own = named(&bare, &TOP)?;
            if is_there(&folder.join(own)) { None } else { told(own.to_owned()) }
        }
        ["lists", hidden, name] if hidden.starts_with('.') => {
            let own = format!("lists/{}/list.yaml", hidden.trim_start_matches('.'));
            let is_told = name == "list.yaml" && !is_there(Path::new(&own));
            is_told.then_some(FileKind::PassedOver(Meant::Copy(own)))
        }
        ["lists", hidden, ..] if hidden.starts_with('.') => None,
        ["lists", _, _] | ["lists", _, EDITIONS, _, _] => {
            let own = named(&bare, &[&PARTS[..], &["list.yaml", translated::NAME]].concat())?;
            let also = if own == "items.yaml" { TABLE } else { own };
            let is_here = is_there(&folder.join(own)) || is_there(&folder.join(also));
            if is_here { None } else { told(own.to_owned()) }
        }
        ["laws", .., _] | ["lists", _, "regimes", _] | ["lists", _, EDITIONS, _, "regimes", _] => {
            each_is_read(name, &bare, ".yaml", folder, is_there)
        }
        ["pages", _] => each_is_read(name, &bare, ".md", folder, is_there),
        _ => None,
    }
}

/// The name of a file of the content that one begins with, followed by something that is no word.
fn named<'n>(bare: &str, names: &[&'n str]) -> Option<&'n str> {
    names.iter().copied().find(|own| {
        let stem = own.split('.').next().unwrap_or(own);
        let rest = bare.strip_prefix(stem);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric) || ["yaml", "yml"].contains(&rest))
    })
}

/// A file of a folder whose every file is read under one ending.
fn each_is_read(
    name: &str,
    bare: &str,
    ending: &str,
    folder: &Path,
    is_there: &dyn Fn(&Path) -> bool,
) -> Option<FileKind> {
    let visible = name.strip_prefix('.').unwrap_or(name);
    let stem = match visible.rsplit_once('.') {
        _ if visible.ends_with(ending) => visible.strip_suffix(ending)?,
        Some((_, "zh" | "en")) if ending == ".md" => visible,
        Some((stem, _)) if TEXTS.iter().any(|text| bare.ends_with(text)) => stem,
        None => visible,
        Some(_) => return None,
    };
    let own = format!("{stem}{ending}");
    let is_here = stem.is_empty() || own == name || is_there(&folder.join(&own));
    if is_here { None } else { Some(FileKind::PassedOver(Meant::Copy(own))) }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::layout::{FileKind, Meant};
    use super::meant;

    #[test]
    fn what_is_missing_is_looked_for_beside_its_place() {
        let told = |path: &str| meant(Path::new(path), &|_| false);
        for name in [
            ".duties.yaml",
            "duties",
            "duties.json",
            "duties.txt",
            "duties.toml",
            "duties.ymal",
            "Duties.Json",
            "duties,yaml",
            "dutiesyaml",
            "duties-yaml",
            "duties. yaml",
            "duties.yaml\u{200b}",
            "duties.yaml.docx",
        ] {
            let path = format!("lists/a/{name}");
            assert_eq!(told(&path), Some(FileKind::Stray(Some("duties.yaml".into()))), "{name}");
        }
        for name in ["duties.yaml.bak", "duties.yaml~", "duties.old", "duties.yaml.gz", "duties.yaml.1"] {
            let path = format!("lists/a/{name}");
            assert_eq!(told(&path), Some(FileKind::PassedOver(Meant::Copy("duties.yaml".into()))), "{name}");
        }
        for (path, own) in [
            ("laws/national", "national.yaml"),
            ("laws/national.json", "national.yaml"),
            ("laws/.national.yaml", "national.yaml"),
            ("lists/a/regimes/01.txt", "01.yaml"),
            ("pages/about.zh", "about.zh.md"),
            ("pages/about.zh.html", "about.zh.md"),
        ] {
            assert_eq!(told(path), Some(FileKind::PassedOver(Meant::Copy(own.into()))), "{path}");
        }
        for path in [
            "lists/a/duties.pdf",
            "lists/a/dutiesofold",
            "lists/a/.#duties.yaml",
            "lists/a/._duties.yaml",
            "lists/a/README",
            "laws/scan.pdf",
            "pages/logo.png",
            "notes/duties.json",
            "laws/LICENSE",
        ] {
            assert_eq!(told(path), None, "{path}");
        }
        assert_eq!(meant(Path::new("lists/a/duties.json"), &|path| path == Path::new("lists/a/duties.yaml")), None);
        assert_eq!(meant(Path::new("lists/a/items"), &|path| path == Path::new("lists/a/items.csv")), None);
    }
}
