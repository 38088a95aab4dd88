//! Boundary matters: where the agency's duties end and another department's begin.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::basis::{Basis, Source};
use super::formerly::Formerly;
use super::id::Id;
use super::text::Text;

/// A matter that several departments share (管理事项).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Id in the list.
    pub id: Id,
    /// Ids that it had before, so that their addresses lead here.
    #[serde(default, skip_serializing_if = "Formerly::is_none")]
    pub formerly: Formerly,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Name of the matter.
    pub name: Text,
    /// Slugs of its topics.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// The departments and what each does.
    pub participants: Vec<Participant>,
    /// Legal basis of the division.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// A case that shows the division at work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<Case>,
    /// The same matter in the lists of other departments, where its name does not tell: `list/boundaries/id`.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// Remarks; inline Markdown.
    #[serde(default)]
    pub notes: Vec<Text>,
    /// Where it is printed.
    pub source: Source,
}

/// One department's part in a matter.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Slug of the kind of department.
    pub department: Id,
    /// Id in the matter; the department's slug where the file leaves it out.
    #[serde(default)]
    pub id: Id,
    /// Name as printed.
    pub name: Text,
    /// What it does in the matter.
    pub responsibility: Text,
    /// Whether it leads; absent where the document does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<bool>,
    /// Legal basis of its part.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// Where it is printed; the matter's place where the file leaves it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A case (案例).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What happened and who acted.
    pub text: Text,
    /// Where it is printed; the matter's place where the file leaves it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}
