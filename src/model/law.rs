//! The register of legal bases.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::Id;
use super::text::Text;
use super::vocabulary::{After, LawEventKind, LawKind, LawStatus};

/// A law, regulation, rule, normative document or standard that lists cite.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
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
    /// Id of the law that took its place, or a title of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<Id>,
    /// Where these facts are printed.
    pub source: Text,
    /// Address of a page that states what the lists do not print of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_url: Option<String>,
    /// Address of the text on an official site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official_url: Option<String>,
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
        let new = move |event: &&LawEvent| event.date <= by && event.after(Some(since)) != After::No;
        self.amendments.iter().filter(|event| !event.kind.ends()).filter(new)
    }

    /// Its state as registered; where none is, an event that put it out of force says so.
    pub fn state(&self) -> LawStatus {
        match (self.status, self.end().map(|event| event.kind)) {
            (LawStatus::Unknown, Some(LawEventKind::Replaced)) => LawStatus::Replaced,
            (LawStatus::Unknown, Some(_)) => LawStatus::Repealed,
            (status, _) => status,
        }
    }

    /// The first event that put it out of force.
    pub fn end(&self) -> Option<&LawEvent> {
        self.amendments.iter().filter(|event| event.kind.ends()).min_by_key(|event| event.date)
    }

    /// The anchor of an event on the law's page: `_event-2015-04-24`, with a number behind it from the second event of a
    /// day on.
    pub fn event_anchor(&self, index: usize) -> String {
        let date = self.amendments[index].date;
        match self.amendments[..index].iter().filter(|event| event.date == date).count() {
            0 => format!("_event-{date}"),
            before => format!("_event-{date}-{}", before + 1),
        }
    }
}

impl LawEvent {
    /// Whether it came after a paper of this date.
    pub fn after(&self, paper: Option<Date>) -> After {
        let Some(paper) = paper else { return After::Unknown };
        match (paper.is_before(self.date), self.date.is_before(paper)) {
            (Some(true), _) => After::Yes,
            (_, Some(true)) => After::No,
            _ => After::Unknown,
        }
    }
}

/// An amendment, revision, repeal or replacement.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LawEvent {
    /// Day of the event.
    pub date: Date,
    /// What happened.
    pub kind: LawEventKind,
    /// Document or order number of what brought it about (`国务院令第764号`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What it means; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Address of a page that states the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::{After, Law, LawEvent, LawStatus};

    fn law(events: &str) -> Law {
        let yaml = format!(
            "{{id: a, title: {{zh: 甲}}, kind: law, status: unknown, source: {{zh: 乙}}, amendments: [{events}]}}"
        );
        serde_yaml::from_str(&yaml).expect("a law")
    }

    #[test]
    fn claims_an_order_only_where_the_dates_say_it() {
        let event = |date: &str| law(&format!("{{date: {date}, kind: revised}}")).amendments.remove(0);
        let after = |event: &LawEvent, paper: &str| event.after(paper.parse().ok());
        assert_eq!(after(&event("2015-04-24"), "2015-03-30"), After::Yes);
        assert_eq!(after(&event("2018"), "2015-03-30"), After::Yes);
        assert_eq!(after(&event("2015-04-24"), "2015-05"), After::No);
        assert_eq!(after(&event("2015-04-24"), "2015"), After::Unknown);
        assert_eq!(after(&event("2015-04"), "2015-04-02"), After::Unknown);
        assert_eq!(after(&event("2015-04-24"), "2015-04-24"), After::Unknown);
        assert_eq!(after(&event("2014"), "2015"), After::No);
        assert_eq!(after(&event("2015-07-20"), "2015-07"), After::Unknown);
        assert_eq!(after(&event("2015"), "2015-07-01"), After::Unknown);
        assert_eq!(after(&event("2016"), "2015-07"), After::Yes);
        assert_eq!(event("2015-04-24").after(None), After::Unknown);
    }

    #[test]
    fn events_of_a_day_have_anchors_of_their_own() {
        let law =
            law("{date: 2015-04-24, kind: amended}, {date: 2016, kind: amended}, {date: 2015-04-24, kind: replaced}");
        let anchors: Vec<String> = (0..3).map(|index| law.event_anchor(index)).collect();
        assert_eq!(anchors, ["_event-2015-04-24", "_event-2016", "_event-2015-04-24-2"]);
        assert_eq!(law.state(), LawStatus::Replaced);
    }
}
