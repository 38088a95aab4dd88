//! What became of agencies and offices: who merged, was split or was renamed, when, and where that is stated.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::Id;
use super::text::Text;

/// A reorganisation: what was there before it, and what took its place. Of several that became one, these merged; of one that
/// became several, it was split; of one that became one, it was renamed; where nothing took its place, it was abolished.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reorganisation {
    /// Day, month or year from which it holds, as precise as it is stated.
    pub date: Date,
    /// What happened, in a few words.
    pub title: Text,
    /// Of offices, the list whose offices they are, by the id that it has today; absent where lists themselves are meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Id>,
    /// What was there before: ids of lists, or of offices of the list; of a record, its id across all lists.
    pub from: Vec<String>,
    /// What took its place, likewise; absent where nothing did.
    #[serde(default)]
    pub to: Vec<String>,
    /// Which record of a list that was split or merged became which, where its id does not say it.
    #[serde(default)]
    pub records: Vec<RecordMove>,
    /// Where it is stated.
    pub source: Text,
    /// Address of a page that states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Where a record went, by ids across all lists such as `list/duties/id`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordMove {
    /// The record as it was.
    pub from: String,
    /// The record that took its place; absent where none did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}
