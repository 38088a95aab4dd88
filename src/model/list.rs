//! A responsibility list: header, sources, offices, and its five collections.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::duty::Duty;
use super::id::Id;
use super::matter::Matter;
use super::mechanism::MechanismEntry;
use super::regime::Regime;
use super::service::Service;
use super::text::Text;
use super::vocabulary::{Collection, OfficeKind};

/// One responsibility list, as `list.yaml` (header alone) or a single file (with its collections) holds it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Id of the list, the name of its folder or file.
    pub id: Id,
    /// Slug of the region, or the code of a county of the country.
    pub region: Id,
    /// Name of the publishing agency.
    pub agency: Text,
    /// Title of the list.
    pub title: Text,
    /// Edition as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// Day the form was filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compiled: Option<Date>,
    /// Day of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Day from which the list holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// Id of the list that this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<Id>,
    /// Phones printed for the list as a whole.
    #[serde(default)]
    pub phones: Vec<String>,
    /// The documents it was taken from.
    pub sources: Vec<SourceDocument>,
    /// Offices of the agency.
    #[serde(default)]
    pub offices: Vec<Office>,
    /// Parts that the document prints as empty.
    #[serde(default)]
    pub empty_parts: Vec<EmptyPart>,
    /// Remarks on the list as a whole; inline Markdown.
    #[serde(default)]
    pub notes: Vec<Text>,
    /// Main duties.
    #[serde(default)]
    pub duties: Vec<Duty>,
    /// Boundary matters.
    #[serde(default)]
    pub boundaries: Vec<Matter>,
    /// Public services.
    #[serde(default)]
    pub services: Vec<Service>,
    /// Supervision regimes.
    #[serde(default)]
    pub regimes: Vec<Regime>,
    /// Accountability mechanism.
    #[serde(default)]
    pub mechanism: Vec<MechanismEntry>,
}

impl List {
    /// The office with this slug.
    pub fn office(&self, slug: &str) -> Option<&Office> {
        self.offices.iter().find(|office| &*office.slug == slug)
    }

    /// The document a record's source names; the only one where the record names none.
    pub fn document(&self, file: Option<&Id>) -> Option<&SourceDocument> {
        match file {
            Some(file) => self.sources.iter().find(|document| document.id == *file),
            None if self.sources.len() == 1 => self.sources.first(),
            None => None,
        }
    }

    /// The most telling date of the list: published, else compiled, else valid from.
    pub fn date(&self) -> Option<Date> {
        self.published.or(self.compiled).or(self.valid_from)
    }
}

/// The rest of a list kept as a folder: each file gives one or more collections.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListPart {
    /// Main duties.
    #[serde(default)]
    pub duties: Vec<Duty>,
    /// Boundary matters.
    #[serde(default)]
    pub boundaries: Vec<Matter>,
    /// Public services.
    #[serde(default)]
    pub services: Vec<Service>,
    /// Accountability mechanism.
    #[serde(default)]
    pub mechanism: Vec<MechanismEntry>,
}

/// A document that a list was taken from.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceDocument {
    /// Id of the document in the list.
    pub id: Id,
    /// Title of the document.
    pub title: Text,
    /// File name of the document or of its extract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Where the document is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Parts of the document that records name.
    pub parts: Vec<DocumentPart>,
}

/// A part of a document, with its heading as printed.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentPart {
    /// Id of the part in the document.
    pub id: Id,
    /// Heading of the part.
    pub title: Text,
}

/// An office of the publishing agency.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Id of the office in the list.
    pub slug: Id,
    /// Name as printed.
    pub name: Text,
    /// What it is.
    pub kind: OfficeKind,
    /// Phones, exactly as printed.
    #[serde(default)]
    pub phones: Vec<String>,
    /// Other forms of the name that the document prints.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// A remark; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A part of the list that the document prints as empty.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EmptyPart {
    /// Which collection is empty.
    pub collection: Collection,
    /// The word that stands there.
    pub as_printed: String,
    /// A remark; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
