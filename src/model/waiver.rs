//! What a site says of a rule, and what a list says of its findings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text::Text;
use super::vocabulary::vocabulary;

vocabulary!(
    /// How grave what a rule finds is taken on a site.
    RuleLevel {
        /// Nothing is built.
        Error = "error",
        /// It is reported, and the site is built.
        Warning = "warning",
        /// It is not looked for.
        Off = "off",
    }
);

/// What a rule finds in a list and what is right nevertheless, since the paper has it so: it is not reported, and counted.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// The rule, by its code or its name: `E110`, `broken-numbering`.
    pub rule: String,
    /// The record that it is waived for, with what is inside it, such as `duties/metrology`; the whole list where it is
    /// left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// Why it is right as it is.
    pub reason: Text,
    /// How many findings it waives, as the check stage counted them; never written.
    #[serde(skip)]
    pub findings: u32,
    /// What the rule finds, in Chinese and English, as the check stage knows it; never written.
    #[serde(skip)]
    pub what: [&'static str; 2],
}
