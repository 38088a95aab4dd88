//! Duties by stage and circumstances of accountability: of one item, or said once for many.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::basis::{Basis, Source};
use super::id::Id;
use super::list_words::StageKind;
use super::regime::ProvisionItem;
use super::text::Text;

/// For what staff answer, and under which law: of one item, or, with an id, of all that name it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Id in the list, by which items and sections name it under `accounts`; left out inside an item.
    #[serde(default, skip_serializing_if = "Id::is_empty")]
    pub id: Id,
    /// What the paper calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The sentence before the circumstances.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_in: Option<Text>,
    /// For what they answer, an entry for each printed number; the numbers themselves are not written.
    #[serde(default)]
    pub circumstances: Vec<Text>,
    /// What follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequence: Option<Text>,
    /// The law that makes staff answerable (追责依据).
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// The same as running text, where it is not taken apart under `basis`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis_as_printed: Option<Text>,
    /// Where it is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Stages that are said once and hold for many items, say for every penalty.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Id in the list; items and sections name it under `procedure`.
    pub id: Id,
    /// What the paper calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Its stages, in order.
    pub stages: Vec<Stage>,
    /// Where it is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A stage and what is to be done in it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// The stage; absent where the paper names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageKind>,
    /// The words that the paper prints for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_printed: Option<String>,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Items below it, nested as printed.
    #[serde(default)]
    pub items: Vec<ProvisionItem>,
    /// Legal basis of the stage.
    #[serde(default)]
    pub basis: Vec<Basis>,
}
