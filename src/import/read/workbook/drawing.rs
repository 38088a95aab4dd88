//! What is drawn on a sheet, in XML, in; the texts of its text boxes, and what is no text, out.

use crate::import::document::{Document, Unread, UnreadKind, column_name};
use crate::import::read::encoding::clean;
use crate::import::read::package::Package;
use crate::import::read::refusal::Refusal;
use crate::import::read::xml::{Node, Xml};

/// Reads what is drawn on a sheet.
pub(super) fn read(package: &mut Package, part: &str, sheet: &str, document: &mut Document) -> Result<(), Refusal> {
    let Some(text) = package.part(part)? else { return Ok(()) };
    let mut xml = Xml::new(&text);
    while let Some(anchor) = xml.next(&["twoCellAnchor", "oneCellAnchor", "absoluteAnchor"])? {
        let at = |name: &str| anchor.find(&["from", name]).and_then(|node| node.text().trim().parse::<u32>().ok());
        let place = match (at("row"), at("col")) {
            (Some(row), Some(column)) => format!("{sheet}!{}{}", column_name(column), u64::from(row) + 1),
            _ => sheet.to_owned(),
        };
        shapes(&anchor, &place, document);
    }
    Ok(())
}

fn shapes(node: &Node, place: &str, document: &mut Document) {
    for shape in node.nodes() {
        let mut unread = |what| document.unread.push(Unread { place: place.to_owned(), what });
        match shape.name {
            "pic" => unread(UnreadKind::Picture),
            "graphicFrame" if shape.below("chart").is_some() => unread(UnreadKind::Chart),
            "graphicFrame" => unread(UnreadKind::Object),
            "sp" | "cxnSp" => {
                let lines = shape.child("txBody").into_iter().flat_map(|body| body.all("p")).map(paragraph);
                let text = clean(&lines.collect::<Vec<_>>().join("\n"));
                if !text.is_empty() {
                    document.add_paragraph(text, None);
                }
            }
            "grpSp" => shapes(shape, place, document),
            // The same twice, for programs of two ages.
            "AlternateContent" => {
                if let Some(choice) = shape.child("Choice").or_else(|| shape.child("Fallback")) {
                    shapes(choice, place, document);
                }
            }
            _ => {}
        }
    }
}

fn paragraph(node: &Node) -> String {
    let mut text = String::new();
    for run in node.nodes() {
        match run.name {
            "r" | "fld" => run.all("t").for_each(|part| text.push_str(&part.text())),
            "br" => text.push('\n'),
            _ => {}
        }
    }
    text
}
