//! The files of a site in, the text of its marker out, and back: what Qingdan made, so that all else is left alone.

#![expect(clippy::disallowed_methods, reason = "publish is the stage that writes files")]

use std::fs;
use std::path::Path;

use crate::diag::Failure;

/// Written into every site that Qingdan makes.
pub(super) const MARKER: &str = ".qingdan";

/// What the marker says to somebody who opens it.
const TEXT: &str = "This folder is made by qingdan. Every build replaces the files below; what else lies here is kept.\n\
                    本目录由 qingdan 生成。每次构建替换下列文件，其他文件保留。\n";

/// Stands above the files; a marker without it was written by a version that kept no list.
const BEGIN: &str = "# files 1";

/// Stands below them, so that a list that was cut short is not taken for a whole one.
const END: &str = "# end";

/// Paths of files from the root of a site, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest(Vec<Box<str>>);

impl Manifest {
    /// Takes paths in any order.
    pub fn new(mut files: Vec<Box<str>>) -> Manifest {
        files.sort_unstable();
        files.dedup();
        Manifest(files)
    }

    /// The manifest in the marker of a site; `None` where there is no marker, or none with a list.
    pub fn read(site: &Path) -> Result<Option<Manifest>, Failure> {
        let path = site.join(MARKER);
        match fs::read(&path) {
            Ok(bytes) => Ok(Manifest::parse(&String::from_utf8_lossy(&bytes))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::Read { path, error }),
        }
    }

    /// The manifest in the text of a marker; `None` where it has none.
    pub fn parse(text: &str) -> Option<Manifest> {
        let mut lines = text.lines().skip_while(|line| *line != BEGIN).skip(1);
        let mut files = Vec::new();
        let mut open: Vec<String> = Vec::new();
        loop {
            let line = lines.next()?;
            if line == END {
                return Some(Manifest::new(files));
            }
            let name = line.trim_start_matches('\t');
            open.truncate(line.len() - name.len());
            match name.strip_suffix('/') {
                Some(folder) => open.push(plain(folder)?),
                None => files.push(open.iter().map(|folder| format!("{folder}/")).chain([plain(name)?]).collect()),
            }
        }
    }

    /// Every path, sorted.
    pub fn files(&self) -> &[Box<str>] {
        &self.0
    }

    /// Whether a file is among them.
    pub fn has(&self, path: &str) -> bool {
        self.0.binary_search_by(|have| (**have).cmp(path)).is_ok()
    }

    /// The files below a folder.
    pub fn below(&self, folder: &str) -> &[Box<str>] {
        let inside = format!("{folder}/");
        let from = self.0.partition_point(|have| **have < *inside);
        let count = self.0[from..].partition_point(|have| have.starts_with(&inside));
        &self.0[from..from + count]
    }

    /// The text of a marker: a line a file or folder, each indented below the folder it is in.
    pub fn text(&self) -> String {
        let mut text = format!("{TEXT}{BEGIN}\n");
        let mut open: Vec<&str> = Vec::new();
        for path in &self.0 {
            let mut parts: Vec<&str> = path.split('/').collect();
            let name = parts.pop().unwrap_or_default();
            let common = open.iter().zip(&parts).take_while(|(a, b)| a == b).count();
            for (depth, folder) in parts.iter().enumerate().skip(common) {
                line(&mut text, depth, folder, "/");
            }
            line(&mut text, parts.len(), name, "");
            open = parts;
        }
        text + END + "\n"
    }
}

fn line(text: &mut String, depth: usize, name: &str, after: &str) {
    text.extend(std::iter::repeat_n('\t', depth));
    for character in name.chars() {
        if character.is_control() || matches!(character, '%' | '#') {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                text.push_str(&format!("%{byte:02X}"));
            }
        } else {
            text.push(character);
        }
    }
    text.push_str(after);
    text.push('\n');
}

/// The name that a line stands for.
fn plain(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push((high * 16 + low) as u8);
        } else {
            bytes.push(byte);
        }
    }
    // A path that leads out of the site is in no list that we wrote.
    String::from_utf8(bytes).ok().filter(|name| !name.is_empty() && name != ".." && !name.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    fn manifest(files: &[&str]) -> Manifest {
        Manifest::new(files.iter().map(|file| (*file).into()).collect())
    }

    #[test]
    fn reads_what_it_wrote() {
        let files = manifest(&["index.html", "a/b/x.html", "a-b/x", "a/y", "清单/100%/# x\ty", ".well-known/z", "#"]);
        assert_eq!(Manifest::parse(&files.text()), Some(files.clone()));
        assert_eq!(Manifest::parse(&manifest(&[]).text()), Some(manifest(&[])));
        assert!(files.has("a/y") && !files.has("a/b") && !files.has("a"));
        assert_eq!(files.below("a").len(), 2);
        assert_eq!(files.below("a/b").len(), 1);
        assert!(files.below("index.html").is_empty());
    }

    #[test]
    fn a_list_cut_short_is_none() {
        let text = manifest(&["a/x", "b/y"]).text();
        assert_eq!(Manifest::parse(&text[..text.len() - 2]), None);
        assert_eq!(Manifest::parse("This folder is made by qingdan and replaced whole by every build.\n"), None);
        assert_eq!(Manifest::parse("# files 1\n../\n\tx\n# end\n"), None);
    }
}
