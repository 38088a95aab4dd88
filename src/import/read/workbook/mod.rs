//! A workbook of Excel since 2007 in, its sheets out.

mod drawing;
mod sheet;
mod strings;
mod styles;

use self::sheet::Book;
use super::package::{Package, of_id, of_kind};
use super::refusal::Refusal;
use super::xml::root;
use crate::import::document::{Document, Unread, UnreadKind};

/// Reads a workbook.
pub(super) fn read(mut package: Package) -> Result<Document, Refusal> {
    let main = of_kind(&package.relations("")?, "officeDocument").unwrap_or("xl/workbook.xml").to_owned();
    let text = package.part(&main)?.ok_or(Refusal::Damaged)?;
    let workbook = root(&text, "workbook")?;
    let relations = package.relations(&main)?;
    let strings = match of_kind(&relations, "sharedStrings") {
        Some(part) => strings::read(&package.part(part)?.unwrap_or_default())?,
        None => Vec::new(),
    };
    let formats = match of_kind(&relations, "styles") {
        Some(part) => styles::read(&package.part(part)?.unwrap_or_default())?,
        None => Vec::new(),
    };
    let from_1904 = workbook.child("workbookPr").is_some_and(|node| node.flag("date1904"));
    let book = Book { strings, formats, from_1904, spent: std::cell::Cell::default() };
    let mut document = Document::default();
    let mut found = false;
    for entry in workbook.child("sheets").into_iter().flat_map(|sheets| sheets.all("sheet")) {
        let name = entry.get("name").unwrap_or_default();
        let hidden = matches!(entry.get("state"), Some("hidden" | "veryHidden"));
        let Some(relation) = entry.get("id").and_then(|id| of_id(&relations, id)) else { continue };
        found = true;
        match relation.kind.as_str() {
            "worksheet" => sheet::read(&mut package, &relation.target, name, hidden, &book, &mut document)?,
            "chartsheet" => document.unread.push(Unread { place: name.to_owned(), what: UnreadKind::Chart }),
            _ => document.unread.push(Unread { place: name.to_owned(), what: UnreadKind::Object }),
        }
    }
    if !found {
        return Err(Refusal::Damaged);
    }
    Ok(document)
}
