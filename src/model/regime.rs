//! Supervision regimes and the figures they bind with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::basis::{Basis, Source};
use super::formerly::Formerly;
use super::id::Id;
use super::phone::Phone;
use super::text::Text;
use super::vocabulary::{Bound, Currency, FrequencyKind, PenaltyKind, Period, ProvisionKind, TimeUnit};

/// A supervision regime (事中事后监管制度).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// Id in the list.
    pub id: Id,
    /// Ids that it had before, so that their addresses lead here.
    #[serde(default, skip_serializing_if = "Formerly::is_none")]
    pub formerly: Formerly,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Title of the regime.
    pub title: Text,
    /// Slugs of its topics.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// Why the regime exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// Slugs of the offices that run it.
    #[serde(default)]
    pub offices: Vec<Id>,
    /// What it lays down, in printed order.
    pub provisions: Vec<Provision>,
    /// How often and how widely it inspects.
    #[serde(default)]
    pub frequencies: Vec<Frequency>,
    /// Time limits.
    #[serde(default)]
    pub deadlines: Vec<Deadline>,
    /// Penalties and measures.
    #[serde(default)]
    pub penalties: Vec<Penalty>,
    /// Other figures that bind.
    #[serde(default)]
    pub thresholds: Vec<Threshold>,
    /// Phones printed for the regime.
    #[serde(default)]
    pub phones: Vec<Phone>,
    /// Legal basis of the regime as a whole.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// Remarks; inline Markdown.
    #[serde(default)]
    pub notes: Vec<Text>,
    /// Where it is printed.
    pub source: Source,
}

/// One provision of a regime.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// Id in the regime.
    pub id: Id,
    /// What it is about.
    pub kind: ProvisionKind,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Heading.
    pub heading: Text,
    /// What stands before or instead of items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Items, nested as printed.
    #[serde(default)]
    pub items: Vec<ProvisionItem>,
    /// Legal basis.
    #[serde(default)]
    pub basis: Vec<Basis>,
}

/// An item of a provision or of a stage.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProvisionItem {
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The item.
    pub text: Text,
    /// Items below it.
    #[serde(default)]
    pub items: Vec<ProvisionItem>,
}

/// How often something is inspected, or how much of it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Frequency {
    /// What is inspected.
    pub subject: Text,
    /// What occasions the inspection.
    pub kind: FrequencyKind,
    /// Times at least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u32>,
    /// Times at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<u32>,
    /// How many periods the count spans; 1 where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<u32>,
    /// The period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<Period>,
    /// Share of the subjects covered, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage_percent: Option<Range>,
    /// Id of the provision that prints it.
    pub provision: Id,
    /// A remark; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Frequency {
    /// How many times a year once in the period is: 0.5 where the period is two years.
    pub fn rate(&self) -> Option<f64> {
        let periods = match self.per? {
            Period::Day => 365.0,
            Period::Week => 52.0,
            Period::Month => 12.0,
            Period::Quarter => 4.0,
            Period::HalfYear => 2.0,
            Period::Year => 1.0,
        };
        Some(periods / f64::from(self.every.unwrap_or(1).max(1)))
    }
}

/// A range of figures; either side may be open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// Least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
}

/// A time limit.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Who must act.
    pub actor: Text,
    /// What must be done.
    pub action: Text,
    /// The limit.
    pub limit: Limit,
    /// On which side of the limit; `within` where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// From what the time runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_from: Option<Text>,
    /// Id of the provision that prints it.
    pub provision: Id,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// How many units.
    pub value: u32,
    /// The unit.
    pub unit: TimeUnit,
    /// Whether days are working days.
    #[serde(default)]
    pub working_days: bool,
}

/// A penalty or measure.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Penalty {
    /// The conduct.
    pub conduct: Text,
    /// What it does.
    pub kind: PenaltyKind,
    /// Amount, where printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// Share of the gains, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent_of_gains: Option<Range>,
    /// Multiple of a value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multiple: Option<Multiple>,
    /// Legal basis.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// Id of the provision that prints it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provision: Option<Id>,
    /// A remark; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// An amount of money; either side may be open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// Least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Currency.
    pub currency: Currency,
}

/// A multiple of some value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Multiple {
    /// Least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Of what.
    pub of: Text,
}

/// A figure that binds and is none of the others: how many officers, how large a batch.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// What is counted or measured.
    pub subject: Text,
    /// Least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<f64>,
    /// Most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<f64>,
    /// The unit.
    pub unit: Text,
    /// Id of the provision that prints it.
    pub provision: Id,
}
