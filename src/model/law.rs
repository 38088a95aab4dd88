//! The register of legal bases.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::Id;
use super::text::Text;
use super::vocabulary::{LawEventKind, LawKind, LawStatus};

/// A law, regulation, rule, normative document or standard that lists cite.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Id of the law.
    pub id: Id,
    /// Full title.
    pub title: Text,
    /// Short titles in use.
    #[serde(default)]
    pub short_titles: Vec<Text>,
    /// Every other form that a list prints, damage included.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Kind of text.
    pub kind: LawKind,
    /// Who adopted or issued it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Text>,
    /// Document or order number in one regular form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_number: Option<String>,
    /// Day of adoption or issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Date>,
    /// Day it took effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<Date>,
    /// What happened to it since.
    #[serde(default)]
    pub amendments: Vec<LawEvent>,
    /// State on the day `as_of`.
    pub status: LawStatus,
    /// The day the status was true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// Id of the law that took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<Id>,
    /// Where these facts are printed.
    pub source: Text,
}

impl Law {
    /// The first short title, or the full one.
    pub fn short(&self) -> &Text {
        self.short_titles.first().unwrap_or(&self.title)
    }

    /// The first event by that day that put it out of force.
    pub fn ended_by(&self, day: Date) -> Option<&LawEvent> {
        self.amendments.iter().filter(|event| event.kind.ends() && event.date <= day).min_by_key(|event| event.date)
    }

    /// Changes of the text by that day which a paper of `since` cannot have known, or may not have.
    pub fn changed_since(&self, since: Date, by: Date) -> impl Iterator<Item = &LawEvent> {
        let new = move |event: &&LawEvent| event.date <= by && event.date.is_before(since) != Some(true);
        self.amendments.iter().filter(|event| !event.kind.ends()).filter(new)
    }
}

/// An amendment, revision, repeal or replacement.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LawEvent {
    /// Day of the event.
    pub date: Date,
    /// What happened.
    pub kind: LawEventKind,
    /// What it means; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
