//! A document of Word since 2007 in, its paragraphs and tables in order out.

mod figures;
mod numbering;
mod runs;
mod table;

use self::numbering::Numbering;
use self::runs::{Notes, Runs, is_placeholder};
use super::encoding::clean;
use super::grid::Spent;
use super::package::{Package, Relation, of_kind};
use super::refusal::Refusal;
use super::xml::{Node, Xml};
use crate::import::document::{Block, Document, Paragraph, Unread, UnreadKind};

/// Elements that a document has one after the other.
const BLOCKS: [&str; 11] =
    ["p", "tbl", "sdt", "customXml", "smartTag", "ins", "del", "moveFrom", "moveTo", "AlternateContent", "altChunk"];

/// A document that is being read.
pub(super) struct Word {
    numbering: Numbering,
    notes: Notes,
    document: Document,
    paragraphs: u32,
    tables: u32,
    spent: Spent,
}

/// Reads a document.
pub(super) fn read(mut package: Package) -> Result<Document, Refusal> {
    let main = of_kind(&package.relations("")?, "officeDocument").unwrap_or("word/document.xml").to_owned();
    let text = package.part(&main)?.ok_or(Refusal::Damaged)?;
    let relations = package.relations(&main)?;
    let mut part = |kind: &str| match of_kind(&relations, kind) {
        Some(name) => package.part(name),
        None => Ok(None),
    };
    let numbering = Numbering::read(part("numbering")?, part("styles")?)?;
    let mut notes = Notes::new();
    for (kind, name, element) in
        [("footnotes", "footnote", "footnote"), ("endnotes", "endnote", "endnote"), ("comments", "comment", "comment")]
    {
        read_notes(&part(kind)?.unwrap_or_default(), name, element, &mut notes)?;
    }
    let mut word =
        Word { numbering, notes, document: Document::default(), paragraphs: 0, tables: 0, spent: Spent::default() };
    let mut xml = Xml::new(&text);
    while let Some(node) = xml.next(&BLOCKS)? {
        word.block(&node)?;
    }
    word.heads(&mut package, &relations)?;
    Ok(word.document)
}

/// Notes at the foot of pages, at the end, and comments. The lines that part them from the text have a type.
fn read_notes(text: &str, kind: &'static str, element: &str, notes: &mut Notes) -> Result<(), Refusal> {
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next(&[element])? {
        if let Some(id) = node.get("id").filter(|_| node.get("type").is_none_or(|kind| kind == "normal")) {
            notes.insert((kind, id.to_owned()), clean(&lines(&node)));
        }
    }
    Ok(())
}

/// The text of all paragraphs in an element.
fn lines(node: &Node) -> String {
    let mut none = Notes::new();
    let mut text = String::new();
    for child in node.nodes() {
        let part = if child.name == "p" { Runs::of(child, &mut none).text } else { lines(child) };
        if !part.trim().is_empty() {
            text.push_str(&part);
            text.push('\n');
        }
    }
    text
}

impl Word {
    /// A paragraph, a table, or what holds several of them.
    fn block(&mut self, node: &Node) -> Result<(), Refusal> {
        match node.name {
            "p" => self.paragraph(node),
            "tbl" => self.table(node),
            "sdt" if is_placeholder(node) => Ok(()),
            "sdt" => node.all("sdtContent").try_for_each(|content| self.all(content)),
            "customXml" | "smartTag" | "ins" | "moveTo" => self.all(node),
            "AlternateContent" => match node.child("Choice").or_else(|| node.child("Fallback")) {
                Some(choice) => self.all(choice),
                None => Ok(()),
            },
            "altChunk" => {
                let place = format!("第{}段", self.paragraphs + 1);
                self.document.unread.push(Unread { place, what: UnreadKind::Object });
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn all(&mut self, node: &Node) -> Result<(), Refusal> {
        node.nodes().try_for_each(|child| self.block(child))
    }

    fn paragraph(&mut self, node: &Node) -> Result<(), Refusal> {
        let runs = self.numbered(node);
        let number = self.paragraphs + 1;
        let place = format!("第{number}段");
        self.document.unread.extend(runs.unread.iter().map(|what| Unread { place: place.clone(), what: *what }));
        let text = clean(&runs.text);
        if !text.is_empty() {
            self.paragraphs = number;
            let comment = Some(runs.notes.join("\n")).filter(|text| !text.is_empty());
            self.document.blocks.push(Block::Paragraph(Paragraph { line: number, text, comment }));
        }
        runs.boxes.iter().try_for_each(|content| self.all(content))
    }

    /// A paragraph with the number that Word shows before it.
    fn numbered<'n>(&mut self, node: &'n Node<'n>) -> Runs<'n> {
        let mut runs = Runs::of(node, &mut self.notes);
        let properties = node.child("pPr");
        // A paragraph that was taken out whole is counted no more.
        let gone = properties.and_then(|node| node.find(&["rPr", "del"])).is_some() && runs.text.is_empty();
        if !gone {
            let label = self.numbering.next(properties);
            if !label.is_empty() {
                runs.text = format!("{label}{}", runs.text.trim_start());
            }
        }
        runs
    }

    /// What stands at the head and the foot of every page, beside page numbers: once, at the end.
    fn heads(&mut self, package: &mut Package, relations: &[Relation]) -> Result<(), Refusal> {
        let mut seen = Vec::new();
        for relation in relations.iter().filter(|relation| matches!(&*relation.kind, "header" | "footer")) {
            let text = package.part(&relation.target)?.unwrap_or_default();
            let mut xml = Xml::new(&text);
            while let Some(node) = xml.next(&BLOCKS)? {
                let text = clean(&if node.name == "p" { Runs::of(&node, &mut self.notes).text } else { lines(&node) });
                if text.chars().any(|c| c.is_alphabetic() && !"第共页頁码張张pageofPAGEOF".contains(c))
                    && !seen.contains(&text)
                {
                    self.paragraphs += 1;
                    let paragraph = Paragraph { line: self.paragraphs, text: text.clone(), comment: None };
                    self.document.blocks.push(Block::Paragraph(paragraph));
                    seen.push(text);
                }
            }
        }
        Ok(())
    }
}
