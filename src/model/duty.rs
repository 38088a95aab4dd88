//! Main duties, their work items, and who answers for failure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::basis::{Basis, Source};
use super::formerly::Formerly;
use super::id::Id;
use super::text::Text;

/// A main duty (主要职责).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Id in the list.
    pub id: Id,
    /// Ids that it had before, so that their addresses lead here.
    #[serde(default, skip_serializing_if = "Formerly::is_none")]
    pub formerly: Formerly,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Short label for headings and menus.
    pub name: Text,
    /// The duty.
    pub statement: Text,
    /// Slugs of its topics.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// Slug of the body that has the duty, where the list is of several bodies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Id>,
    /// Slugs of the offices answerable for the duty as a whole.
    #[serde(default)]
    pub offices: Vec<Id>,
    /// Its work items.
    #[serde(default)]
    pub work_items: Vec<WorkItem>,
    /// Who answers for failure, and for what.
    #[serde(default)]
    pub accountability: Vec<Accountability>,
    /// Legal basis.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// Remarks; inline Markdown.
    #[serde(default)]
    pub notes: Vec<Text>,
    /// Where it is printed.
    pub source: Source,
}

/// A work item (具体工作事项).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkItem {
    /// Id in the duty.
    pub id: Id,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The item.
    pub text: Text,
    /// Slugs of the responsible offices; empty where the document names none.
    #[serde(default)]
    pub offices: Vec<Id>,
    /// Remarks column; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remarks: Option<Text>,
    /// Legal basis.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// Where it is printed.
    pub source: Source,
}

/// One row of the accountability column of a duty (追责依据及追责情形).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accountability {
    /// Id in the duty; given by the check stage where the file leaves it out.
    #[serde(default)]
    pub id: Id,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The law that makes staff answerable; empty for a general clause.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// For what they answer.
    pub circumstances: Text,
    /// What follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequence: Option<Text>,
    /// Where it is printed.
    pub source: Source,
}
