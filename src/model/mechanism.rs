//! The accountability mechanism of a list.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::basis::{Basis, Source};
use super::id::Id;
use super::text::Text;

/// One body of the accountability mechanism (责任追究机制), or the way bodies work together.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MechanismEntry {
    /// Id in the list.
    pub id: Id,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The body.
    pub body: Text,
    /// Whom it holds to account.
    pub role: Text,
    /// How it proceeds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Text>,
    /// Legal basis.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// Where it is printed.
    pub source: Source,
}
