//! Legal bases of a record and where a fact is printed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::articles::Articles;
use super::id::Id;
use super::text::Text;

/// One citation of one law by a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Id of the law, or any title that is registered for it.
    pub law: Id,
    /// Articles cited; empty where the law as a whole is.
    #[serde(default)]
    pub articles: Vec<Articles>,
    /// The citation exactly as the document prints it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_printed: Option<String>,
    /// The words of the article, as the document quotes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Text>,
    /// A remark on the citation; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Whether the program read it in the column as printed; never written.
    #[serde(skip)]
    pub read: bool,
}

/// Where a fact is printed, and what the paper says where it is damaged or wrong.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id of the document among the list's sources; may be left out where the list has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Id>,
    /// Id of the part of the document. It may be left out for items whose section or list says it, and for items of a list
    /// that has one document of one part.
    #[serde(default)]
    pub part: Id,
    /// Row or paragraph in the part, as printed or counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// What the paper prints where it is damaged or wrong; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
