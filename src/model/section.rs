//! Printed headings over the items of a list, and what items inherit from them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::Id;
use super::list_words::{ItemRole, PowerType};
use super::text::Text;

/// A printed heading over items.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Id in the list.
    pub id: Id,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The heading.
    pub title: Text,
    /// Id of the section that it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Id>,
    /// How many items the paper says that it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Which part of a township's list it is; inherited by its items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<ItemRole>,
    /// Type of power.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub power_type: Option<PowerType>,
    /// The word that the paper prints for the type, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_as_printed: Option<String>,
    /// Slugs of topics.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// Slugs of offices.
    #[serde(default)]
    pub offices: Vec<Id>,
    /// Slug of the body that has the items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Id>,
    /// Id of the procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Id>,
    /// Ids of accounts.
    #[serde(default)]
    pub accounts: Vec<Id>,
    /// Id of the part of the document that prints them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Id>,
    /// A remark; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// What items inherit, unless they say otherwise.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Defaults {
    /// Type of power.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub power_type: Option<PowerType>,
    /// The word that the paper prints for the type, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_as_printed: Option<String>,
    /// Slugs of topics.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// Slugs of offices.
    #[serde(default)]
    pub offices: Vec<Id>,
    /// Slug of the body that has the items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Id>,
    /// Id of the procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Id>,
    /// Ids of accounts.
    #[serde(default)]
    pub accounts: Vec<Id>,
    /// Id of the part of the document that prints them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Id>,
}

/// What a section or a list hands down, whichever of them it is.
#[derive(Clone, Copy, Debug)]
pub struct Handed<'a> {
    /// Type of power.
    pub power_type: Option<PowerType>,
    /// The word that the paper prints for the type.
    pub type_as_printed: Option<&'a String>,
    /// Slugs of topics.
    pub topics: &'a [Id],
    /// Slugs of offices.
    pub offices: &'a [Id],
    /// Slug of the body that has the items.
    pub body: Option<&'a Id>,
    /// Id of the procedure.
    pub procedure: Option<&'a Id>,
    /// Ids of accounts.
    pub accounts: &'a [Id],
    /// Id of the part of the document.
    pub part: Option<&'a Id>,
}

/// What of a section or of the defaults of a list is handed down: both have the same fields.
macro_rules! handed {
    ($of:expr) => {
        Handed {
            power_type: $of.power_type,
            type_as_printed: $of.type_as_printed.as_ref(),
            topics: &$of.topics,
            offices: &$of.offices,
            body: $of.body.as_ref(),
            procedure: $of.procedure.as_ref(),
            accounts: &$of.accounts,
            part: $of.part.as_ref(),
        }
    };
}

impl Section {
    /// What its items inherit.
    pub fn handed(&self) -> Handed<'_> {
        handed!(self)
    }
}

impl Defaults {
    /// What the items of the list inherit.
    pub fn handed(&self) -> Handed<'_> {
        handed!(self)
    }
}
