//! What records are made with: the registers, the names given out so far, and what rows of every kind have in common.

use crate::cite::Reader;
use crate::i18n::syllables;
use crate::import::record::{Row, Value};
use crate::model::{Basis, Id, Model, Source, Text};

use super::bases::cited;
use super::names::Slugs;
use super::names_in_cells::split;
use super::topics::Topics;

/// What records are made with.
pub struct Maker<'m> {
    /// The content that the list goes into.
    pub model: &'m Model,
    /// Reads citations.
    pub reader: &'m Reader,
    /// Suggests topics.
    pub topics: Topics<'m>,
    /// Names of places that may stand before the name of a department.
    pub places: Vec<String>,
    /// Offices of the list.
    pub offices: Slugs,
    /// Bodies of the list that are not its agency.
    pub bodies: Slugs,
    /// Departments that no register has.
    pub departments: Slugs,
    /// Ids of the parts of the documents.
    pub parts: Vec<(Id, Id)>,
    /// Whether a source names its file.
    pub several_files: bool,
}

/// A text in Chinese.
pub fn zh(text: &str) -> Text {
    Text::zh(text)
}

impl Maker<'_> {
    /// Where a row is printed.
    pub fn source(&self, row: &Row) -> Source {
        let (file, part) = self.parts.get(row.part).cloned().unwrap_or_default();
        let file = Some(file).filter(|_| self.several_files);
        Source { file, part, row: Some(format!("第{}行", row.line)), note: None }
    }

    /// The offices under a key of a row.
    pub fn office_ids(&mut self, row: &Row, key: &str) -> Vec<Id> {
        let mut ids: Vec<Id> = Vec::new();
        for value in row.fresh(key) {
            for name in split(&value.text) {
                let id = self.offices.of(&name);
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        ids
    }

    /// What cells cite; what they say beside goes into the notes, with the label.
    pub fn bases<'v>(&self, values: impl Iterator<Item = &'v Value>, label: &str, notes: &mut Vec<Text>) -> Vec<Basis> {
        let mut bases = Vec::new();
        for value in values {
            let found = cited(self.model, self.reader, &value.text);
            bases.extend(found.bases);
            notes.extend(found.rest.map(|rest| zh(&format!("{label}：{}", rest.replace('\n', "；")))));
        }
        bases
    }
}

/// What a row says under headings that have no key, and in its column of remarks.
pub fn notes(row: &Row, also: &[&str]) -> Vec<Text> {
    let is_note = |value: &&Value| value.fresh && !value.text.is_empty() && matches!(&*value.key, "" | "note");
    let mut notes: Vec<Text> = row.values.iter().filter(is_note).map(with_heading).collect();
    for value in row.values.iter().filter(|value| value.fresh && also.contains(&&*value.key) && !value.text.is_empty())
    {
        let plain = matches!(&*value.lower, "备注" | "说明" | "附注" | "");
        notes.push(if plain { zh(&value.text) } else { with_heading(value) });
    }
    notes
}

/// A value with its heading, as a note.
pub fn with_heading(value: &Value) -> Text {
    let text = value.text.replace('\n', "；");
    zh(&if value.heading.is_empty() { text } else { format!("{}：{text}", value.heading) })
}

/// The figures of a number, or its reading, for an id.
pub fn figure(number: &str) -> String {
    let figures = Id::of_number(number);
    if !figures.is_empty() {
        return figures;
    }
    let letters: String = syllables(number).into_iter().filter_map(|(_, syllable)| syllable).collect();
    if letters.is_empty() { Id::words(number) } else { letters }
}
