//! A list: header, sources, offices, bodies, sections, and its collections of records.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::account::{Account, Procedure};
use super::date::Date;
use super::duty::Duty;
use super::formerly::Formerly;
use super::id::Id;
use super::ids::{AccountId, BodyId, ProcedureId, SectionId};
use super::item::Item;
use super::list_words::{Coverage, ListKind, ListStatus};
use super::matter::Matter;
use super::mechanism::MechanismEntry;
use super::phone::Phone;
use super::regime::Regime;
use super::section::{Defaults, Section};
use super::service::Service;
use super::text::Text;
use super::vocabulary::{Collection, OfficeKind};
use super::waiver::Waiver;

/// One list, as `list.yaml` (header alone) or a single file (with its collections) holds it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Id of the list, the name of its folder or file.
    pub id: Id,
    /// Ids that it had before, so that their addresses lead here.
    #[serde(default, skip_serializing_if = "Formerly::is_none")]
    pub formerly: Formerly,
    /// Slug of the region, or the code of a county of the country.
    pub region: Id,
    /// What kind of list it is.
    #[serde(default = "responsibilities")]
    pub kind: ListKind,
    /// Slug of the kind of department that publishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Id>,
    /// Whose list it is.
    #[serde(default = "department")]
    pub covers: Coverage,
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
    /// Day from which the list no longer holds, where it was made for a period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// Whether it holds, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ListStatus>,
    /// Whether it was published for trial (试行).
    #[serde(default)]
    pub trial: bool,
    /// Number of the document that published it (文号), as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_number: Option<String>,
    /// Index number of open government information (索引号), as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index_number: Option<String>,
    /// Bodies that issued it together with the agency, as printed.
    #[serde(default)]
    pub issuers: Vec<Text>,
    /// The meeting or body that adopted it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted_by: Option<Text>,
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
    /// Bodies other than the agency that have duties or items of the list.
    #[serde(default)]
    pub bodies: Vec<Body>,
    /// Parts that the document prints as empty.
    #[serde(default)]
    pub empty_parts: Vec<EmptyPart>,
    /// Parts that the document has and nobody has entered yet.
    #[serde(default)]
    pub not_entered: Vec<Collection>,
    /// Parts that the document does not have.
    #[serde(default)]
    pub absent_parts: Vec<Collection>,
    /// Remarks on the list as a whole; inline Markdown.
    #[serde(default)]
    pub notes: Vec<Text>,
    /// What rules find in the list and what is right nevertheless.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<Waiver>,
    /// The form of the codes of its catalogue: `0` stands for a digit, `A` for a capital letter, anything else for itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_form: Option<String>,
    /// What its items inherit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub defaults: Option<Defaults>,
    /// Printed headings over its items.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// Stages that hold for many items.
    #[serde(default)]
    pub procedures: Vec<Procedure>,
    /// Accountability that holds for many items.
    #[serde(default)]
    pub accounts: Vec<Account>,
    /// Items.
    #[serde(default)]
    pub items: Vec<Item>,
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

fn responsibilities() -> ListKind {
    ListKind::Responsibilities
}

fn department() -> Coverage {
    Coverage::Department
}

impl List {
    /// How many records a collection has.
    pub fn count(&self, collection: Collection) -> usize {
        match collection {
            Collection::Duties => self.duties.len(),
            Collection::Items => self.items.len(),
            Collection::Boundaries => self.boundaries.len(),
            Collection::Services => self.services.len(),
            Collection::Regimes => self.regimes.len(),
            Collection::Mechanism => self.mechanism.len(),
        }
    }

    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<SectionId> {
        SectionId::find(self, |section| &*section.id == id)
    }

    /// The body with this slug.
    pub fn body(&self, slug: &str) -> Option<BodyId> {
        BodyId::find(self, |body| &*body.slug == slug)
    }

    /// The procedure with this id.
    pub fn procedure(&self, id: &str) -> Option<ProcedureId> {
        ProcedureId::find(self, |procedure| &*procedure.id == id)
    }

    /// The account with this id.
    pub fn account(&self, id: &str) -> Option<AccountId> {
        AccountId::find(self, |account| &*account.id == id)
    }

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

    /// Which day that is, as the key is called.
    pub fn dated(&self) -> Option<&'static str> {
        let days = [("published", self.published), ("compiled", self.compiled), ("valid_from", self.valid_from)];
        days.into_iter().find(|(_, day)| day.is_some()).map(|(key, _)| key)
    }
}

/// The rest of a list kept as a folder: each file gives one or more collections.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListPart {
    /// Items.
    #[serde(default)]
    pub items: Vec<Item>,
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
    /// Ids that it had before, so that their addresses lead here.
    #[serde(default, skip_serializing_if = "Formerly::is_none")]
    pub formerly: Formerly,
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

/// A body that has duties or items of the list and is not the agency.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Id of the body in the list.
    pub slug: Id,
    /// Name as printed.
    pub name: Text,
    /// Slug of its kind of department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Id>,
    /// Phones, exactly as printed.
    #[serde(default)]
    pub phones: Vec<Phone>,
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
