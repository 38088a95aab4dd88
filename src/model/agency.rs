//! The register of bodies and hotlines: what became of each.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::Id;
use super::text::Text;
use super::vocabulary::{AgencyEventKind, AgencyKind, Confidence};

/// A public body or a hotline, with what became of it. Of a national body that local bodies of a kind belonged to, what is
/// said is the rule for the whole country and not a statement about any one of these.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Id of the body.
    pub id: Id,
    /// Name of the body.
    pub name: Text,
    /// What it is.
    pub kind: AgencyKind,
    /// Other names that papers print for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Number of a hotline, as it is dialled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[0-9]{3,11}$"))]
    pub number: Option<String>,
    /// Slug or code of the region it belongs to; absent for what is of the whole country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Id>,
    /// Slugs of the kinds of department that what is said of it holds for.
    #[serde(default)]
    pub departments: Vec<Id>,
    /// What local bodies of these kinds were called at the end of their names (`质量技术监督局`): a list without a date is
    /// known by that.
    #[serde(default)]
    pub local_names: Vec<String>,
    /// A remark; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// What happened to it, the oldest first.
    #[serde(default)]
    pub events: Vec<AgencyEvent>,
}

/// Something that happened to a body.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgencyEvent {
    /// Day, month or year of the event, as precise as it is stated; absent where no date is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// What happened.
    pub kind: AgencyEventKind,
    /// Ids of the bodies that took its place.
    #[serde(default)]
    pub successors: Vec<Id>,
    /// Number of the document that says so, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What it means; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where it is stated.
    pub source: Text,
    /// Address of a page that states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whether the source states it, or it follows from what the source states.
    #[serde(default = "stated")]
    pub confidence: Confidence,
}

fn stated() -> Confidence {
    Confidence::Stated
}

impl Agency {
    /// The first event after which others do what it did, or are called in its place; the one with a date before those
    /// without.
    pub fn end(&self) -> Option<&AgencyEvent> {
        let ends = self.events.iter().filter(|event| event.kind.ends());
        ends.min_by_key(|event| (event.date.is_none(), event.date))
    }

    /// Ids of the bodies that took its place, each once.
    pub fn successors(&self) -> Vec<&Id> {
        let mut found: Vec<&Id> = Vec::new();
        for id in self.events.iter().flat_map(|event| &event.successors) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    /// Whether a paper of this date may speak of it as it was before its end: not where the paper is surely later.
    pub fn ended_after(&self, paper: Option<Date>) -> bool {
        let Some(end) = self.end() else { return false };
        match (paper, end.date) {
            (Some(paper), Some(end)) => end.is_before(paper) != Some(true),
            _ => true,
        }
    }

    /// The anchor of an event on the body's page.
    pub fn event_anchor(index: usize) -> String {
        format!("_event-{}", index + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Agency;

    fn agency(events: &str) -> Agency {
        let yaml = format!("{{id: a, name: {{zh: 甲}}, kind: body, events: [{events}]}}");
        serde_yaml::from_str(&yaml).expect("an agency")
    }

    #[test]
    fn an_end_is_told_to_papers_that_cannot_have_known_it() {
        let gone = agency("{date: 2018-03, kind: merged, successors: [b], source: {zh: 乙}}");
        for (paper, told) in [("2015-07", true), ("2018", true), ("2018-03", true), ("2018-04", false), ("2020", false)]
        {
            assert_eq!(gone.ended_after(paper.parse().ok()), told, "{paper}");
        }
        assert!(gone.ended_after(None));
        let kept = agency("{date: 2018-04-10, kind: attested, source: {zh: 乙}}");
        assert!(!kept.ended_after(None) && kept.end().is_none());
        let undated = agency("{kind: renamed, successors: [b], source: {zh: 乙}}");
        assert!(undated.ended_after("2024".parse().ok()));
    }
}
