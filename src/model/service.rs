//! Public services.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::basis::{Basis, Source};
use super::formerly::Formerly;
use super::id::Id;
use super::text::Text;

/// A public service (公共服务事项).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Id in the list.
    pub id: Id,
    /// Ids that it had before, so that their addresses lead here.
    #[serde(default, skip_serializing_if = "Formerly::is_none")]
    pub formerly: Formerly,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Name of the service.
    pub name: Text,
    /// Slugs of its topics.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// What it offers.
    pub description: Text,
    /// When it is offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
    /// Where it is offered, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// Slugs of the responsible offices.
    #[serde(default)]
    pub offices: Vec<Id>,
    /// Phones, exactly as printed in the row.
    #[serde(default)]
    pub phones: Vec<String>,
    /// Legal basis.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// Remarks; inline Markdown.
    #[serde(default)]
    pub notes: Vec<Text>,
    /// Where it is printed.
    pub source: Source,
}

/// When a service is offered.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// As printed.
    pub text: Text,
    /// Months of the year, 1–12, where the document names them.
    #[serde(default)]
    #[schemars(inner(range(min = 1, max = 12)))]
    pub months: Vec<u8>,
}
