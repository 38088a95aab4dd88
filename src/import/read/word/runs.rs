//! What stands in a paragraph of Word in; its text as a reader sees it, and what hangs on it, out.

use std::collections::BTreeMap;

use crate::import::document::UnreadKind;
use crate::import::read::xml::Node;

/// The text of a paragraph and what hangs on it.
#[derive(Default)]
pub(super) struct Runs<'n> {
    /// Its text.
    pub text: String,
    /// Comments on it, and notes at the foot of the page.
    pub notes: Vec<String>,
    /// Whether it has changes that are not yet accepted.
    pub changed: bool,
    /// What text boxes hold that hang on it.
    pub boxes: Vec<&'n Node<'n>>,
    /// What is no text.
    pub unread: Vec<UnreadKind>,
    /// Whether the codes of fields are being passed over: one for each field that is open.
    codes: Vec<bool>,
}

/// Comments and notes by their kind and number.
pub(super) type Notes = BTreeMap<(&'static str, String), String>;

impl<'n> Runs<'n> {
    /// Reads what stands in a paragraph.
    pub fn of(paragraph: &'n Node<'n>, notes: &mut Notes) -> Runs<'n> {
        let mut runs = Runs::default();
        runs.read(paragraph, notes);
        runs
    }

    fn read(&mut self, node: &'n Node<'n>, notes: &mut Notes) {
        for child in node.nodes() {
            match child.name {
                "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "instrText" | "delText" | "delInstrText" | "rt" | "rubyPr" => {}
                "t" => self.push(&child.text()),
                "tab" | "ptab" => self.push("\t"),
                "br" if matches!(child.get("type"), Some("page" | "column")) => {}
                "br" | "cr" => self.push("\n"),
                "noBreakHyphen" => self.push("-"),
                "sym" => self.push(&symbol(child)),
                // What was taken out is there until somebody accepts that.
                "del" | "moveFrom" => self.changed = true,
                "ins" | "moveTo" => {
                    self.changed = true;
                    self.read(child, notes);
                }
                "sdt" if is_placeholder(child) => {}
                "fldChar" => self.field(child),
                "footnoteReference" => self.note(("footnote", child.get("id")), notes),
                "endnoteReference" => self.note(("endnote", child.get("id")), notes),
                "commentReference" => self.note(("comment", child.get("id")), notes),
                // The same twice, for programs of two ages.
                "AlternateContent" => {
                    if let Some(choice) = child.child("Choice").or_else(|| child.child("Fallback")) {
                        self.read(choice, notes);
                    }
                }
                "drawing" | "pict" => self.drawn(child),
                "object" => self.unread.push(UnreadKind::Object),
                _ => self.read(child, notes),
            }
        }
    }

    fn push(&mut self, text: &str) {
        if !self.codes.contains(&true) {
            self.text.push_str(text);
        }
    }

    fn note(&mut self, (kind, id): (&'static str, Option<&str>), notes: &mut Notes) {
        // A note is told once, however often a file calls it.
        let text = id.and_then(|id| notes.remove(&(kind, id.to_owned())));
        self.notes.extend(text.filter(|text| !text.is_empty()));
    }

    /// The start, the middle or the end of a field: its code stands before the middle, what it shows behind.
    fn field(&mut self, node: &Node) {
        match node.get("fldCharType") {
            Some("begin") => {
                if let Some(ticked) = node.find(&["ffData", "checkBox"]) {
                    let state = ticked.child("checked").or_else(|| ticked.child("default"));
                    let on = state.is_some_and(|node| node.get("val").is_none() || node.flag("val"));
                    self.push(if on { "☑" } else { "☐" });
                }
                self.codes.push(true);
            }
            Some("separate") => self.codes.last_mut().into_iter().for_each(|code| *code = false),
            _ => drop(self.codes.pop()),
        }
    }

    /// A drawing: text boxes in it are text, everything else is not.
    fn drawn(&mut self, node: &'n Node<'n>) {
        let before = self.boxes.len();
        let mut kinds = Vec::new();
        self.shapes(node, &mut kinds);
        if self.boxes.len() == before {
            self.unread.extend(kinds.first());
        } else {
            self.unread.extend(kinds);
        }
    }

    fn shapes(&mut self, node: &'n Node<'n>, kinds: &mut Vec<UnreadKind>) {
        for child in node.nodes() {
            match child.name {
                "txbxContent" => self.boxes.push(child),
                "pic" | "imagedata" => kinds.push(UnreadKind::Picture),
                "chart" => kinds.push(UnreadKind::Chart),
                "relIds" | "OLEObject" => kinds.push(UnreadKind::Object),
                "AlternateContent" => {
                    if let Some(choice) = child.child("Choice").or_else(|| child.child("Fallback")) {
                        self.shapes(choice, kinds);
                    }
                }
                _ => self.shapes(child, kinds),
            }
        }
    }
}

/// Whether a content control shows what is to be filled in, and nothing was.
pub(super) fn is_placeholder(control: &Node) -> bool {
    let shown = control.child("sdtPr").and_then(|node| node.child("showingPlcHdr"));
    shown.is_some_and(|node| node.get("val").is_none() || node.flag("val"))
}

/// A character of a font of symbols: ticks and boxes as such, others as they are.
fn symbol(node: &Node) -> String {
    let code = node.get("char").and_then(|code| u32::from_str_radix(code, 16).ok()).unwrap_or(0);
    let font = node.get("font").unwrap_or_default();
    let code = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let known = match (font, code) {
        ("Wingdings 2", 0x52 | 0x54) | ("Wingdings", 0xfe) => "☑",
        ("Wingdings 2", 0x51 | 0x53) | ("Wingdings", 0xfd) => "☒",
        ("Wingdings 2", 0xa3 | 0x2a) | ("Wingdings", 0xa8 | 0x6f | 0x71) => "☐",
        ("Wingdings 2", 0x50) | ("Wingdings", 0xfc) => "✓",
        ("Wingdings 2", 0x4f) | ("Wingdings", 0xfb) => "✗",
        ("Wingdings", 0x6c | 0x9f) | ("Symbol", 0xb7) => "•",
        _ => "",
    };
    if known.is_empty() { char::from_u32(code).map(String::from).unwrap_or_default() } else { known.to_owned() }
}
