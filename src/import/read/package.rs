//! A zip in, its parts as text out, none of them larger than a machine of an office bears.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::encoding::decode_xml;
use super::refusal::Refusal;
use super::xml::Xml;

/// Bytes that the parts of a file may have unpacked, all together. A table of a million cells stays below.
const MOST_BYTES: u64 = 64 << 20;

/// A file made of parts, as Excel, Word and LibreOffice write it.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Where each part is, by its name in small letters: some programs write `xl\Workbook.xml`.
    parts: BTreeMap<String, usize>,
    left: u64,
}

/// What a part says of another.
pub(super) struct Relation {
    /// How the part calls it.
    pub id: String,
    /// What it is, the last word of its type: `worksheet`, `comments`.
    pub kind: String,
    /// The name of the other part.
    pub target: String,
}

impl<'a> Package<'a> {
    /// Opens a file.
    pub fn open(bytes: &'a [u8]) -> Result<Package<'a>, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
        let mut parts = BTreeMap::new();
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index) {
                parts.entry(key(&name)).or_insert(index);
            }
        }
        Ok(Package { archive, parts, left: MOST_BYTES })
    }

    /// Whether there is a part.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&key(name))
    }

    /// The names of the parts, in small letters.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// The text of a part, or nothing where there is none of that name.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(&index) = self.parts.get(&key(name)) else { return Ok(None) };
        let encrypted = self.archive.by_index_data(index).is_ok_and(|entry| entry.encrypted());
        let file = self.archive.by_index(index);
        let mut file = file.map_err(|_| if encrypted { Refusal::Protected } else { Refusal::Damaged })?;
        if file.size() > self.left {
            return Err(Refusal::TooLarge);
        }
        let mut bytes = Vec::new();
        let read = (&mut file).take(self.left + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Damaged)?;
        self.left = self.left.checked_sub(read as u64).ok_or(Refusal::TooLarge)?;
        decode_xml(bytes).map(Some)
    }

    /// What a part says of others; the empty name is that of the whole file.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Refusal> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
        let Some(text) = self.part(&name)? else { return Ok(Vec::new()) };
        let mut xml = Xml::new(&text);
        let mut relations = Vec::new();
        while let Some(node) = xml.next(&["Relationship"])? {
            let (Some(id), Some(kind), Some(target)) = (node.get("Id"), node.get("Type"), node.get("Target")) else {
                continue;
            };
            if node.get("TargetMode") != Some("External") {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id: id.to_owned(), kind, target: resolve(folder, target) });
            }
        }
        Ok(relations)
    }
}

/// The first of the parts of a kind.
pub(super) fn of_kind<'r>(relations: &'r [Relation], kind: &str) -> Option<&'r str> {
    relations.iter().find(|relation| relation.kind == kind).map(|relation| &*relation.target)
}

/// The part that an id stands for.
pub(super) fn of_id<'r>(relations: &'r [Relation], id: &str) -> Option<&'r Relation> {
    relations.iter().find(|relation| relation.id == id)
}

fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// A target as seen from a folder: `../media/a.png` in `xl/drawings` is `xl/media/a.png`.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let from = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_seen_from_their_folder() {
        assert_eq!(resolve("xl/worksheets", "../drawings/drawing1.xml"), "xl/drawings/drawing1.xml");
        assert_eq!(resolve("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolve("", "word/document.xml"), "word/document.xml");
        assert_eq!(resolve("xl", "..\\..\\a.xml"), "a.xml");
    }
}
